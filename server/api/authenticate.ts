import type { ApiScope } from '../../shared/api-key.ts';
import type { ApiTokenId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { keyByHash, lockKey, noteUse } from './key-queries.ts';
import { hashOfToken, isOpen, scopesOf } from './keys.ts';
import { ApiRefused } from './problem.ts';

/** The program that calls, by its key. */
export interface KeyHolder {
  id: ApiTokenId;
  scopes: readonly ApiScope[];
}

/** How exactly the last use is known: so often a key writes at most. */
const noteEveryMs = 60_000;

/**
 * Whose key it is (RFC 6750). Wrong ones count by address; a right one is never kept out by those who guess beside it. Throws
 * `key_refused`, the same for none, a wrong, a revoked and an expired one, and `too_many`.
 */
export async function authenticate(
  { db, clock, limits }: Pick<Services, 'db' | 'clock' | 'limits'>,
  { authorization, address }: { authorization: string; address: string },
): Promise<KeyHolder> {
  if (authorization === '') throw new ApiRefused({ code: 'key_refused' });
  const token = /^Bearer +([\w.~+/=-]{1,200}) *$/i.exec(authorization)?.[1] ?? '';
  const hash = hashOfToken(token);
  const row = hash === null ? undefined : await keyByHash(db.reader, hash);
  const now = clock.now();
  const at = toInstant(now);
  if (!row || !isOpen(row, at)) {
    await limits.consume('api-wrong-key-address', address);
    throw new ApiRefused({ code: 'key_refused' });
  }
  await limits.consume('api-key', row.id);
  const since = toInstant(now - noteEveryMs);
  if (row.used_at === null || row.used_at < since) {
    await db.write((tx) => noteUse(tx, { id: row.id, at, since }));
  }
  return { id: row.id, scopes: scopesOf(row) };
}

/**
 * Asks once more, in the transaction of what is done: a key that was revoked while a file came in begins nothing with it. Throws
 * `key_refused`.
 */
export async function requireOpen(tx: Writer, { id }: Pick<KeyHolder, 'id'>, now: EpochMs): Promise<void> {
  const row = await lockKey(tx, id);
  if (!row || !isOpen(row, toInstant(now))) throw new ApiRefused({ code: 'key_refused' });
}

/** Throws `scope_missing` unless one of these is the key's. */
export function requireScope({ scopes }: Pick<KeyHolder, 'scopes'>, oneOf: readonly ApiScope[]): void {
  if (!oneOf.some((scope) => scopes.includes(scope))) throw new ApiRefused({ code: 'scope_missing', scopes: oneOf });
}
