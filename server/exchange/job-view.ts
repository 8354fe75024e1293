import type { BroughtKind } from '../../shared/exchange-desk.ts';
import type { BatchId, JobId, UploadId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { JobState } from '../../shared/job.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { jobRow, jobsAhead } from '../jobs/queries.ts';
import { type BriefJob, batchesByIds, namesOfActors, newestBriefJobs } from './desk-queries.ts';
import { exchangeQueue } from './exchange-queue.ts';
import { type AttachContent, type ImportContent, type JobOutcome, outcomeOf, type UndoContent } from './job-results.ts';

/** Work on files as the office sees it, without what came of it. */
export interface JobLine {
  id: JobId;
  kind: 'import' | 'attach' | 'undo';
  state: JobState;
  /** Somebody wants it to end, and it has not ended yet. */
  isEnding: boolean;
  done: number;
  total: number | null;
  createdAt: Instant;
  /** Null: not one of the office's people, and no program with a key. */
  by: string | null;
  /** Whoever asks has asked for it. */
  isOwn: boolean;
  endedAt: Instant | null;
  /** Of an undo: what its batch was made of. */
  what: BroughtKind | 'readings-out' | null;
  fileName: string | null;
  dryRun: boolean;
  strict: boolean;
  /** Null: the file was where a command ran. */
  upload: UploadId | null;
  batch: BatchId;
}

export interface JobView extends JobLine {
  /** Jobs that are done before it, while it waits. */
  ahead: number;
  /** How the file was read; null: its columns are ours. */
  profile: MappingProfile | null;
  /** Null while it is not over. */
  outcome: JobOutcome | null;
}

export const kindOfContent = (kind: string, content: ImportContent | AttachContent): BroughtKind =>
  kind === 'attach' ? 'pdfs' : (content as ImportContent).kind;

const jobsOnPage = 20;

/** The newest jobs, whoever asked for them. */
export async function newestJobLines(
  db: Reader,
  { after, viewer }: { after: JobId | null; viewer: string },
): Promise<{ rows: JobLine[]; next: JobId | null }> {
  const jobs = await newestBriefJobs(db, { after, most: jobsOnPage + 1 });
  const page = jobs.slice(0, jobsOnPage);
  return {
    rows: await toLines(db, page, viewer),
    next: jobs.length > jobsOnPage ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Throws the problem `not_found`. */
export async function jobView(db: Reader, { job: id, viewer }: { job: JobId; viewer: string }): Promise<JobView> {
  const row = await jobRow(db, id);
  if (row?.queue !== exchangeQueue) throw new ProblemError({ code: 'not_found' });
  const [line] = await toLines(db, [row], viewer);
  if (!line) throw new ProblemError({ code: 'not_found' });
  const { profile = null } = JSON.parse(row.content) as Partial<ImportContent>;
  return {
    ...line,
    ahead: row.state === 'waiting' ? await jobsAhead(db, row) : 0,
    profile,
    outcome: outcomeOf(row),
  };
}

async function toLines(db: Reader, jobs: readonly BriefJob[], viewer: string): Promise<JobLine[]> {
  const names = await namesOfActors(
    db,
    jobs.map(({ created_by }) => created_by),
  );
  const contents = jobs.map(({ content }) => JSON.parse(content) as ImportContent | AttachContent | UndoContent);
  const undone = await batchesByIds(
    db,
    contents.flatMap((content, at) => (jobs[at]?.kind === 'undo' ? [content.batch] : [])),
  );
  return jobs.map((job, at): JobLine => {
    const content = contents[at] as ImportContent | AttachContent | UndoContent;
    const brought = 'upload' in content ? content : null;
    const batch = undone.get(content.batch);
    return {
      id: job.id,
      kind: job.kind as JobLine['kind'],
      state: job.state,
      isEnding: job.cancelled_by !== null && job.ended_at === null,
      done: job.done,
      total: job.total,
      createdAt: job.created_at,
      by: names.get(job.created_by) ?? null,
      isOwn: job.created_by === viewer,
      endedAt: job.ended_at,
      what: brought ? kindOfContent(job.kind, brought) : ((batch?.kind ?? null) as JobLine['what']),
      fileName: brought?.fileName ?? batch?.file_name ?? null,
      dryRun: content.dryRun,
      strict: (brought as ImportContent | null)?.strict ?? false,
      upload: brought?.upload ?? null,
      batch: content.batch,
    };
  });
}
