import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { ProblemError } from '../../../server/errors.ts';
import { createVisits, userOfVisit } from '../../../server/kiosks/visits.ts';
import { longestVisitMinutes, visitMinutes } from '../../../shared/kiosk-answers.ts';
import { testClock } from '../../support/test-clock.ts';

const minutes = 60_000;

describe('a visit at a kiosk', () => {
  const clock = testClock('2026-11-28T09:00:00Z');
  const visits = createVisits(randomBytes(32), clock);
  const kiosk = v7();
  const isOver = (reading: () => unknown) =>
    assert.throws(reading, (error) => error instanceof ProblemError && error.problem.code === 'signed_out');

  it('is none where anything of it is another', () => {
    const { token } = visits.begin(kiosk, { user: v7(), leave: 'leave' });
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'a' ? 'b' : 'a';
      // The last sign of the signature carries bits that stand for nothing.
      if (at < token.length - 1) isOver(() => visits.read(token.slice(0, at) + other + token.slice(at + 1), kiosk));
      isOver(() => visits.read(token.slice(0, at), kiosk));
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (made) => isOver(() => visits.read(made, kiosk))));
  });

  it('is none of another kiosk, nor by another key', () => {
    const { token } = visits.begin(kiosk, { account: v7() });
    isOver(() => visits.read(token, v7()));
    isOver(() => createVisits(randomBytes(32), clock).read(token, kiosk));
  });

  it('is of an account or of a user, and not the other', () => {
    const ofAccount = visits.read(visits.begin(kiosk, { account: 'the account' }).token, kiosk);
    const ofUser = visits.read(visits.begin(kiosk, { user: 'the user', leave: 'visit:A-_' }).token, kiosk);
    isOver(() => userOfVisit(ofAccount));
    assert.deepEqual(ofAccount.of, { account: 'the account' });
    assert.deepEqual(userOfVisit(ofUser), { user: 'the user', leave: 'visit:A-_' });
  });

  it('ends after its minutes, to the millisecond', () => {
    const { token, until } = visits.begin(kiosk, { user: v7(), leave: 'leave' });
    assert.equal(Date.parse(until), clock.now() + visitMinutes * minutes);
    clock.advance(visitMinutes * minutes - 1);
    visits.read(token, kiosk);
    clock.advance(1);
    isOver(() => visits.read(token, kiosk));
  });

  it('is prolonged as often as one likes, and never beyond half an hour', () => {
    const begun = clock.now();
    let visit = visits.begin(kiosk, { user: v7(), leave: 'leave' });
    while (clock.now() < begun + (longestVisitMinutes - 1) * minutes) {
      clock.advance(minutes);
      visit = visits.prolong(visits.read(visit.token, kiosk));
      assert.ok(Date.parse(visit.until) <= begun + longestVisitMinutes * minutes);
    }
    assert.equal(Date.parse(visit.until), begun + longestVisitMinutes * minutes);
    clock.advance(minutes);
    isOver(() => visits.read(visit.token, kiosk));
  });
});
