import type { Context as KoaContext, Middleware } from 'koa';
import sirv from 'sirv';

/**
 * The built app. Hashed files under `/assets/` never change and are kept for ever; a missing one is a 404, never the
 * page, or an old tab would run HTML as a script. Every other address that a browser navigates to gets the page.
 */
export function staticFiles(folder: string): Middleware {
  const serve = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (res, path) => {
      const forever = path.startsWith('/assets/');
      res.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const send = (ctx: KoaContext): Promise<boolean> =>
    new Promise((resolve) => {
      ctx.respond = false;
      ctx.res.once('close', () => resolve(true));
      serve(ctx.req, ctx.res, () => {
        ctx.respond = true;
        resolve(false);
      });
    });

  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    if (await send(ctx)) return;
    if (!isNavigation(ctx)) return next();
    ctx.req.url = '/index.html';
    await send(ctx);
  };
}

const isNavigation = (ctx: KoaContext): boolean =>
  ctx.get('accept').includes('text/html') && !ctx.path.startsWith('/assets/') && !/\.[a-z0-9]+$/i.test(ctx.path);
