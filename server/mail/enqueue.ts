import { v7 } from 'uuid';
import type { Instant } from '../../shared/instant.ts';
import type { Writer } from '../db/tables.ts';
import type { MailIntent } from './intents.ts';
import { insertMail } from './queries.ts';

/**
 * Asks for a letter in the transaction that is its reason: there is one if, and only if, that is committed. Of very many letters
 * the later ones are due later, so that others come between.
 */
export async function enqueueMail(
  tx: Writer,
  intent: MailIntent,
  at: Instant,
  { dueAt = at }: { dueAt?: Instant } = {},
): Promise<void> {
  const { kind, ...content } = intent;
  await insertMail(tx, {
    id: v7(),
    kind,
    content: JSON.stringify(content),
    state: 'waiting',
    created_at: at,
    due_at: dueAt,
    claimed_until: null,
    attempts: 0,
    ended_at: null,
    fault: null,
    user_id: 'user' in intent ? intent.user : null,
  });
}
