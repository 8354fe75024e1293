import type { Conversation, Message } from '../../shared/conversation.ts';
import type { MessageId, PhotoId } from '../../shared/ids.ts';
import { type ChangeRange, changedRows } from '../db/changed-rows.ts';
import type { Reader } from '../db/tables.ts';

const conversations = changedRows('conversations', [
  'id',
  'version',
  'topic',
  'reading_id',
  'state',
  'created_at',
  'changed_at',
]);
const messages = changedRows('messages', [
  'id',
  'version',
  'conversation_id',
  'author',
  'text',
  'written_at',
  'received_at',
]);

/** The conversations of an account that changed above a version and up to another, in the order of their versions. */
export async function changedConversations(
  db: Reader,
  range: ChangeRange,
): Promise<{ version: number; conversation: Conversation }[]> {
  const rows = await conversations(db, range);
  return rows.map(({ version, reading_id, created_at, changed_at, ...row }) => ({
    version,
    conversation: {
      ...row,
      account: range.account,
      reading: reading_id,
      createdAt: created_at,
      changedAt: changed_at,
    },
  }));
}

/** Their messages, likewise, with the names of their photos. */
export async function changedMessages(
  db: Reader,
  range: ChangeRange,
): Promise<{ version: number; message: Message }[]> {
  const rows = await messages(db, range);
  const photos = await photosOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ version, conversation_id, written_at, received_at, ...row }) => ({
    version,
    message: {
      ...row,
      account: range.account,
      conversation: conversation_id,
      writtenAt: written_at,
      receivedAt: received_at,
      photos: photos.get(row.id) ?? [],
    },
  }));
}

async function photosOf(db: Reader, ids: readonly MessageId[]): Promise<Map<MessageId, PhotoId[]>> {
  const found = new Map<MessageId, PhotoId[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('photos')
    .where('message_id', 'in', ids)
    .select(['id', 'message_id'])
    .orderBy('stored_at')
    .execute();
  for (const { id, message_id } of rows) {
    if (message_id !== null) found.set(message_id, [...(found.get(message_id) ?? []), id]);
  }
  return found;
}
