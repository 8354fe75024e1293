import type { AccountId, OnlinePaymentId, PaymentId, StatementId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { LedgerMonth } from './ledger.ts';
import type { Day, Period } from './period.ts';

/** What residents pull of billing. Money is whole minor units of the company's currency (B1). */

/** B4: how billing found the volume of a charge. */
export const chargeMethods = ['meter', 'average', 'norm'] as const;
export type ChargeMethod = (typeof chargeMethods)[number];

export interface StatementLine {
  /** As billing calls it. */
  service: string;
  /** A decimal as billing wrote it, with a point: `"3.000"`. Null where the service has none. */
  volume: string | null;
  unit: string | null;
  /** Major units of the currency for one unit, a decimal with a point: `"43.68"`. */
  tariff: string | null;
  method: ChargeMethod | null;
  charged: number;
  recalculated: number;
  /** What is taken off the charge: 0 or more. */
  benefit: number;
  /** 0 or more. */
  penalty: number;
}

/** A bill, in Russia a receipt to be paid (квитанция). */
export interface Statement {
  id: StatementId;
  account: AccountId;
  /** The account's version at which it last changed. */
  revision: number;
  period: Period;
  issuedOn: Day;
  number: string;
  description: string;
  /** The last day on which it can be paid in time. */
  due: Day;
  total: number;
  /** In billing's order. */
  lines: readonly StatementLine[];
  /** Billing's own PDF is there; without one the server draws it. */
  printed: boolean;
}

/** A month of the ledger as residents pull it. There is one for an account and period. */
export interface LedgerRow extends LedgerMonth {
  account: AccountId;
  /** The account's version at which it last changed. */
  revision: number;
}

/** A payment that billing knows of. */
export interface Payment {
  id: PaymentId;
  account: AccountId;
  date: Day;
  /** Above 0. */
  amount: number;
  number: string;
  /** Through whom it came, as billing calls it. */
  source: string;
}

/**
 * begun: nothing is known but that the resident went to pay. received: the provider has the money and billing does not know
 * of it yet. confirmed: billing has booked it. failed: nothing was paid. refunded: all of it went back.
 */
export const onlinePaymentStates = ['begun', 'received', 'confirmed', 'failed', 'refunded'] as const;
export type OnlinePaymentState = (typeof onlinePaymentStates)[number];

/** A payment that was begun in the portal. It never changes the ledger: billing does. */
export interface OnlinePayment {
  id: OnlinePaymentId;
  account: AccountId;
  /** The bill that it was begun for; null for a whole debt or another amount. */
  statement: StatementId | null;
  amount: number;
  /** Of it, what went back. */
  refunded: number;
  /** By which billing finds it again. */
  reference: string;
  state: OnlinePaymentState;
  startedAt: Instant;
  changedAt: Instant;
}

type Amounts = Pick<StatementLine, 'charged' | 'recalculated' | 'benefit' | 'penalty'>;

/** B5: what the lines of a bill come to. */
export const sumOfLines = (lines: readonly Amounts[]): number => lines.reduce((sum, line) => sum + amountOf(line), 0);

/** B5: charged + recalculated − benefit + penalty. */
export const amountOf = ({ charged, recalculated, benefit, penalty }: Amounts): number =>
  charged + recalculated - benefit + penalty;
