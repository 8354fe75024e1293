import type { JobId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { cancelWaiting, jobRow, wantCancelled } from './queries.ts';

/** cancelling: it takes back what it has done, and is cancelled then. ended: it had come to its end before. */
export type Cancelled = 'cancelled' | 'cancelling' | 'ended' | 'unknown';

/** A job that waits is ended, one that runs is asked to. */
export async function cancelJob(
  { db, clock, jobs }: Pick<Services, 'db' | 'clock' | 'jobs'>,
  { id, actor }: { id: JobId; actor: string },
): Promise<Cancelled> {
  const cancelled = await db.write(async (tx): Promise<Cancelled> => {
    const job = await jobRow(tx, id);
    if (!job) return 'unknown';
    const at = toInstant(clock.now());
    const isOver = await cancelWaiting(tx, { id, by: actor, at });
    if (!isOver && !(await wantCancelled(tx, { id, by: actor }))) return 'ended';
    await appendAudit(tx, { at, actor, action: 'cancel-job', subject: id, detail: { kind: job.kind } });
    return isOver ? 'cancelled' : 'cancelling';
  });
  jobs.nudge();
  return cancelled;
}
