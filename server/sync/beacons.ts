import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EpochMs } from '../../shared/instant.ts';
import type { Clock } from '../context.ts';

/**
 * C1: a beacon is the server's time with a signature, `<time in base 36>.<HMAC-SHA-256, first 16 bytes, base64url>`.
 * Whoever holds it has been in contact at that time or later; nobody can make one of a later time.
 */
export interface Beacons {
  issue(): string;
  /** The time in a beacon that this company's servers signed, else null. */
  read(beacon: string | null): EpochMs | null;
}

/** `key`: at least 32 random bytes, the same on all instances. */
export function createBeacons(key: Buffer, clock: Clock): Beacons {
  const sign = (time: string): string =>
    createHmac('sha256', key).update(`beacon:${time}`).digest().subarray(0, 16).toString('base64url');

  let newest = { at: Number.NaN, beacon: '' };

  return {
    issue() {
      const at = clock.now();
      // Many answers leave in the same millisecond.
      if (newest.at !== at) {
        const time = at.toString(36);
        newest = { at, beacon: `${time}.${sign(time)}` };
      }
      return newest.beacon;
    },
    read(beacon) {
      const [time, signature, ...rest] = beacon?.split('.') ?? [];
      if (time === undefined || signature === undefined || rest.length > 0) return null;
      const given = Buffer.from(signature);
      const right = Buffer.from(sign(time));
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      return Number.parseInt(time, 36);
    },
  };
}
