import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { kioskCredentialHash, newKioskCredential } from './codes.ts';
import {
  deleteOldCredentials,
  endCredentials,
  insertCredential,
  makeCurrent,
  newestNextOf,
} from './credential-queries.ts';
import type { KioskCaller } from './credentials.ts';

/*
 * A kiosk's credential changes every day, so that a copy of the cookie does not hold for long, and is met where both go on with it:
 * whichever of the two comes second is told `signed_out`, and noted (`note-credential`). A browser writes a cookie down only half
 * a minute after it was told, and may be killed before, or never hear the answer; so the former credential holds until the next
 * one was brought back a while after it was given.
 */

const dayMs = 86_400_000;

/** A credential that is older is followed by another one. */
export const followedAfterMs = dayMs;
/** By then the browser has written down what it was given, or has been killed and comes with the former one. */
export const writtenAfterMs = 2 * 60_000;
/** Whoever has not come with the one that was given is given another, but not at each greeting. */
export const givenEveryMs = 3_600_000;

/** Longer than browsers keep a cookie (`cookie`). */
const forgottenAfterMs = 400 * dayMs;
/** Given, and never brought back. */
const strayAfterMs = 30 * dayMs;

type Turn = 'give' | 'take-on' | null;

/** What a greeting by it is an occasion for. */
export async function turnDue(
  db: Reader,
  { kiosk, state, givenAt }: Pick<KioskCaller, 'kiosk' | 'state' | 'givenAt'>,
  now: EpochMs,
): Promise<Turn> {
  if (state === 'next') return now >= givenAt + writtenAfterMs ? 'take-on' : null;
  if (state !== 'current' || now < givenAt + followedAfterMs) return null;
  const given = await newestNextOf(db, kiosk.id);
  return given !== null && now < toEpochMs(given) + givenEveryMs ? null : 'give';
}

/** Does it, in the transaction that has locked the kiosk; answers what the browser is to have from now on, where that is another. */
export async function takeTurn(tx: Writer, caller: KioskCaller, now: EpochMs): Promise<string | null> {
  const { kiosk, credentialHash } = caller;
  const turn = await turnDue(tx, caller, now);
  const at = toInstant(now);
  if (turn === 'take-on') {
    await endCredentials(tx, kiosk.id, { as: 'rotated', at, but: credentialHash });
    await makeCurrent(tx, credentialHash);
  }
  if (turn !== 'give') return null;
  const next = newKioskCredential();
  await deleteOldCredentials(tx, kiosk.id, {
    ended: toInstant(now - forgottenAfterMs),
    given: toInstant(now - strayAfterMs),
  });
  await insertCredential(tx, { hash: kioskCredentialHash(next), kiosk_id: kiosk.id, state: 'next', given_at: at });
  return next;
}
