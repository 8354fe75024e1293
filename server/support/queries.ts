import type { ConversationState } from '../../shared/conversation.ts';
import type { AccountId, ConversationId, MessageId, StaffId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { staffNames } from '../staff/queries.ts';

export async function insertConversation(tx: Writer, conversation: Row<'conversations'>): Promise<void> {
  await tx.insertInto('conversations').values(conversation).execute();
}

export async function insertMessage(tx: Writer, message: Row<'messages'>): Promise<void> {
  await tx.insertInto('messages').values(message).execute();
}

/** Undefined where the account has none of this id. */
export function conversationOfAccount(
  db: Reader,
  { id, account }: { id: ConversationId; account: AccountId },
): Promise<Row<'conversations'> | undefined> {
  return db
    .selectFrom('conversations')
    .where('id', '=', id)
    .where('account_id', '=', account)
    .selectAll()
    .executeTakeFirst();
}

export function conversationById(db: Reader, id: ConversationId): Promise<Row<'conversations'> | undefined> {
  return db.selectFrom('conversations').where('id', '=', id).selectAll().executeTakeFirst();
}

export async function setConversationState(
  tx: Writer,
  { id, state, version, at }: { id: ConversationId; state: ConversationState; version: number; at: Instant },
): Promise<void> {
  await tx.updateTable('conversations').set({ state, version, changed_at: at }).where('id', '=', id).execute();
}

/** Who deals with it is the office's own affair: devices are told nothing. */
export async function setAssigned(tx: Writer, id: ConversationId, staff: StaffId | null): Promise<void> {
  await tx.updateTable('conversations').set({ assigned_to: staff }).where('id', '=', id).execute();
}

export type LastMessage = Pick<Row<'messages'>, 'id' | 'author' | 'received_at'>;

/** In the order in which they arrived. */
export function lastMessage(db: Reader, conversation: ConversationId): Promise<LastMessage | undefined> {
  return db
    .selectFrom('messages')
    .where('conversation_id', '=', conversation)
    .select(['id', 'author', 'received_at'])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The residents who have written in it. */
export async function authorsOf(db: Reader, conversation: ConversationId): Promise<UserId[]> {
  const rows = await db
    .selectFrom('messages')
    .where('conversation_id', '=', conversation)
    .where('author', '=', 'resident')
    .select('author_id')
    .distinct()
    .execute();
  return rows.map(({ author_id }) => author_id);
}

export type MessageRow = Pick<Row<'messages'>, 'id' | 'author' | 'author_id' | 'text' | 'written_at' | 'received_at'>;

export function messagesOf(db: Reader, conversation: ConversationId): Promise<MessageRow[]> {
  return db
    .selectFrom('messages')
    .where('conversation_id', '=', conversation)
    .select(['id', 'author', 'author_id', 'text', 'written_at', 'received_at'])
    .orderBy('received_at')
    .orderBy('id')
    .execute();
}

/** The names of people, by their ids: residents who wrote, and colleagues. */
export async function namesOf(
  db: Reader,
  { residents, staff }: { residents: readonly UserId[]; staff: readonly StaffId[] },
): Promise<Map<string, string>> {
  const [users, colleagues] = await Promise.all([
    residents.length === 0 ? [] : db.selectFrom('users').where('id', 'in', residents).select(['id', 'name']).execute(),
    staffNames(db, staff),
  ]);
  return new Map([...users.map(({ id, name }) => [id, name] as const), ...colleagues]);
}

export async function photosOfMessages(
  db: Reader,
  messages: readonly MessageId[],
): Promise<{ id: string; message: MessageId | null }[]> {
  if (messages.length === 0) return [];
  return db
    .selectFrom('photos')
    .where('message_id', 'in', messages)
    .select(['id', 'message_id as message'])
    .orderBy('stored_at')
    .orderBy('id')
    .execute();
}

/** Whoever may be given a conversation to deal with. */
export function activeStaff(db: Reader): Promise<{ id: StaffId; name: string }[]> {
  return db.selectFrom('staff').where('disabled_at', 'is', null).select(['id', 'name']).execute();
}
