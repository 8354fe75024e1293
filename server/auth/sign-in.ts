import { toInstant } from '../../shared/instant.ts';
import type { Account } from '../../shared/protocol.ts';
import { appendAudit } from '../audit/append.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { accountsOf, replacePasswordHash, usersByName } from './queries.ts';

/**
 * How many passwords every sign-in is held against. An account may be shared by several users with a password each, and
 * a household rarely has more than four; each costs a hash, and everybody waits for all of them. A fifth user of one
 * account signs in by e-mail.
 */
const candidatesAtSignIn = 4;

const nobody = { id: '', name: '', password_hash: null };

/**
 * Signs a resident in by account number or e-mail. Whether the name or the password was wrong is never told, nor how many
 * users an account has: every attempt verifies the same number of hashes.
 */
export async function signIn(
  services: Services,
  { name, password, device }: { name: string; password: string; device: string },
): Promise<{ user: Resident; accounts: Account[]; cookie: string }> {
  const { db, passwords, sessions, clock } = services;
  const known = await whoKnows(services, { name, password });
  const at = toInstant(clock.now());
  const cookie = known === null ? null : await enter(known);
  if (known === null || cookie === null) {
    await db.write((tx) =>
      appendAudit(tx, { at, actor: 'anybody', action: 'sign-in-refused', subject: '', detail: {} }),
    );
    throw new ProblemError({ code: 'sign_in_failed' });
  }
  return { user: { id: known.id, name: known.name }, accounts: await accountsOf(db.reader, known.id), cookie };

  /** Null where the password was set anew while the old one was verified: that one opens nothing any more. */
  async function enter({ id, password_hash: from }: Known): Promise<string | null> {
    const to = passwords.needsRehash(from) ? await passwords.hash(password) : from;
    return db.write(async (tx) => {
      if (!(await replacePasswordHash(tx, id, { from, to }))) return null;
      const session = await sessions.start(tx, id, device);
      await appendAudit(tx, { at, actor: id, action: 'sign-in', subject: id, detail: {} });
      return session.cookie;
    });
  }
}

/** A user whose password was typed. */
interface Known extends Resident {
  password_hash: string;
}

/** The first user of that name with that password. It verifies them all, also after the right one and where there are none. */
async function whoKnows(
  { db, passwords }: Services,
  { name, password }: { name: string; password: string },
): Promise<Known | null> {
  const users = await usersByName(db.reader, { name, most: candidatesAtSignIn });
  let found: Known | null = null;
  for (let index = 0; index < candidatesAtSignIn; index++) {
    const { password_hash, ...user } = users[index] ?? nobody;
    const right = await passwords.verify(password_hash, password);
    if (right && password_hash !== null) found ??= { ...user, password_hash };
  }
  return found;
}
