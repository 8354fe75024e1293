import type { EpochMs } from '../../shared/instant.ts';

const first = 30_000;
const longest = 4 * 3_600_000;
/** A letter that could not be sent for two days is not wanted any more. */
const giveUpAfter = 2 * 86_400_000;

/**
 * When a letter that has failed so many times (1 for the first) is tried again: 30 seconds, then twice as long each time,
 * up to four hours, a fifth more or less so that letters which failed together do not come back together. Null: never,
 * because more than two days would have passed since it was asked for. `random` is from 0 to 1.
 */
export function nextAttempt(
  { attempts, createdAt, now }: { attempts: number; createdAt: EpochMs; now: EpochMs },
  random = Math.random(),
): EpochMs | null {
  const wait = Math.min(first * 2 ** (attempts - 1), longest) * (0.8 + 0.4 * random);
  const at = Math.round(now + wait);
  return at > createdAt + giveUpAfter ? null : at;
}
