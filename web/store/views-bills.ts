import type { LedgerRow, OnlinePayment, Payment, Statement } from '../../shared/bill.ts';
import { type Debt, debtOf, owedByMonth } from '../../shared/debt.ts';
import type { AccountId } from '../../shared/ids.ts';
import { type Day, periodOfDay } from '../../shared/period.ts';
import { type BillState, billState, ledgerToNow } from '../../shared/standing.ts';
import type { BillsRows } from './bills-rows.ts';

/** What the screens of billing show of one account, derived anew whenever a row of it changes or a day begins. */
export interface BillsView {
  account: AccountId;
  /** Newest first. */
  bills: readonly BillView[];
  /** As billing sent it, newest month first. */
  ledger: readonly LedgerRow[];
  /** Newest first. */
  payments: readonly Payment[];
  /** Begun in the portal and on its way: the provider has it, and billing does not know of it yet. Newest first. */
  onTheirWay: readonly OnlinePayment[];
  /** What else became of payments that were begun in the portal, newest first. */
  onlinePayments: readonly OnlinePayment[];
  /** B3, B6: null where there is no ledger to tell. */
  debt: Debt | null;
  /** The company's day. */
  today: Day;
}

export interface BillView extends BillState {
  bill: Statement;
  /** The bill before it, to compare with: the newest of an earlier month. */
  previous: Statement | null;
}

/** Pure: the same rows and day always give the same view. `today` is the company's. */
export function billsView(account: AccountId, rows: BillsRows, today: Day): BillsView {
  const { statements } = rows;
  const months = ledgerToNow(rows.ledger, rows);
  const owed = owedByMonth(months);
  const bills = [...statements].sort((a, b) =>
    newestFirst([a.period, a.issuedOn, a.number], [b.period, b.issuedOn, b.number]),
  );
  const payments = [...rows.payments].sort((a, b) => newestFirst([a.date, a.number], [b.date, b.number]));
  const online = [...rows.onlinePayments].sort((a, b) => newestFirst([a.startedAt, a.id], [b.startedAt, b.id]));
  return {
    account,
    bills: bills.map((bill, at) => ({
      bill,
      previous: bills.slice(at + 1).find(({ period }) => period < bill.period) ?? null,
      ...billState(bill, { owed, others: statements, today }),
    })),
    ledger: [...rows.ledger].sort((a, b) => newestFirst([a.period], [b.period])),
    payments,
    onTheirWay: online.filter(({ state }) => state === 'received'),
    onlinePayments: online.filter(({ state }) => state !== 'received'),
    debt: months.length > 0 ? debtOf(months, periodOfDay(today)) : null,
    today,
  };
}

/** What may still be paid of a debt when what is on its way is taken off; 0 or more. */
export function leftToPay({ debt, onTheirWay }: Pick<BillsView, 'debt' | 'onTheirWay'>): number {
  const coming = onTheirWay.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
  return Math.max(0, (debt?.balance ?? 0) - coming);
}

/**
 * B3: whether what is owed is said loudly. Above the company's threshold it is, but not while all of it is on bills that can
 * still be paid in time.
 */
export function isLoud({ debt, bills }: Pick<BillsView, 'debt' | 'bills'>, debtThresholdMonths: number): boolean {
  if (!debt || debt.balance <= 0 || debt.months <= debtThresholdMonths) return false;
  const inTime = bills.filter(({ state }) => state === 'open' || state === 'partly');
  return debt.balance > inTime.reduce((sum, { left }) => sum + left, 0);
}

function newestFirst(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? 1 : -1;
}
