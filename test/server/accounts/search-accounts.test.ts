import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type CompiledQuery, sql } from 'kysely';
import { v7 } from 'uuid';
import {
  insertAccounts,
  insertAccountVersions,
  insertPremises,
  updateAccount,
} from '../../../server/accounts/queries.ts';
import { searchAccounts } from '../../../server/accounts/search-accounts.ts';
import type { Database } from '../../../server/db/database.ts';
import type { Reader } from '../../../server/db/tables.ts';
import { insertMeters } from '../../../server/meters/queries.ts';
import type { FoundAccount } from '../../../shared/account-search.ts';
import { rowsPerList } from '../../../shared/page.ts';
import { forEachEngine } from '../../support/databases.ts';

interface Given {
  number: string;
  holder: string;
  building: string;
  flat?: string;
  serials?: readonly string[];
}

/** Accounts as an import makes them. */
async function settle(db: Database, all: readonly Given[]): Promise<Map<string, { id: string; premises: string }>> {
  const made = all.map((given) => ({ ...given, id: v7(), premises: v7() }));
  await db.write(async (tx) => {
    await insertPremises(
      tx,
      made.map(({ premises, building, number, flat = number }) => ({
        id: premises,
        building,
        address: `${building}, ${flat}`,
      })),
    );
    await insertAccounts(
      tx,
      made.map(({ id, number, holder, premises }) => ({
        id,
        version: 1,
        number,
        holder,
        email: null,
        phone: null,
        premises_id: premises,
        batch_id: null,
      })),
    );
    await insertAccountVersions(
      tx,
      made.map(({ id }) => ({ account_id: id, head: 1 })),
    );
    await insertMeters(
      tx,
      made.flatMap(({ id, serials = [] }) =>
        serials.map((serial) => ({
          id: v7(),
          account_id: id,
          version: 1,
          service: 'cold-water' as const,
          serial,
          place: '',
          unit: 'm3' as const,
          ratio: 1,
          installed_on: '2015-01-01' as const,
          verified_until: null,
          retired_on: null,
          replaces: null,
          batch_id: null,
        })),
      ),
    );
  });
  return new Map(made.map(({ number, id, premises }) => [number, { id, premises }]));
}

async function everyPage(db: Reader, text: string): Promise<FoundAccount[]> {
  const found: FoundAccount[] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page = await searchAccounts(db, { text, after });
    found.push(...page.rows);
    after = page.next;
  }
  return found;
}

forEachEngine((engine) => {
  describe('the search for accounts', () => {
    let db: Database;
    let ids: Map<string, { id: string; premises: string }>;
    before(async () => {
      db = await engine.open();
      ids = await settle(db, [
        { number: '10011', holder: 'Anna Bērziņa', building: 'Rīgas iela 12', serials: ['77-123', '77-124'] },
        { number: '10012', holder: 'Семёнов Пётр Ильич', building: 'Rīgas iela 12', flat: 'dz. 5' },
        { number: '20013', holder: 'Jānis Ozols', building: 'Bērzu iela 3', flat: '100' },
        { number: '77-12', holder: 'Rīgas namu pārvaldnieks', building: 'Ozolu iela 1' },
      ]);
    });

    const numbers = async (text: string) => (await everyPage(db.reader, text)).map(({ number }) => number);

    it('finds nothing where there is nothing, and refuses a place that it never named', async () => {
      assert.deepEqual(await numbers('Kalniņš'), []);
      assert.deepEqual(await numbers('%'), []);
      const escaped = '{"by":"number","after":"\\u0000"}';
      for (const after of ['', '{}', '{"by":"holder"}', '[', escaped]) {
        await assert.rejects(searchAccounts(db.reader, { text: '', after }), { message: 'bad_input' });
      }
    });

    it('finds an account by the beginning of its number, and all of them by nothing, in their order', async () => {
      assert.deepEqual(await numbers('1001'), ['10011', '10012']);
      assert.deepEqual(await numbers('100 11'), ['10011']);
      assert.deepEqual(await numbers(' '), ['10011', '10012', '20013', '77-12']);
    });

    it('finds an account by the beginning of a serial number of its meters', async () => {
      const found = await everyPage(db.reader, '77-12');
      assert.deepEqual(
        found.map(({ number, meter }) => [number, meter?.serial ?? null]),
        [
          ['77-12', null],
          ['10011', '77-123'],
          ['10011', '77-124'],
        ],
      );
    });

    it('finds an account by parts of names without their marks, in any order and case', async () => {
      assert.deepEqual(await numbers('berzina'), ['10011']);
      assert.deepEqual(await numbers('ANNA bērz'), ['10011']);
      assert.deepEqual(await numbers('пет семенов'), ['10012']);
    });

    it('finds an account by its address, by name and address together, and names each once', async () => {
      assert.deepEqual((await numbers('rigas')).sort(), ['10011', '10012', '77-12']);
      assert.deepEqual(await numbers('rigas 12 5'), ['10012']);
      assert.deepEqual(await numbers('ozols berzu'), ['20013']);
      assert.deepEqual((await numbers('ozol')).sort(), ['20013', '77-12']);
      // A number is meant as a whole: 10 is no flat 100.
      assert.deepEqual(await numbers('berzu 10'), []);
    });

    it('follows a holder who changed', async () => {
      const { id, premises } = ids.get('20013') ?? assert.fail();
      await db.write((tx) =>
        updateAccount(tx, { id, version: 2, holder: 'Ilze Liepa', email: null, phone: null, premises_id: premises }),
      );
      assert.deepEqual(await numbers('janis'), []);
      assert.deepEqual(await numbers('ilze'), ['20013']);
    });
  });

  describe('the search among many accounts', () => {
    const many = 3_000;
    let db: Database;
    before(async () => {
      db = await engine.open();
      const all = Array.from(
        { length: many },
        (_, at): Given => ({
          number: String(10_000 + at),
          holder: `${at % 2 ? 'Anna' : 'Ansis'} Ozols${at % 7}`,
          building: `Rīgas iela ${at % 40}`,
        }),
      );
      for (let at = 0; at < many; at += 500) await settle(db, all.slice(at, at + 500));
    });

    for (const text of ['', '1', 'an', 'ozols', 'rigas', 'anna ozols3', 'rigas 7', 'anna rigas 11']) {
      it(`names everybody once over all pages of “${text}”`, async () => {
        const found = (await everyPage(db.reader, text)).map(({ number }) => number);
        const meant = Array.from({ length: many }, (_, at) => at).filter((at) => {
          if (text === 'anna ozols3') return at % 2 === 1 && at % 7 === 3;
          if (text === 'rigas 7') return at % 40 === 7;
          if (text === 'anna rigas 11') return at % 2 === 1 && at % 40 === 11;
          return true;
        });
        assert.deepEqual(
          found.sort(),
          meant.map((at) => String(10_000 + at)),
        );
      });
    }

    it('asks the database the same for the last page as for the first', async () => {
      for (const text of ['', 'ozols', 'rigas']) {
        const costs: number[] = [];
        for (let after: string | null = null, more = true; more; more = after !== null) {
          const { reader, asked } = listen(db.reader);
          const page = await searchAccounts(reader, { text, after });
          costs.push(asked.length);
          after = page.next;
        }
        assert.ok(costs.length >= many / rowsPerList, `${text}: ${costs.length} pages`);
        assert.ok(Math.max(...costs) <= 13, `${text}: ${costs.join(' ')}`);
      }
    });

    if (engine.name === 'sqlite') {
      it('reads indexes alone, a bounded piece of each', async () => {
        const { reader, asked } = listen(db.reader);
        for (const text of ['', '1', 'ozols', 'rigas 7']) await everyPage(reader, text);
        const texts = new Map(asked.map((query) => [query.sql, query]));
        assert.equal(texts.size, 5);
        for (const query of texts.values()) {
          const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(inlined(query))}`.execute(
            db.schema,
          );
          for (const { detail } of rows) {
            assert.doesNotMatch(detail, /^SCAN (?!lot|premises)|^SCAN \w+$(?<!lot|premises)/, query.sql);
          }
        }
      });
    }
  });
});

/** The same reader, with a note of every compiled query that it is asked. */
function listen(db: Reader): { reader: Reader; asked: CompiledQuery[] } {
  const asked: CompiledQuery[] = [];
  const reader = new Proxy(db, {
    get(target, name) {
      if (name === 'executeQuery') {
        return (query: CompiledQuery) => {
          asked.push(query);
          return target.executeQuery(query);
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { reader, asked };
}

const inlined = ({ sql: text, parameters }: CompiledQuery): string => {
  let at = 0;
  return text.replaceAll('?', () => `'${String(parameters[at++]).replaceAll("'", "''")}'`);
};
