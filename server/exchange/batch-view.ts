import type { UndoObstacle } from '../../shared/exchange-desk.ts';
import type { BatchId, JobId, UploadId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Page } from '../../shared/page.ts';
import type { Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import type { Reader, Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { jobRow } from '../jobs/queries.ts';
import { newestBatches } from './batch-queries.ts';
import { jobsAfter, lockOfPeriod, namesOfActors, notesOfBatches, statesOfBatch } from './desk-queries.ts';
import { type AttachJobReport, type ImportContent, type JobReport, outcomeOf } from './job-results.ts';
import { batchById } from './queries.ts';
import { refuseUnlessUndoable, refuseWhileUndoing } from './undo-export.ts';
import { UndoRefused } from './undo-report.ts';

/** An import or export as a line of the list. */
export interface BatchLine {
  id: BatchId;
  kind: string;
  period: Period | null;
  createdAt: Instant;
  /** Null: not one of the office's people, and no program with a key. */
  by: string | null;
  rows: number;
  state: Row<'batches'>['state'];
  fileName: string | null;
  undoneAt: Instant | null;
  undoneBy: string | null;
  /** Null of an export, and while it is running. */
  difference: Difference | null;
}

export interface Difference {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  late: number;
}

/** What billing has said of the readings of an export. */
export interface Answered {
  billed: number;
  refused: number;
  /** It has not said anything of these. */
  waiting: number;
  /** Replaced, withdrawn or refused by the office since: another one stands for them. */
  gone: number;
}

export interface BatchView extends BatchLine {
  job: JobId | null;
  upload: UploadId | null;
  report: JobReport | AttachJobReport | null;
  /** Of an export. */
  answered: Answered | null;
  /** Of an export: its period is locked now, and whether by it. */
  lock: { lockedAt: Instant; isOwn: boolean } | null;
  /** What keeps it from being undone; null: nothing. */
  obstacle: UndoObstacle | null;
  /** Why it was undone; null: nobody said. */
  undoneWhy: string | null;
}

/** Newest first. */
export async function batchLines(db: Reader, after: BatchId | null): Promise<Page<BatchLine>> {
  const { rows, next } = await newestBatches(db, { after });
  const notes = await notesOfBatches(
    db,
    rows.map(({ id }) => id),
  );
  return { rows: await toLines(db, rows, notes), next };
}

/** Throws the problem `not_found`. */
export async function batchView(db: Reader, id: BatchId): Promise<BatchView> {
  const row = await batchById(db, id);
  const notes = await notesOfBatches(db, [id]);
  const [line] = row ? await toLines(db, [row], notes) : [];
  if (!row || !line) throw new ProblemError({ code: 'not_found' });
  const isOut = row.kind === 'readings-out';
  const made = isOut ? null : await jobOfBatch(db, id);
  const lock = isOut && row.period !== null ? await lockOfPeriod(db, row.period) : undefined;
  const undo = notes.findLast(({ action }) => action === 'undo');
  const { reason = null } = undo ? (JSON.parse(undo.detail) as { reason?: string }) : {};
  return {
    ...line,
    job: made?.job ?? null,
    upload: made?.upload ?? null,
    report: made?.report ?? null,
    answered: isOut ? await answeredIn(db, id) : null,
    lock: lock ? { lockedAt: lock.locked_at, isOwn: lock.batch_id === id } : null,
    obstacle: await obstacleTo(db, row),
    undoneWhy: row.state === 'undone' ? reason : null,
  };
}

/** I9 */
export async function answeredIn(db: Reader, id: BatchId): Promise<Answered> {
  const states = await statesOfBatch(db, id);
  const sum = (of: readonly ReadingState[]): number => of.reduce((total, state) => total + (states[state] ?? 0), 0);
  const [billed, waiting, refused] = [sum(['billed']), sum(['accepted', 'late', 'review']), sum(['refused'])];
  const all = Object.values(states).reduce((total, count) => total + count, 0);
  return { billed, refused, waiting, gone: all - billed - refused - waiting };
}

async function obstacleTo(db: Reader, row: Row<'batches'>): Promise<UndoObstacle | null> {
  try {
    await refuseUnlessUndoable(db, row, { id: row.id });
    await refuseWhileUndoing(db, row.id);
    return null;
  } catch (error) {
    if (!(error instanceof UndoRefused) || error.code === 'batch_unknown') throw error;
    return error.code;
  }
}

/** Its id was given right before the job's own: no other has come far in between. */
const jobsBetween = 100;

async function jobOfBatch(
  db: Reader,
  batch: BatchId,
): Promise<{ job: JobId; upload: UploadId | null; report: JobReport | AttachJobReport | null } | null> {
  const near = await jobsAfter(db, batch, jobsBetween);
  const made = near.find(({ content }) => {
    const one = JSON.parse(content) as Partial<ImportContent>;
    return one.batch === batch && 'upload' in one;
  });
  if (!made) return null;
  const job = await jobRow(db, made.id);
  const { upload } = JSON.parse(made.content) as ImportContent;
  const outcome = job ? outcomeOf(job) : null;
  const report = outcome?.kind === 'import' || outcome?.kind === 'attach' ? outcome.report : null;
  return { job: made.id, upload, report };
}

async function toLines(
  db: Reader,
  rows: readonly Row<'batches'>[],
  notes: Awaited<ReturnType<typeof notesOfBatches>>,
): Promise<BatchLine[]> {
  const names = await namesOfActors(
    db,
    rows.flatMap(({ created_by, undone_by }) => [created_by, undone_by]),
  );
  const differences = new Map(
    notes.filter(({ action }) => action === 'import').map(({ subject, detail }) => [subject, differenceIn(detail)]),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    period: row.period,
    createdAt: row.created_at,
    by: names.get(row.created_by) ?? null,
    rows: row.rows,
    state: row.state,
    fileName: row.file_name,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by === null ? null : (names.get(row.undone_by) ?? null),
    difference: differences.get(row.id) ?? null,
  }));
}

function differenceIn(detail: string): Difference {
  const { created = 0, changed = 0, unchanged = 0, refused = 0, late = 0 } = JSON.parse(detail) as Partial<Difference>;
  return { created, changed, unchanged, refused, late };
}
