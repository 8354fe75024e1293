import type { AccountId, ReadingId, StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { OnSlip } from '../../shared/review-forms.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { lockSlip, setSlipEntered, slipById } from './slip-queries.ts';
import { resultsIn, type SlipResult, stateAfter } from './slip-results.ts';

/**
 * Whether a reading of a slip waits to be entered by hand; asked before its account is locked, because what is held is locked the
 * other way round (`enter-held`). Throws `not_found`, and `changed_meanwhile` where it does not wait any more.
 */
export async function refuseUnlessOnSlip(db: Reader, on: OnSlip): Promise<void> {
  refuseUnlessWaiting(await slipById(db, on.slip), on);
}

/** Notes at the slip that the reading is entered, and as which. The account is locked: of two clerks at once one is refused here. */
export async function noteOnSlip(
  tx: Writer,
  on: OnSlip,
  entered: { account: AccountId; reading: ReadingId; staff: StaffId; at: Instant },
): Promise<void> {
  const slip = refuseUnlessWaiting(await lockSlip(tx, on.slip), on);
  const { account, ...byOffice } = entered;
  if (slip.account_id !== account) throw new ProblemError({ code: 'bad_input', path: 'slip' });
  const results = resultsIn(slip).map(
    (one): SlipResult => (one.id === on.reading ? { ...one, outcome: 'accepted', byOffice } : one),
  );
  await setSlipEntered(tx, slip.id, {
    state: stateAfter(results),
    account_id: account,
    results: JSON.stringify(results),
  });
}

function refuseUnlessWaiting(slip: Row<'kiosk_slips'> | undefined, { reading }: OnSlip): Row<'kiosk_slips'> {
  const result = slip && resultsIn(slip).find(({ id }) => id === reading);
  if (!slip || !result) throw new ProblemError({ code: 'not_found' });
  if (slip.state !== 'office' || result.outcome !== 'office') throw new ProblemError({ code: 'changed_meanwhile' });
  return slip;
}
