import type { Context } from 'koa';

/** Whether this is read; if not, the answer says what else there is (RFC 9110 § 15.5.6). */
export function isRead(ctx: Context): boolean {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return true;
  ctx.status = 405;
  ctx.set('allow', 'GET, HEAD');
  return false;
}
