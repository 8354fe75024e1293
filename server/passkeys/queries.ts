import type { UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export function passkeysOf(db: Reader, user: UserId): Promise<Row<'passkeys'>[]> {
  return db
    .selectFrom('passkeys')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export function passkeyById(db: Reader, id: string): Promise<(Row<'passkeys'> & { name: string }) | undefined> {
  return db
    .selectFrom('passkeys')
    .innerJoin('users', 'users.id', 'passkeys.user_id')
    .where('passkeys.id', '=', id)
    .selectAll('passkeys')
    .select('users.name')
    .executeTakeFirst();
}

/** What a passkey shows of its user where the authenticator keeps several. */
export function userOfPasskeys(db: Reader, user: UserId): Promise<Pick<Row<'users'>, 'id' | 'name' | 'email'>> {
  return db.selectFrom('users').where('id', '=', user).select(['id', 'name', 'email']).executeTakeFirstOrThrow();
}

/** Answers whether it was new: an authenticator's id may be registered once. */
export async function insertPasskey(tx: Writer, passkey: Row<'passkeys'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkeys')
    .values(passkey)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * Notes that the passkey was used; answers whether its counter rose. Authenticators without a counter send zero, always
 * (WebAuthn Level 3, § 6.1.1).
 */
export async function raiseCounter(
  tx: Writer,
  id: string,
  { counter, at }: { counter: number; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ counter, used_at: at })
    .where('id', '=', id)
    .where((row) => (counter === 0 ? row('counter', '=', 0) : row('counter', '<', counter)))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Answers whether this user had it. */
export async function deletePasskey(tx: Writer, user: UserId, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
