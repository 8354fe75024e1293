import type { Company, Language } from '../../shared/company.ts';
import type { OnlinePaymentId } from '../../shared/ids.ts';
import type { Told } from './next-state.ts';

/** What a resident is about to pay. Money is minor units. */
export interface PaymentOrder {
  id: OnlinePaymentId;
  /** By which billing finds it. */
  reference: string;
  amount: number;
  currency: Company['currency'];
  /** What it is for, as the resident reads it on the provider's page. */
  description: string;
  email: string | null;
  returnUrl: string;
  cancelUrl: string;
  language: Language;
}

/** What the provider tells of a payment of ours. */
export interface PaymentEvent {
  /** The provider's own; the same again has the same. */
  id: string;
  /** As the provider calls it. */
  kind: string;
  payment: OnlinePaymentId;
  told: Told;
}

/** ignored: truly the provider's, and nothing that we act on. refused: not the provider's, too old, or not to be read. */
export type EventReading =
  | { kind: 'event'; event: PaymentEvent }
  | { kind: 'ignored' }
  | { kind: 'refused'; why: 'signature' | 'content' };

/**
 * Who takes the residents' money. The resident is sent to its page; what became of the payment it tells by events, signed,
 * late, repeated and out of order, and by nothing else.
 */
export interface PaymentProvider {
  /** Stands in the tables and in the address of the webhook, `/payments/<name>`. */
  readonly name: string;
  /** The header of an event that proves whose it is. */
  readonly signatureHeader: string;
  /** Throws a ProviderFault. The same id again is the same payment. */
  begin(order: PaymentOrder): Promise<{ providerId: string; url: string }>;
  /** Reads an event as it came, byte by byte. Throws nothing. */
  readEvent(body: Buffer, signature: string): EventReading;
}

/** The provider did not begin the payment: it is not there, or it refuses the amount. */
export class ProviderFault extends Error {
  readonly why: 'unavailable' | 'amount';
  /** For the log: what the provider calls it, without keys, names and addresses. */
  readonly detail: Readonly<Record<string, string | number | null>>;

  constructor(why: ProviderFault['why'], detail: ProviderFault['detail'], cause?: unknown) {
    super(`the provider of payments: ${why}`, { cause });
    this.name = 'ProviderFault';
    this.why = why;
    this.detail = detail;
  }
}
