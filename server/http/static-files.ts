import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Context as KoaContext, Middleware } from 'koa';
import { ConfigError } from '../config-error.ts';
import { refuseUnlessRead } from './refuse-unless-read.ts';

/** A built file as it may go over the wire. */
interface Variant {
  encoding: 'br' | 'gzip' | 'identity';
  body: Buffer;
  etag: string;
}

interface WebFile {
  /** What Koa makes a media type of: `.js`. */
  type: string;
  cacheControl: string;
  /** The smallest first; the last is the file itself. */
  variants: readonly Variant[];
}

/**
 * The built app. It is read into memory once, so that what a request can do to it ends here: a file that a later build
 * takes away, a path or a range made of nonsense. Hashed files under `/assets/` never change and are kept for ever; a
 * missing one is a 404, never the page, or an old tab would run HTML as a script. Every other address that a browser
 * navigates to gets the page. They are read only: another method is refused with what there is. Throws a ConfigError
 * when the app is not built.
 *
 * `under`: the path at which they are found, like `/office`. `page`: a forgotten one is kept by no browser (`no-store`) and
 * stands at the path with a slash alone, which is the scope of its service worker; the path without it leads there.
 */
export function staticFiles(
  folder: string,
  { under = '', page: keeping = 'kept' }: { under?: string; page?: 'kept' | 'forgotten' } = {},
): Middleware {
  const isForgotten = keeping === 'forgotten';
  const files = readFiles(folder, isForgotten ? 'no-store' : 'no-cache');
  const page = files.get('/index.html');
  if (!page) throw new ConfigError([`${folder} holds no built web app: run \`npm run build\` first`]);

  return async (ctx, next) => {
    if (ctx.path !== under && !ctx.path.startsWith(`${under}/`)) return next();
    const path = ctx.path.slice(under.length);
    const file = path === '/' ? page : files.get(path);
    if (!file && path !== '' && !isNavigation(ctx)) return next();
    if (refuseUnlessRead(ctx)) return;
    if (!file && isForgotten) redirect(ctx, `${under}/`);
    else send(ctx, file ?? page);
  };
}

/** Without what stood behind a question mark: the page has no use for it. */
function redirect(ctx: KoaContext, to: string): void {
  ctx.set('cache-control', 'no-store');
  ctx.redirect(to);
}

function send(ctx: KoaContext, { type, cacheControl, variants }: WebFile): void {
  // Asked one by one: all at once, a browser that names gzip first would get gzip.
  const chosen = variants.find(({ encoding }) => ctx.acceptsEncodings(encoding)) ?? variants.at(-1);
  if (!chosen) return;
  ctx.status = 200;
  ctx.vary('Accept-Encoding');
  ctx.set('cache-control', cacheControl);
  ctx.set('accept-ranges', 'none');
  ctx.etag = chosen.etag;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.type = type;
  if (chosen.encoding !== 'identity') ctx.set('content-encoding', chosen.encoding);
  // What the build left as it is would only get larger, and its tag is that of these very bytes.
  ctx.compress = false;
  ctx.body = chosen.body;
}

/** The files by the path that a browser asks for; the compressed ones beside them (`web/build/precompress`) are variants. */
function readFiles(folder: string, pages: string): ReadonlyMap<string, WebFile> {
  const contents = new Map(
    listFiles(folder).map((path) => [encodeURI(`/${relative(folder, path).split(sep).join('/')}`), readFileSync(path)]),
  );
  const files = new Map<string, WebFile>();
  for (const [path, body] of contents) {
    const original = path.replace(/\.(br|gz)$/, '');
    if (original !== path && contents.has(original)) continue;
    const [brotli, gzip] = [contents.get(`${path}.br`), contents.get(`${path}.gz`)];
    files.set(path, {
      type: extname(path),
      cacheControl: cacheControlOf(path, pages),
      variants: [
        ...(brotli ? [variant('br', brotli)] : []),
        ...(gzip ? [variant('gzip', gzip)] : []),
        variant('identity', body),
      ],
    });
  }
  return files;
}

function cacheControlOf(path: string, pages: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return path.endsWith('.html') ? pages : 'no-cache';
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const variant = (encoding: Variant['encoding'], body: Buffer): Variant => ({
  encoding,
  body,
  etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
});

const isNavigation = (ctx: KoaContext): boolean =>
  ctx.get('accept').includes('text/html') && !ctx.path.includes('/assets/') && !/\.[a-z0-9]+$/i.test(ctx.path);
