import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Writer } from '../db/tables.ts';
import { kioskCredentialHash, newKioskCredential } from './codes.ts';
import {
  deleteOldCredentials,
  endCredentials,
  insertCredential,
  keepNewestNext,
  makeCurrent,
} from './credential-queries.ts';
import type { KioskCaller } from './credentials.ts';
import { markKioskReused } from './queries.ts';

/*
 * A kiosk's credential changes every day, so that a copy of the cookie does not hold for long, and is met where both go on with it:
 * whichever of the two comes second is told `signed_out`, and noted (`note-credential`). A browser writes a cookie down only half
 * a minute after it was told, and may be killed before, or never hear the answer; so the former credential holds until the next
 * one was brought back a while after it was given. Each greeting by the former is given one of its own, and any of them is good:
 * who greets with a copy takes none away from the tablet, which takes on its own, and the copy holds no more.
 */

const dayMs = 86_400_000;

/** A credential that is older is followed by another one. */
export const followedAfterMs = dayMs;
/** By then the browser has written down what it was given, or has been killed and comes with the former one. */
export const writtenAfterMs = 2 * 60_000;
/** So many wait to be brought back at the most; the oldest make room. */
export const mostUnclaimed = 50;
/**
 * A tablet brings back the first, or the one after it. So many mean an hour of greetings by somebody who takes none on, so as not
 * to be met: that is noted.
 */
export const manyUnclaimed = 12;

/** Longer than browsers keep a cookie (`cookie`). */
const forgottenAfterMs = 400 * dayMs;
/** Given, and never brought back. */
const strayAfterMs = 30 * dayMs;

type Turn = 'give' | 'take-on' | null;

/** What a greeting by it is an occasion for. */
export function turnDue({ state, givenAt }: Pick<KioskCaller, 'state' | 'givenAt'>, now: EpochMs): Turn {
  if (state === 'next') return now >= givenAt + writtenAfterMs ? 'take-on' : null;
  return state === 'current' && now >= givenAt + followedAfterMs ? 'give' : null;
}

/** Does it, in the transaction that has locked the kiosk; answers what the browser is to have from now on, where that is another. */
export async function takeTurn(tx: Writer, caller: KioskCaller, now: EpochMs): Promise<string | null> {
  const { kiosk, credentialHash } = caller;
  const turn = turnDue(caller, now);
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
  // Once on the way up.
  if ((await keepNewestNext(tx, kiosk.id, mostUnclaimed)) === manyUnclaimed + 1) {
    await markKioskReused(tx, kiosk.id, at);
    const note = { at, actor: kiosk.id, subject: kiosk.id, detail: {} };
    await appendAudit(tx, { ...note, action: 'kiosk-credential-unclaimed' });
  }
  return next;
}
