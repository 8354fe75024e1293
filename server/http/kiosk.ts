import type { Context, Middleware } from 'koa';
import { enrolKioskInput, kioskHelloInput } from '../../shared/kiosk-forms.ts';
import { pathOf } from '../../shared/sync.ts';
import type { z } from '../../shared/zod.ts';
import { cookieValue } from '../auth/cookie-value.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { enrolKiosk, greetKiosk } from '../kiosks/enrol.ts';
import { clientAddress } from './client-address.ts';
import { refuseStrangers } from './own-pages.ts';
import { readText } from './read-body.ts';
import { answerRefusal } from './refusal.ts';

const mostBytes = 4 * 1024;

/** The longest that browsers keep a cookie; contact prolongs it. */
const maxAgeSeconds = 400 * 86_400;

/**
 * What a kiosk asks for itself, by JSON from our own pages as at `/trpc`:
 *
 *   POST /kiosk/enrol {code, appVersion}   → {kiosk: {id, name}}, and its credential as a cookie that no script reads
 *   POST /kiosk/hello {appVersion}         → {kiosk: {id, name}}; 401 and no cookie where it was revoked
 *
 * `secure`: as for the session's cookie.
 */
export function kioskEndpoint(services: Services, { secure }: { secure: boolean }): Middleware {
  const name = secure ? '__Host-meterbook-kiosk' : 'meterbook-kiosk';
  const cookie = (value: string, maxAge: number) =>
    `${name}=${value}; HttpOnly; Max-Age=${maxAge}; Path=/; SameSite=Strict${secure ? '; Secure' : ''}`;

  return async (ctx, next) => {
    if (ctx.path !== '/kiosk/enrol' && ctx.path !== '/kiosk/hello') return next();
    ctx.set('cache-control', 'no-store');
    try {
      refuseStrangers(ctx, ['application/json']);
      const body = await readText(ctx, mostBytes);
      ctx.body = ctx.path === '/kiosk/enrol' ? await enrol(ctx, body) : await hello(ctx, body);
    } catch (error) {
      answerRefusal(ctx, error);
    }
  };

  async function enrol(ctx: Context, body: string): Promise<object> {
    const input = parse(enrolKioskInput, body);
    const { kiosk, credential } = await enrolKiosk(services, { ...input, address: clientAddress(ctx) });
    ctx.append('set-cookie', cookie(credential, maxAgeSeconds));
    return { kiosk };
  }

  async function hello(ctx: Context, body: string): Promise<object> {
    const { appVersion } = parse(kioskHelloInput, body);
    const credential = cookieValue(ctx.get('cookie'), name);
    try {
      const kiosk = await greetKiosk(services, { credential, appVersion });
      ctx.append('set-cookie', cookie(credential ?? '', maxAgeSeconds));
      return { kiosk };
    } catch (error) {
      const isOver = error instanceof ProblemError && error.problem.code === 'signed_out';
      if (isOver && credential !== null) ctx.append('set-cookie', cookie('', 0));
      throw error;
    }
  }
}

function parse<T>(schema: z.ZodType<T>, body: string): T {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new ProblemError({ code: 'bad_input', path: 'body' });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ProblemError({ code: 'bad_input', path: pathOf(parsed.error) });
  return parsed.data;
}
