import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Browser, Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import type { LimitKeys } from '../limits/limits.ts';
import { replacePasswordHash, usersByName } from './queries.ts';
import { startSession } from './start-session.ts';

/**
 * How many passwords every sign-in is held against. An account may be shared by several users with a password each, and
 * a household rarely has more than four; each costs a hash, and everybody waits for all of them. A fifth user of one
 * account signs in by e-mail.
 */
const candidatesAtSignIn = 4;

/**
 * Signs a resident in by account number or e-mail. Whether the name or the password was wrong is never told, nor how many
 * users an account has: every attempt verifies the same number of hashes. Throws `sign_in_failed`, or `too_many`.
 */
export async function signIn(
  services: Services,
  { name, password }: { name: string; password: string },
  browser: Browser,
): Promise<{ user: Resident; cookies: string[] }> {
  const { db, passwords, knownDevices, limits, clock } = services;
  const candidates = await usersByName(db.reader, { name, most: candidatesAtSignIn });
  const ids = candidates.map(({ id }) => id);
  const knownAs = knownDevices.find(browser.knownDevice, ids);
  const keys = limitsOf({ name, address: browser.address, knownAs });
  await limits.consumeAll(keys);
  const known = await whoKnows(services, { candidates, password, first: knownAs !== null });
  const at = toInstant(clock.now());
  const cookies = known === null ? null : await enter(known);
  if (known === null || cookies === null) {
    await db.write((tx) =>
      appendAudit(tx, { at, actor: 'anybody', action: 'sign-in-refused', subject: '', detail: {} }),
    );
    throw new ProblemError({ code: 'sign_in_failed' });
  }
  await limits.rewardAll(keys);
  return { user: { id: known.id, name: known.name }, cookies };

  /** Null where the password was set anew while the old one was verified: that one opens nothing any more. */
  async function enter({ id, name, password_hash: from }: Known): Promise<string[] | null> {
    const to = passwords.needsRehash(from) ? await passwords.hash(password) : from;
    return db.write(async (tx) => {
      if (!(await replacePasswordHash(tx, id, { from, to }))) return null;
      const cookies = await startSession(services, tx, { id, name }, browser);
      await appendAudit(tx, { at, actor: id, action: 'sign-in', subject: id, detail: {} });
      return cookies;
    });
  }
}

/** What wrong passwords count under. A browser that knows one of the users is held to its own tries alone. */
function limitsOf({ name, address, knownAs }: { name: string; address: string; knownAs: string | null }): LimitKeys {
  if (knownAs !== null) return { 'sign-in-known-device': knownAs };
  return { 'sign-in-name': name, 'sign-in-address': address, 'sign-in-total': '' };
}

interface Candidate extends Resident {
  password_hash: string | null;
}

/** A user whose password was typed. */
interface Known extends Resident {
  password_hash: string;
}

/** The first of the candidates with that password. It verifies them all, also after the right one and where there are none. */
async function whoKnows(
  { passwords }: Services,
  { candidates, password, first }: { candidates: readonly Candidate[]; password: string; first: boolean },
): Promise<Known | null> {
  let found: Known | null = null;
  for (let index = 0; index < candidatesAtSignIn; index++) {
    const candidate = candidates[index];
    const right = await passwords.verify(candidate?.password_hash ?? null, password, { first });
    if (right && candidate && candidate.password_hash !== null) {
      found ??= { ...candidate, password_hash: candidate.password_hash };
    }
  }
  return found;
}
