import type { JobId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { VerificationFilter } from '../../shared/progress-forms.ts';
import { placesOf, ruleAt, windowOf } from '../../shared/window.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { exceptionsOf } from '../periods/queries.ts';
import { type remindingKinds, remindingQueue } from './kinds.ts';
import { isReminding, lockOf, takeTurn } from './queries.ts';

type Starting = Pick<Services, 'db' | 'clock' | 'company' | 'jobs'> & { actor: string };

/**
 * Reminds by mail those who have handed nothing in for a month, in one building or all of them. Refused as `changed_meanwhile`
 * where nobody can hand in now, or reminders are being written.
 */
export const startReadingReminders = (
  services: Starting,
  content: { period: Period; building: string | null },
): Promise<JobId> =>
  start(services, 'remind-readings', content, async (tx) => {
    const { clock, company } = services;
    const exceptions = await exceptionsOf(tx, content.period);
    const now = clock.now();
    const isOpen = placesOf(company.windows, exceptions).some((place) => {
      const { opensAt, closesAt } = windowOf(ruleAt(company.windows, place, exceptions), content.period);
      return opensAt <= now && now < closesAt;
    });
    return isOpen && (await lockOf(tx, content.period)) === null;
  });

/** W8: likewise those with a meter whose verification ends soon or has ended. */
export const startVerificationReminders = (services: Starting, content: VerificationFilter): Promise<JobId> =>
  start(services, 'remind-verifications', content, async () => true);

async function start(
  { db, clock, jobs, actor }: Starting,
  kind: (typeof remindingKinds)[number],
  content: Readonly<Record<string, string | null>>,
  mayBegin: (tx: Writer) => Promise<boolean>,
): Promise<JobId> {
  const id = await db.write(async (tx) => {
    await takeTurn(tx);
    if ((await isReminding(tx)) || !(await mayBegin(tx))) throw new ProblemError({ code: 'changed_meanwhile' });
    const at = toInstant(clock.now());
    const job = await enqueue(tx, { queue: remindingQueue, kind, content, actor, at });
    await appendAudit(tx, { at, actor, action: `start-${kind}`, subject: job, detail: content });
    return job;
  });
  jobs.nudge();
  return id;
}
