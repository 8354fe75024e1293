import type { Language } from '../../shared/company.ts';
import type { AccountId, UserId } from '../../shared/ids.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { insertUserWords, type StoredAccount } from './queries.ts';

export function userById(db: Reader, id: UserId): Promise<Row<'users'> | undefined> {
  return db.selectFrom('users').where('id', '=', id).selectAll().executeTakeFirst();
}

/** As `userById`; undefined where there is no such user any more: deleted, or merged into another. */
export async function liveUserById(db: Reader, id: UserId): Promise<Row<'users'> | undefined> {
  const user = await userById(db, id);
  return user?.deleted_at === null && user.merged_into === null ? user : undefined;
}

/** Locks the user for this transaction; writing the row is the one way of locking it that both engines know. */
export async function lockUser(tx: Writer, id: UserId): Promise<void> {
  await tx
    .updateTable('users')
    .set((row) => ({ name: row.ref('name') }))
    .where('id', '=', id)
    .execute();
}

/** The same, and answers as `liveUserById`. */
export async function lockLiveUser(tx: Writer, id: UserId): Promise<Row<'users'> | undefined> {
  await lockUser(tx, id);
  return liveUserById(tx, id);
}

/** In lower case: sign-in looks it up so. */
export async function setEmail(tx: Writer, id: UserId, email: string): Promise<void> {
  await tx.updateTable('users').set({ email: email.toLowerCase() }).where('id', '=', id).execute();
  await renewWords(tx, id);
}

export async function setPhone(tx: Writer, id: UserId, phone: string | null): Promise<void> {
  await tx.updateTable('users').set({ phone }).where('id', '=', id).execute();
  await renewWords(tx, id);
}

/** Under the lock that writing the user took. */
async function renewWords(tx: Writer, id: UserId): Promise<void> {
  await deleteUserWords(tx, id);
  const user = await userById(tx, id);
  if (user) await insertUserWords(tx, user);
}

export async function deleteUserWords(tx: Writer, id: UserId): Promise<void> {
  await tx.deleteFrom('user_words').where('user_id', '=', id).execute();
}

export async function setLanguage(tx: Writer, id: UserId, language: Language): Promise<void> {
  await tx.updateTable('users').set({ language }).where('id', '=', id).execute();
}

export function accountById(
  db: Reader,
  id: AccountId,
): Promise<Pick<StoredAccount, 'id' | 'number' | 'holder'> | undefined> {
  return db.selectFrom('accounts').where('id', '=', id).select(['id', 'number', 'holder']).executeTakeFirst();
}

/** Who is linked to an account. */
export async function usersOf(db: Reader, account: AccountId): Promise<UserId[]> {
  const rows = await db
    .selectFrom('user_accounts')
    .where('account_id', '=', account)
    .select('user_id')
    .orderBy('linked_at')
    .orderBy('user_id')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

export async function accountIdsOf(db: Reader, user: UserId): Promise<AccountId[]> {
  const rows = await db.selectFrom('user_accounts').where('user_id', '=', user).select('account_id').execute();
  return rows.map(({ account_id }) => account_id);
}

export async function unlinkUser(tx: Writer, user: UserId, account: AccountId): Promise<void> {
  await tx.deleteFrom('user_accounts').where('user_id', '=', user).where('account_id', '=', account).execute();
}
