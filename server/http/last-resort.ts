import type { Middleware } from 'koa';
import type { Log } from '../context.ts';
import { errorBody } from '../errors.ts';
import { targetPath } from './target-path.ts';

/** An error that nobody foresaw: the log gets all of it, the caller a code. */
export function lastResort(log: Log): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      log.error({ err: error, method: ctx.method, path: targetPath(ctx.req) }, 'unforeseen');
      ctx.status = 500;
      ctx.body = errorBody({ code: 'internal' });
    }
  };
}
