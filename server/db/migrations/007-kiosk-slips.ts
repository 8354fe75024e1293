import { type Kysely, sql } from 'kysely';

/** What kiosks prove themselves with; what is left at them, the keys that it is sealed to, and wrong tries at proofs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  for (const column of ['closed_at', 'reused_at']) {
    await schema.alterTable('kiosks').addColumn(column, 'text').execute();
  }
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
    .createTable('kiosk_credentials')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('kiosk_id', 'text', (column) => column.notNull().references('kiosks.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await schema
    .createIndex('kiosk_credentials_current')
    .on('kiosk_credentials')
    .column('kiosk_id')
    .unique()
    .where(sql.ref('state'), '=', sql`'current'`)
    .execute();
  await schema
    .createIndex('kiosk_credentials_kiosk')
    .on('kiosk_credentials')
    .columns(['kiosk_id', 'state', 'given_at'])
    .execute();

  // Whether its browser prints without asking (0, 1).
  await schema
    .alterTable('kiosks')
    .addColumn('prints', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();

  await schema
    .createTable('kiosk_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    // Counts up from 1, so that of two that are made at the same time one is refused (I3).
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('private_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('used_from', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('kiosk_slips')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kiosk_id', 'text', (column) => column.notNull().references('kiosks.id'))
    .addColumn('brought_by', 'text', (column) => column.references('kiosks.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    // What is said at the desk (`receiptNumber`): not unique.
    .addColumn('receipt', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.references('accounts.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('results', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('note', 'text')
    .addColumn('done_at', 'text')
    .addColumn('emptied_at', 'text')
    .execute();
  await schema.createIndex('kiosk_slips_state').on('kiosk_slips').columns(['state', 'id']).execute();
  await schema.createIndex('kiosk_slips_account').on('kiosk_slips').columns(['account_id', 'id']).execute();
  await schema.createIndex('kiosk_slips_kiosk').on('kiosk_slips').columns(['kiosk_id', 'state', 'id']).execute();
  await schema
    .createIndex('kiosk_slips_brought')
    .on('kiosk_slips')
    .columns(['brought_by', 'state'])
    .where(sql.ref('brought_by'), 'is not', null)
    .execute();
  // What came from a kiosk since it was revoked.
  await schema.createIndex('kiosk_slips_received').on('kiosk_slips').columns(['kiosk_id', 'received_at']).execute();
  await schema.createIndex('kiosk_slips_receipt').on('kiosk_slips').columns(['receipt', 'id']).execute();

  // From a reading back to the slip that it came of.
  await schema
    .createTable('kiosk_slip_readings')
    .addColumn('reading_id', 'text', (column) => column.primaryKey())
    .addColumn('slip_id', 'text', (column) => column.notNull().references('kiosk_slips.id'))
    .execute();
  // What is emptied next, and what may be done by now.
  await schema
    .createIndex('kiosk_slips_kept')
    .on('kiosk_slips')
    .columns(['done_at', 'id'])
    .where(sql<boolean>`done_at is not null and emptied_at is null`)
    .execute();
  await schema
    .createIndex('kiosk_slips_undone')
    .on('kiosk_slips')
    .column('id')
    .where(sql<boolean>`done_at is null and state not in ('office', 'held')`)
    .execute();

  await schema
    .createTable('kiosk_tries')
    .addColumn('account', 'text', (column) => column.notNull())
    // A kiosk, or all of them together.
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.references('accounts.id').onDelete('set null'))
    .addColumn('wrong', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('last_kiosk', 'text', (column) => column.notNull().references('kiosks.id'))
    .addColumn('last_proof', 'text')
    .addColumn('locked_at', 'text')
    .addColumn('locked_by', 'text', (column) => column.references('kiosks.id'))
    .addPrimaryKeyConstraint('kiosk_tries_key', ['account', 'place'])
    .execute();
  await schema
    .createIndex('kiosk_tries_locked')
    .on('kiosk_tries')
    .columns(['locked_at', 'account_id', 'place'])
    .where(sql.ref('locked_at'), 'is not', null)
    .execute();
  await schema
    .createIndex('kiosk_tries_locked_by')
    .on('kiosk_tries')
    .columns(['locked_by', 'account_id'])
    .where(sql.ref('locked_by'), 'is not', null)
    .execute();
  await schema
    .createTable('kiosk_serial_tries')
    .addColumn('serial', 'text', (column) => column.primaryKey())
    .addColumn('accounts', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .execute();
}
