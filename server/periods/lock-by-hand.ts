import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import { placesOf, ruleAt, windowOf } from '../../shared/window.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { LockRefused, putOut } from '../exchange/export-readings.ts';
import { type NewBatch, takeTurn } from '../exchange/queries.ts';
import { type Unlocked, UnlockRefused, unlock } from '../exchange/unlock-period.ts';
import { isLocked } from '../readings/queries.ts';
import { exceptionsOf } from './queries.ts';

type Office = Pick<Services, 'db' | 'company' | 'clock'> & { actor: string };

/**
 * W6: locks a period. What billing has not got yet goes into a batch in the same transaction (null: there was nothing), so
 * that a lock never shuts in a reading that no file will carry. `early`: although residents may still hand in. Refused as
 * `changed_meanwhile` where it is locked already, as `window_open` where it is too soon, as `bad_input` before its window
 * has opened at all.
 */
export function lockByHand(
  { db, ...office }: Office,
  { period, reason, early }: { period: Period; reason: string; early: boolean },
): Promise<NewBatch | null> {
  return db.write(async (tx) => {
    await takeTurn(tx);
    if (await isLocked(tx, period)) throw new ProblemError({ code: 'changed_meanwhile' });
    const { company, clock, actor } = office;
    const { windows } = company;
    const exceptions = await exceptionsOf(tx, period);
    const opens = placesOf(windows, exceptions).map(
      (place): EpochMs => windowOf(ruleAt(windows, place, exceptions), period).opensAt,
    );
    if (clock.now() < Math.min(...opens)) throw new ProblemError({ code: 'bad_input', path: 'period' });
    try {
      const batch = await putOut(tx, office, { period, lock: true, early: early ? reason : null, reason });
      const detail = { reason, early, batch: batch?.id ?? null };
      await appendAudit(tx, { at: toInstant(clock.now()), actor, action: 'lock', subject: period, detail });
      return batch;
    } catch (error) {
      if (!(error instanceof LockRefused)) throw error;
      throw new ProblemError({ code: 'window_open', until: toInstant(error.from) });
    }
  });
}

/** W6: takes the lock back. Refused as `changed_meanwhile` where there is none, and as `period_billed` (I9). */
export async function unlockByHand(
  office: Office,
  { period, reason }: { period: Period; reason: string },
): Promise<Unlocked> {
  try {
    return await unlock(office, { period, reason });
  } catch (error) {
    if (!(error instanceof UnlockRefused)) throw error;
    if (error.code === 'not_locked') throw new ProblemError({ code: 'changed_meanwhile' });
    throw new ProblemError({ code: 'period_billed', period, readings: error.billed });
  }
}
