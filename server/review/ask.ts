import type { ConversationId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { AskInput } from '../../shared/review-forms.ts';
import type { Staff } from '../../shared/staff.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { askResident } from '../support/ask-resident.ts';
import { isAsked, questionsAbout } from './queries.ts';
import { waitingAsSeen } from './waiting.ts';

/** Asks the resident about a reading, which goes on waiting. Somebody who was asked already is not asked again meanwhile. */
export function askAboutReading(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: Staff,
  { reading, seen, text }: AskInput,
): Promise<{ conversation: ConversationId }> {
  return db.write(async (tx) => {
    const { row } = await waitingAsSeen(tx, { reading, seen });
    if (isAsked(await questionsAbout(tx, [reading]))) throw new ProblemError({ code: 'changed_meanwhile' });
    const at = toInstant(clock.now());
    const account = row.account_id;
    const conversation = await askResident(tx, { account, topic: 'readings', reading, text, staff: staff.id, at });
    const detail = { account, conversation };
    await appendAudit(tx, { at, actor: staff.id, action: 'ask-about-reading', subject: reading, detail });
    return { conversation };
  });
}
