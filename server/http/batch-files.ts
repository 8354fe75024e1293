import { Readable } from 'node:stream';
import type { Context, Middleware } from 'koa';
import { outForms } from '../../shared/exchange-desk.ts';
import type { Services } from '../context.ts';
import { takeBatch } from '../exchange/take-batch.ts';
import { answerRefusal } from './refusal.ts';
import { staffAsking } from './staff-asking.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  excel: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;

const path = new RegExp(`^/office/batches/([0-9a-f-]{36})/(${outForms.join('|')})$`);

/** `GET /office/batches/<id>/xlsx`: the readings of a batch, for clerks and above. It leaves a row in the audit log. */
export function batchFiles(services: Services): Middleware {
  return async (ctx, next) => {
    const [, id, form] = path.exec(ctx.path) ?? [];
    if (id === undefined) return next();
    ctx.set('cache-control', 'private, no-store');
    try {
      await send(ctx, id, form as (typeof outForms)[number]);
    } catch (error) {
      answerRefusal(ctx, error);
    }
  };

  async function send(ctx: Context, id: string, form: (typeof outForms)[number]): Promise<void> {
    const { staff, allowed } = await staffAsking(services, ctx, 'clerk');
    const { name, bytes } = await takeBatch(allowed, { id, form, actor: staff.id });
    ctx.status = 200;
    ctx.set('x-content-type-options', 'nosniff');
    ctx.attachment(name);
    ctx.type = types[form];
    ctx.body = Readable.from(bytes);
  }
}
