import type { Middleware } from 'koa';

/** While the server stops, each answer closes its connection, or idle ones would hold the stop up. */
export function lastAnswers({ stopping }: { stopping: () => boolean }): Middleware {
  return async (ctx, next) => {
    await next();
    if (stopping()) ctx.set('connection', 'close');
  };
}
