import type { UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Passwords } from '../auth/passwords.ts';
import { deleteSessionsOf, setPasswordHash } from '../auth/queries.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { refusePassword, UserRefused } from './create-user.ts';
import { type NamedBy, type NamedUser, usersNamed } from './queries.ts';

/**
 * The one user who is named so. Throws UserRefused where there is none, and where there are several: their ids are in
 * the words.
 */
export async function findUser(db: Database, by: NamedBy): Promise<NamedUser> {
  const [user, ...others] = await usersNamed(db.reader, by);
  if (!user) throw new UserRefused('user_unknown', 'there is no such user');
  if (others.length > 0) {
    const ids = [user, ...others].map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new UserRefused('user_ambiguous', `several users fit, name one by the id: ${ids}`);
  }
  return user;
}

/**
 * Gives a user another password, or a first one. Whoever is signed in as this user is signed out: the reason for a new
 * password may be that somebody else knows the old one. Throws UserRefused.
 */
export async function setPassword(
  { db, passwords, clock }: { db: Database; passwords: Pick<Passwords, 'hash'>; clock: Clock },
  { user, password, actor }: { user: NamedUser; password: string; actor: string },
): Promise<{ sessions: number }> {
  refusePassword(password, user);
  const hash = await passwords.hash(password);
  return db.write(async (tx) => {
    await setPasswordHash(tx, user.id, hash);
    const sessions = await deleteSessionsOf(tx, user.id);
    const at = toInstant(clock.now());
    await appendAudit(tx, { at, actor, action: 'set-password', subject: user.id as UserId, detail: { sessions } });
    return { sessions };
  });
}
