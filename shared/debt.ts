import { type LedgerMonth, totalOf } from './ledger.ts';
import { monthsBetween, type Period, previousPeriod } from './period.ts';

export interface Debt {
  /** What is owed, in minor units (B1); below 0 it was paid in advance. */
  balance: number;
  /** The month of the oldest charge that is not fully settled; null where nothing is owed. */
  since: Period | null;
  /** Months from that one to `today`. */
  months: number;
}

/**
 * B3: payments settle the oldest charges first, so what is owed is the newest charges that add up to it. A recalculation
 * that adds is a charge of its month, one that takes off a payment. What was owed before the first month that is known
 * counts as of the month before that. `today` is the period of today.
 */
export function debtOf(months: readonly LedgerMonth[], today: Period): Debt {
  const newestFirst = [...months].sort((a, b) => b.period.localeCompare(a.period));
  const [newest] = newestFirst;
  const oldest = newestFirst.at(-1);
  if (!newest || !oldest) return { balance: 0, since: null, months: 0 };
  const balance = totalOf(newest).closing;
  if (balance <= 0) return { balance, since: null, months: 0 };
  let unexplained = balance;
  let since = previousPeriod(oldest.period);
  for (const month of newestFirst) {
    const { charged, recalculated } = totalOf(month);
    unexplained -= Math.max(0, charged) + Math.max(0, recalculated);
    if (unexplained > 0) continue;
    since = month.period;
    break;
  }
  return { balance, since, months: Math.max(0, monthsBetween(since, today)) };
}
