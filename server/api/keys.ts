import { hash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { ApiKey, ApiScope, MadeApiKey } from '../../shared/api-key.ts';
import type { MakeApiKeyInput } from '../../shared/api-key-forms.ts';
import type { ApiTokenId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import type { Day } from '../../shared/period.ts';
import type { Staff } from '../../shared/staff.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { allKeys, insertKey, type KeyRow, keyById, revokeKeyRow } from './key-queries.ts';

/** Programs that look for secrets where none belong know a key by how it begins. */
const beginning = 'mbk_';
const tokenPattern = new RegExp(`^${beginning}[\\w-]{43}$`);

type Needs = Pick<Services, 'db' | 'clock' | 'company'>;

/** 256 random bits; only their hash is kept. Throws the problem `bad_input` for a day that is over. */
export async function makeKey(
  { db, clock, company }: Needs,
  { name, scopes, expiresOn }: MakeApiKeyInput,
  staff: Pick<Staff, 'id' | 'name'>,
): Promise<MadeApiKey> {
  const now = clock.now();
  const at = toInstant(now);
  const expiresAt = expiresOn === null ? null : endOf(expiresOn as Day, company.timeZone);
  if (expiresAt !== null && expiresAt <= at) throw new ProblemError({ code: 'bad_input', path: 'expiresOn' });
  const token = beginning + randomBytes(32).toString('base64url');
  const row: KeyRow = {
    id: v7(),
    name,
    token_hash: hashOfToken(token) as string,
    scopes: JSON.stringify(scopes),
    created_at: at,
    created_by: staff.id,
    expires_at: expiresAt,
    used_at: null,
    revoked_at: null,
  };
  await db.write(async (tx) => {
    await insertKey(tx, row);
    const detail = { scopes: scopes.join(' '), expiresAt };
    await appendAudit(tx, { at, actor: staff.id, action: 'make-key', subject: row.id, detail });
  });
  return { key: toKey({ ...row, creator: staff.name }), token };
}

/** Newest first, those that open nothing any more as well. */
export const listKeys = async (db: Reader): Promise<ApiKey[]> => (await allKeys(db)).map(toKey);

/** From now on it opens nothing. Throws the problems `not_found` and `changed_meanwhile`. */
export async function revokeKey(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  id: ApiTokenId,
  actor: string,
): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    // The log first, as whoever uses the key does: so the two never wait for each other.
    await appendAudit(tx, { at, actor, action: 'revoke-key', subject: id, detail: {} });
    if (!(await revokeKeyRow(tx, id, at))) {
      throw new ProblemError({ code: (await keyById(tx, id)) ? 'changed_meanwhile' : 'not_found' });
    }
  });
}

/** Whether it opens anything now. */
export const isOpen = ({ revoked_at, expires_at }: KeyRow, at: Instant): boolean =>
  revoked_at === null && (expires_at === null || expires_at > at);

/** Under which a key is found; null for what cannot be one. */
export const hashOfToken = (token: string): string | null =>
  tokenPattern.test(token) ? hash('sha256', token, 'hex') : null;

export const scopesOf = ({ scopes }: Pick<KeyRow, 'scopes'>): ApiScope[] => JSON.parse(scopes) as ApiScope[];

const toKey = (row: KeyRow & { creator: string | null }): ApiKey => ({
  id: row.id,
  name: row.name,
  scopes: scopesOf(row),
  createdAt: row.created_at,
  createdBy: row.creator ?? row.created_by,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
  revokedAt: row.revoked_at,
});

/** The instant at which the day is over where the company is. */
const endOf = (day: Day, timeZone: string): string =>
  toInstant(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds);
