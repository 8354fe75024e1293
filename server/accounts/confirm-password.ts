import { createHash } from 'node:crypto';
import type { UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { replacePasswordHash } from '../auth/queries.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { userById } from './user-queries.ts';

/**
 * Asks for the present password before something that matters, because a session may be in the wrong hands. Answers with
 * its hash, for `holdPassword` in the transaction that follows. Throws `password_wrong`, and `too_many` after many of those.
 */
export async function confirmPassword(
  { db, passwords, limits, clock }: Services,
  user: UserId,
  current: string,
): Promise<string> {
  await limits.consume('current-password-user', user);
  const stored = (await userById(db.reader, user))?.password_hash ?? null;
  const right = await passwords.verify(stored, current);
  if (!right || stored === null) {
    const at = toInstant(clock.now());
    await db.write((tx) => appendAudit(tx, { at, actor: user, action: 'password-wrong', subject: user, detail: {} }));
    throw new ProblemError({ code: 'password_wrong' });
  }
  await limits.reward('current-password-user', user);
  return stored;
}

/** Locks the user, with another hash or the same one. Throws `password_wrong` if the password was changed meanwhile. */
export async function holdPassword(tx: Writer, user: UserId, from: string, to = from): Promise<void> {
  if (!(await replacePasswordHash(tx, user, { from, to }))) throw new ProblemError({ code: 'password_wrong' });
}

/** Tells one stored hash of a password from another, and nothing of either. */
export const passwordMark = (stored: string): string => createHash('sha256').update(stored).digest('base64url');
