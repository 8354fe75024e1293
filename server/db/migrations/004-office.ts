import { type Kysely, sql } from 'kysely';
import { binaryType } from '../binary-type.ts';

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
    .addColumn('ended_at', 'text')
    .execute();
  await schema.createIndex('jobs_waiting').on('jobs').columns(['state', 'created_at']).execute();
  await schema.createIndex('jobs_newest').on('jobs').column('created_at').execute();
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
  // What stood before a batch changed it; what it made new needs no row here.
  await schema
    .createTable('batch_changes')
    .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('row_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('batch_changes_key', ['batch_id', 'kind', 'row_id'])
    .execute();
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

  await schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('reading_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('assigned_to', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('conversations_changes').on('conversations').columns(['account_id', 'version']).execute();
  await schema.createIndex('conversations_state').on('conversations').columns(['state', 'changed_at', 'id']).execute();
  await schema
    .createTable('messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversations.id'))
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    // A user or somebody of the staff.
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('written_at', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('messages_changes').on('messages').columns(['account_id', 'version']).execute();
  await schema
    .createIndex('messages_conversation')
    .on('messages')
    .columns(['conversation_id', 'received_at'])
    .execute();
  await schema
    .createTable('photos')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    // What it belongs to: a message, or a reading.
    .addColumn('message_id', 'text')
    .addColumn('reading_id', 'text')
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .addColumn('bytes', binaryType(db), (column) => column.notNull())
    .addColumn('stored_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('photos_changes').on('photos').columns(['account_id', 'version']).execute();
  await schema.createIndex('photos_message').on('photos').column('message_id').execute();
  await schema.createIndex('photos_reading').on('photos').column('reading_id').execute();

  await schema
    .createTable('kiosks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text')
    .addColumn('code_expires_at', 'text')
    .addColumn('credential_hash', 'text')
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

  await schema
    .createTable('reminders')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reminders_key', ['account_id', 'period'])
    .execute();

  // The queue of the office: oldest first, page by page.
  await schema
    .createIndex('readings_queue')
    .on('readings')
    .columns(['state', 'received_at', 'id'])
    .where(sql.ref('state'), 'in', sql`('review', 'late')`)
    .execute();
  // What the office looks up: by person, kind and time.
  await schema.createIndex('audit_subject').on('audit').columns(['subject', 'seq']).execute();
  await schema.createIndex('audit_actor').on('audit').columns(['actor', 'seq']).execute();
  await schema.createIndex('audit_action').on('audit').columns(['action', 'seq']).execute();
  await schema.createIndex('meters_verification').on('meters').columns(['verified_until', 'id']).execute();
  await schema.createIndex('premises_building').on('premises').columns(['building', 'id']).execute();
  await schema.createIndex('accounts_premises').on('accounts').columns(['premises_id', 'number']).execute();
}
