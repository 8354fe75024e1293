import type { Payment, Statement } from './bill.ts';
import type { OwedMonth } from './debt.ts';
import { type LedgerMonth, totalOf } from './ledger.ts';
import { comparePeriods, type Day, type Period, periodOfDay } from './period.ts';

/**
 * B6: where the account stands now, which is later than where the ledger ends: months of the ledger, and after them one for
 * each later month with a bill or a payment that billing knows of. A last month without any charge has only begun: its bills
 * are its charges. Nothing is added before the first month of the ledger, so without a ledger nothing is known. Oldest first.
 */
export function ledgerToNow(
  ledger: readonly LedgerMonth[],
  { statements, payments }: { statements: readonly Statement[]; payments: readonly Payment[] },
): LedgerMonth[] {
  const months = [...ledger].sort((a, b) => comparePeriods(a.period, b.period));
  const last = months.at(-1);
  if (!last) return [];
  const later = new Map<Period, { charged: number; paid: number }>();
  const laterMonth = (period: Period) => {
    const known = later.get(period) ?? { charged: 0, paid: 0 };
    later.set(period, known);
    return known;
  };
  for (const { period, total } of statements) if (period > last.period) laterMonth(period).charged += total;
  for (const { date, amount } of payments) {
    const period = periodOfDay(date);
    if (period > last.period) laterMonth(period).paid += amount;
  }
  const begun = totalOf(last);
  const billed = statements.reduce((sum, { period, total }) => sum + (period === last.period ? total : 0), 0);
  if (begun.charged === 0 && begun.recalculated === 0 && billed !== 0) {
    const total = { ...begun, charged: billed, closing: begun.closing + billed };
    months[months.length - 1] = { period: last.period, services: [], total };
  }
  let opening = totalOf(months.at(-1) ?? last).closing;
  for (const period of [...later.keys()].sort()) {
    const { charged, paid } = laterMonth(period);
    const closing = opening + charged - paid;
    months.push({ period, services: [], total: { opening, charged, paid, recalculated: 0, closing } });
    opening = closing;
  }
  return months;
}

/**
 * unknown: the ledger does not tell. none: there is nothing to pay. overdue: not settled although its last day is over.
 */
export interface BillState {
  state: 'unknown' | 'none' | 'paid' | 'partly' | 'open' | 'overdue';
  /** What of it is not settled, in minor units; of an unknown one all of it. */
  left: number;
}

/** B3, B6: what became of a bill. `owed` is `owedByMonth` of `ledgerToNow`, `others` are all bills of the account. */
export function billState(
  bill: Statement,
  { owed, others, today }: { owed: readonly OwedMonth[]; others: readonly Statement[]; today: Day },
): BillState {
  const { total, due, period } = bill;
  if (total <= 0) return { state: 'none', left: 0 };
  const month = owed.find((one) => one.period === period);
  if (!month) return { state: 'unknown', left: total };
  // Of several bills of a month, too, the oldest is settled first. One below 0 has nothing to be settled.
  const newer = others.filter((other) => other.period === period && isNewer(other, bill));
  const leftToNewer = newer.reduce((sum, other) => sum + Math.max(0, other.total), 0);
  const left = Math.min(total, Math.max(0, month.owed - leftToNewer));
  if (left === 0) return { state: 'paid', left };
  if (due < today) return { state: 'overdue', left };
  return { state: left < total ? 'partly' : 'open', left };
}

const isNewer = (a: Statement, b: Statement): boolean =>
  a.issuedOn === b.issuedOn ? a.number > b.number : a.issuedOn > b.issuedOn;
