import type { Context as KoaContext } from 'koa';
import type { Context, Services } from '../context.ts';
import { clientAddress } from './client-address.ts';

/** What a procedure, or whatever else knows its caller by the session's cookie, gets of a request. */
export function contextOf(services: Services, ctx: KoaContext): Context {
  return {
    services,
    request: {
      sessionToken: services.sessions.read(ctx.get('cookie')),
      get staffToken() {
        return services.staffSessions.read(ctx.get('cookie'));
      },
      device: ctx.get('user-agent'),
      // Few calls ask for these, and not the frequent ones.
      get knownDevice() {
        return services.knownDevices.read(ctx.get('cookie'));
      },
      get kioskCredential() {
        return services.kioskCookies.read(ctx.get('cookie'));
      },
      get address() {
        return clientAddress(ctx);
      },
    },
    setCookie: (serialized) => ctx.append('set-cookie', serialized),
  };
}
