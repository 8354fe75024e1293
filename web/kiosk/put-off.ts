import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Problem } from '../../shared/problem.ts';
import type { KioskDb } from './kiosk-db.ts';

/** Nothing is put off for longer, whatever the server says, and whatever becomes of a clock. */
export const longestPutOff = 3_600_000;

/** For how long the server does not want to hear of it, in milliseconds; null where it does not say. */
export const putOffBy = (problem: Problem | null): number | null =>
  problem?.code === 'too_many' && problem.seconds !== undefined
    ? Math.min(Math.max(problem.seconds, 1) * 1000, longestPutOff)
    : null;

/** The envelopes that are not to be sent yet. `now`: by the company's time. */
export const putOffAt = ({ envelopes }: KioskDb, now: EpochMs) =>
  envelopes.where('notBefore').between(toInstant(now), toInstant(now + longestPutOff), false, true);

/** When the first of them may go, in milliseconds from now; null where there is none. */
export async function nextPutOff(db: KioskDb, now: EpochMs): Promise<number | null> {
  const first = await putOffAt(db, now).first();
  return first?.notBefore === undefined ? null : toEpochMs(first.notBefore) - now;
}
