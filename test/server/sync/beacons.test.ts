import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { createBeacons } from '../../../server/sync/beacons.ts';
import { testClock } from '../../support/test-clock.ts';

/** C1: what a device may say about the time is only what a server of this company has signed. */
describe('a beacon', () => {
  const clock = testClock('2026-11-28T09:00:00Z');
  const key = randomBytes(32);
  const beacons = createBeacons(key, clock);

  it('is none where its time is another one than the one that was signed', () => {
    const [, signature] = beacons.issue().split('.');
    const later = (clock.now() + 60_000).toString(36);
    assert.equal(beacons.read(`${later}.${signature}`), null);
  });

  it('is none with a signature of the same length that is not ours', () => {
    assert.equal(createBeacons(randomBytes(32), clock).read(beacons.issue()), null);
  });

  it('is none when its signature is cut off, missing, or followed by something', () => {
    const beacon = beacons.issue();
    const [time] = beacon.split('.');
    for (const broken of [beacon.slice(0, -1), `${time}.`, `${time}`, `${beacon}.x`, `${beacon}x`, '.', '']) {
      assert.equal(beacons.read(broken), null, broken);
    }
    assert.equal(beacons.read(null), null);
  });

  it('holds on every instance that has the key, and says when it was issued', () => {
    const issuedAt = clock.now();
    const beacon = beacons.issue();
    clock.advance(60_000);
    assert.equal(createBeacons(key, clock).read(beacon), issuedAt);
  });
});
