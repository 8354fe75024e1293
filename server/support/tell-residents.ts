import type { AccountId, ConversationId } from '../../shared/ids.ts';
import { type Instant, toEpochMs } from '../../shared/instant.ts';
import { usersOf } from '../accounts/user-queries.ts';
import type { Writer } from '../db/tables.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { authorsOf, type LastMessage } from './queries.ts';

/** Who has just had a letter about a conversation needs none about the next sentence of it. */
const quietMs = 30 * 60_000;

/**
 * Asks for a letter to those who wrote in the conversation, or to all users of the account where the office began it. None
 * where the office's own message came shortly before this one (`before`). Whoever is not linked any more gets nothing.
 */
export async function tellResidents(
  tx: Writer,
  {
    account,
    conversation,
    before,
    at,
  }: { account: AccountId; conversation: ConversationId; before: LastMessage | null; at: Instant },
): Promise<void> {
  const justTold = before?.author === 'office' && toEpochMs(at) - toEpochMs(before.received_at) < quietMs;
  if (justTold) return;
  const [authors, users] = await Promise.all([authorsOf(tx, conversation), usersOf(tx, account)]);
  const writers = users.filter((user) => authors.includes(user));
  for (const user of writers.length > 0 ? writers : users) {
    await enqueueMail(tx, { kind: 'office-wrote', user, account, conversation }, at);
  }
}
