import { type Kysely, sql } from 'kysely';
import { userWords } from '../../../shared/user-words.ts';
import { allowEmptying } from '../append-only.ts';

/** A part of migration 004: people by what they are found, who linked them, which letters they got, how a user ends. */
export async function addPeople(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('users').addColumn('merged_into', 'text').execute();
  await schema.alterTable('users').addColumn('deleted_at', 'text').execute();
  await schema
    .createIndex('users_merged')
    .on('users')
    .column('merged_into')
    .where(sql.ref('merged_into'), 'is not', null)
    .execute();
  await schema
    .createTable('user_words')
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addPrimaryKeyConstraint('user_words_key', ['word', 'user_id'])
    .execute();
  await schema.createIndex('user_words_user').on('user_words').columns(['user_id', 'word']).execute();
  await nameUsers(db);
  await schema.alterTable('user_accounts').addColumn('linked_by', 'text').execute();
  await schema.alterTable('mails').addColumn('user_id', 'text').execute();
  await schema.createIndex('mails_user').on('mails').columns(['user_id', 'id']).execute();
  await schema.alterTable('tokens').addColumn('printed_by', 'text').execute();
  await schema
    .createIndex('tokens_printed')
    .on('tokens')
    .columns(['created_at', 'id_hash'])
    .where(sql.ref('printed_by'), 'is not', null)
    .where(sql.ref('consumed_at'), 'is', null)
    .execute();
  await schema.createIndex('messages_author').on('messages').columns(['author_id', 'id']).execute();
  await schema.createIndex('online_payments_user').on('online_payments').columns(['user_id', 'id']).execute();
  // A deleted person's texts go out of the ledger of operations; the entries stay.
  const entry = ['id', 'hash', 'stream', 'number', 'user_id', 'account_id', 'kind', 'outcome', 'problems', 'version'];
  await allowEmptying(db, 'operations', { column: 'content', columns: [...entry, 'received_at'] });
  await allowEmptying(db, 'operation_conflicts', {
    column: 'content',
    columns: ['id', 'hash', 'user_id', 'received_at'],
  });
  await schema.createIndex('operations_user').on('operations').columns(['user_id', 'id']).execute();
}

/** The words by which users are found who were there before. */
async function nameUsers(db: Kysely<unknown>): Promise<void> {
  const tables = db as Kysely<{
    users: { id: string; name: string; email: string | null; phone: string | null };
    user_words: { word: string; user_id: string };
  }>;
  for (let after = '', more = true; more; ) {
    const users = await tables
      .selectFrom('users')
      .where('id', '>', after)
      .select(['id', 'name', 'email', 'phone'])
      .orderBy('id')
      .limit(500)
      .execute();
    more = users.length > 0;
    after = users.at(-1)?.id ?? after;
    for (const user of users) {
      const rows = userWords(user).map((word) => ({ word, user_id: user.id }));
      if (rows.length > 0) await tables.insertInto('user_words').values(rows).execute();
    }
  }
}
