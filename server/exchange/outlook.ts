import type { BatchId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { exceptionsOf } from '../periods/queries.ts';
import { type Answered, answeredIn } from './batch-view.ts';
import { lockOfPeriod, namesOfActors, unreadRegisters } from './desk-queries.ts';
import { exportsOf, heldBack, readyFor } from './export-queries.ts';
import { type BatchRequest, LockRefused, lockableFrom, startBatch } from './export-readings.ts';

/** What would be in an export of a period, what would not, and what was given already. */
export interface Outlook {
  period: Period;
  /** Accepted readings of the period that billing has not got. */
  ready: number;
  /** W6: adjustments of locked periods that go with whatever is given next. */
  adjustments: number;
  /** In no file until the office has decided. */
  review: number;
  /** W6: in no file. */
  late: number;
  registers: number;
  /** Of those without a reading: what billing estimates is its own business. */
  unread: number;
  locked: { lockedAt: Instant; byExport: BatchId | null } | null;
  /** W6: from when on no resident can read for it. */
  lockableFrom: Instant;
  isTooEarly: boolean;
  batches: {
    id: BatchId;
    createdAt: Instant;
    by: string | null;
    rows: number;
    isUndone: boolean;
    answered: Answered;
  }[];
}

export async function outlookOf(
  { db: { reader }, clock, company }: Pick<Services, 'db' | 'clock' | 'company'>,
  period: Period,
): Promise<Outlook> {
  const lock = await lockOfPeriod(reader, period);
  const from = lockableFrom(company, period, await exceptionsOf(reader, period));
  const batches = await exportsOf(reader, period);
  const names = await namesOfActors(
    reader,
    batches.map(({ created_by }) => created_by),
  );
  const answers: Answered[] = [];
  for (const { id } of batches) answers.push(await answeredIn(reader, id));
  return {
    period,
    ...(await readyFor(reader, period)),
    ...(await heldBack(reader, period)),
    ...(await unreadRegisters(reader, period)),
    locked: lock ? { lockedAt: lock.locked_at, byExport: lock.batch_id } : null,
    lockableFrom: toInstant(from),
    isTooEarly: clock.now() < from,
    batches: batches.map((batch, at) => ({
      id: batch.id,
      createdAt: batch.created_at,
      by: names.get(batch.created_by) ?? null,
      rows: batch.rows,
      isUndone: batch.state === 'undone',
      answered: answers[at] as Answered,
    })),
  };
}

/** Throws the problem `window_open` where it is to be locked and residents may still hand in. */
export async function giveOut(
  { db, company, clock }: Pick<Services, 'db' | 'company' | 'clock'>,
  { actor, ...request }: BatchRequest & { actor: string },
): Promise<{ batch: BatchId | null; readings: number }> {
  try {
    const batch = await startBatch({ db, company, clock, actor }, request);
    return { batch: batch?.id ?? null, readings: batch?.rows ?? 0 };
  } catch (error) {
    if (!(error instanceof LockRefused)) throw error;
    throw new ProblemError({ code: 'window_open', until: toInstant(error.from) });
  }
}
