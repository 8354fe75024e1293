import type { ApiTokenId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export type KeyRow = Row<'api_tokens'>;

export async function insertKey(tx: Writer, row: KeyRow): Promise<void> {
  await tx.insertInto('api_tokens').values(row).execute();
}

export function keyByHash(db: Reader, hash: string): Promise<KeyRow | undefined> {
  return db.selectFrom('api_tokens').where('token_hash', '=', hash).selectAll().executeTakeFirst();
}

/** Every key there is or was, newest first, with the name of whoever made it: a company has a few programs. */
export function allKeys(db: Reader): Promise<(KeyRow & { creator: string | null })[]> {
  return db
    .selectFrom('api_tokens')
    .leftJoin('staff', 'staff.id', 'api_tokens.created_by')
    .selectAll('api_tokens')
    .select('staff.name as creator')
    .orderBy('api_tokens.id', 'desc')
    .execute();
}

/** Answers whether there was such a key, and nobody had revoked it. */
export async function revokeKeyRow(tx: Writer, id: ApiTokenId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function keyById(db: Reader, id: ApiTokenId): Promise<KeyRow | undefined> {
  return db.selectFrom('api_tokens').where('id', '=', id).selectAll().executeTakeFirst();
}

/** The row is this transaction's until it ends; writing it is how both engines lock. */
export function lockKey(tx: Writer, id: ApiTokenId): Promise<KeyRow | undefined> {
  return tx
    .updateTable('api_tokens')
    .set((row) => ({ name: row.ref('name') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** Notes a use, unless one is noted that is not older than `since`. */
export async function noteUse(
  tx: Writer,
  { id, at, since }: { id: ApiTokenId; at: Instant; since: Instant },
): Promise<void> {
  await tx
    .updateTable('api_tokens')
    .set({ used_at: at })
    .where('id', '=', id)
    .where((row) => row.or([row('used_at', 'is', null), row('used_at', '<', since)]))
    .execute();
}
