import type { AccountId } from '../../shared/ids.ts';
import type { DeliveredReading } from '../../shared/kiosk-answers.ts';
import type { Writer } from '../db/tables.ts';
import { lockOpenSlipsOf, setSlipEntered } from './slip-queries.ts';

/** W9: a reading that had been refused was taken after all. Its slip need not be looked at for it any more. */
export async function noteTakenLater(tx: Writer, account: AccountId, taken: DeliveredReading): Promise<void> {
  for (const slip of await lockOpenSlipsOf(tx, account)) {
    const results = JSON.parse(slip.results) as DeliveredReading[];
    if (!results.some(({ id }) => id === taken.id)) continue;
    const now = results.map((one) => (one.id === taken.id ? taken : one));
    const state = now.every(({ outcome }) => outcome !== 'office') ? 'entered' : 'office';
    await setSlipEntered(tx, slip.id, { state, account_id: account, results: JSON.stringify(now) });
  }
}
