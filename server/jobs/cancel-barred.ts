import type { Instant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Row, Writer } from '../db/tables.ts';
import { cancelWaiting, whatBarred } from './queries.ts';

/**
 * Ends a job that nobody has begun where its maker may not ask for it any more: whoever was disabled, or whose key was revoked,
 * changes nothing from then on. What has begun goes on, because it began in time. Answers whether it ended it.
 */
export async function cancelBarred(
  tx: Writer,
  { id, kind, state, started_at, created_by }: Row<'jobs'>,
  at: Instant,
): Promise<boolean> {
  if (state !== 'waiting' || started_at !== null) return false;
  const why = await whatBarred(tx, created_by);
  if (why === null || !(await cancelWaiting(tx, { id, by: 'portal', at }))) return false;
  await appendAudit(tx, { at, actor: 'portal', action: 'cancel-job', subject: id, detail: { kind, why } });
  return true;
}
