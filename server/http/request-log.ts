import type { Middleware } from 'koa';
import type { Log } from '../context.ts';
import { targetPath } from './target-path.ts';

/** One line a request: what, how it ended, how long it took. No query, no body, no cookie, no address of the caller. */
export function requestLog(log: Log): Middleware {
  return async (ctx, next) => {
    const start = performance.now();
    try {
      await next();
    } finally {
      const ms = Math.round((performance.now() - start) * 10) / 10;
      log.info({ method: ctx.method, path: targetPath(ctx.req), status: ctx.status, ms }, 'request');
    }
  };
}
