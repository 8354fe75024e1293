import type { OnlinePayment } from '../../shared/bill.ts';
import { type OwedMonth, owedByMonth } from '../../shared/debt.ts';
import { type Period, periodOfDay, previousPeriod } from '../../shared/period.ts';
import { ledgerToNow } from '../../shared/standing.ts';
import type { BillsView } from './views-bills.ts';

/** What is owed, by the months whose charges are not settled. */
export interface OwedParts {
  /** Newest first; each is owed something. */
  months: readonly OwedMonth[];
  /** What the known charges do not explain: it was owed before the month named, the first that is known. */
  earlier: { owed: number; before: Period } | null;
}

/** B3, B6: the parts come to the balance, or there are none. */
export function owedParts({ ledger, bills, payments, debt }: BillsView): OwedParts {
  const months = ledgerToNow(ledger, { statements: bills.map(({ bill }) => bill), payments });
  const first = months[0]?.period;
  if (!debt || debt.balance <= 0 || first === undefined) return { months: [], earlier: null };
  const owed = owedByMonth(months).filter((month) => month.owed > 0);
  const unexplained = debt.balance - owed.reduce((sum, month) => sum + month.owed, 0);
  return { months: owed, earlier: unexplained > 0 ? { owed: unexplained, before: first } : null };
}

/** How long something that came to nothing stays in sight, in months. */
const remembered = 3;

/**
 * Payments begun in the portal of which something is to be said beside those on their way: nothing is known yet, nothing came of
 * them lately, or money went back. What billing has booked in full stands among its payments.
 */
export function onlineNews({ onlinePayments, today }: BillsView): readonly OnlinePayment[] {
  let since = periodOfDay(today);
  for (let month = 0; month < remembered; month++) since = previousPeriod(since);
  return onlinePayments.filter(
    ({ state, refunded, changedAt }) =>
      changedAt >= since && (state === 'begun' || state === 'failed' || state === 'refunded' || refunded > 0),
  );
}
