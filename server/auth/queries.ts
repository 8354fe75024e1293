import type { AccountId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export const sessionByHash = prepared((db, param: { idHash: string }) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .where('sessions.id_hash', '=', param.idHash)
    .select([
      'sessions.user_id',
      'sessions.created_at',
      'sessions.expires_at',
      'sessions.device',
      'sessions.seen_at',
      'users.name',
      'users.merged_into',
      'users.deleted_at',
    ]),
);

export async function insertSession(tx: Writer, session: Row<'sessions'>): Promise<void> {
  await tx.insertInto('sessions').values(session).execute();
}

export async function prolongSession(tx: Writer, idHash: string, expiresAt: Instant): Promise<void> {
  await tx.updateTable('sessions').set({ expires_at: expiresAt }).where('id_hash', '=', idHash).execute();
}

/** Never back in time: of two requests at once the later one holds. */
export async function markSeen(tx: Writer, idHash: string, at: Instant): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ seen_at: at })
    .where('id_hash', '=', idHash)
    .where((row) => row.or([row('seen_at', 'is', null), row('seen_at', '<', at)]))
    .execute();
}

export async function deleteSession(tx: Writer, idHash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
}

/** Answers with how many there were. */
export async function deleteSessionsOf(tx: Writer, user: UserId): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('sessions').where('user_id', '=', user).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Answers whether there was one, and the user's. */
export async function deleteSessionOf(tx: Writer, user: UserId, idHash: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('id_hash', '=', idHash)
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** All of the user's but this one; answers with how many there were. */
export async function deleteOtherSessions(tx: Writer, user: UserId, idHash: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('user_id', '=', user)
    .where('id_hash', '!=', idHash)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Answers with how many there were. */
export async function deleteAllSessions(tx: Writer): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('sessions').executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export async function deleteSessionsBefore(tx: Writer, now: Instant): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}

export function sessionsOf(db: Reader, user: UserId): Promise<Row<'sessions'>[]> {
  return db.selectFrom('sessions').selectAll().where('user_id', '=', user).orderBy('created_at').execute();
}

/** Users that a sign-in name may mean: the one with that e-mail, or those linked to the account of that number. */
export function usersByName(
  db: Reader,
  { name, most }: { name: string; most: number },
): Promise<Pick<Row<'users'>, 'id' | 'name' | 'password_hash'>[]> {
  return db
    .selectFrom('users')
    .select(['users.id', 'users.name', 'users.password_hash'])
    .where((where) =>
      where.or([
        where('users.email', '=', name.toLowerCase()),
        where(
          'users.id',
          'in',
          where
            .selectFrom('user_accounts')
            .innerJoin('accounts', 'accounts.id', 'user_accounts.account_id')
            .where('accounts.number', '=', name)
            .select('user_accounts.user_id'),
        ),
      ]),
    )
    .orderBy('users.created_at')
    .orderBy('users.id')
    .limit(most)
    .execute();
}

/**
 * Puts one hash in the place of another, which may be the same; answers whether the other one was still there. Writing the
 * row locks it, so that until the transaction ends nobody sets another password.
 */
export async function replacePasswordHash(
  tx: Writer,
  user: UserId,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ password_hash: to })
    .where('id', '=', user)
    .where('password_hash', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function setPasswordHash(tx: Writer, user: UserId, hash: string): Promise<void> {
  await tx.updateTable('users').set({ password_hash: hash }).where('id', '=', user).execute();
}

export function accountsOf(
  db: Reader,
  user: UserId,
): Promise<{ id: AccountId; number: string; holder: string; building: string; address: string }[]> {
  return db
    .selectFrom('user_accounts')
    .innerJoin('accounts', 'accounts.id', 'user_accounts.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('user_accounts.user_id', '=', user)
    .select(['accounts.id', 'accounts.number', 'accounts.holder', 'premises.building', 'premises.address'])
    .orderBy('user_accounts.linked_at')
    .orderBy('accounts.number')
    .execute();
}
