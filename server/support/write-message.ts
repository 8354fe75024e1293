import { toInstant } from '../../shared/instant.ts';
import type { OperationOf } from '../../shared/operation.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Writer } from '../db/tables.ts';
import type { Arrival, Effect } from '../sync/arrival.ts';
import { conversationOfAccount, insertConversation, insertMessage, setConversationState } from './queries.ts';

/**
 * A resident writes to the office, or answers it. What was closed is open again by that.
 * Runs inside the transaction that has locked the account.
 */
export async function writeMessage(
  tx: Writer,
  { id, user, account, body }: OperationOf<'message-written'>,
  { at, capture, version }: Arrival,
): Promise<Effect> {
  const now = toInstant(at);
  let rows = 0;
  if (body.conversation === null) {
    // The schema lets nothing begin without a topic.
    if (body.topic === null) return refused({ code: 'malformed', path: 'body.topic' });
    rows++;
    await insertConversation(tx, {
      id,
      account_id: account,
      version: version + rows,
      topic: body.topic,
      reading_id: null,
      state: 'open',
      assigned_to: null,
      created_at: now,
      changed_at: now,
    });
  } else {
    const conversation = await conversationOfAccount(tx, { id: body.conversation, account });
    if (!conversation) return refused({ code: 'conversation_unknown' });
    // An open one keeps its place in the office's queue.
    if (conversation.state !== 'open') {
      rows++;
      await setConversationState(tx, { id: conversation.id, state: 'open', version: version + rows, at: now });
    }
  }
  rows++;
  await insertMessage(tx, {
    id,
    conversation_id: body.conversation ?? id,
    account_id: account,
    version: version + rows,
    author: 'resident',
    author_id: user,
    text: body.text,
    written_at: toInstant(capture.best),
    received_at: now,
  });
  return { outcome: 'applied', problems: [], rows };
}

const refused = (problem: Problem): Effect => ({ outcome: 'rejected', problems: [problem], rows: 0 });
