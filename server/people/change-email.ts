import type { UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import { lockLiveUser, setEmail } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeTokensOf } from '../auth/token-queries.ts';
import type { Services } from '../context.ts';
import { isUniqueViolation } from '../db/database.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';

/**
 * Mends a mistyped e-mail address. Both addresses are told, and links that wait in the old mailbox open nothing any more.
 * `was`: the address that the office saw. Throws `changed_meanwhile`, `email_taken` and `not_found`.
 */
export async function changePersonEmail(
  { db, clock, mail }: Services,
  staff: Staff,
  { user: id, was, email }: { user: UserId; was: string | null; email: string },
): Promise<void> {
  const at = toInstant(clock.now());
  try {
    await db.write(async (tx) => {
      const user = await lockLiveUser(tx, id);
      if (!user) throw new ProblemError({ code: 'not_found' });
      if (user.email !== was) throw new ProblemError({ code: 'changed_meanwhile' });
      if (email.toLowerCase() === was) throw new ProblemError({ code: 'bad_input', path: 'email' });
      await setEmail(tx, id, email);
      await consumeTokensOf(tx, id, at);
      await appendAudit(tx, { at, actor: staff.id, action: 'change-email', subject: id, detail: {} });
      if (was !== null) await enqueueMail(tx, { kind: 'email-changed', user: id, oldEmail: was }, at);
      await enqueueMail(tx, { kind: 'email-set', user: id }, at);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProblemError({ code: 'email_taken' });
    throw error;
  }
  mail.nudge();
}
