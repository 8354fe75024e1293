import type { Kysely } from 'kysely';
import { indexWords } from '../../../shared/search-words.ts';
import { keyOnly } from '../plain-order.ts';

/** Part of 004: by which words accounts are found. */
export async function addSearch(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  // How the office finds accounts: by the beginnings of numbers and serial numbers, of the words of holders and of buildings.
  await schema
    .createTable('account_words')
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .modifyEnd(keyOnly(db))
    .addPrimaryKeyConstraint('account_words_key', ['word', 'account_id'])
    .execute();
  await schema
    .createTable('building_words')
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('building', 'text', (column) => column.notNull())
    .modifyEnd(keyOnly(db))
    .addPrimaryKeyConstraint('building_words_key', ['word', 'building'])
    .execute();
  await nameAccounts(db);
  await schema.createIndex('meters_by_serial').on('meters').columns(['serial', 'id']).execute();
}

/** The words by which accounts and buildings are found that were there before. */
async function nameAccounts(db: Kysely<unknown>): Promise<void> {
  const tables = db as Kysely<{
    accounts: { id: string; holder: string };
    premises: { building: string };
    account_words: { word: string; account_id: string };
    building_words: { word: string; building: string };
  }>;
  for (let after = '', more = true; more; ) {
    const accounts = await tables
      .selectFrom('accounts')
      .where('id', '>', after)
      .select(['id', 'holder'])
      .orderBy('id')
      .limit(500)
      .execute();
    more = accounts.length > 0;
    after = accounts.at(-1)?.id ?? after;
    const rows = accounts.flatMap(({ id, holder }) => indexWords(holder).map((word) => ({ word, account_id: id })));
    if (rows.length > 0) await tables.insertInto('account_words').values(rows).execute();
  }
  for (const { building } of await tables.selectFrom('premises').select('building').distinct().execute()) {
    const rows = indexWords(building).map((word) => ({ word, building }));
    if (rows.length > 0) await tables.insertInto('building_words').values(rows).execute();
  }
}
