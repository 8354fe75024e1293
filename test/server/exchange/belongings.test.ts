import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { belongings } from '../../../server/exchange/undo-queries.ts';
import { forEachEngine } from '../../support/databases.ts';

/** They go with the account, or with what belongs to it; or they know afterwards of none (`kiosk_tries`). */
const goWithIt = ['account_versions', 'account_words', 'batch_changes', 'kiosk_tries', 'registers', 'removed_rows'];

forEachEngine((engine) => {
  test('an undone import of accounts looks into every table that names an account, before it deletes one', async () => {
    const db = await engine.open();
    const named =
      engine.name === 'sqlite'
        ? sql<{ name: string }>`
            select tables.name from sqlite_master as tables, pragma_table_info(tables.name) as columns
            where tables.type = 'table' and columns.name = 'account_id'`
        : sql<{ name: string }>`
            select table_name as name from information_schema.columns
            where table_schema = current_schema() and column_name = 'account_id'`;
    const { rows } = await named.execute(db.reader);
    assert.deepEqual(rows.map(({ name }) => name).sort(), [...belongings, ...goWithIt].sort());
  });
});
