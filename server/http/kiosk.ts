import type { Context, Middleware } from 'koa';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import { enrolKioskInput, kioskHelloInput } from '../../shared/kiosk-forms.ts';
import { pathOf } from '../../shared/sync.ts';
import type { z } from '../../shared/zod.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { enrolKiosk } from '../kiosks/enrol.ts';
import { greetingTo, greetKiosk } from '../kiosks/greet.ts';
import { knownCaller } from '../kiosks/signed-in.ts';
import { clientAddress } from './client-address.ts';
import { refuseStrangers } from './own-pages.ts';
import { readText } from './read-body.ts';
import { answerRefusal } from './refusal.ts';

const mostBytes = 4 * 1024;

/**
 * What a kiosk asks for itself, by JSON from our own pages as at `/trpc`; both answer with a KioskGreeting:
 *
 *   POST /kiosk/enrol {code, appVersion}                       and its credential is set as a cookie that no script reads
 *   POST /kiosk/hello {appVersion, waiting, oldest, refused}   401 where it is none any more. As long as it may hand in what it
 *                                                              had sealed, it keeps its cookie, which is good for nothing else
 */
export function kioskEndpoint(services: Services): Middleware {
  const { kioskCookies: cookies } = services;

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

  async function enrol(ctx: Context, body: string): Promise<KioskGreeting> {
    const input = parse(enrolKioskInput, body);
    const had = cookies.read(ctx.get('cookie'));
    const { kiosk, credential } = await enrolKiosk(services, { ...input, address: clientAddress(ctx), had });
    ctx.append('set-cookie', cookies.keep(credential));
    return greetingTo(services, kiosk);
  }

  async function hello(ctx: Context, body: string): Promise<KioskGreeting> {
    const said = parse(kioskHelloInput, body);
    const cookie = cookies.read(ctx.get('cookie'));
    const caller = await knownCaller(services, { kioskCredential: cookie, address: clientAddress(ctx) });
    if (cookie !== null && (!caller || caller.may === 'nothing')) ctx.append('set-cookie', cookies.forget());
    if (cookie === null || !caller) throw new ProblemError({ code: 'signed_out' });
    const { greeting, next } = await greetKiosk(services, { caller, said });
    ctx.append('set-cookie', cookies.keep(next === null ? cookie : `${next}.${caller.credential}`));
    return greeting;
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
