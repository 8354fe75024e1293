import type { ApiTokenId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export type OnceRow = Row<'idempotency_keys'>;
type Place = { token: ApiTokenId; key: string };

export function onceRow(db: Reader, { token, key }: Place): Promise<OnceRow | undefined> {
  return db
    .selectFrom('idempotency_keys')
    .where('token_id', '=', token)
    .where('key', '=', key)
    .selectAll()
    .executeTakeFirst();
}

/** Answers whether the key was free. */
export async function insertClaim(tx: Writer, row: OnceRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) => conflict.columns(['token_id', 'key']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes over a claim whose request never came to its end; answers whether nobody was faster. */
export async function takeOverClaim(
  tx: Writer,
  { token, key, before, claim, at }: Place & { before: string; claim: string; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('idempotency_keys')
    .set({ request_hash: claim, created_at: at })
    .where('token_id', '=', token)
    .where('key', '=', key)
    .where('status', 'is', null)
    .where('request_hash', '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps the answer; false where the claim is another request's by now. */
export async function keepAnswer(
  tx: Writer,
  { token, key, claim, hash, status, answer }: Place & { claim: string; hash: string; status: number; answer: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('idempotency_keys')
    .set({ request_hash: hash, status, answer })
    .where('token_id', '=', token)
    .where('key', '=', key)
    .where('status', 'is', null)
    .where('request_hash', '=', claim)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Frees the key of a request that was refused. */
export async function deleteClaim(tx: Writer, { token, key, claim }: Place & { claim: string }): Promise<void> {
  await tx
    .deleteFrom('idempotency_keys')
    .where('token_id', '=', token)
    .where('key', '=', key)
    .where('status', 'is', null)
    .where('request_hash', '=', claim)
    .execute();
}

export async function deleteOnceBefore(tx: Writer, before: Instant): Promise<void> {
  await tx.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
}
