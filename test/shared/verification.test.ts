import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Day } from '../../shared/period.ts';
import { verificationDue } from '../../shared/verification.ts';

const until = (verifiedUntil: Day | null, retiredOn: Day | null = null) => ({ verifiedUntil, retiredOn });

describe('of a verification (W8)', () => {
  it('nothing is said more than 60 days ahead', () => {
    assert.equal(verificationDue(until('2026-11-30'), '2026-09-30'), null);
  });

  it('nothing is said of a meter that was taken out, or whose verification nobody knows', () => {
    assert.equal(verificationDue(until('2026-11-30', '2026-10-05'), '2027-01-01'), null);
    assert.equal(verificationDue(until(null), '2027-01-01'), null);
  });

  for (const [today, due] of [
    ['2026-10-01', { daysLeft: 60, reached: 60 }],
    ['2026-10-30', { daysLeft: 31, reached: 60 }],
    ['2026-10-31', { daysLeft: 30, reached: 30 }],
    ['2026-11-22', { daysLeft: 8, reached: 30 }],
    ['2026-11-23', { daysLeft: 7, reached: 7 }],
    ['2026-11-30', { daysLeft: 0, reached: 7 }],
    ['2026-12-01', { daysLeft: -1, reached: 'ended' }],
  ] as const) {
    it(`on ${today} of one that is good until 30 November: ${due.reached}`, () => {
      assert.deepEqual(verificationDue(until('2026-11-30'), today), due);
    });
  }
});
