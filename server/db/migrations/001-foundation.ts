import { type Kysely, sql } from 'kysely';
import { forbidChanges } from '../append-only.ts';

/** Accounts, meters, readings, the ledger of operations, sessions and the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('meta')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('premises')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('building', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    // How imports find them again.
    .addUniqueConstraint('premises_place', ['address', 'building'])
    .execute();

  await schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('email', 'text')
    .addColumn('phone', 'text')
    .addColumn('premises_id', 'text', (column) => column.notNull().references('premises.id'))
    .execute();

  // A row of its own, because it is what every writer of an account locks (I4).
  await schema
    .createTable('account_versions')
    .addColumn('account_id', 'text', (column) => column.primaryKey().references('accounts.id'))
    .addColumn('head', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text', (column) => column.unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('password_hash', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('user_accounts')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('linked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('user_accounts_key', ['user_id', 'account_id'])
    .execute();
  await schema.createIndex('user_accounts_account').on('user_accounts').column('account_id').execute();

  await schema
    .createTable('sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('sessions_user').on('sessions').column('user_id').execute();
  await schema.createIndex('sessions_expiry').on('sessions').column('expires_at').execute();

  await schema
    .createTable('meters')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('serial', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('ratio', 'integer', (column) => column.notNull())
    .addColumn('installed_on', 'text', (column) => column.notNull())
    .addColumn('verified_until', 'text')
    .addColumn('retired_on', 'text')
    .addColumn('replaces', 'text', (column) => column.references('meters.id'))
    // One serial number may hang in two flats (different makers), but not twice for one service of one account.
    .addUniqueConstraint('meters_serial', ['account_id', 'service', 'serial'])
    .execute();
  await schema.createIndex('meters_changes').on('meters').columns(['account_id', 'version']).execute();

  await schema
    .createTable('registers')
    .addColumn('meter_id', 'text', (column) => column.notNull().references('meters.id'))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('digits', 'integer', (column) => column.notNull())
    .addColumn('decimals', 'integer', (column) => column.notNull())
    .addColumn('initial', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('registers_key', ['meter_id', 'code'])
    .execute();
  await schema.createIndex('registers_account').on('registers').column('account_id').execute();

  await schema
    .createTable('batches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('period', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('rows', 'integer', (column) => column.notNull())
    .execute();

  await schema
    .createTable('readings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('meter_id', 'text', (column) => column.notNull().references('meters.id'))
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('register_values', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('captured_earliest', 'text')
    .addColumn('captured_best', 'text', (column) => column.notNull())
    .addColumn('captured_latest', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('supersedes', 'text')
    .addColumn('findings', 'text', (column) => column.notNull())
    .addColumn('rollover', 'integer', (column) => column.notNull())
    .addColumn('stream', 'text')
    .addColumn('stream_number', 'bigint')
    .addColumn('batch_id', 'text', (column) => column.references('batches.id'))
    .addColumn('reason', 'text')
    .execute();
  await schema.createIndex('readings_changes').on('readings').columns(['account_id', 'version']).execute();
  await schema.createIndex('readings_meter').on('readings').columns(['meter_id', 'period']).execute();
  // I3: never two readings that stand for one meter and period.
  await schema
    .createIndex('readings_standing')
    .on('readings')
    .columns(['meter_id', 'period'])
    .unique()
    .where(sql.ref('state'), 'in', sql`('accepted', 'billed')`)
    .execute();
  await schema.createIndex('readings_period').on('readings').columns(['period', 'meter_id']).execute();
  // The file of a batch is read page by page in this order; a new batch is nothing that an engine's statistics know of.
  await schema
    .createIndex('readings_batch')
    .on('readings')
    .columns(['batch_id', 'meter_id'])
    .where(sql.ref('batch_id'), 'is not', null)
    .execute();
  await forbidChanges(db, 'readings', [
    'id',
    'account_id',
    'meter_id',
    'period',
    'register_values',
    'kind',
    'source',
    'captured_earliest',
    'captured_best',
    'captured_latest',
    'received_at',
    'supersedes',
    'rollover',
    'stream',
    'stream_number',
  ]);

  await schema
    .createTable('operations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    // As the device claimed it: an account that is not the user's is refused, and the refusal is kept (I7).
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('problems', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('operations_stream', ['stream', 'number'])
    .execute();
  await forbidChanges(db, 'operations', 'all');

  await schema
    .createTable('operation_conflicts')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('operation_conflicts_key', ['id', 'hash'])
    .execute();
  await forbidChanges(db, 'operation_conflicts', 'all');

  await schema
    .createTable('period_locks')
    .addColumn('period', 'text', (column) => column.primaryKey())
    .addColumn('locked_at', 'text', (column) => column.notNull())
    .addColumn('batch_id', 'text', (column) => column.references('batches.id'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await forbidChanges(db, 'audit', 'all');
}
