import type { Statement } from '../../shared/bill.ts';
import type { StatementId } from '../../shared/ids.ts';
import { type BillsView, type BillView, leftToPay } from './views-bills.ts';

/** Something that can be paid with one transfer; `bill` is null for everything that is owed. */
export interface PayOffer {
  bill: Statement | null;
  /** Above 0; what is on its way is taken off. */
  amount: number;
}

/** More are not offered one by one: the whole debt has them in it. */
const mostBills = 12;

/**
 * What is offered to be paid: the whole debt first, then the bills that are not settled, newest first. Nothing is paid twice: what
 * is on its way is taken off, and no bill is offered for more than the whole. Of bills of which nobody knows whether they are
 * settled, because the ledger does not have their month, only the newest one is offered, and the one that was asked for.
 */
export function payOffers(view: BillsView, asked: StatementId | null): readonly PayOffer[] {
  const known = view.debt !== null;
  const whole = leftToPay(view);
  const bills = view.bills
    .filter(({ left, state, bill }, at) => left > 0 && (state !== 'unknown' || at === 0 || bill.id === asked))
    .map(({ bill, left }) => ({ bill, amount: Math.min(left - onItsWay(view, bill.id), known ? whole : left) }))
    .filter(({ amount }) => amount > 0);
  const shown = bills.filter(({ bill }, at) => at < mostBills || bill.id === asked);
  // One bill that is all of it would only be asked about twice.
  const same = shown.length === 1 && shown[0]?.amount === whole;
  return [...(whole > 0 && !same ? [{ bill: null, amount: whole }] : []), ...shown];
}

/** The bill that was asked for where it is not among the offers, to say why. */
export function notOffered(view: BillsView, offers: readonly PayOffer[], asked: StatementId | null): BillView | null {
  if (asked === null || offers.some(({ bill }) => bill?.id === asked)) return null;
  return view.bills.find(({ bill }) => bill.id === asked) ?? null;
}

/** What of a bill was paid and billing has not booked yet, in minor units. */
export const onItsWay = ({ onTheirWay }: BillsView, statement: StatementId): number =>
  onTheirWay
    .filter((payment) => payment.statement === statement)
    .reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
