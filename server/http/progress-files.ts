import { Readable } from 'node:stream';
import type { Context, Middleware } from 'koa';
import { verificationFilter } from '../../shared/progress-forms.ts';
import type { Services } from '../context.ts';
import { isTransient } from '../db/database.ts';
import { errorBody, ProblemError, statusOf } from '../errors.ts';
import { verificationsFile } from '../progress/verifications.ts';
import { staffSignedIn } from '../staff/signed-in.ts';
import { contextOf } from './request-context.ts';

const path = '/office/verifications.csv';

/** `GET /office/verifications.csv?step=&building=&service=`: what the list shows, for clerks and above. It is noted in the audit log. */
export function progressFiles(services: Services): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== path) return next();
    ctx.set('cache-control', 'private, no-store');
    try {
      await send(ctx);
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : isTransient(error) ? tryAgain : null;
      if (!problem) throw error;
      ctx.status = statusOf(problem);
      ctx.body = errorBody(problem);
    }
  };

  async function send(ctx: Context): Promise<void> {
    if (ctx.method !== 'GET') throw new ProblemError({ code: 'not_found' });
    // `none`: somebody typed the address.
    if (!['', 'same-origin', 'none'].includes(ctx.get('sec-fetch-site'))) throw new ProblemError({ code: 'forbidden' });
    const { staff } = await staffSignedIn(contextOf(services, ctx), 'clerk');
    const { step, building, service } = ctx.query;
    const parsed = verificationFilter.safeParse({
      step: step || null,
      building: building || null,
      service: service || null,
    });
    if (!parsed.success) throw new ProblemError({ code: 'bad_input', path: '' });
    const bytes = await verificationsFile(services, { filter: parsed.data, actor: staff.id });
    ctx.status = 200;
    ctx.set('x-content-type-options', 'nosniff');
    ctx.attachment('verifications.csv');
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = Readable.from(bytes);
  }
}

const tryAgain = { code: 'try_again' } as const;
