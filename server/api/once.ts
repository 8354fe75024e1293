import { hash } from 'node:crypto';
import { v7 } from 'uuid';
import type { ApiTokenId } from '../../shared/ids.ts';
import { toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { deleteClaim, deleteOnceBefore, insertClaim, keepAnswer, onceRow, takeOverClaim } from './once-queries.ts';
import { ApiRefused } from './problem.ts';

/**
 * The same request twice is done once (draft-ietf-httpapi-idempotency-key-header). The answer is kept in the transaction of
 * what was done, so that there is never one without the other.
 *
 *   free ──claim──▶ claimed ──keep──▶ answered ──a week──▶ free
 *                     │  ▲
 *                     │  └─ taken over, where the first request never came to its end
 *                     └──refused──▶ free
 */

/** An answer of JSON, as it is kept. */
export interface KeptAnswer {
  status: number;
  json: object;
  /** Where what was made is, below the address of the exchange. */
  location?: string;
}

type Needs = Pick<Services, 'db' | 'clock'>;

/** Longer than the server lets a request go on. */
const claimMs = 15 * 60_000;
const keptMs = 7 * 24 * 3_600_000;

/** The key of a request: a string as RFC 9651 writes it, or bare. Throws `idempotency_key_missing`. */
export function readOnceKey(header: string): string {
  const text = header.trim();
  const bare = /^".*"$/.test(text) ? text.slice(1, -1) : text;
  const key = /^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/.exec(bare)?.[0];
  if (key === undefined) throw new ApiRefused({ code: 'idempotency_key_missing' });
  return key;
}

/** What makes two requests the same. `bodyHash`: SHA-256. */
export const requestHash = (request: { method: string; target: string; bodyHash: string }): string =>
  hash('sha256', JSON.stringify([request.method, request.target, request.bodyHash]), 'hex');

export type Begun = { claim: Claim } | { kept: { requestHash: string; answer: KeptAnswer } };

/** Claims a key, or finds what the first request with it was answered. Throws `idempotency_key_busy`. */
export async function beginOnce(
  { db, clock }: Needs,
  { token, key }: { token: ApiTokenId; key: string },
): Promise<Begun> {
  const now = clock.now();
  const at = toInstant(now);
  const claim = `claim ${v7()}`;
  const place = { token, key };
  const fresh = { token_id: token, key, request_hash: claim, status: null, answer: null, created_at: at };
  if (await db.write((tx) => insertClaim(tx, fresh))) return { claim: new Claim(db, { ...place, claim }) };
  const row = await onceRow(db.reader, place);
  if (row?.answer != null) {
    return { kept: { requestHash: row.request_hash, answer: JSON.parse(row.answer) as KeptAnswer } };
  }
  const isStale = row !== undefined && toEpochMs(row.created_at) < now - claimMs;
  if (isStale && (await db.write((tx) => takeOverClaim(tx, { ...place, before: row.request_hash, claim, at })))) {
    return { claim: new Claim(db, { ...place, claim }) };
  }
  throw new ApiRefused({ code: 'idempotency_key_busy' });
}

/** A key that is a request's own, until it is answered or refused. */
export class Claim {
  readonly #db: Services['db'];
  readonly #place: { token: ApiTokenId; key: string; claim: string };

  constructor(db: Services['db'], place: { token: ApiTokenId; key: string; claim: string }) {
    this.#db = db;
    this.#place = place;
  }

  /** Keeps the answer, in the transaction of what it tells of. */
  async keep(tx: Writer, answer: KeptAnswer, hashOfRequest: string): Promise<void> {
    const row = { ...this.#place, hash: hashOfRequest, status: answer.status, answer: JSON.stringify(answer) };
    if (!(await keepAnswer(tx, row))) throw new ApiRefused({ code: 'idempotency_key_busy' });
  }

  /** Nothing was done: the key may be used again. What was kept stays. */
  async release(): Promise<void> {
    await this.#db.write((tx) => deleteClaim(tx, this.#place));
  }
}

/** Forgets answers that nobody asks for again. */
export const sweepAnswers = ({ db, clock }: Needs): Promise<void> =>
  db.write((tx) => deleteOnceBefore(tx, toInstant(clock.now() - keptMs)));
