import { type Kysely, sql } from 'kysely';
import { binaryType } from '../binary-type.ts';

/** Part of 004: what residents and the office write to each other, and photos. */
export async function addConversations(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
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
  // Nobody is '': what is null PostgreSQL would not read from an index in the order of the columns behind it.
  await sql`create index conversations_assigned
    on conversations (state, coalesce(assigned_to, ''), changed_at, id)`.execute(db);
  await sql`create index conversations_assigned_topic
    on conversations (state, coalesce(assigned_to, ''), topic, changed_at, id)`.execute(db);
  await schema
    .createIndex('conversations_topic')
    .on('conversations')
    .columns(['state', 'topic', 'changed_at', 'id'])
    .execute();
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
    .createIndex('conversations_reading')
    .on('conversations')
    .column('reading_id')
    .where(sql.ref('reading_id'), 'is not', null)
    .execute();
}
