import { type Kysely, sql } from 'kysely';
import { binaryType } from '../binary-type.ts';

/** Bills with their PDFs, the ledger, payments, and payments that were begun in the portal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('statements')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('issued_on', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('total', 'bigint', (column) => column.notNull())
    .addColumn('lines', 'text', (column) => column.notNull())
    .addColumn('file', 'text')
    .addColumn('file_hash', 'text')
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id'))
    .addUniqueConstraint('statements_number', ['account_id', 'number'])
    .execute();
  await schema.createIndex('statements_changes').on('statements').columns(['account_id', 'version']).execute();
  // A PDF that fits two statements would show one household the bill of another.
  await schema
    .createIndex('statements_file')
    .on('statements')
    .column('file')
    .unique()
    .where(sql.ref('file'), 'is not', null)
    .execute();

  await schema
    .createTable('statement_files')
    .addColumn('statement_id', 'text', (column) => column.primaryKey().references('statements.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('bytes', binaryType(db), (column) => column.notNull())
    .addColumn('stored_at', 'text', (column) => column.notNull())
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id'))
    .execute();

  await schema
    .createTable('ledger_months')
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('services', 'text', (column) => column.notNull())
    .addColumn('total', 'text')
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id'))
    .addPrimaryKeyConstraint('ledger_months_key', ['account_id', 'period'])
    .execute();
  await schema.createIndex('ledger_months_changes').on('ledger_months').columns(['account_id', 'version']).execute();

  await schema
    .createTable('payments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('amount', 'bigint', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id'))
    .addUniqueConstraint('payments_number', ['account_id', 'number'])
    .execute();
  await schema.createIndex('payments_changes').on('payments').columns(['account_id', 'version']).execute();

  await schema
    .createTable('online_payments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('statement_id', 'text', (column) => column.references('statements.id'))
    .addColumn('amount', 'bigint', (column) => column.notNull())
    .addColumn('refunded', 'bigint', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('fault', 'text')
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('online_payments_provider', ['provider', 'provider_id'])
    .execute();
  await schema
    .createIndex('online_payments_changes')
    .on('online_payments')
    .columns(['account_id', 'version'])
    .execute();

  await schema
    .createTable('payment_events')
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payment_id', 'text', (column) => column.references('online_payments.id'))
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('payment_events_key', ['provider', 'id'])
    .execute();
}
