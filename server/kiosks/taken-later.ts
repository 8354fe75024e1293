import type { AccountId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DeliveredReading } from '../../shared/kiosk-answers.ts';
import type { Writer } from '../db/tables.ts';
import { closeSlip } from './slip-keeping.ts';
import { lockOpenSlipsOf, setSlipEntered } from './slip-queries.ts';
import { resultsIn, stateAfter } from './slip-results.ts';

/** W9: a reading that had been refused was taken after all. Its slip need not be looked at for it any more. */
export async function noteTakenLater(
  tx: Writer,
  account: AccountId,
  taken: DeliveredReading,
  at: Instant,
): Promise<void> {
  for (const slip of await lockOpenSlipsOf(tx, account)) {
    const results = resultsIn(slip);
    const now = results.map((one) => (one.id === taken.id && one.outcome === 'office' ? taken : one));
    if (!now.includes(taken)) continue;
    await setSlipEntered(tx, slip.id, { state: stateAfter(now), account_id: account, results: JSON.stringify(now) });
    await closeSlip(tx, slip.id, at);
  }
}
