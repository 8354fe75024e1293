import type { Context, Middleware } from 'koa';
import type { Problem } from '../../shared/problem.ts';
import type { Services } from '../context.ts';
import { isTransient } from '../db/database.ts';
import { errorBody, ProblemError, statusOf } from '../errors.ts';
import type { PaymentProvider } from '../payments/provider.ts';
import { takeEvent } from '../payments/take-event.ts';
import { readBytes } from './read-body.ts';

/** Stripe's events of what we ask for have some kilobytes. */
const mostBytes = 256 * 1024;

/**
 * `/payments/<provider>`: where the provider of payments tells what became of them. The signature alone says whose it is, so
 * neither session nor origin is asked for. 200: taken, known already, or nothing for us. 400: not the provider's, or not to be
 * read; nothing changes. 503 and 500: the provider tells it again later. Without a provider there is no such address.
 */
export function paymentWebhook(services: Services): Middleware {
  const { payments: provider } = services;
  if (!provider) return (_, next) => next();
  const path = `/payments/${provider.name}`;
  return async (ctx, next) => {
    if (ctx.path !== path) return next();
    ctx.set('cache-control', 'no-store');
    if (ctx.method !== 'POST') {
      ctx.status = 405;
      ctx.set('allow', 'POST');
      return;
    }
    try {
      await hear(ctx, services, provider);
      ctx.body = { received: true };
    } catch (error) {
      const problem = problemOf(error);
      ctx.status = statusOf(problem);
      ctx.body = errorBody(problem);
    }
  };
}

async function hear(ctx: Context, services: Services, provider: PaymentProvider): Promise<void> {
  const { log } = services;
  const { name, signatureHeader } = provider;
  const reading = provider.readEvent(await readBytes(ctx, mostBytes), ctx.get(signatureHeader));
  if (reading.kind === 'ignored') return;
  if (reading.kind === 'refused') {
    const { why } = reading;
    log.warn({ provider: name, why }, 'an event of a payment was refused');
    throw new ProblemError({ code: 'bad_input', path: why === 'signature' ? signatureHeader : 'body' });
  }
  const { id, kind, payment } = reading.event;
  const taken = await takeEvent(services, name, reading.event);
  const line = { provider: name, event: id, kind, payment };
  if (taken === 'unknown') log.warn(line, 'an event is about a payment that is not here');
  else log.info({ ...line, taken }, 'an event of a payment');
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isTransient(error)) return { code: 'try_again' };
  throw error;
}
