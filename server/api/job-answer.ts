import type { ApiScope } from '../../shared/api-key.ts';
import type { JobId } from '../../shared/ids.ts';
import type { Reader, Row } from '../db/tables.ts';
import { exchangeQueue } from '../exchange/exchange-queue.ts';
import {
  type AttachContent,
  type AttachJobReport,
  type ImportContent,
  type JobReport,
  outcomeOf,
  type UndoContent,
} from '../exchange/job-results.ts';
import { wordsOfPdf } from '../exchange/pdf-source.ts';
import { batchById } from '../exchange/queries.ts';
import type { UndoReport } from '../exchange/undo-report.ts';
import type { JobFailure } from '../jobs/kinds.ts';
import { jobRow } from '../jobs/queries.ts';
import { wordsOf } from '../tables/problems.ts';
import { ApiRefused } from './problem.ts';
import { scopeOfBatch, scopeOfKind } from './scopes.ts';
import type { JobAnswer } from './shapes.ts';

type ExchangeJob = Row<'jobs'>;

/** A job of the exchange. Throws `not_found`, also for other work. */
export async function exchangeJob(db: Reader, id: JobId): Promise<ExchangeJob> {
  const row = await jobRow(db, id);
  if (row?.queue !== exchangeQueue) throw new ApiRefused({ code: 'not_found' });
  return row;
}

/** What a key must be permitted to end a job: the same as to begin it. */
export async function scopeOfJob(db: Reader, { kind, content }: ExchangeJob): Promise<ApiScope> {
  if (kind === 'attach') return scopeOfKind.pdfs;
  if (kind === 'import') return scopeOfKind[(JSON.parse(content) as ImportContent).kind];
  const batch = await batchById(db, (JSON.parse(content) as UndoContent).batch);
  if (!batch) throw new ApiRefused({ code: 'not_found' });
  return scopeOfBatch(batch);
}

/** As programs are told of it. */
export function jobAnswer(row: ExchangeJob): JobAnswer {
  const { id, state } = row;
  const kind = row.kind as JobAnswer['kind'];
  const { dryRun } = JSON.parse(row.content) as Pick<ImportContent | AttachContent | UndoContent, 'dryRun'>;
  const outcome = outcomeOf(row);
  const undone = outcome?.kind === 'undo' || outcome?.kind === 'cancelled' ? outcome.report : null;
  return {
    id,
    kind,
    state,
    dryRun: dryRun === true,
    done: row.done,
    total: row.total,
    createdAt: row.created_at,
    createdBy: row.created_by,
    endedAt: row.ended_at,
    import: outcome?.kind === 'import' ? importAnswer(id, outcome.report) : null,
    pdfs: outcome?.kind === 'attach' ? pdfsAnswer(outcome.report) : null,
    undo: undone ? undoAnswer(undone) : null,
    failure: outcome?.kind === 'failed' ? failureAnswer(outcome.failure) : null,
  };
}

/** All refused rows of a workbook are in a workbook, those of other files in a CSV. */
export const refusedFormat = ({ container }: Pick<JobReport, 'container'>): 'csv' | 'xlsx' =>
  container === 'xlsx' ? 'xlsx' : 'csv';

function importAnswer(id: JobId, report: JobReport): NonNullable<JobAnswer['import']> {
  return {
    kind: report.kind,
    fileName: report.fileName,
    batch: report.batch,
    imported: report.imported,
    encoding: report.encoding,
    container: report.container,
    looksLike: report.looksLike,
    formulas: report.formulas,
    rows: report.rows,
    created: report.created,
    changed: report.changed,
    unchanged: report.unchanged,
    late: report.late,
    refused: report.refused.map(({ line, cells, problems }) => ({
      line,
      cells: [...cells],
      problems: problems.map(({ column, problem: { code, ...details } }) => ({
        column,
        code,
        details,
        words: wordsOf({ code, ...details } as Parameters<typeof wordsOf>[0]),
      })),
    })),
    refusedCount: report.refusedCount,
    refusedFile: report.refusedFile === null ? null : `/jobs/${id}/refused.${refusedFormat(report)}`,
    falls: report.falls.map((fall) => ({ ...fall })),
    fallsCount: report.fallsCount,
    carried: report.carried.map((one) => ({ ...one })),
    carriedCount: report.carriedCount,
    header: [...report.header],
    ignoredColumns: [...report.ignoredColumns],
  };
}

const pdfsAnswer = (report: AttachJobReport): NonNullable<JobAnswer['pdfs']> => ({
  fileName: report.fileName,
  batch: report.batch,
  files: report.files,
  created: report.created,
  changed: report.changed,
  unchanged: report.unchanged,
  waiting: report.waiting,
  refused: report.refused.map(({ place, problem }) => {
    const { code, ...details } = problem;
    return { place, code, details, words: wordsOfPdf(problem) };
  }),
  refusedCount: report.refusedCount,
});

const undoAnswer = ({
  batch,
  kind,
  removed,
  restored,
  left,
  leftCount,
}: UndoReport): NonNullable<JobAnswer['undo']> => ({
  batch,
  kind,
  removed,
  restored,
  left: left.map((row) => ({ ...row, reason: { ...row.reason } })),
  leftCount,
});

const failureAnswer = ({ code, line, words }: JobFailure): NonNullable<JobAnswer['failure']> => ({ code, line, words });
