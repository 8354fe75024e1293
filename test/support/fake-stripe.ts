import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { v7 } from 'uuid';
import type { PaymentProvider } from '../../server/payments/provider.ts';
import { createStripe } from '../../server/payments/stripe.ts';
import type { Engine } from './databases.ts';
import type { TestServer } from './test-server.ts';

export interface AskedOfStripe {
  path: string;
  params: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/** What the API does with a request; nobody: it never answers. */
type Behaviour = { status: number; body: string } | 'session' | 'nobody' | 'hangs-up';

const key = 'sk_test_ofTheTests';
const webhookSecret = 'whsec_ofTheTests';

/** Stripe's API on a free port, and its events, signed by its own package. */
export class FakeStripe {
  readonly asked: AskedOfStripe[] = [];
  /** As the configuration has them. */
  readonly settings = { key, webhookSecret };
  behaviour: Behaviour = 'session';
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += String(piece);
      const params = new URLSearchParams(body);
      this.asked.push({ path: request.url ?? '', params, headers: request.headers });
      const { behaviour } = this;
      if (behaviour === 'nobody') return;
      if (behaviour === 'hangs-up') return request.socket.destroy();
      const { status, body: answer } = behaviour === 'session' ? sessionAnswer(params) : behaviour;
      response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1' }).end(answer);
    });
  }

  /** Ends after the tests. */
  static async start({ atEnd }: Engine): Promise<FakeStripe> {
    const fake = new FakeStripe();
    fake.#server.listen(0, '127.0.0.1');
    await once(fake.#server, 'listening');
    atEnd(() => fake.stop());
    return fake;
  }

  provider({ timeoutMs = 5_000 }: { timeoutMs?: number } = {}): PaymentProvider {
    const { port } = this.#server.address() as AddressInfo;
    return createStripe({ key, webhookSecret, timeoutMs, api: { host: '127.0.0.1', port, protocol: 'http' } });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The same key of idempotency is the same session. */
const sessionAnswer = (params: URLSearchParams): { status: number; body: string } => {
  const id = `cs_test_${params.get('client_reference_id')}`;
  return { status: 200, body: JSON.stringify({ id, object: 'checkout.session', url: `https://pay.example/${id}` }) };
};

export interface StripeEvent {
  id: string;
  object: 'event';
  type: string;
  data: { object: object };
}

export const stripeEvent = (type: string, object: object, id = `evt_${v7()}`): StripeEvent => ({
  id,
  object: 'event',
  type,
  data: { object },
});

type Of = { payment: string; amount: number; currency?: string };

const metadata = (payment: string) => ({ meterbook_payment: payment, meterbook_reference: 'MB-1' });

/** `checkout.session.…` of a payment. */
export const sessionEvent = (
  kind: 'completed' | 'expired' | 'async_payment_succeeded' | 'async_payment_failed',
  { payment, amount, currency = 'eur' }: Of,
  change: object = {},
): StripeEvent => {
  const paid = kind === 'completed' || kind === 'async_payment_succeeded';
  return stripeEvent(`checkout.session.${kind}`, {
    id: `cs_test_${payment}`,
    object: 'checkout.session',
    client_reference_id: payment,
    metadata: metadata(payment),
    payment_status: paid ? 'paid' : 'unpaid',
    amount_total: amount,
    currency,
    ...change,
  });
};

/** `refunded`: in all, up to now. */
export const refundEvent = (
  { payment, amount, currency = 'eur' }: Of,
  refunded: number,
  change: object = {},
): StripeEvent =>
  stripeEvent('charge.refunded', {
    id: `ch_${payment}`,
    object: 'charge',
    metadata: metadata(payment),
    amount,
    amount_refunded: refunded,
    currency,
    refunded: refunded === amount,
    ...change,
  });

/** The signature header of a body, as Stripe makes it; `timestamp` in seconds. */
export const signatureOf = (
  payload: string,
  { secret = webhookSecret, timestamp }: { secret?: string; timestamp?: number } = {},
): string =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp !== undefined && { timestamp }) });

/** Tells the server an event, signed rightly unless something else is wanted; answers with the status. */
export async function tell(
  server: TestServer,
  event: StripeEvent | string,
  { body = typeof event === 'string' ? event : JSON.stringify(event), headers }: TellOptions = {},
): Promise<number> {
  const signed = headers ?? { 'stripe-signature': signatureOf(body) };
  const answer = await fetch(`${server.url}/payments/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...signed },
    body,
  });
  await answer.arrayBuffer();
  return answer.status;
}

interface TellOptions {
  body?: string;
  headers?: Record<string, string>;
}
