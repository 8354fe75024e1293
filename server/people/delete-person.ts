import type { ConversationId, MessageId, UserId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import type { OperationKind } from '../../shared/operation.ts';
import type { DeletionPreview } from '../../shared/people.ts';
import type { Staff } from '../../shared/staff.ts';
import { deleteUserWords, liveUserById, lockUser, unlinkUser, userById } from '../accounts/user-queries.ts';
import { lockForVersions } from '../accounts/versions.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { forgetSlips, slipsToForget } from '../kiosks/slip-keeping.ts';
import {
  countAudit,
  countLinks,
  countMails,
  countOnlinePayments,
  countOperations,
  countOperationsOfKind,
  countPasskeys,
  countSessions,
  deleteConversations,
  deleteMails,
  deleteMessages,
  deletePasskeysOf,
  deletePhotos,
  deleteTokens,
  emptyConflicts,
  emptyOperations,
  emptyUser,
  messagesBy,
  messagesIn,
  noteRemoved,
  photosBy,
  stripSessions,
} from './ending-queries.ts';
import { briefOf, sealOf } from './merge.ts';
import { idsOfPerson, linksOf } from './person-queries.ts';

/** Operations with a text that the person wrote; the others hold ids, values and moments alone. */
const writing: OperationKind = 'message-written';

/** What a deletion would take away now, and what stays. Throws `not_found` where the user has ended. */
export async function previewDeletion(db: Reader, id: UserId, at: Instant): Promise<DeletionPreview> {
  const user = await readLive(db, id);
  const users = await idsOfPerson(db, id);
  const links = await linksOf(db, id);
  const texts = await textsOf(db, users);
  const preview: Omit<DeletionPreview, 'seal'> = {
    person: briefOf(user, links),
    replacement: replacementOf(id),
    gone: {
      devices: await countSessions(db, users),
      passkeys: await countPasskeys(db, users),
      links: await countLinks(db, users, at),
      mails: await countMails(db, users),
      messages: texts.own,
      photos: texts.photos.length,
      conversations: texts.conversations.length,
      texts: await countOperationsOfKind(db, users, writing),
      slips: (await slipsToForget(db, users)).length,
      accounts: links.length,
    },
    stays: {
      operations: await countOperations(db, users),
      readings: await countOperationsOfKind(db, users, 'reading-submitted'),
      payments: await countOnlinePayments(db, users),
      audit: await countAudit(db, users),
    },
  };
  // Letters and slips come and go by themselves, and the log grows: that is no reason to ask again.
  const { gone, stays } = preview;
  const lasting = { ...preview, gone: { ...gone, mails: 0, links: 0, slips: 0 }, stays: { ...stays, audit: 0 } };
  return { ...preview, seal: sealOf(lasting) };
}

/**
 * Deletes a person on the person's own request (GDPR, article 17), in one transaction: what was personal goes, and where the
 * ledgers name the user a name without a person stands. Devices are signed out and forget at their next contact. Throws
 * `not_found`, `bad_input` (`typed`) where the name was not typed as it stands, and `changed_meanwhile`.
 */
export async function deletePerson(
  { db, clock }: Services,
  staff: Staff,
  { user: id, typed, seal }: { user: UserId; typed: string; seal: string },
): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    await lockUser(tx, id);
    const { name } = await readLive(tx, id);
    if (typed.trim() !== name.trim()) throw new ProblemError({ code: 'bad_input', path: 'typed' });
    const preview = await previewDeletion(tx, id, at);
    if (preview.seal !== seal) throw new ProblemError({ code: 'changed_meanwhile' });
    const users = await idsOfPerson(tx, id);
    const emails = (await Promise.all(users.map((one) => userById(tx, one)))).flatMap((user) => user?.email ?? []);
    await removeTexts(tx, users);
    await forgetSlips(tx, users, at);
    for (const { id: account } of await linksOf(tx, id)) {
      await unlinkUser(tx, id, account);
      const detail = { user: id };
      await appendAudit(tx, { at, actor: staff.id, action: 'unlink-account', subject: account, detail });
    }
    await stripSessions(tx, users);
    await deletePasskeysOf(tx, users);
    await deleteTokens(tx, { users, emails });
    await deleteMails(tx, { users, emails });
    for (const one of users) {
      await deleteUserWords(tx, one);
      await emptyUser(tx, one, { name: replacementOf(one), at });
    }
    const { devices, messages, photos, accounts } = preview.gone;
    const detail = { devices, messages, photos, accounts };
    await appendAudit(tx, { at, actor: staff.id, action: 'delete-user', subject: id, detail });
  });
}

/** The end of the id: its beginning is the time at which it was made. */
const replacementOf = (id: UserId): string => `deleted user ${id.slice(-8)}`;

async function readLive(db: Reader, id: UserId): Promise<Row<'users'>> {
  const user = await liveUserById(db, id);
  if (!user) throw new ProblemError({ code: 'not_found' });
  return user;
}

interface Texts {
  /** How many messages the person wrote. */
  own: number;
  /** All messages that go, those of the office in conversations with nobody else among them. */
  messages: { id: MessageId; account_id: string }[];
  conversations: { id: ConversationId; account_id: string }[];
  photos: string[];
}

async function textsOf(db: Reader, users: readonly UserId[]): Promise<Texts> {
  const own = await messagesBy(db, users);
  const all = await messagesIn(db, [...new Set(own.map(({ conversation_id }) => conversation_id))]);
  const ofOthers = new Set(
    all
      .filter(({ author, author_id }) => author === 'resident' && !users.includes(author_id))
      .map(({ conversation_id }) => conversation_id),
  );
  const messages = all.filter(
    ({ conversation_id, author_id }) => !ofOthers.has(conversation_id) || users.includes(author_id),
  );
  const whole = new Map(
    all
      .filter(({ conversation_id }) => !ofOthers.has(conversation_id))
      .map(({ conversation_id, account_id }) => [conversation_id, account_id]),
  );
  const photos = await photosBy(
    db,
    users,
    messages.map(({ id }) => id),
  );
  return {
    own: own.length,
    messages,
    conversations: [...whole].map(([id, account_id]) => ({ id, account_id })),
    photos: photos.map(({ id }) => id),
  };
}

async function removeTexts(tx: Writer, users: readonly UserId[]): Promise<void> {
  // The accounts are locked before anything is read that another push could change.
  const linked = (await Promise.all(users.map((user) => linksOf(tx, user)))).flat().map(({ id }) => id);
  const written = (await messagesBy(tx, users)).map(({ account_id }) => account_id);
  const versions = await lockForVersions(tx, [...linked, ...written]);
  const { messages, conversations, photos } = await textsOf(tx, users);
  await deletePhotos(tx, photos);
  await deleteMessages(
    tx,
    messages.map(({ id }) => id),
  );
  await deleteConversations(
    tx,
    conversations.map(({ id }) => id),
  );
  for (const [kind, rows] of [['messages', messages] as const, ['conversations', conversations] as const]) {
    for (const { id, account_id } of rows) {
      await noteRemoved(tx, { account_id, version: versions.next(account_id), kind, row_id: id });
    }
  }
  await versions.write();
  await emptyOperations(tx, users, writing);
  await emptyConflicts(tx, users, writing);
}
