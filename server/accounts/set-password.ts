import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Passwords } from '../auth/passwords.ts';
import { deleteSessionsOf, setPasswordHash } from '../auth/queries.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { NamedUser } from './queries.ts';
import { refusePassword } from './refuse-password.ts';

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
    await appendAudit(tx, { at, actor, action: 'set-password', subject: user.id, detail: { sessions } });
    return { sessions };
  });
}
