import { toInstant } from '../../shared/instant.ts';
import { checkNewPassword } from '../accounts/check-new-password.ts';
import { confirmPassword, holdPassword } from '../accounts/confirm-password.ts';
import { usersNamed } from '../accounts/queries.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeTokensOf } from '../auth/token-queries.ts';
import type { Resident, Services } from '../context.ts';
import { enqueueMail } from '../mail/enqueue.ts';

export interface PasswordChange {
  current: string;
  password: string;
  /** The user's other devices are signed out. */
  endOthers: boolean;
  device: string;
}

/**
 * Another password for a resident who knows the present one. The session goes on under a new token, and links that are
 * under way end. Throws `password_wrong`, `password_refused` and `too_many`.
 */
export async function changePassword(
  services: Services,
  { user: { id }, session }: { user: Resident; session: string },
  { current, password, endOthers, device }: PasswordChange,
): Promise<{ cookie: string }> {
  const { db, passwords, sessions, clock, mail } = services;
  const from = await confirmPassword(services, id, current);
  const [user] = await usersNamed(db.reader, { id });
  checkNewPassword(password, { accountNumbers: user?.accountNumbers ?? [], email: user?.email ?? null });
  const to = await passwords.hash(password);
  const at = toInstant(clock.now());
  const rotated = await db.write(async (tx) => {
    await holdPassword(tx, id, from, to);
    await consumeTokensOf(tx, id, at);
    const ended = endOthers ? await sessions.endOthers(tx, id, session) : 0;
    const fresh = await sessions.start(tx, id, device, session);
    await appendAudit(tx, { at, actor: id, action: 'change-password', subject: id, detail: { sessions: ended } });
    await enqueueMail(tx, { kind: 'password-changed', user: id }, at);
    return fresh;
  });
  mail.nudge();
  return rotated;
}
