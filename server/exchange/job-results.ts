import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import type { BatchId, UploadId } from '../../shared/ids.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import type { Row } from '../db/tables.ts';
import type { JobFailure } from '../jobs/kinds.ts';
import type { Encoding } from '../tables/encoding.ts';
import type { AttachReport } from './attach-pdfs.ts';
import type { ImportReport } from './import-run.ts';
import type { UndoReport } from './undo-report.ts';

/** What the jobs of the exchange are asked to do (`jobs.content`), and what they end with (`jobs.result`). */

export interface ImportContent {
  kind: ExchangeKind;
  /** Null: the command line imports it itself, and what it leaves behind is undone. */
  upload: UploadId | null;
  fileName: string;
  profile: MappingProfile | null;
  encoding: Encoding | null;
  dryRun: boolean;
  strict: boolean;
  /** That the import makes; known beforehand, so that whoever goes on with it finds it. */
  batch: BatchId;
}

export interface AttachContent {
  /** A ZIP; null: as with an import. */
  upload: UploadId | null;
  fileName: string;
  dryRun: boolean;
  batch: BatchId;
}

export interface UndoContent {
  batch: BatchId;
  reason: string | null;
  dryRun: boolean;
}

/** As much of a report as is kept with the job. */
export type JobReport = Omit<ImportReport, 'refused' | 'falls' | 'carried'> & {
  kind: ExchangeKind;
  fileName: string;
  /** The first of them; `…Count` are all. */
  refused: ImportReport['refused'];
  refusedCount: number;
  /** All of them with a column that says why, a workbook from a workbook and CSV otherwise; null where there are none. */
  refusedFile: UploadId | null;
  /** The same in the other form. */
  refusedOther: UploadId | null;
  falls: ImportReport['falls'];
  fallsCount: number;
  carried: ImportReport['carried'];
};

export type AttachJobReport = AttachReport & { refusedCount: number; fileName: string };

export interface ImportResult {
  report: JobReport;
}
export interface AttachResult {
  report: AttachJobReport;
}
export interface UndoResult {
  report: UndoReport;
}
/** Of an import: what was taken back again. */
interface CancelResult {
  report: UndoReport | null;
}

/** What came of a job that is over. */
export type JobOutcome =
  | { kind: 'import'; report: JobReport }
  | { kind: 'attach'; report: AttachJobReport }
  | { kind: 'undo'; report: UndoReport }
  | { kind: 'failed'; failure: JobFailure }
  /** What was taken back; null: nothing had been entered. */
  | { kind: 'cancelled'; report: UndoReport | null };

/** Null while it is not over: what is kept until then is for whoever goes on with it. */
export function outcomeOf({
  kind,
  state,
  ended_at,
  result,
}: Pick<Row<'jobs'>, 'kind' | 'state' | 'ended_at' | 'result'>): JobOutcome | null {
  if (ended_at === null || result === null) return null;
  const kept = JSON.parse(result) as unknown;
  if (state === 'failed') return { kind: 'failed', failure: kept as JobFailure };
  if (state === 'cancelled') return { kind: 'cancelled', report: (kept as CancelResult).report };
  switch (kind) {
    case 'import': {
      const { report } = kept as ImportResult;
      // Earlier builds kept no examples.
      return { kind, report: { ...report, examples: report.examples ?? noExamples } };
    }
    case 'attach':
      return { kind, report: (kept as AttachResult).report };
    default:
      return { kind: 'undo', report: (kept as UndoResult).report };
  }
}

const noExamples: JobReport['examples'] = { created: [], changed: [], unchanged: [], late: [] };

const mostInline = 200;

export const inShort = (
  report: ImportReport,
  about: Pick<JobReport, 'kind' | 'fileName' | 'refusedFile' | 'refusedOther'>,
): JobReport => ({
  ...report,
  ...about,
  refused: report.refused.slice(0, mostInline),
  refusedCount: report.refused.length,
  falls: report.falls.slice(0, mostInline),
  fallsCount: report.falls.length,
  carried: report.carried.slice(0, mostInline),
});

export const attachInShort = (report: AttachReport, fileName: string): AttachJobReport => ({
  ...report,
  fileName,
  refused: report.refused.slice(0, mostInline),
  refusedCount: report.refused.length,
});
