import type { AccountId, ConversationId, MessageId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { RemovedKind } from '../../shared/protocol.ts';
import type { Reader, Row, Tables, Writer } from '../db/tables.ts';

/** What the end of a user changes: by merging, or by deletion on request. */

/** How many rows of a table have one of these users in a column. */
async function countOf<T extends keyof Tables>(
  db: Reader,
  table: T,
  column: keyof Tables[T] & string,
  users: readonly UserId[],
): Promise<number> {
  const row = await db
    .selectFrom(table as 'sessions')
    .where(column as 'user_id', 'in', users)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export const countSessions = (db: Reader, users: readonly UserId[]) => countOf(db, 'sessions', 'user_id', users);
export const countPasskeys = (db: Reader, users: readonly UserId[]) => countOf(db, 'passkeys', 'user_id', users);
export const countMails = (db: Reader, users: readonly UserId[]) => countOf(db, 'mails', 'user_id', users);
export const countOperations = (db: Reader, users: readonly UserId[]) => countOf(db, 'operations', 'user_id', users);
export const countOnlinePayments = (db: Reader, users: readonly UserId[]) =>
  countOf(db, 'online_payments', 'user_id', users);
export const countMessages = (db: Reader, users: readonly UserId[]) => countOf(db, 'messages', 'author_id', users);

export async function countAudit(db: Reader, users: readonly UserId[]): Promise<number> {
  return (await countOf(db, 'audit', 'actor', users)) + (await countOf(db, 'audit', 'subject', users));
}

/** Links and challenges that can still be used. */
export async function countLinks(db: Reader, users: readonly UserId[], now: Instant): Promise<number> {
  const row = await db
    .selectFrom('tokens')
    .where('user_id', 'in', users)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', now)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function countOperationsOfKind(db: Reader, users: readonly UserId[], kind: string): Promise<number> {
  const row = await db
    .selectFrom('operations')
    .where('user_id', 'in', users)
    .where('kind', '=', kind)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The messages that these users wrote, with where they stand. */
export function messagesBy(
  db: Reader,
  users: readonly UserId[],
): Promise<Pick<Row<'messages'>, 'id' | 'conversation_id' | 'account_id'>[]> {
  return db
    .selectFrom('messages')
    .where('author_id', 'in', users)
    .select(['id', 'conversation_id', 'account_id'])
    .orderBy('id')
    .execute();
}

export function messagesIn(
  db: Reader,
  conversations: readonly ConversationId[],
): Promise<Pick<Row<'messages'>, 'id' | 'conversation_id' | 'account_id' | 'author' | 'author_id'>[]> {
  if (conversations.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('messages')
    .where('conversation_id', 'in', conversations)
    .select(['id', 'conversation_id', 'account_id', 'author', 'author_id'])
    .orderBy('id')
    .execute();
}

/** Photos of these messages, and of readings that these users handed in. */
export async function photosBy(
  db: Reader,
  users: readonly UserId[],
  messages: readonly MessageId[],
): Promise<Pick<Row<'photos'>, 'id' | 'message_id' | 'reading_id'>[]> {
  const ofReadings = await db
    .selectFrom('photos')
    .where('reading_id', 'in', (query) =>
      query.selectFrom('operations').where('user_id', 'in', users).where('kind', '=', 'reading-submitted').select('id'),
    )
    .select(['id', 'message_id', 'reading_id'])
    .execute();
  if (messages.length === 0) return ofReadings;
  const ofMessages = await db
    .selectFrom('photos')
    .where('message_id', 'in', messages)
    .select(['id', 'message_id', 'reading_id'])
    .execute();
  return [...ofMessages, ...ofReadings];
}

export async function deletePhotos(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('photos').where('id', 'in', ids).execute();
}

export async function deleteMessages(tx: Writer, ids: readonly MessageId[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('messages').where('id', 'in', ids).execute();
}

export async function deleteConversations(tx: Writer, ids: readonly ConversationId[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('conversations').where('id', 'in', ids).execute();
}

/** Devices hear of it with their next pull. */
export async function noteRemoved(
  tx: Writer,
  row: { account_id: AccountId; version: number; kind: RemovedKind; row_id: string },
): Promise<void> {
  await tx.insertInto('removed_rows').values(row).execute();
}

export async function deletePasskeysOf(tx: Writer, users: readonly UserId[]): Promise<void> {
  await tx.deleteFrom('passkeys').where('user_id', 'in', users).execute();
}

/** Sessions stay until they lapse, without what the browser said of itself: they tell the devices what happened. */
export async function stripSessions(tx: Writer, users: readonly UserId[]): Promise<void> {
  await tx.updateTable('sessions').set({ device: '', seen_at: null }).where('user_id', 'in', users).execute();
}

/** Tokens of these users, and those that name one of these addresses: links that were sent before there was a user. */
export async function deleteTokens(
  tx: Writer,
  { users, emails }: { users: readonly UserId[]; emails: readonly string[] },
): Promise<void> {
  await tx.deleteFrom('tokens').where('user_id', 'in', users).execute();
  const named = await tx.selectFrom('tokens').where('content', '!=', '{}').select(['id_hash', 'content']).execute();
  const ids = named.filter(({ content }) => says(content, emails)).map(({ id_hash }) => id_hash);
  if (ids.length > 0) await tx.deleteFrom('tokens').where('id_hash', 'in', ids).execute();
}

/** Letters to these users, those under way too, and those that wait for one of these addresses. */
export async function deleteMails(
  tx: Writer,
  { users, emails }: { users: readonly UserId[]; emails: readonly string[] },
): Promise<void> {
  await tx.deleteFrom('mails').where('user_id', 'in', users).execute();
  const waiting = await tx.selectFrom('mails').where('state', '=', 'waiting').select(['id', 'content']).execute();
  const ids = waiting.filter(({ content }) => says(content, emails)).map(({ id }) => id);
  if (ids.length > 0) await tx.deleteFrom('mails').where('id', 'in', ids).execute();
}

/** Whether a json object has one of these addresses as one of its values, in whatever case it was typed. */
const says = (content: string, emails: readonly string[]): boolean =>
  Object.values(JSON.parse(content) as Record<string, unknown>).some(
    (value) => typeof value === 'string' && emails.includes(value.toLowerCase()),
  );

/** What was written goes out of the ledger; ids, hashes and outcomes stay (I7). */
export async function emptyOperations(tx: Writer, users: readonly UserId[], kind: string): Promise<void> {
  await tx
    .updateTable('operations')
    .set({ content: '{}' })
    .where('user_id', 'in', users)
    .where('kind', '=', kind)
    .execute();
}

/** Contents that could not be told apart from an operation of this kind go too. */
export async function emptyConflicts(tx: Writer, users: readonly UserId[], kind: string): Promise<void> {
  const rows = await tx
    .selectFrom('operation_conflicts')
    .where('user_id', 'in', users)
    .where('content', '!=', '{}')
    .select(['id', 'hash', 'content'])
    .execute();
  for (const { id, hash, content } of rows) {
    if ((JSON.parse(content) as { kind?: unknown }).kind !== kind) continue;
    await tx
      .updateTable('operation_conflicts')
      .set({ content: '{}' })
      .where('id', '=', id)
      .where('hash', '=', hash)
      .execute();
  }
}

export async function moveMessages(tx: Writer, from: UserId, to: UserId): Promise<void> {
  await tx.updateTable('messages').set({ author_id: to }).where('author_id', '=', from).execute();
}

export async function moveOnlinePayments(tx: Writer, from: UserId, to: UserId): Promise<void> {
  await tx.updateTable('online_payments').set({ user_id: to }).where('user_id', '=', from).execute();
}

/** From now on this user, and whoever was merged into it, is the other one. */
export async function pointTo(tx: Writer, from: UserId, to: UserId): Promise<void> {
  await tx.updateTable('users').set({ merged_into: to }).where('merged_into', '=', from).execute();
  await tx
    .updateTable('users')
    .set({ merged_into: to, email: null, phone: null, password_hash: null })
    .where('id', '=', from)
    .execute();
}

export async function setUser(
  tx: Writer,
  id: UserId,
  columns: Pick<Row<'users'>, 'email' | 'phone' | 'language' | 'password_hash'>,
): Promise<void> {
  await tx.updateTable('users').set(columns).where('id', '=', id).execute();
}

/** Nothing personal is left in the row; the id stays, because the ledgers name it. */
export async function emptyUser(tx: Writer, id: UserId, { name, at }: { name: string; at: Instant }): Promise<void> {
  await tx
    .updateTable('users')
    .set({ name, email: null, phone: null, language: null, password_hash: null, deleted_at: at })
    .where('id', '=', id)
    .execute();
}
