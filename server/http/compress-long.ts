import type { Middleware } from 'koa';
import compress from 'koa-compress';

/** Below this many characters an answer is sent as it is, without so much as a look at what the client accepts. */
const long = 2048;

/** Compresses long texts, each as the client likes it. Files of the app are compressed when it is built. */
export function compressLong(): Middleware {
  const compressed = compress({ br: { params: {} }, gzip: {}, deflate: false });
  return async (ctx, next) => {
    await next();
    if (typeof ctx.body === 'string' && ctx.body.length >= long) await compressed(ctx, async () => {});
  };
}
