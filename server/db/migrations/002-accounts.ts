import type { Kysely } from 'kysely';

/** Registration, letters, tokens, passkeys, and the limits that all instances share. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema.alterTable('users').addColumn('phone', 'text').execute();
  await schema.alterTable('sessions').addColumn('seen_at', 'text').execute();

  await schema
    .createTable('mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('claimed_until', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('fault', 'text')
    .execute();
  await schema.createIndex('mails_due').on('mails').columns(['state', 'due_at']).execute();

  await schema
    .createTable('tokens')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.references('users.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('series', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('consumed_at', 'text')
    .execute();
  await schema.createIndex('tokens_series').on('tokens').column('series').execute();
  await schema.createIndex('tokens_user').on('tokens').column('user_id').execute();
  await schema.createIndex('tokens_expiry').on('tokens').column('expires_at').execute();

  await schema
    .createTable('passkeys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await schema.createIndex('passkeys_user').on('passkeys').column('user_id').execute();

  await schema
    .createTable('rate_limits')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('points', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .execute();
  await schema.createIndex('rate_limits_expiry').on('rate_limits').column('expires_at').execute();
}
