import { type LedgerMonth, totalOf } from './ledger.ts';
import { comparePeriods, monthsBetween, type Period, previousPeriod } from './period.ts';

export interface Debt {
  /** What is owed, in minor units (B1); below 0 it was paid in advance. */
  balance: number;
  /** The month of the oldest charge that is not fully settled; null where nothing is owed. */
  since: Period | null;
  /** Months from that one to `today`. */
  months: number;
}

/** What of a month's charges is not settled, in minor units. */
export interface OwedMonth {
  period: Period;
  charged: number;
  /** From 0 to `charged`. */
  owed: number;
}

/**
 * B3: payments settle the oldest charges first, so what is owed is the newest charges that add up to it. A recalculation
 * that adds is a charge of its month, one that takes off a payment. Newest month first; what the charges do not explain was
 * owed before the first month that is known. Where months are missing, no more can be older than the month before them
 * closed with: the rest stands as one month, the last that is missing.
 */
export function owedByMonth(months: readonly LedgerMonth[]): OwedMonth[] {
  const newestFirst = [...months].sort((a, b) => comparePeriods(b.period, a.period));
  let left = newestFirst[0] ? Math.max(0, totalOf(newestFirst[0]).closing) : 0;
  return newestFirst.flatMap((month, at) => {
    const total = totalOf(month);
    const charged = Math.max(0, total.charged) + Math.max(0, total.recalculated);
    const owed = Math.min(left, charged);
    left -= owed;
    const known = { period: month.period, charged, owed };
    const before = newestFirst[at + 1];
    const missing = previousPeriod(month.period);
    if (!before || before.period === missing) return [known];
    const { closing } = totalOf(before);
    const owedBetween = left - Math.min(left, Math.max(0, closing));
    left -= owedBetween;
    const chargedBetween = Math.max(owedBetween, total.opening - closing);
    return owedBetween === 0 ? [known] : [known, { period: missing, charged: chargedBetween, owed: owedBetween }];
  });
}

/**
 * B3: how old a debt is. What was owed before the first month that is known counts as of the month before that. `today` is
 * the period of today.
 */
export function debtOf(months: readonly LedgerMonth[], today: Period): Debt {
  const byMonth = owedByMonth(months);
  const newest = months.find(({ period }) => period === byMonth[0]?.period);
  const oldest = byMonth.at(-1);
  if (!newest || !oldest) return { balance: 0, since: null, months: 0 };
  const balance = totalOf(newest).closing;
  if (balance <= 0) return { balance, since: null, months: 0 };
  const unexplained = balance - byMonth.reduce((sum, { owed }) => sum + owed, 0);
  const oldestOwed = byMonth.findLast(({ owed }) => owed > 0);
  const since = unexplained > 0 || !oldestOwed ? previousPeriod(oldest.period) : oldestOwed.period;
  return { balance, since, months: Math.max(0, monthsBetween(since, today)) };
}
