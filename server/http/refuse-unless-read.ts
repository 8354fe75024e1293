import type { Context } from 'koa';

/** Refuses every method but those that read, with what there is (RFC 9110 § 15.5.6); answers whether it did. */
export function refuseUnlessRead(ctx: Context): boolean {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return false;
  ctx.status = 405;
  ctx.set('allow', 'GET, HEAD');
  return true;
}
