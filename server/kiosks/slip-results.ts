import type { ReadingId, StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DeliveredReading } from '../../shared/kiosk-answers.ts';
import type { SlipState } from '../../shared/kiosk-office.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Row } from '../db/tables.ts';

/** What became of one reading of a slip, as it is kept with the slip. */
export interface SlipResult extends DeliveredReading {
  /** Somebody of the office has entered it by hand: as this reading. `problems`: why it was not entered by itself. */
  byOffice?: { reading: ReadingId; staff: StaffId; at: Instant };
}

/** Somebody of the office has to look at a slip of which not all became readings. */
export const stateAfter = (results: readonly SlipResult[]): SlipState & ('entered' | 'office') =>
  results.some(({ outcome }) => outcome === 'office') ? 'office' : 'entered';

/** The readings that came of it; its own, too, where the office has entered another: so both lead to the slip. */
export const readingsFrom = (results: readonly SlipResult[]): ReadingId[] =>
  results.flatMap(({ id, outcome, byOffice }) => {
    if (outcome === 'office') return [];
    return byOffice ? [id, byOffice.reading] : [id];
  });

/** Those that were entered to be decided about by the office. */
export const toReview = (results: readonly SlipResult[]): ReadingId[] =>
  results.flatMap(({ id, outcome }) => (outcome === 'review' ? [id] : []));

/** These are about the account: where one of them is, each reading says the same. */
export const ofWhole: ReadonlySet<Problem['code']> = new Set([
  'account_unknown',
  'account_mismatch',
  'kiosk_locked',
  'serial_useless',
  'serial_spread',
]);

/** Whoever left it is known to be of the account; of what nobody has tried to enter that is not known. */
export const isProven = (results: readonly SlipResult[]): boolean =>
  results.every(
    ({ outcome, problems }) =>
      (outcome !== 'office' || problems.length > 0) && !problems.some(({ code }) => ofWhole.has(code)),
  );

/** What a kiosk may be told of it. */
export const toDelivered = ({ id, outcome, problems, byOffice }: SlipResult): DeliveredReading => ({
  id,
  outcome,
  problems: byOffice ? [] : problems,
});

export const slipIn = ({ content }: Pick<Row<'kiosk_slips'>, 'content'>): KioskSlip => JSON.parse(content) as KioskSlip;
export const resultsIn = ({ results }: Pick<Row<'kiosk_slips'>, 'results'>): readonly SlipResult[] =>
  JSON.parse(results) as SlipResult[];
