import { createHash, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Context, Middleware } from 'koa';
import { pathOf } from '../../shared/sync.ts';
import type { z } from '../../shared/zod.ts';
import { authenticate, requireOpen, requireScope } from '../api/authenticate.ts';
import { beginOnce, type KeptAnswer, readOnceKey, requestHash } from '../api/once.ts';
import { type ApiProblem, ApiRefused, apiProblemOf, apiStatusOf, problemBody } from '../api/problem.ts';
import { type Answer, type Asked, fileTypes, type Route } from '../api/route.ts';
import { apiRoutes } from '../api/routes.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { mostUploadBytes, receiveUpload } from '../exchange/uploads.ts';
import { bodyOf } from './body-of.ts';
import { clientAddress } from './client-address.ts';
import { inertPolicy } from './inert-policy.ts';
import { readBytes } from './read-body.ts';

const base = '/exchange/v1';

/** What is asked for in JSON that is no file. */
const mostJsonBytes = 64 * 1024;

/**
 * `/exchange/v1`: files of billing in and out for programs, each with a key of its own. It knows no cookies and gives other
 * sites' pages nothing.
 */
export function exchangeApi(
  services: Services,
  { mostBytes = mostUploadBytes }: { mostBytes?: number } = {},
): Middleware {
  const matchers = apiRoutes.map((route) => ({ route, pattern: patternOf(route.path) }));

  return async (ctx, next) => {
    if (ctx.path !== '/exchange' && !ctx.path.startsWith('/exchange/')) return next();
    ctx.set('cache-control', 'no-store');
    ctx.set('content-security-policy', inertPolicy);
    try {
      send(ctx, await answer(ctx));
    } catch (error) {
      const problem = apiProblemOf(error, { mostBytes });
      if (!problem) services.log.error({ err: error, method: ctx.method, path: ctx.path }, 'unforeseen');
      refuse(ctx, problem ?? { code: 'internal' });
    }
  };

  async function answer(ctx: Context): Promise<Answer> {
    const path = ctx.path.startsWith(`${base}/`) ? ctx.path.slice(base.length) : '';
    const here = matchers.flatMap(({ route, pattern }) => {
      const found = pattern.exec(path);
      return found ? [{ route, params: { ...found.groups } }] : [];
    });
    const known = here.find(({ route }) => route.method === ctx.method);
    if (!known) {
      if (here.length === 0) throw new ApiRefused({ code: 'not_found' });
      throw new ApiRefused({ code: 'method_not_allowed', allow: here.map(({ route }) => route.method) });
    }
    const { route, params } = known;
    const holder =
      route.scopes.length === 0
        ? { id: '', scopes: [] }
        : await authenticate(services, { authorization: ctx.get('authorization'), address: clientAddress(ctx) });
    if (route.scopes.length > 0) requireScope(holder, route.scopes);
    const asked = {
      services,
      holder,
      params: read(route.params, params),
      query: read(route.query, ctx.query),
      body: null,
      keep: async () => {},
    };
    return route.method === 'POST' ? change(ctx, route, asked) : route.handle(asked);
  }

  /** Does it once, however often it is asked for with the same key. */
  async function change(ctx: Context, route: Route, asked: Asked): Promise<Answer> {
    const key = readOnceKey(ctx.get('idempotency-key'));
    const type = typeOf(ctx, route);
    const most = route.body && 'file' in route.body ? mostBytes : mostJsonBytes;
    if (Number(ctx.get('content-length')) > most) throw new ApiRefused({ code: 'too_large', most });
    await services.limits.consume('api-key-change', asked.holder.id);
    const same = (bodyHash: string): string =>
      requestHash({ method: ctx.method, target: `${ctx.path}?${canonicalQuery(ctx)} ${type}`, bodyHash });
    const begun = await beginOnce(services, { token: asked.holder.id, key });
    if ('kept' in begun) {
      const { requestHash: before, answer: kept } = begun.kept;
      if (same(await hashOfBody(ctx, most)) !== before) throw new ApiRefused({ code: 'idempotency_key_reused' });
      ctx.set('idempotency-replayed', 'true');
      return kept;
    }
    const { claim } = begun;
    try {
      const { body, bodyHash } = await receive(ctx, route, asked);
      const keep: Asked['keep'] = async (tx, kept) => {
        await requireOpen(tx, asked.holder, services.clock.now());
        await claim.keep(tx, kept, same(bodyHash));
      };
      return await route.handle({ ...asked, body, keep });
    } catch (error) {
      await claim.release();
      throw error;
    }
  }

  async function receive(ctx: Context, route: Route, { holder, query }: Asked): Promise<Received> {
    if (route.body && 'json' in route.body) {
      const bytes = await readBytes(ctx, mostJsonBytes).catch(unreadable(mostJsonBytes));
      return { body: read(route.body.json, parse(bytes)), bodyHash: hash('sha256', bytes, 'hex') };
    }
    const name = (query as { fileName?: string }).fileName ?? `${route.path.split('/').at(-1)}`;
    // A key that is revoked while a long file comes in leaves nothing of it.
    const allowed = (tx: Writer): Promise<void> => requireOpen(tx, holder, services.clock.now());
    const about = { name, actor: holder.id, bytes: bodyOf(ctx) };
    const upload = await receiveUpload(services, about, { mostBytes, allowed }).catch(unreadable(mostBytes));
    return { body: upload, bodyHash: upload.hash };
  }
}

interface Received {
  /** An Upload where the route takes a file. */
  body: unknown;
  bodyHash: string;
}

/** Says in the words of programs why a body was not taken. */
function unreadable(most: number): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ProblemError)) throw error;
    const { code } = error.problem;
    if (code === 'too_large') throw new ApiRefused({ code, most });
    throw code === 'bad_input' ? new ApiRefused({ code: 'body_unreadable' }) : error;
  };
}

/** `{name}` stands for one piece of the path. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+?)')}$`);

/** Throws `bad_input` with the place. */
function read(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success && !holdsNul(parsed.data)) return parsed.data;
  throw new ApiRefused({ code: 'bad_input', path: parsed.success ? '' : pathOf(parsed.error) });
}

/** PostgreSQL holds no such sign in a text, and nobody means one. */
const holdsNul = (value: unknown): boolean => JSON.stringify(value)?.includes('\\u0000') ?? false;

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new ApiRefused({ code: 'body_unreadable' });
  }
}

/** The type in which the body is said to come. */
function typeOf(ctx: Context, { body }: Route): string {
  const allowed: string[] = !body ? [] : 'json' in body ? [fileTypes.json] : body.file.map((one) => fileTypes[one]);
  const { type } = ctx.request;
  const isPlain = ['', 'identity'].includes(ctx.get('content-encoding'));
  if (!isPlain) throw new ApiRefused({ code: 'media_type_refused', allowed });
  if (allowed.length > 0 && !allowed.includes(type)) throw new ApiRefused({ code: 'media_type_refused', allowed });
  return type;
}

/** The same whatever the order. */
function canonicalQuery(ctx: Context): string {
  const all = new URLSearchParams(ctx.querystring);
  all.sort();
  return all.toString();
}

async function hashOfBody(ctx: Context, most: number): Promise<string> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of bodyOf(ctx)) {
    size += chunk.length;
    if (size > most) throw new ApiRefused({ code: 'too_large', most });
    digest.update(chunk);
  }
  return digest.digest('hex');
}

function send(ctx: Context, answered: Answer): void {
  ctx.status = answered.status;
  if ('file' in answered) {
    const { name, type, bytes } = answered.file;
    ctx.attachment(name);
    ctx.set('content-type', type === fileTypes.csv ? `${type}; charset=utf-8` : type);
    ctx.body = Readable.from(bytes, { objectMode: false });
    return;
  }
  const { json, location } = answered as KeptAnswer;
  if (location !== undefined) ctx.set('location', `${base}${location}`);
  ctx.type = 'application/json';
  ctx.body = JSON.stringify(json);
}

function refuse(ctx: Context, problem: ApiProblem): void {
  // The rest of a body is not read, so the connection cannot carry another request.
  if (!ctx.req.complete) ctx.set('connection', 'close');
  ctx.status = apiStatusOf(problem);
  switch (problem.code) {
    case 'key_refused': {
      const wrong = ctx.get('authorization') === '' ? '' : ', error="invalid_token"';
      ctx.set('www-authenticate', `Bearer realm="exchange"${wrong}`);
      break;
    }
    case 'scope_missing':
      ctx.set(
        'www-authenticate',
        `Bearer realm="exchange", error="insufficient_scope", scope="${problem.scopes.join(' ')}"`,
      );
      break;
    case 'method_not_allowed':
      ctx.set('allow', problem.allow.join(', '));
      break;
    case 'too_many':
      ctx.set('retry-after', String(problem.seconds));
      break;
    case 'try_again':
      ctx.set('retry-after', '5');
      break;
  }
  ctx.body = JSON.stringify(problemBody(problem));
  ctx.set('content-type', 'application/problem+json');
}
