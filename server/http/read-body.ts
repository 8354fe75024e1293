import type { Context } from 'koa';
import rawBody from 'raw-body';
import { ProblemError } from '../errors.ts';

/** The body as text of at most so many bytes. Throws `too_large`, or `bad_input` for a request that breaks off. */
export const readText = (ctx: Context, mostBytes: number): Promise<string> =>
  guarded(ctx, rawBody(ctx.req, { ...measured(ctx, mostBytes), encoding: 'utf-8' }));

/** The same, byte by byte as it came. */
export const readBytes = (ctx: Context, mostBytes: number): Promise<Buffer> =>
  guarded(ctx, rawBody(ctx.req, measured(ctx, mostBytes)));

const measured = (ctx: Context, limit: number) => ({ limit, length: ctx.get('content-length') || null });

/** A request that breaks off ends here, and the middleware chain with it. */
async function guarded<T>(ctx: Context, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    // The rest of the body is not read, so the connection cannot carry another request.
    ctx.set('connection', 'close');
    const type = (error as { type?: unknown }).type;
    if (type === 'entity.too.large') throw new ProblemError({ code: 'too_large' });
    throw new ProblemError({ code: 'bad_input', path: 'body' });
  }
}
