import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context as KoaContext, Middleware } from 'koa';
import type { Services } from '../context.ts';
import { errorBody, ProblemError, problemOf, statusOf } from '../errors.ts';
import type { kioskRouter } from '../kiosk-router.ts';
import type { officeRouter } from '../office-router.ts';
import type { appRouter } from '../router.ts';
import { refuseStrangers } from './own-pages.ts';
import { readText } from './read-body.ts';
import { contextOf } from './request-context.ts';

/** Fifty operations with room to spare; nothing that residents send is larger. */
const mostBytes = 512 * 1024;

/**
 * tRPC under a path of its own, through its fetch adapter: the residents' router, the office's and the kiosks'. Only JSON by POST gets that far, from our own pages and with a header
 * that no form can set, so no other site can make a browser call a procedure (OWASP: custom request headers).
 */
export function trpcEndpoint(
  services: Services,
  { path: endpoint, router }: { path: string; router: typeof appRouter | typeof officeRouter | typeof kioskRouter },
): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== endpoint && !ctx.path.startsWith(`${endpoint}/`)) return next();
    ctx.set('cache-control', 'no-store');
    try {
      refuseStrangers(ctx, ['application/json']);
      await answer(ctx, await readText(ctx, mostBytes));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      ctx.status = statusOf(error.problem);
      ctx.body = errorBody(error.problem);
    }
  };

  async function answer(ctx: KoaContext, body: string): Promise<void> {
    const response = await fetchRequestHandler({
      endpoint,
      router,
      req: readRequest(ctx.url, body),
      allowBatching: false,
      allowMethodOverride: true,
      // tRPC takes the status from its own code; ours comes from the problem.
      responseMeta: ({ errors }) => (errors[0] ? { status: statusOf(problemOf(errors[0])) } : {}),
      createContext: () => contextOf(services, ctx),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          services.log.error({ err: error.cause ?? error, path }, 'a call failed');
      },
    });
    ctx.status = response.status;
    ctx.type = 'application/json';
    ctx.body = await response.text();
  }
}

const jsonHeaders = new Headers({ 'content-type': 'application/json' });

/**
 * What tRPC's adapter reads of a request, whose body has been read, and measured, already. A whole `Request` would make it
 * into a stream only to be read once more, and brings tables of its own; together that costs more than the rest of a small
 * call.
 */
function readRequest(path: string, body: string): Request {
  const read: Pick<Request, 'url' | 'method' | 'headers' | 'signal' | 'text'> = {
    url: `http://localhost${path}`,
    method: 'POST',
    headers: jsonHeaders,
    signal: new AbortController().signal,
    text: async () => body,
  };
  return read as Request;
}
