import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../../server/db/database.ts';
import { withPrivateCopy } from '../../../server/db/private-copy.ts';
import { forEachEngine } from '../../support/databases.ts';

/** In Danish, which the tests' PostgreSQL speaks, small letters come before capitals, and "aa" behind "z". */
const inPlainOrder = ['-', '1', 'A', 'Z', 'a', 'aa', 'b', 'z', 'Ā', 'я'];

forEachEngine((engine) => {
  describe('text in the database', () => {
    let db: Database;
    before(async () => {
      db = await engine.open();
      const rows = inPlainOrder.toReversed().map((key) => ({ key, value: 'plain' }));
      await db.write(async (tx) => void (await tx.insertInto('meta').values(rows).execute()));
    });
    const keysOf = async (one: Database) =>
      (await one.reader.selectFrom('meta').select('key').where('value', '=', 'plain').orderBy('key').execute()).map(
        ({ key }) => key,
      );

    it('stands in the order of its code points, so that ids come as they were given out', async () => {
      assert.deepEqual(await keysOf(db), inPlainOrder);
    });

    it('stands so on a private copy too', async () => {
      assert.deepEqual(await withPrivateCopy(db, keysOf), inPlainOrder);
    });

    if (engine.name === 'postgres') {
      it('stands so in every column of every table', async () => {
        const others = sql`select table_name, column_name from information_schema.columns
          where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'`;
        assert.deepEqual((await others.execute(db.reader)).rows, []);
      });
    }
  });
});
