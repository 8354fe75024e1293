import { Readable } from 'node:stream';
import type { Context, Middleware } from 'koa';
import { isUuid } from '../../shared/ids.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { mostUploadBytes, openUpload, receiveUpload, takeUpload } from '../exchange/uploads.ts';
import { staffSignedIn } from '../staff/signed-in.ts';
import { stillAllowed } from '../staff/while-allowed.ts';
import { kindOfFile } from '../tables/sniff.ts';
import { bodyOf } from './body-of.ts';
import { inertPolicy } from './inert-policy.ts';
import { refuseStrangers } from './own-pages.ts';
import { answerRefusal } from './refusal.ts';
import { contextOf } from './request-context.ts';
import { staffAsking } from './staff-asking.ts';

/**
 * Files of the office, for clerks and above:
 *
 *   POST /office/uploads?name=konti.xlsx   the file as the body, `application/octet-stream`; answers with an UploadAnswer
 *   GET  /office/uploads/<id>              the file again, to be saved
 */
export function uploads(services: Services, { mostBytes = mostUploadBytes }: { mostBytes?: number } = {}): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/office/uploads' && !ctx.path.startsWith('/office/uploads/')) return next();
    ctx.set('cache-control', 'private, no-store');
    try {
      if (ctx.path === '/office/uploads') await receive(ctx);
      else await send(ctx);
    } catch (error) {
      // The rest of a body is not read, so the connection cannot carry another request.
      if (ctx.method === 'POST') ctx.set('connection', 'close');
      answerRefusal(ctx, error);
    }
  };

  async function receive(ctx: Context): Promise<void> {
    refuseStrangers(ctx, ['application/octet-stream']);
    const { staff, staffSession } = await staffSignedIn(contextOf(services, ctx), 'clerk');
    const allowed = stillAllowed(services, staffSession, 'clerk');
    if (Number(ctx.get('content-length')) > mostBytes) throw new ProblemError({ code: 'too_large' });
    const { name } = ctx.query;
    if (typeof name !== 'string') throw new ProblemError({ code: 'bad_input', path: 'name' });
    const upload = await receiveUpload(services, { name, actor: staff.id, bytes: bodyOf(ctx) }, { mostBytes, allowed });
    const kind = await kindOfFile(await openUpload(services.db, upload.id));
    ctx.body = { id: upload.id, name: upload.name, size: upload.size, kind };
  }

  async function send(ctx: Context): Promise<void> {
    const { staff, allowed } = await staffAsking(services, ctx, 'clerk');
    const id = ctx.path.slice('/office/uploads/'.length);
    if (!isUuid(id)) throw new ProblemError({ code: 'not_found' });
    const file = await takeUpload(allowed, { id, actor: staff.id });
    ctx.status = 200;
    ctx.set('content-security-policy', inertPolicy);
    ctx.set('x-content-type-options', 'nosniff');
    ctx.attachment(file.upload.name);
    ctx.type = 'application/octet-stream';
    ctx.length = file.upload.size;
    ctx.body = Readable.from(file.open());
  }
}
