import assert from 'node:assert/strict';
import SQLite from 'better-sqlite3';
import pg from 'pg';
import { apiRoutes } from '../../server/api/routes.ts';
import type { Context } from '../../server/context.ts';
import { officeRouter } from '../../server/office-router.ts';
import type { Page } from '../../shared/page.ts';
import type { Engine } from './databases.ts';
import { idOf, lengthen } from './long-lists.ts';
import { bounded, type Listing, pagedLists } from './paged-lists.ts';
import { overhear, rowsTouched, unbounded } from './plans.ts';
import { hire } from './staff.ts';
import { startTestServer } from './test-server.ts';

/** What one way of asking costs. */
export interface Measured {
  /** Of PostgreSQL: rows that it looks at, with so many rows of everything. */
  rows: { first: number; behind: number }[];
  /** Of SQLite: what its plans go through or sort without bound. */
  unbounded: string[];
}

/** Asks for every list of the office, with so many rows of everything; by the names of `listingNames`. */
export async function measureLists(engine: Engine, sizes: readonly number[]): Promise<Map<string, Measured>> {
  const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
  const { services } = server;
  const me = await hire(server, { role: 'administrator' });
  const overheard = overhear(services.db);
  engine.atEnd(() => overheard.close());
  const weigh =
    engine.name === 'sqlite' ? weighOnSqlite(services.db.address) : await weighOnPostgres(services.db.address);
  engine.atEnd(weigh.close);
  const request = {
    sessionToken: null,
    knownDevice: null,
    kioskCredential: null,
    device: 'test',
    address: '127.0.0.1',
  };
  const ctx: Context = {
    services: { ...services, db: overheard.db },
    request: { ...request, staffToken: me.cookie.split('=')[1] ?? '' },
    setCookie() {},
  };
  const call = (path: string, input: unknown): Promise<unknown> => {
    const procedure = (officeRouter._def.procedures as unknown as Record<string, Callable>)[path];
    assert.ok(procedure, path);
    const { type } = procedure._def;
    return procedure({ ctx, path, type, getRawInput: async () => input, signal: undefined, batchIndex: 0 });
  };

  const all = new Map<string, Measured>();
  let done = 0;
  for (const size of sizes) {
    await lengthen(services.db, { from: done, until: size, me: me.id });
    done = size;
    await weigh.renew();

    async function cost(measured: Measured, work: () => Promise<unknown>): Promise<number> {
      const weighed = await weigh.all(await overheard.during(work));
      measured.unbounded.push(...weighed.unbounded);
      return weighed.rows;
    }
    async function measure(name: string, ask: (after: unknown) => Promise<unknown>, behind: unknown): Promise<void> {
      const measured = all.get(name) ?? { rows: [], unbounded: [] };
      all.set(name, measured);
      const first = await cost(measured, () => ask(null));
      const further = async (): Promise<void> => {
        const { rows, next } = (await ask(behind)) as Page<unknown>;
        assert.ok(rows.length > 0 || next !== null, `${name}: there is nothing behind ${behind}`);
      };
      measured.rows.push({ first, behind: behind === null ? first : await cost(measured, further) });
    }

    for (const [path, listings] of Object.entries(pagedLists(me.id))) {
      for (const [how, { input, behind, ends = false }] of Object.entries<Listing>(listings)) {
        const ask = (after: unknown) => call(path, ends ? input : { ...input, after });
        await measure(nameOf(path, how), ask, behind?.(size - 1) ?? null);
      }
    }
    for (const [path, input] of Object.entries(bounded)) await measure(path, () => call(path, input), null);
    for (const { operation, handle } of pagedRoutes) {
      const about = { services: ctx.services, holder: { id: me.id, scopes: [] }, params: {}, body: null };
      const keep = async (): Promise<void> => {};
      const ask = async (after: unknown): Promise<unknown> => {
        const answer = await handle({ ...about, query: { after: after ?? undefined }, keep });
        return 'json' in answer ? answer.json : answer;
      };
      await measure(operation, ask, idOf('batch', Math.floor(size / 2)));
    }
  }
  return all;
}

/** What programs list by pages. */
const pagedRoutes = apiRoutes.filter(({ query }) => 'after' in query.shape);

export const listingNames: readonly string[] = [
  ...Object.entries(pagedLists('')).flatMap(([path, how]) => Object.keys(how).map((one) => nameOf(path, one))),
  ...Object.keys(bounded),
  ...pagedRoutes.map(({ operation }) => operation),
];

/** `most` of those that have one. */
export const mostOf: ReadonlyMap<string, number> = new Map(
  Object.entries(pagedLists('')).flatMap(([path, listings]) =>
    Object.entries<Listing>(listings).map(([how, { most = 0 }]) => [nameOf(path, how), most] as const),
  ),
);

function nameOf(path: string, how: string): string {
  return `${path}, ${how}`;
}

interface Callable {
  (options: object): Promise<unknown>;
  _def: { type: 'query' | 'mutation' };
}

interface Scales {
  /** After there are more rows. */
  renew(): Promise<unknown>;
  all(asked: Parameters<typeof rowsTouched>[1][]): Promise<{ rows: number; unbounded: string[] }>;
  close(): Promise<unknown>;
}

function weighOnSqlite(address: string): Scales {
  const database = new SQLite(address, { readonly: true });
  return {
    renew: async () => {},
    all: async (asked) => ({ rows: 0, unbounded: asked.flatMap((one) => unbounded(database, one)) }),
    close: async () => database.close(),
  };
}

async function weighOnPostgres(address: string): Promise<Scales> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return {
    renew: () => client.query('analyze'),
    async all(asked) {
      let rows = 0;
      for (const one of asked) rows += await rowsTouched(client, one);
      return { rows, unbounded: [] };
    },
    close: () => client.end(),
  };
}
