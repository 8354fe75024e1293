import type { Company } from '../../shared/company.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { NoRoom } from '../db/private-copy.ts';
import { ProblemError } from '../errors.ts';
import type { ClaimedJob, JobContext, JobEnd, JobFailure } from '../jobs/kinds.ts';
import { setJobResult } from '../jobs/queries.ts';
import { FileRefused } from '../tables/problems.ts';
import type { Container } from '../tables/sniff.ts';
import { attachPdfs } from './attach-pdfs.ts';
import { importers } from './import-kinds.ts';
import type { ImportReport } from './import-run.ts';
import {
  type AttachContent,
  type AttachResult,
  attachInShort,
  type ImportContent,
  type ImportResult,
  inShort,
  type UndoContent,
  type UndoResult,
} from './job-results.ts';
import { pdfZip } from './pdf-zip.ts';
import { batchById } from './queries.ts';
import { refusedFile } from './refused-file.ts';
import { type RefusedWords, refusedWordsFor } from './refused-words.ts';
import { Ended } from './slices.ts';
import { undoBatch } from './undo-batch.ts';
import { UndoRefused, type UndoReport } from './undo-report.ts';
import { openUpload, receiveUpload } from './uploads.ts';

export interface WorkNeeds {
  db: Database;
  company: Company;
  clock: Clock;
}

/** The jobs of the exchange, wherever they run. */
export async function doExchangeWork(needs: WorkNeeds, job: ClaimedJob, context: JobContext): Promise<JobEnd> {
  if (isOfCommandLine(job)) {
    await takeBack(needs, job);
    return { state: 'failed', result: interrupted };
  }
  try {
    return { state: 'done', result: await work(needs, job, context) };
  } catch (error) {
    if (error instanceof Ended) {
      if (error.reason !== 'cancelled') return 'handed-back';
      return { state: 'cancelled', result: { report: error.undone ?? (await takeBack(needs, job)) } };
    }
    const failure = failureOf(error);
    if (!failure) throw error;
    return { state: 'failed', result: failure };
  }
}

/** Its file was where the command ran: nobody else can go on with it. */
export const isOfCommandLine = ({ content }: ClaimedJob): boolean => (content as { upload?: unknown }).upload === null;

const interrupted: JobFailure = {
  code: 'interrupted',
  line: null,
  words: 'the command that ran it was cut off, and what it had entered is taken back',
};

function work(needs: WorkNeeds, job: ClaimedJob, context: JobContext): Promise<unknown> {
  switch (job.kind) {
    case 'import':
      return importFile(needs, job, context);
    case 'attach':
      return attachFile(needs, job, context);
    default:
      return undo(needs, job, context);
  }
}

async function importFile(
  { db, company, clock }: WorkNeeds,
  { content, createdBy: actor }: ClaimedJob,
  { signal, progress }: JobContext,
): Promise<ImportResult> {
  const { kind, upload, fileName, profile, encoding, dryRun, strict, batch } = content as ImportContent;
  if (upload === null) throw new Error('its file is not here');
  const report = await importers[kind]({
    db,
    company,
    clock,
    file: await openUpload(db, upload),
    actor,
    dryRun,
    strict,
    profile,
    encoding: encoding ?? undefined,
    batch,
    fileName,
    signal,
    onProgress: progress,
  });
  const words = await refusedWordsFor(db.reader, company, actor);
  const keep = (container: Container) =>
    keepRefused({ db, clock }, report, { fileName, actor, profile, container, words });
  const isBook = report.container === 'xlsx';
  const kept = report.refused.length > 0;
  const refusedFile = kept ? await keep(report.container) : null;
  const refusedOther = kept ? await keep(isBook ? 'csv' : 'xlsx') : null;
  return { report: inShort(report, { kind, fileName, refusedFile, refusedOther }) };
}

async function keepRefused(
  needs: Pick<WorkNeeds, 'db' | 'clock'>,
  report: ImportReport,
  {
    fileName,
    actor,
    profile,
    container,
    words,
  }: {
    fileName: string;
    actor: string;
    profile: MappingProfile | null;
    container: Container;
    words: RefusedWords;
  },
): Promise<string> {
  const { extension, bytes } = refusedFile(report, { container, profile, words });
  const name = `${fileName.replace(/\.[^.]*$/, '')}-refused.${extension}`;
  const { id } = await receiveUpload(needs, { name, actor, bytes }, { mostBytes: Number.POSITIVE_INFINITY });
  return id;
}

async function attachFile(
  { db, company, clock }: WorkNeeds,
  { content, createdBy: actor }: ClaimedJob,
  { signal, progress }: JobContext,
): Promise<AttachResult> {
  const { upload, fileName, dryRun, batch } = content as AttachContent;
  if (upload === null) throw new Error('its file is not here');
  const report = await attachPdfs({
    db,
    company,
    clock,
    source: pdfZip(await openUpload(db, upload)),
    actor,
    dryRun,
    batch,
    fileName,
    signal,
    onProgress: (files) => progress(files, null),
  });
  return { report: attachInShort(report, fileName) };
}

async function undo(
  { db, company, clock }: WorkNeeds,
  { id, content, createdBy: actor, keptResult }: ClaimedJob,
  { signal, progress }: JobContext,
): Promise<UndoResult> {
  const { batch, reason, dryRun } = content as UndoContent;
  const report = await undoBatch(
    { db, company, clock, actor, signal: toTheEnd(signal), onProgress: (rows) => progress(rows, null) },
    {
      batch,
      reason,
      dryRun,
      before: (keptResult as UndoResult | null)?.report ?? null,
      ...(!dryRun && { keep: (tx, soFar) => setJobResult(tx, { id, result: JSON.stringify({ report: soFar }) }) }),
    },
  );
  return { report };
}

/** An undo that was begun is not cancelled: it would have undone half. */
function toTheEnd(signal: AbortSignal): AbortSignal {
  const abort = new AbortController();
  const end = (): void => {
    if (signal.reason !== 'cancelled') abort.abort(signal.reason);
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  return abort.signal;
}

/** Undoes what a job has entered that does not come to its end; null where it has entered nothing. */
export async function takeBack(
  { db, company, clock }: WorkNeeds,
  { kind, content, createdBy: actor }: ClaimedJob,
): Promise<UndoReport | null> {
  if (kind === 'undo') return null;
  const { batch } = content as ImportContent | AttachContent;
  const found = await batchById(db.reader, batch);
  if (!found || (found.state !== 'running' && found.state !== 'undoing')) return null;
  return undoBatch({ db, company, clock, actor }, { batch, unfinished: true });
}

/** What somebody can do something about; null: the server has to. */
function failureOf(error: unknown): JobFailure | null {
  if (error instanceof FileRefused) return { code: error.code, line: error.line, words: error.message };
  if (error instanceof UndoRefused || error instanceof NoRoom) {
    return { code: error.code, line: null, words: error.message };
  }
  if (error instanceof ProblemError)
    return { code: error.problem.code, line: null, words: 'the file is there no more' };
  return null;
}
