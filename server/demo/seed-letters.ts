import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import type { Database } from '../db/database.ts';
import { staffByEmail } from '../staff/queries.ts';
import { answerConversation } from '../support/answer.ts';
import type { DemoLetter } from './demo-households.ts';
import { pushOne } from './push-one.ts';
import { hasConversations, homeOf } from './queries.ts';

const hour = 3_600_000;

/** Letters to the office, through the same steps as those of a phone and of the desk. Once. `email`: who answers. */
export async function seedLetters(
  { db, company, now }: { db: Database; company: Company; now: EpochMs },
  letters: readonly DemoLetter[],
  email: string,
): Promise<void> {
  const found = await staffByEmail(db.reader, email);
  if (!found || (await hasConversations(db.reader))) return;
  const clerk: Staff = { id: found.id, name: found.name, email, role: found.role, language: null };
  for (const { account: number, topic, said } of letters) {
    const home = await homeOf(db.reader, number);
    // Its people are gone.
    if (!home) continue;
    const device = { stream: v7(), number: 0 };
    let begun: string | null = null;
    let last = '';
    for (const { by, hoursAgo, text } of said) {
      const at = now - hoursAgo * hour;
      if (by === 'resident') {
        const body = { conversation: begun, topic: begun === null ? topic : null, text, photos: [] };
        const times = { wall: at, contact: at, arrived: at };
        last = await pushOne({ db, company }, home, device, { kind: 'message-written', body, ...times });
        begun ??= last;
      } else if (begun !== null) {
        // Who is told by mail finds the letter when the demo is served.
        const needs = { db, clock: { now: () => at }, mail: { nudge() {} } };
        const { messages } = await answerConversation(needs, clerk, { id: begun, seen: last, text });
        last = messages.at(-1)?.id ?? last;
      }
    }
  }
}
