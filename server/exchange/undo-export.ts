import type { Company } from '../../shared/company.ts';
import type { BatchId } from '../../shared/ids.ts';
import { lockAllAccounts } from '../accounts/queries.ts';
import type { Clock } from '../context.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { openJobs } from '../jobs/queries.ts';
import { exchangeQueue } from './exchange-queue.ts';
import type { UndoContent } from './job-results.ts';
import { answeredOf, areChangesNoted, keepLockWithoutBatch, lockOfBatch, takeOutOfBatch } from './undo-queries.ts';
import { type Undoing, UndoRefused } from './undo-report.ts';
import { takeLockOff, UnlockRefused } from './unlock-period.ts';

/** How many readings of an export billing has answered about; of what was imported none can be. */
const billedOf = async (db: Reader, { id, kind }: Pick<Row<'batches'>, 'id' | 'kind'>): Promise<number> =>
  kind === 'readings-out' ? answeredOf(db, id) : 0;

/** What keeps a batch from being undone at all. Throws UndoRefused. */
export async function refuseUnlessUndoable(
  db: Reader,
  batch: Row<'batches'> | undefined,
  { id, unfinished = false }: { id: string; unfinished?: boolean },
): Promise<Row<'batches'>> {
  if (!batch) throw new UndoRefused('batch_unknown', `there is no batch ${id}`);
  if (batch.state === 'undone') throw new UndoRefused('batch_undone', `batch ${id} is undone already`);
  if (batch.state === 'running' && !unfinished) {
    throw new UndoRefused('batch_running', `batch ${id} is still being imported`);
  }
  if ((await billedOf(db, batch)) > 0) {
    throw new UndoRefused('batch_billed', `billing has answered about batch ${id}: what is billed stays (I9)`);
  }
  if (batch.kind !== 'readings-out' && !(await areChangesNoted(db, batch))) {
    throw new UndoRefused('batch_too_old', `batch ${id} is older than the notes of what batches change`);
  }
  return batch;
}

/** A second undo would wait for the first one only to find nothing. A dry run is in nobody's way. Throws UndoRefused. */
export async function refuseWhileUndoing(db: Reader, id: BatchId): Promise<void> {
  for (const { content } of await openJobs(db, { queue: exchangeQueue, kind: 'undo' })) {
    const { batch, dryRun } = JSON.parse(content) as UndoContent;
    if (batch === id && !dryRun) throw new UndoRefused('batch_undoing', `batch ${id} is being undone already`);
  }
}

/**
 * The readings of an export are in none any more, and go with the next one; the lock that it brought goes too, and with it
 * what was late for it alone. All at once, as it was made: a push finds the period locked or not.
 */
export async function undoExport(
  tx: Writer,
  { batch, undoing, company, clock }: { batch: Row<'batches'>; undoing: Undoing; company: Company; clock: Clock },
): Promise<void> {
  await lockAllAccounts(tx);
  const taken = await takeOutOfBatch(tx, batch.id);
  for (let count = 0; count < taken; count++) undoing.removed();
  const lock = await lockOfBatch(tx, batch.id);
  if (!lock) return;
  await keepLockWithoutBatch(tx, batch.id);
  try {
    const reason = undoing.reason ?? `batch ${batch.id} undone`;
    await takeLockOff(tx, { company, clock, actor: undoing.actor }, { period: lock.period, reason });
  } catch (error) {
    if (!(error instanceof UnlockRefused)) throw error;
    undoing.leave({ kind: 'locks', id: lock.period, name: lock.period, reason: { code: 'period_billed' } }, null);
  }
}
