import { isUuid } from '../../shared/ids.ts';
import { z } from '../../shared/zod.ts';
import type { Told } from './next-state.ts';
import type { EventReading } from './provider.ts';

const currency = z
  .string()
  .regex(/^[a-z]{3}$/)
  .transform((code) => code.toUpperCase());
const amount = z.int().min(0);

const event = z.object({ id: z.string().min(1).max(255), type: z.string(), data: z.object({ object: z.unknown() }) });

/** A charge has the metadata of its payment intent, and so the same as its session. */
const ours = z.object({ metadata: z.object({ meterbook_payment: z.string().refine(isUuid) }) });

const paidSession = z.object({ payment_status: z.string(), amount_total: amount, currency });
const refundedCharge = z.object({ amount: amount.min(1), amount_refunded: amount, currency });

/**
 * What an event of Stripe, whose signature was right, says of a payment of ours (https://docs.stripe.com/api/events/types).
 * Events of payments that others make with the same Stripe account are ignored like those of kinds that say nothing to us.
 * Throws where a field that we need is not as Stripe documents it.
 */
export function readStripeEvent(constructed: unknown): EventReading {
  const { id, type, data } = event.parse(constructed);
  const payment = ours.safeParse(data.object).data?.metadata.meterbook_payment;
  const told = payment === undefined ? null : toldBy(type, data.object);
  if (payment === undefined || told === null) return { kind: 'ignored' };
  return { kind: 'event', event: { id, kind: type, payment, told } };
}

function toldBy(type: string, object: unknown): Told | null {
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const { payment_status, amount_total, currency } = paidSession.parse(object);
      // A bank transfer is under way: that it came, or did not, is told later.
      return payment_status === 'paid' ? { kind: 'received', amount: amount_total, currency } : null;
    }
    case 'checkout.session.expired':
    case 'checkout.session.async_payment_failed':
      return { kind: 'failed' };
    case 'charge.refunded': {
      const { amount, amount_refunded, currency } = refundedCharge.parse(object);
      return { kind: 'refunded', refunded: amount_refunded, amount, currency };
    }
    default:
      return null;
  }
}
