import { isIP } from 'node:net';
import type { Context } from 'koa';

/**
 * What Koa believes of a proxy before it (METERBOOK_BEHIND_PROXY): of X-Forwarded-For the last address, the only one that
 * our proxy wrote; those before it are whatever the client likes. Of several proxies in a row the first must write the
 * header anew and the others pass it on as it is.
 */
export const trustedProxy = (behindProxy: boolean) => ({ proxy: behindProxy, maxIpsCount: 1 });

/**
 * The address that a request comes from, for limits by address, which come with accounts: Koa's, in the one text that an
 * address has. Where the proxy's header holds no address, it is that of the connection.
 */
export function clientAddress({ ip, req }: Pick<Context, 'ip' | 'req'>): string {
  return bareAddress(ip) ?? bareAddress(req.socket.remoteAddress ?? '') ?? '';
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
