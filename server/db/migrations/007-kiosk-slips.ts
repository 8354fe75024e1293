import { type Kysely, sql } from 'kysely';

/** What is left at kiosks, the keys that it is sealed to, and wrong tries at proofs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  // What a kiosk that was revoked had before, so that what it still brings is known for what it is.
  await schema.alterTable('kiosks').addColumn('revoked_hash', 'text').execute();
  // What it said at the last contact.
  await schema
    .alterTable('kiosks')
    .addColumn('waiting', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('kiosks').addColumn('waiting_since', 'text').execute();
  await schema
    .alterTable('kiosks')
    .addColumn('refused', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .createIndex('kiosks_revoked_hash')
    .on('kiosks')
    .column('revoked_hash')
    .unique()
    .where(sql.ref('revoked_hash'), 'is not', null)
    .execute();

  await schema
    .createTable('kiosk_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    // Counts up from 1, so that of two that are made at the same time one is refused (I3).
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('private_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('kiosk_slips')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kiosk_id', 'text', (column) => column.notNull().references('kiosks.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.references('accounts.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('results', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('note', 'text')
    .execute();
  await schema.createIndex('kiosk_slips_state').on('kiosk_slips').columns(['state', 'id']).execute();
  await schema.createIndex('kiosk_slips_account').on('kiosk_slips').columns(['account_id', 'id']).execute();
  await schema.createIndex('kiosk_slips_kiosk').on('kiosk_slips').columns(['kiosk_id', 'state', 'id']).execute();
  // What came from a kiosk since it was revoked.
  await schema.createIndex('kiosk_slips_received').on('kiosk_slips').columns(['kiosk_id', 'received_at']).execute();

  await schema
    .createTable('kiosk_tries')
    .addColumn('account', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.references('accounts.id').onDelete('set null'))
    .addColumn('wrong', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('last_kiosk', 'text', (column) => column.notNull().references('kiosks.id'))
    .addColumn('locked_at', 'text')
    .execute();
  await schema
    .createIndex('kiosk_tries_locked')
    .on('kiosk_tries')
    .columns(['locked_at', 'account_id'])
    .where(sql.ref('locked_at'), 'is not', null)
    .execute();
}
