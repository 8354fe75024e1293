import { v7 } from 'uuid';
import type { AuditAction } from '../../shared/audit-actions.ts';
import type { ConversationPage, ConversationState } from '../../shared/conversation.ts';
import type { ConversationId, MessageId, StaffId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import { lockForVersions, type Versions } from '../accounts/versions.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import {
  activeStaff,
  conversationById,
  insertMessage,
  type LastMessage,
  lastMessage,
  setAssigned,
  setConversationState,
} from './queries.ts';
import { conversationPage } from './read-inbox.ts';
import { tellResidents } from './tell-residents.ts';

type Needs = Pick<Services, 'db' | 'clock'> & { mail: Pick<Services['mail'], 'nudge'> };
interface Seen {
  id: ConversationId;
  /** The newest message on the clerk's screen. */
  seen: MessageId;
}

/**
 * The office answers: the resident finds it at the next contact, and is told by mail. Whoever answers first deals with it
 * from then on. Throws `not_found`, and `changed_meanwhile` where there is a newer message than the clerk has seen.
 */
export async function answerConversation(
  { db, clock, mail }: Needs,
  staff: Staff,
  { id, seen, text }: Seen & { text: string },
): Promise<ConversationPage> {
  await db.write(async (tx) => {
    const { conversation, versions, last } = await locked(tx, id);
    refuseUnlessNewest(last, seen);
    const at = toInstant(clock.now());
    const account = conversation.account_id;
    await tellResidents(tx, { account, conversation: id, before: last ?? null, at });
    await setConversationState(tx, { id, state: 'answered', version: versions.next(account), at });
    await insertMessage(tx, {
      id: v7(),
      conversation_id: id,
      account_id: account,
      version: versions.next(account),
      author: 'office',
      author_id: staff.id,
      text,
      written_at: at,
      received_at: at,
    });
    await versions.write();
    if (conversation.assigned_to === null) await setAssigned(tx, id, staff.id);
    await note(tx, { at, staff, id, action: 'answer-conversation' });
  });
  mail.nudge();
  return conversationPage(db.reader, id);
}

/** Done: it leaves the list of what waits. Throws as an answer does. */
export const closeConversation = (services: Needs, staff: Staff, seen: Seen): Promise<ConversationPage> =>
  move(services, staff, seen, { to: 'closed', action: 'close-conversation' });

/** It waits for the office again. */
export const reopenConversation = (services: Needs, staff: Staff, seen: Seen): Promise<ConversationPage> =>
  move(services, staff, seen, { to: 'open', action: 'reopen-conversation' });

async function move(
  { db, clock }: Needs,
  staff: Staff,
  { id, seen }: Seen,
  { to, action }: { to: ConversationState; action: AuditAction },
): Promise<ConversationPage> {
  await db.write(async (tx) => {
    const { conversation, versions, last } = await locked(tx, id);
    refuseUnlessNewest(last, seen);
    // Somebody else was faster, or it is already as it should be.
    if (conversation.state === to) throw new ProblemError({ code: 'changed_meanwhile' });
    const at = toInstant(clock.now());
    await setConversationState(tx, { id, state: to, version: versions.next(conversation.account_id), at });
    await versions.write();
    await note(tx, { at, staff, id, action, from: conversation.state });
  });
  return conversationPage(db.reader, id);
}

/**
 * Gives it to a colleague, or to nobody. Throws `changed_meanwhile` where it is not any more as the clerk saw it, and
 * `bad_input` where the colleague is none.
 */
export async function assignConversation(
  { db, clock }: Needs,
  staff: Staff,
  { id, staff: to, was }: { id: ConversationId; staff: StaffId | null; was: StaffId | null },
): Promise<ConversationPage> {
  await db.write(async (tx) => {
    const { conversation } = await locked(tx, id);
    if (conversation.assigned_to !== was) throw new ProblemError({ code: 'changed_meanwhile' });
    if (to !== null && !(await activeStaff(tx)).some((one) => one.id === to)) {
      throw new ProblemError({ code: 'bad_input', path: 'staff' });
    }
    await setAssigned(tx, id, to);
    const at = toInstant(clock.now());
    const detail = { to };
    await appendAudit(tx, { at, actor: staff.id, action: 'assign-conversation', subject: id, detail });
  });
  return conversationPage(db.reader, id);
}

/** The conversation as it stands behind the lock of its account. */
async function locked(
  tx: Writer,
  id: ConversationId,
): Promise<{ conversation: Row<'conversations'>; versions: Versions; last: LastMessage | undefined }> {
  const before = await conversationById(tx, id);
  if (!before) throw new ProblemError({ code: 'not_found' });
  const versions = await lockForVersions(tx, [before.account_id]);
  const conversation = await conversationById(tx, id);
  if (!conversation) throw new ProblemError({ code: 'not_found' });
  return { conversation, versions, last: await lastMessage(tx, id) };
}

function refuseUnlessNewest(last: LastMessage | undefined, seen: MessageId): void {
  if (last?.id !== seen) throw new ProblemError({ code: 'changed_meanwhile' });
}

const note = (
  tx: Writer,
  { at, staff, id, action, from }: { at: string; staff: Staff; id: ConversationId; action: AuditAction; from?: string },
): Promise<void> =>
  appendAudit(tx, { at, actor: staff.id, action, subject: id, detail: from === undefined ? {} : { from } });
