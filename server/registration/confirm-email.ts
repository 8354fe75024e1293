import { toInstant } from '../../shared/instant.ts';
import { lockUser, setEmail, userById } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeTokensOf } from '../auth/token-queries.ts';
import { consumeToken } from '../auth/tokens.ts';
import type { Services } from '../context.ts';
import { isUniqueViolation } from '../db/database.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { limitLinks } from './limit-links.ts';

/**
 * The address to which the link went is the user's from now on. Throws `link_unknown`, `link_used`, `link_expired`,
 * `email_taken` (somebody else came first; the link is not used up) and `too_many`.
 */
export async function confirmEmail(services: Services, token: string, address: string): Promise<{ email: string }> {
  try {
    const confirmed = await limitLinks(services, address, () => changeEmail(services, token));
    services.mail.nudge();
    return confirmed;
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProblemError({ code: 'email_taken' });
    throw error;
  }
}

function changeEmail({ db, clock }: Services, token: string): Promise<{ email: string }> {
  const now = clock.now();
  const at = toInstant(now);
  return db.write(async (tx) => {
    const { user, email } = await consumeToken(tx, token, ['email'], now);
    await lockUser(tx, user);
    const before = (await userById(tx, user))?.email ?? null;
    await setEmail(tx, user, email);
    // Links that wait in the mailbox of the old address open nothing any more.
    await consumeTokensOf(tx, user, at);
    await appendAudit(tx, { at, actor: user, action: 'change-email', subject: user, detail: {} });
    if (before !== null && before !== email.toLowerCase()) {
      await enqueueMail(tx, { kind: 'email-changed', user, oldEmail: before }, at);
    }
    return { email };
  });
}
