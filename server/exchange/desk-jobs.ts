import type { BringInInput, TryOutInput } from '../../shared/exchange-desk.ts';
import type { BatchId, JobId } from '../../shared/ids.ts';
import { mayActAs, type Staff } from '../../shared/staff.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { cancelJob } from '../jobs/cancel.ts';
import { jobRow } from '../jobs/queries.ts';
import { appliedBefore } from './applied-before.ts';
import { type BeginWithin, startAttach, startImport, startUndo } from './exchange-jobs.ts';
import { exchangeQueue } from './exchange-queue.ts';
import type { AttachContent, ImportContent, UndoContent } from './job-results.ts';
import { kindOfContent } from './job-view.ts';
import { takeTurn } from './queries.ts';
import { UndoRefused } from './undo-report.ts';
import { openUpload } from './uploads.ts';

type Needs = Pick<Services, 'db' | 'clock' | 'jobs'>;

/** Says what would become of a file, and does nothing. Throws the problem `not_found`. */
export function tryOut(needs: Needs, { upload, kind, profile, encoding }: TryOutInput, actor: string): Promise<JobId> {
  return kind === 'pdfs'
    ? startAttach(needs, { upload, dryRun: true, actor })
    : startImport(needs, { kind, upload, profile, encoding, dryRun: true, strict: false, actor });
}

/**
 * Brings in what was tried out, read as it was then. Throws the problems `not_found` (nothing of the kind was tried out, or the
 * file is kept no more) and `file_applied`: the same content was brought in already, or is being so.
 */
export async function applyTried(needs: Needs, { tried, strict, again }: BringInInput, actor: string): Promise<JobId> {
  const job = await jobRow(needs.db.reader, tried);
  const isTried = job?.queue === exchangeQueue && job.state === 'done' && job.kind !== 'undo';
  const content = isTried ? (JSON.parse(job.content) as ImportContent | AttachContent) : null;
  if (!job || !content?.dryRun || content.upload === null) throw new ProblemError({ code: 'not_found' });
  const { upload } = content;
  const { hash } = (await openUpload(needs.db, upload)).upload;
  const kind = kindOfContent(job.kind, content);
  const within: BeginWithin = async (tx, begin) => {
    await takeTurn(tx);
    const before = again ? undefined : (await appliedBefore(tx, hash)).find((one) => one.kind === kind);
    if (before) throw new ProblemError({ code: 'file_applied', at: before.at });
    return begin();
  };
  if (kind === 'pdfs') return startAttach(needs, { upload, dryRun: false, actor, within });
  const { profile, encoding } = content as ImportContent;
  return startImport(needs, { kind, upload, profile, encoding, dryRun: false, strict, actor, within });
}

/** Throws the problems `not_found` and `undo_refused`. */
export async function undoOf(
  needs: Needs,
  request: { batch: BatchId; reason?: string | null; dryRun?: boolean; actor: string },
): Promise<JobId> {
  try {
    return await startUndo(needs, request);
  } catch (error) {
    if (!(error instanceof UndoRefused)) throw error;
    if (error.code === 'batch_unknown') throw new ProblemError({ code: 'not_found' });
    throw new ProblemError({ code: 'undo_refused', why: error.code });
  }
}

/** Trials are anybody's to end; what changes something is a manager's. Throws the problems `not_found` and `forbidden`. */
export async function endJob(needs: Needs, id: JobId, staff: Staff): Promise<'cancelled' | 'cancelling' | 'ended'> {
  const job = await jobRow(needs.db.reader, id);
  if (job?.queue !== exchangeQueue) throw new ProblemError({ code: 'not_found' });
  const { dryRun } = JSON.parse(job.content) as Pick<ImportContent | UndoContent, 'dryRun'>;
  if (!dryRun && !mayActAs(staff.role, 'manager')) throw new ProblemError({ code: 'forbidden' });
  const ended = await cancelJob(needs, { id, actor: staff.id });
  if (ended === 'unknown') throw new ProblemError({ code: 'not_found' });
  return ended;
}
