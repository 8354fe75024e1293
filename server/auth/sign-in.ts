import { toInstant } from '../../shared/instant.ts';
import type { Account } from '../../shared/protocol.ts';
import { appendAudit } from '../audit/append.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { accountsOf, setPasswordHash, usersByName } from './queries.ts';

/**
 * Signs a resident in by account number or e-mail. Whether the name or the password was wrong is never told, and an
 * unknown name takes as long as a wrong password.
 */
export async function signIn(
  services: Services,
  { name, password, device }: { name: string; password: string; device: string },
): Promise<{ user: Resident; accounts: Account[]; cookie: string }> {
  const { db, passwords, sessions, clock } = services;
  const candidates = await usersByName(db.reader, name);
  const user = await firstWhoKnows(candidates.length > 0 ? candidates : [nobody], password);
  const at = toInstant(clock.now());
  if (!user) {
    await db.write((tx) =>
      appendAudit(tx, { at, actor: 'anybody', action: 'sign-in-refused', subject: '', detail: {} }),
    );
    throw new ProblemError({ code: 'sign_in_failed' });
  }
  const renewed = passwords.needsRehash(user.password_hash) ? await passwords.hash(password) : null;
  await db.write(async (tx) => {
    if (renewed) await setPasswordHash(tx, user.id, renewed);
    await appendAudit(tx, { at, actor: user.id, action: 'sign-in', subject: user.id, detail: {} });
  });
  const { cookie } = await sessions.start(user.id, device);
  return { user: { id: user.id, name: user.name }, accounts: await accountsOf(db.reader, user.id), cookie };

  /** An account may be shared by several users with a password each. */
  async function firstWhoKnows(
    users: readonly { id: string; name: string; password_hash: string | null }[],
    typed: string,
  ): Promise<{ id: string; name: string; password_hash: string } | null> {
    for (const { id, name: userName, password_hash } of users) {
      if (await passwords.verify(password_hash, typed)) {
        return { id, name: userName, password_hash: password_hash as string };
      }
    }
    return null;
  }
}

const nobody = { id: '', name: '', password_hash: null };
