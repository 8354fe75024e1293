import type { Context, Middleware } from 'koa';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import { enrolKioskInput, kioskHelloInput } from '../../shared/kiosk-forms.ts';
import { pathOf } from '../../shared/sync.ts';
import type { z } from '../../shared/zod.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { kioskCredentialHash } from '../kiosks/codes.ts';
import { enrolKiosk } from '../kiosks/enrol.ts';
import { greetingTo, greetKiosk } from '../kiosks/greet.ts';
import { kioskByAnyCredential } from '../kiosks/queries.ts';
import { clientAddress } from './client-address.ts';
import { refuseStrangers } from './own-pages.ts';
import { readText } from './read-body.ts';
import { answerRefusal } from './refusal.ts';

const mostBytes = 4 * 1024;

/**
 * What a kiosk asks for itself, by JSON from our own pages as at `/trpc`; both answer with a KioskGreeting:
 *
 *   POST /kiosk/enrol {code, appVersion}                       and its credential is set as a cookie that no script reads
 *   POST /kiosk/hello {appVersion, waiting, oldest, refused}   401 where it is none any more. One that was revoked keeps its
 *                                                              cookie, by which it hands in what it had sealed, and nothing else
 */
export function kioskEndpoint(services: Services): Middleware {
  const { db, kioskCookies: cookies } = services;

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
    const { kiosk, credential } = await enrolKiosk(services, { ...input, address: clientAddress(ctx) });
    ctx.append('set-cookie', cookies.keep(credential));
    return greetingTo(services, kiosk);
  }

  async function hello(ctx: Context, body: string): Promise<KioskGreeting> {
    const said = parse(kioskHelloInput, body);
    const credential = cookies.read(ctx.get('cookie'));
    try {
      const greeting = await greetKiosk(services, { credential, said });
      ctx.append('set-cookie', cookies.keep(credential ?? ''));
      return greeting;
    } catch (error) {
      const isOver = error instanceof ProblemError && error.problem.code === 'signed_out';
      if (isOver && credential !== null && !(await kioskByAnyCredential(db.reader, kioskCredentialHash(credential)))) {
        ctx.append('set-cookie', cookies.forget());
      }
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
