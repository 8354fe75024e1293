import { hash, randomBytes } from 'node:crypto';
import type { Language } from '../../shared/company.ts';
import type { AccountId, KioskId, StaffId, UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import { toEpochMs, toInstant } from '../../shared/instant.ts';
import { longestVisitMinutes, pairingMinutes } from '../../shared/kiosk-answers.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { paperText } from './paper-text.ts';
import { consumeTokenRow, consumeTokenSeries, insertToken, tokenByHash } from './token-queries.ts';

/** What a token permits, once. A token for one purpose is nothing for another. */
export type TokenContent =
  /** Makes a user for the account, with this name and address, when a password is set. */
  | {
      purpose: 'registration';
      account: AccountId;
      name: string;
      email: string;
      phone: string | null;
      language: Language;
    }
  | { purpose: 'password'; user: UserId }
  | { purpose: 'email'; user: UserId; email: string }
  /** The office opens the letter with which this user sets a password, to print it. */
  | { purpose: 'activation-letter'; user: UserId }
  /** The challenge of a passkey that is being made, or signs in. */
  | { purpose: 'passkey-creation'; user: UserId }
  | { purpose: 'passkey-sign-in' }
  /** Of the office: sets a password. */
  | { purpose: 'staff-password'; staff: StaffId }
  /**
   * Between password and code. `secret`: of the second factor to set up; null where there is one. `password`: the mark of the one
   * that was typed (`accounts/confirm-password`).
   */
  | { purpose: 'staff-sign-in'; staff: StaffId; secret: string | null; password: string }
  /** Another second factor for who is signed in. */
  | { purpose: 'staff-second-factor'; staff: StaffId; secret: string }
  /** Shown by a kiosk: whoever is signed in on a phone shows the bills there. */
  | { purpose: 'kiosk-pairing'; kiosk: KioskId }
  /** Somebody opened it, and says on the phone which of these numbers the kiosk shows. */
  | { purpose: 'kiosk-met'; kiosk: KioskId; user: UserId; number: string; numbers: readonly string[] }
  /** It was this one: the kiosk goes on with this user, once. */
  | { purpose: 'kiosk-paired'; kiosk: KioskId; user: UserId }
  /** Behind a visit of this user (`kiosks/user-visit`): once it is used up, the visit is over. */
  | { purpose: 'kiosk-visit'; kiosk: KioskId; user: UserId };

export type TokenPurpose = TokenContent['purpose'];
export type TokenOf<P extends TokenPurpose> = Extract<TokenContent, { purpose: P }>;

const minutes = 60_000;
const hours = 60 * minutes;

/** How long each may be used, in milliseconds. */
export const tokenLifetimes: Readonly<Record<TokenPurpose, number>> = {
  registration: 24 * hours,
  password: hours,
  email: 24 * hours,
  'activation-letter': 10 * minutes,
  'passkey-creation': 10 * minutes,
  'passkey-sign-in': 10 * minutes,
  'staff-password': hours,
  'staff-sign-in': 10 * minutes,
  'staff-second-factor': 10 * minutes,
  'kiosk-pairing': pairingMinutes * minutes,
  'kiosk-met': pairingMinutes * minutes,
  'kiosk-paired': pairingMinutes * minutes,
  'kiosk-visit': longestVisitMinutes * minutes,
};

/** Who starts at the office may read the letter after the weekend. */
export const invitationLifetime = 72 * hours;

/** A letter on paper waits to be collected. */
export const paperLifetime = 14 * 24 * hours;

const hashOf = (token: string): string => hash('sha256', token, 'hex');

/** 140 random bits, in 28 signs that a person can type from paper. */
export const paperToken = (): string => paperText(28);

/**
 * 256 random bits, base64url: for a link, or as a challenge; or a `token` that is on paper already. Only its hash is kept.
 * `series`: tokens of one series are one permission. `now` is the app's time, and `lifetime` in milliseconds. `printedBy`: who
 * put it on paper, as in the audit log.
 */
export async function createToken(
  tx: Writer,
  content: TokenContent,
  {
    now,
    series,
    lifetime = tokenLifetimes[content.purpose],
    token = randomBytes(32).toString('base64url'),
    printedBy = null,
  }: { now: EpochMs; series?: string; lifetime?: number; token?: string; printedBy?: string | null },
): Promise<string> {
  const idHash = hashOf(token);
  const { purpose, ...rest } = content;
  await insertToken(tx, {
    id_hash: idHash,
    purpose,
    user_id: 'user' in content ? content.user : null,
    staff_id: 'staff' in content ? content.staff : null,
    content: JSON.stringify(rest),
    series: series ?? idHash,
    created_at: toInstant(now),
    expires_at: toInstant(now + lifetime),
    consumed_at: null,
    printed_by: printedBy,
  });
  return token;
}

/**
 * What the token permits, without consuming it. Throws `link_unknown` for one that never was or has another purpose,
 * `link_used` and `link_expired`.
 */
export async function readToken<P extends TokenPurpose>(
  db: Reader,
  token: string,
  purposes: readonly P[],
  now: EpochMs,
): Promise<TokenOf<P>> {
  const row = await tokenByHash(db, hashOf(token));
  return contentOf(row, purposes, now);
}

/** What became of a token: it can be used, it was, or its time is over without that. */
export interface TokenStanding<P extends TokenPurpose> {
  content: TokenOf<P>;
  state: 'open' | 'used' | 'over';
  usedAt: EpochMs | null;
  until: EpochMs;
}

/** Of a token that may have been used; null for one that never was or has another purpose. */
export async function tokenStanding<P extends TokenPurpose>(
  db: Reader,
  token: string,
  purpose: P,
  now: EpochMs,
): Promise<TokenStanding<P> | null> {
  const row = await tokenByHash(db, hashOf(token));
  if (row?.purpose !== purpose) return null;
  const usedAt = row.consumed_at === null ? null : toEpochMs(row.consumed_at);
  const until = toEpochMs(row.expires_at);
  const state = usedAt !== null ? 'used' : until <= now ? 'over' : 'open';
  return { content: contentIn<P>(row), state, usedAt, until };
}

/** Consumes the token and those of its series in this transaction: of many at once one succeeds. Throws as `readToken`. */
export async function consumeToken<P extends TokenPurpose>(
  tx: Writer,
  token: string,
  purposes: readonly P[],
  now: EpochMs,
): Promise<TokenOf<P>> {
  const idHash = hashOf(token);
  const row = await tokenByHash(tx, idHash);
  const content = contentOf(row, purposes, now);
  if (!(await consumeTokenRow(tx, idHash, toInstant(now)))) throw new ProblemError({ code: 'link_used' });
  await consumeTokenSeries(tx, (row as Row<'tokens'>).series, toInstant(now));
  return content;
}

function contentOf<P extends TokenPurpose>(
  row: Row<'tokens'> | undefined,
  purposes: readonly P[],
  now: EpochMs,
): TokenOf<P> {
  if (!row || !(purposes as readonly string[]).includes(row.purpose)) throw new ProblemError({ code: 'link_unknown' });
  if (row.consumed_at !== null) throw new ProblemError({ code: 'link_used' });
  if (row.expires_at <= toInstant(now)) throw new ProblemError({ code: 'link_expired' });
  return contentIn<P>(row);
}

const contentIn = <P extends TokenPurpose>({ purpose, content }: Row<'tokens'>): TokenOf<P> =>
  ({ purpose, ...JSON.parse(content) }) as TokenOf<P>;
