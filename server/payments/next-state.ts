import { plainAmount } from '../../shared/amount.ts';
import type { OnlinePaymentState } from '../../shared/bill.ts';

/** What a provider can tell of a payment. Money is minor units; a currency is its code in capitals. */
export type Told =
  | { kind: 'received'; amount: number; currency: string }
  /** Nothing was paid, and with this attempt nothing will be. */
  | { kind: 'failed' }
  /** Of `amount`, which was paid, `refunded` has gone back in all. */
  | { kind: 'refunded'; refunded: number; amount: number; currency: string };

export interface Standing {
  state: OnlinePaymentState;
  refunded: number;
  /** What the office has to look at; null: nothing. */
  fault: string | null;
}

/**
 *   begun ──► failed ──► received ──► refunded
 *     └────────────────────►┘ └────► confirmed   (by the import of payments, never by an event)
 *
 * Events come late, twice and in any order, so a payment only moves to the right: what says less than is known changes
 * nothing, and whatever the order, the same events end in the same standing. That money came is stronger than any word that
 * it did not; a refund says that it had come. Once billing has booked it, it stays confirmed, and counts what goes back.
 */
export function nextState(
  { state, refunded, fault }: Standing,
  asked: { amount: number; currency: string },
  told: Told,
): Standing {
  if (told.kind === 'failed') return { state: further(state, 'failed'), refunded, fault };
  const mismatch =
    told.amount === asked.amount && told.currency === asked.currency
      ? null
      : `paid ${money(told)}, asked ${money(asked)}`;
  const faults = joined(fault, mismatch);
  if (told.kind === 'received') return { state: further(state, 'received'), refunded, fault: faults };
  return {
    state: further(state, told.refunded >= told.amount ? 'refunded' : 'received'),
    refunded: Math.max(refunded, told.refunded),
    fault: faults,
  };
}

/** What comes to stand when both are known. Nothing that a provider tells goes beyond what billing has booked. */
const order: readonly OnlinePaymentState[] = ['begun', 'failed', 'received', 'refunded', 'confirmed'];

const further = (one: OnlinePaymentState, other: OnlinePaymentState): OnlinePaymentState =>
  order.indexOf(other) > order.indexOf(one) ? other : one;

const money = ({ amount, currency }: { amount: number; currency: string }): string =>
  `${plainAmount(amount)} ${currency}`;

/** Each once and sorted, so that the order in which they were found leaves no trace. */
function joined(known: string | null, found: string | null): string | null {
  if (found === null) return known;
  const all = new Set([...(known?.split('; ') ?? []), found]);
  return [...all].sort().join('; ');
}
