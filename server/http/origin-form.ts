import type { Middleware } from 'koa';
import { errorBody } from '../errors.ts';

/** A request's target is a path (RFC 9112 § 3.2.1). Whole addresses are for proxies, and whatever else is noise. */
export function originForm(): Middleware {
  return async (ctx, next) => {
    if (ctx.req.url?.startsWith('/') && URL.canParse(ctx.req.url, 'http://localhost')) return next();
    ctx.status = 400;
    ctx.body = errorBody({ code: 'bad_input', path: 'url' });
  };
}
