import type { Context } from 'koa';
import { ProblemError } from '../errors.ts';

/** The body piece by piece, as it comes. What breaks off on the way is the request's fault: the problem `bad_input` of `body`. */
export async function* bodyOf(ctx: Context): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of ctx.req) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError({ code: 'bad_input', path: 'body' });
  }
  if (!ctx.req.complete) throw new ProblemError({ code: 'bad_input', path: 'body' });
}
