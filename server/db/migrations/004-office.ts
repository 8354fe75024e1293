import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { binaryType } from '../binary-type.ts';
import { addPeople } from './004-office-people.ts';
import { addSearch } from './004-office-search.ts';
import { addConversations } from './004-office-support.ts';

/** The company's side: staff, long work, batches that can be undone, windows by exception, conversations, kiosks, keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('staff')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('password_hash', 'text')
    .addColumn('totp_secret', 'text')
    .addColumn('totp_step', 'bigint')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('disabled_at', 'text')
    .execute();
  await schema
    .createTable('staff_sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('staff_sessions_staff').on('staff_sessions').column('staff_id').execute();
  await schema
    .createTable('staff_recovery_codes')
    .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .addPrimaryKeyConstraint('staff_recovery_codes_key', ['staff_id', 'code_hash'])
    .execute();

  await schema
    .alterTable('tokens')
    .addColumn('staff_id', 'text', (column) => column.references('staff.id'))
    .execute();
  await schema.createIndex('tokens_staff').on('tokens').column('staff_id').execute();

  // Long work: one row of it at a time is running per queue, whichever instance took it.
  await schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('done', 'bigint', (column) => column.notNull())
    .addColumn('total', 'bigint')
    .addColumn('result', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text')
    .addColumn('claimed_until', 'text')
    .addColumn('claimed_by', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('cancelled_by', 'text')
    .addColumn('ended_at', 'text')
    .execute();
  await schema.createIndex('jobs_waiting').on('jobs').columns(['state', 'created_at']).execute();
  await schema.createIndex('jobs_newest').on('jobs').column('created_at').execute();
  await schema.createIndex('jobs_queue').on('jobs').columns(['queue', 'id']).execute();
  await schema
    .createIndex('jobs_running')
    .on('jobs')
    .column('queue')
    .unique()
    .where(sql.ref('state'), '=', sql`'running'`)
    .execute();

  await schema
    .createTable('uploads')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('uploads_age').on('uploads').column('created_at').execute();
  await schema
    .createTable('upload_parts')
    .addColumn('upload_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('bytes', binaryType(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('upload_parts_key', ['upload_id', 'number'])
    .execute();
  await schema
    .createTable('exchange_profiles')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('exchange_profiles_name', ['kind', 'name'])
    .execute();

  await schema
    .alterTable('batches')
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('done'))
    .execute();
  await schema.alterTable('batches').addColumn('file_name', 'text').execute();
  await schema.alterTable('batches').addColumn('undone_at', 'text').execute();
  await schema.alterTable('batches').addColumn('undone_by', 'text').execute();
  await schema.createIndex('batches_newest').on('batches').column('created_at').execute();
  // The batch that made them; undoing it takes them away again.
  await schema.alterTable('accounts').addColumn('batch_id', 'text').execute();
  await schema.alterTable('meters').addColumn('batch_id', 'text').execute();
  for (const table of ['accounts', 'meters', 'statements', 'payments'] as const) {
    await schema
      .createIndex(`${table}_batch`)
      .on(table)
      .columns(['batch_id', 'id'])
      .where(sql.ref('batch_id'), 'is not', null)
      .execute();
  }
  await schema
    .createIndex('ledger_months_batch')
    .on('ledger_months')
    .columns(['batch_id', 'account_id', 'period'])
    .execute();
  // Of batches before this one nobody knows what they changed: they cannot be undone.
  await sql`insert into meta (key, value)
    select 'changes-noted-since', ${v7()} where exists (select 1 from batches)`.execute(db);
  // What undoing a batch looks up by, row by row.
  await schema
    .createIndex('statement_files_batch')
    .on('statement_files')
    .columns(['batch_id', 'statement_id'])
    .execute();
  await schema
    .createIndex('online_payments_statement')
    .on('online_payments')
    .column('statement_id')
    .where(sql.ref('statement_id'), 'is not', null)
    .execute();
  await schema
    .createIndex('meters_replaces')
    .on('meters')
    .column('replaces')
    .where(sql.ref('replaces'), 'is not', null)
    .execute();
  // What stood before a batch changed it; what it made new needs no row here.
  await schema
    .createTable('batch_changes')
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('row_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('batch_changes_key', ['batch_id', 'kind', 'row_id'])
    .execute();
  // Which batch changed a row last.
  await schema.createIndex('batch_changes_row').on('batch_changes').columns(['row_id', 'batch_id']).execute();
  await schema
    .createTable('removed_rows')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('row_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('removed_rows_key', ['account_id', 'version'])
    .execute();

  await schema
    .createTable('window_exceptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('building', 'text')
    .addColumn('service', 'text')
    .addColumn('opens_on', 'text', (column) => column.notNull())
    .addColumn('closes_on', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await schema.createIndex('window_exceptions_period').on('window_exceptions').column('period').execute();
  // I3: one in force for a month and place.
  await sql`create unique index window_exceptions_one
    on window_exceptions (period, coalesce(building, ''), coalesce(service, '')) where ended_at is null`.execute(db);
  // What is judged again when a window is moved.
  await schema
    .createIndex('operations_rejected')
    .on('operations')
    .columns(['received_at', 'number', 'id'])
    .where(sql.ref('outcome'), '=', sql`'rejected'`)
    .execute();

  await addConversations(db);

  await schema
    .createTable('kiosks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text')
    .addColumn('code_expires_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('enrolled_at', 'text')
    .addColumn('seen_at', 'text')
    .addColumn('app_version', 'text')
    .addColumn('revoked_at', 'text')
    .execute();

  await schema
    .createTable('api_tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('used_at', 'text')
    .addColumn('revoked_at', 'text')
    .execute();
  await schema
    .createTable('idempotency_keys')
    .addColumn('token_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('answer', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_key', ['token_id', 'key'])
    .execute();
  await schema.createIndex('idempotency_keys_age').on('idempotency_keys').column('created_at').execute();

  await schema
    .createTable('reminders')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reminders_key', ['account_id', 'period'])
    .execute();

  // What the office accepted after its period was locked or billed: an adjustment, for the next export (W6, I9).
  await schema
    .alterTable('readings')
    .addColumn('adjustment', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .createIndex('readings_adjustments')
    .on('readings')
    .column('id')
    .where(sql.ref('adjustment'), '=', sql.lit(1))
    .where(sql.ref('batch_id'), 'is', null)
    .execute();
  // The queue of the office: oldest first, page by page.
  await schema
    .createIndex('readings_queue')
    .on('readings')
    .columns(['received_at', 'id'])
    .where(sql.ref('state'), 'in', sql`('review', 'late')`)
    .where(sql.ref('adjustment'), '=', sql.lit(0))
    .execute();
  // What the office looks up: by person, kind and time.
  await schema.createIndex('audit_subject').on('audit').columns(['subject', 'seq']).execute();
  await schema.createIndex('audit_actor').on('audit').columns(['actor', 'seq']).execute();
  await schema.createIndex('audit_action').on('audit').columns(['action', 'seq']).execute();
  await schema.createIndex('meters_verification').on('meters').columns(['verified_until', 'id']).execute();
  await schema.createIndex('premises_building').on('premises').columns(['building', 'id']).execute();
  await schema.createIndex('accounts_premises').on('accounts').columns(['premises_id', 'number']).execute();
  await schema
    .createIndex('operations_rejected_here')
    .on('operations')
    .columns(['account_id', 'received_at'])
    .where(sql.ref('outcome'), '=', sql`'rejected'`)
    .execute();
  await addSearch(db);
  await addPeople(db);
}
