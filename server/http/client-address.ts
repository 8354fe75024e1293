import { isIP } from 'node:net';
import type { Context } from 'koa';

/**
 * The address that a request comes from, for limits by address. Behind a proxy (METERBOOK_BEHIND_PROXY) it is the last
 * one in X-Forwarded-For, the only one that our proxy wrote: those before it are whatever the client likes. Of several
 * proxies in a row the first must write the header anew and the others pass it on as it is. Otherwise, and where the
 * header holds no address, it is that of the connection.
 */
export function clientAddress(ctx: Pick<Context, 'app' | 'get' | 'req'>): string {
  const forwarded = ctx.app.proxy ? bareAddress(ctx.get('x-forwarded-for').split(',').at(-1) ?? '') : null;
  return forwarded ?? bareAddress(ctx.req.socket.remoteAddress ?? '') ?? '';
}

/** Some proxies add the port; an IPv4 address may come dressed as IPv6 (RFC 4291 § 2.5.5.2). */
function bareAddress(text: string): string | null {
  const address = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? null : address.toLowerCase();
}
