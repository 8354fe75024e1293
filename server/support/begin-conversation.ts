import type { ConversationId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import type { BeginInput } from '../../shared/support-forms.ts';
import { accountById, usersOf } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { askResident } from './ask-resident.ts';

/**
 * The office writes to the residents of an account, who are told by mail. Throws `not_found`, `too_many`, and
 * `changed_meanwhile` where nobody (any more) has the account in the portal: nobody would ever read it.
 */
export async function beginConversation(
  { db, clock, mail, limits }: Pick<Services, 'db' | 'clock' | 'mail' | 'limits'>,
  staff: Staff,
  { account, topic, text }: BeginInput,
): Promise<{ conversation: ConversationId }> {
  await limits.consume('conversation-staff', staff.id);
  const conversation = await db.write(async (tx) => {
    if (!(await accountById(tx, account))) throw new ProblemError({ code: 'not_found' });
    const at = toInstant(clock.now());
    const id = await askResident(tx, { account, topic, reading: null, text, staff: staff.id, at });
    if ((await usersOf(tx, account)).length === 0) throw new ProblemError({ code: 'changed_meanwhile' });
    await appendAudit(tx, { at, actor: staff.id, action: 'begin-conversation', subject: id, detail: { account } });
    return id;
  });
  mail.nudge();
  return { conversation };
}
