import { Stripe } from 'stripe';
import type { PaymentOrder, PaymentProvider } from './provider.ts';
import { ProviderFault } from './provider.ts';
import { readStripeEvent } from './stripe-event.ts';

export interface StripeSettings {
  /** The secret key, or a restricted one that may write Checkout sessions. */
  key: string;
  /** Signs the events of the webhook. */
  webhookSecret: string;
  /** Where Stripe's API is, unless it is where it always is. */
  api?: { host: string; port: number; protocol: 'http' | 'https' };
  /** How long one request may take; there is a second one where the first breaks off. */
  timeoutMs?: number;
}

/** How old a signed event may be (Stripe's own default); what Stripe sends again it signs anew. */
const toleranceSeconds = 300;

/** Payments by Stripe Checkout, whose page the resident is sent to (https://docs.stripe.com/payments/checkout). */
export function createStripe({ key, webhookSecret, api, timeoutMs = 10_000 }: StripeSettings): PaymentProvider {
  // With telemetry it would tell Stripe of this machine, and keep a file in the home folder.
  const stripe = new Stripe(key, { ...api, timeout: timeoutMs, maxNetworkRetries: 1, telemetry: false });
  return {
    name: 'stripe',
    signatureHeader: 'stripe-signature',
    async begin(order) {
      try {
        const session = await stripe.checkout.sessions.create(sessionOf(order), { idempotencyKey: order.id });
        const { id, url } = session;
        if (!url) throw new ProviderFault('unavailable', { reason: 'no address of a page', session: id });
        return { providerId: id, url };
      } catch (error) {
        throw error instanceof Stripe.errors.StripeError ? faultOf(error) : error;
      }
    },
    readEvent(body, signature) {
      try {
        return readStripeEvent(stripe.webhooks.constructEvent(body, signature, webhookSecret, toleranceSeconds));
      } catch (error) {
        return {
          kind: 'refused',
          why: error instanceof Stripe.errors.StripeSignatureVerificationError ? 'signature' : 'content',
        };
      }
    },
  };
}

/** One line of this amount. The payment's id goes with the session and with its charge, so that events of both find it. */
function sessionOf(order: PaymentOrder): Stripe.Checkout.SessionCreateParams {
  const { id, reference, amount, description, email } = order;
  const metadata = { meterbook_payment: id, meterbook_reference: reference };
  return {
    mode: 'payment',
    submit_type: 'pay',
    client_reference_id: id,
    metadata,
    payment_intent_data: { metadata, description: `${reference}: ${description}` },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.currency.toLowerCase(),
          unit_amount: amount,
          product_data: { name: description },
        },
      },
    ],
    // What is asked for is what is paid: no other currency at Stripe's rate.
    adaptive_pricing: { enabled: false },
    ...(email !== null && { customer_email: email }),
    success_url: order.returnUrl,
    cancel_url: order.cancelUrl,
    locale: order.language,
  };
}

/** Stripe's messages may repeat what was sent, so the log gets none of them. */
function faultOf({ type, code, statusCode, requestId }: InstanceType<typeof Stripe.errors.StripeError>): ProviderFault {
  const why = code === 'amount_too_small' || code === 'amount_too_large' ? 'amount' : 'unavailable';
  const detail = { type, code: code ?? null, status: statusCode ?? null, request: requestId ?? null };
  return new ProviderFault(why, detail);
}
