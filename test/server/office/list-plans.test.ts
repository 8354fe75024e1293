import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import SQLite from 'better-sqlite3';
import pg from 'pg';
import { apiRoutes } from '../../../server/api/routes.ts';
import type { Context } from '../../../server/context.ts';
import { officeRouter } from '../../../server/office-router.ts';
import { forEachEngine } from '../../support/databases.ts';
import { idOf, lengthen } from '../../support/long-lists.ts';
import { bounded, type Listing, pagedLists } from '../../support/paged-lists.ts';
import { type Asked, overhear, rowsTouched, unbounded } from '../../support/plans.ts';
import { hire } from '../../support/staff.ts';
import { startTestServer } from '../../support/test-server.ts';

/** Beyond what any list looks through for one page, so that what grows with the lists is seen to grow. */
const long = 8_000;
const longer = 24_000;

interface Page {
  rows: unknown[];
  next: string | null;
}

forEachEngine((engine) => {
  describe('the lists of the office', () => {
    /** What each asks for, when the lists are long, and when they are three times as long; by its name. */
    const asked = new Map<string, { most: number; long: Asked[]; longer: Asked[] }>();
    /** Rows that PostgreSQL looks at. */
    const touched = new Map<string, { long: number; longer: number }>();
    let plansOf: (one: Asked) => string[];

    before(async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const { services } = server;
      const me = await hire(server, { role: 'administrator' });
      const overheard = overhear(services.db);
      engine.atEnd(() => overheard.close());
      const ctx: Context = {
        services: { ...services, db: overheard.db },
        request: {
          sessionToken: null,
          staffToken: me.cookie.split('=')[1] ?? '',
          knownDevice: null,
          device: 'test',
          address: '127.0.0.1',
        },
        setCookie() {},
      };
      const call = (path: string, input: unknown): Promise<unknown> => {
        const procedure = (officeRouter._def.procedures as unknown as Record<string, Callable>)[path];
        assert.ok(procedure, path);
        const { type } = procedure._def;
        return procedure({ ctx, path, type, getRawInput: async () => input, signal: undefined, batchIndex: 0 });
      };
      const client = engine.name === 'postgres' ? new pg.Client({ connectionString: services.db.address }) : null;
      await client?.connect();
      engine.atEnd(async () => client?.end());

      async function note(name: string, when: 'long' | 'longer', most: number, work: () => Promise<unknown>): Promise<void> {
        const statements = await overheard.during(work);
        const one = asked.get(name) ?? { most, long: [], longer: [] };
        one[when] = statements;
        asked.set(name, one);
        if (!client) return;
        const counted = touched.get(name) ?? { long: 0, longer: 0 };
        for (const statement of statements) counted[when] += await rowsTouched(client, statement);
        touched.set(name, counted);
      }

      for (const [when, from, until] of [
        ['long', 0, long],
        ['longer', long, longer],
      ] as const) {
        await lengthen(services.db, { from, until, me: me.id });
        await client?.query('analyze');
        for (const [path, listings] of Object.entries(pagedLists(me.id))) {
          for (const [how, { input, behind, most = 0 }] of Object.entries<Listing>(listings)) {
            const name = `${path} (${how})`;
            const page = (after: unknown): Promise<unknown> =>
              call(path, path === 'support.search' ? input : { ...input, after });
            await note(`${name}, first page`, when, most, () => page(null));
            if (behind) {
              await note(`${name}, a page far behind`, when, most, async () => {
                const { rows } = (await page(behind(until - 1))) as Page;
              });
            }
          }
        }
        for (const [path, input] of Object.entries(bounded)) await note(path, when, 0, () => call(path, input));
        for (const { operation, handle } of apiRoutes.filter(({ query }) => 'after' in query.shape)) {
          for (const after of [undefined, idOf('batch', Math.floor(until / 10))]) {
            const about = { holder: { id: me.id, scopes: [] }, params: {}, query: { after }, body: null };
            const keep = async (): Promise<void> => {};
            await note(`${operation} behind ${after}`, when, 0, () => handle({ ...about, services: ctx.services, keep }));
          }
        }
      }
      if (engine.name === 'sqlite') {
        const reading = new SQLite(services.db.address, { readonly: true });
        engine.atEnd(async () => reading.close());
        plansOf = (one) => unbounded(reading, one);
      }
    });

    it('are all asked for', () => {
      for (const [k, v] of asked) {
        if (engine.name === 'postgres') console.log(k, v.longer.length, touched.get(k));
        else for (const one of v.longer) { const u = plansOf(one); if (u.length) console.log(k, u, one.sql); }
      }
      assert.ok(asked.size > 0);
    });
  });
});

interface Callable {
  (options: object): Promise<unknown>;
  _def: { type: 'query' | 'mutation' };
}
