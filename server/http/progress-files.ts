import { Readable } from 'node:stream';
import type { Context, Middleware } from 'koa';
import { verificationFilter } from '../../shared/progress-forms.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { verificationsFile } from '../progress/verifications.ts';
import { answerRefusal } from './refusal.ts';
import { staffAsking } from './staff-asking.ts';

const path = '/office/verifications.csv';

/** `GET /office/verifications.csv?step=&building=&service=`: what the list shows, for clerks and above. It is noted in the audit log. */
export function progressFiles(services: Services): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== path) return next();
    ctx.set('cache-control', 'private, no-store');
    try {
      await send(ctx);
    } catch (error) {
      answerRefusal(ctx, error);
    }
  };

  async function send(ctx: Context): Promise<void> {
    const { staff, allowed } = await staffAsking(services, ctx, 'clerk');
    const { step, building, service } = ctx.query;
    const parsed = verificationFilter.safeParse({
      step: step || null,
      building: building || null,
      service: service || null,
    });
    if (!parsed.success) throw new ProblemError({ code: 'bad_input', path: '' });
    const bytes = await verificationsFile(allowed, { filter: parsed.data, actor: staff.id });
    ctx.status = 200;
    ctx.set('x-content-type-options', 'nosniff');
    ctx.attachment('verifications.csv');
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = Readable.from(bytes);
  }
}
