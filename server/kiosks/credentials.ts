import { type EpochMs, toEpochMs } from '../../shared/instant.ts';
import { handInDays } from '../../shared/kiosk.ts';
import type { Services } from '../context.ts';
import { guardWrites } from '../db/guard-writes.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { credentialIn, type KnownCredential, lockCredential } from './credential-queries.ts';
import type { KioskSelf } from './enrol.ts';

/*
 * Which kiosk somebody is, and what it may, is said by the credential in the cookie, and by nothing else:
 *
 *                              2 minutes or more after it was given,
 *   enrolled ──▶ current       with the first greeting by it
 *   greeted ───▶ next ──────────────────────────────────────────────▶ current
 *
 *   current, next ── another next has become current ──▶ rotated   ┐ all of them hand in what was sealed, for `handInDays`,
 *                 ── another code was typed ───────────▶ replaced  ├ and the office looks at it first (`held`); nothing more
 *                 ── the office revoked the kiosk ─────▶ revoked   ┘ once the kiosk is closed
 *
 *   current, next, rotated ── another code was typed after somebody ──▶ distrusted: nothing any more. What waits on such a tablet
 *                             had come with a copy                      stays there until it is set up anew
 */

/** all: what a kiosk may. hand-in: what was sealed, for the office to look at. */
type May = 'all' | 'hand-in' | 'nothing';

/** Who calls, as of a moment: whoever writes asks again in the transaction. */
export interface KioskCaller {
  kiosk: KioskSelf;
  credentialHash: string;
  state: KnownCredential['state'];
  givenAt: EpochMs;
  may: May;
}

/** By what is in the cookie; null for what is no credential of any kiosk. */
export async function callerBy(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  cookie: string | null,
): Promise<(KioskCaller & { credential: string }) | null> {
  const known = cookie === null ? undefined : await credentialIn(db.reader, cookie);
  return known ? { ...toCaller(known, clock.now()), credential: known.credential } : null;
}

/** Asks again in a transaction, and locks the kiosk for it. Throws `signed_out` where it may do nothing any more. */
export async function lockCaller(tx: Writer, credentialHash: string, now: EpochMs): Promise<KioskCaller> {
  const known = await lockCredential(tx, credentialHash);
  const caller = known && toCaller(known, now);
  if (!caller || caller.may === 'nothing') throw new ProblemError({ code: 'signed_out' });
  return caller;
}

/** The services for a call of a kiosk in use: every transaction that writes begins by asking whether it still is. */
export function whileInUse(services: Services, credentialHash: string): Services {
  const { db, clock } = services;
  const ask = async (tx: Writer): Promise<void> => {
    const { may } = await lockCaller(tx, credentialHash, clock.now());
    if (may !== 'all') throw new ProblemError({ code: 'signed_out' });
  };
  return { ...services, db: guardWrites(db, ask) };
}

function toCaller(known: KnownCredential, now: EpochMs): KioskCaller {
  const { hash, kiosk_id: id, name, state, given_at } = known;
  return { kiosk: { id, name }, credentialHash: hash, state, givenAt: toEpochMs(given_at), may: mayNow(known, now) };
}

const dayMs = 86_400_000;

function mayNow({ state, ended_at, closed_at }: KnownCredential, now: EpochMs): May {
  if (ended_at === null) return 'all';
  const isOver = state === 'distrusted' || closed_at !== null || now >= toEpochMs(ended_at) + handInDays * dayMs;
  return isOver ? 'nothing' : 'hand-in';
}
