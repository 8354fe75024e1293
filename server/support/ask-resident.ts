import { v7 } from 'uuid';
import type { ConversationTopic } from '../../shared/conversation.ts';
import type { AccountId, ConversationId, ReadingId, StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Writer } from '../db/tables.ts';
import { insertConversation, insertMessage } from './queries.ts';
import { tellResidents } from './tell-residents.ts';

/** The office begins a conversation: the resident finds it on the phone at the next contact, is told by mail, and can answer. */
export async function askResident(
  tx: Writer,
  question: {
    account: AccountId;
    topic: ConversationTopic;
    reading: ReadingId | null;
    text: string;
    staff: StaffId;
    at: Instant;
  },
): Promise<ConversationId> {
  const { account, topic, reading, text, staff, at } = question;
  const versions = await lockForVersions(tx, [account]);
  const id = v7();
  await insertConversation(tx, {
    id,
    account_id: account,
    version: versions.next(account),
    topic,
    reading_id: reading,
    state: 'answered',
    assigned_to: staff,
    created_at: at,
    changed_at: at,
  });
  await insertMessage(tx, {
    id: v7(),
    conversation_id: id,
    account_id: account,
    version: versions.next(account),
    author: 'office',
    author_id: staff,
    text,
    written_at: at,
    received_at: at,
  });
  await versions.write();
  await tellResidents(tx, { account, conversation: id, before: null, at });
  return id;
}
