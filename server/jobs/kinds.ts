import type { JobId } from '../../shared/ids.ts';

/** A piece of long work that is this process's alone for now. */
export interface ClaimedJob {
  id: JobId;
  kind: string;
  /** What `enqueue` was given. */
  content: unknown;
  createdBy: string;
  /** What was kept with it before it was cut off (`setJobResult`). */
  keptResult: unknown;
  /** 1 for the first; more where whoever had it before was cut off. */
  attempt: number;
}

/** Why a job has to end before its time: somebody wants it to, this process stops, or another one has taken it over. */
export type StopReason = 'cancelled' | 'stopping' | 'lost';

export interface JobContext {
  /** Its reason is a StopReason. */
  signal: AbortSignal;
  /** As often as one likes; it is written now and then. */
  progress(done: number, total: number | null): void;
}

/** handed-back: it is to be begun again, by whoever has time. */
export type JobEnd = { state: 'done' | 'failed' | 'cancelled'; result: unknown } | 'handed-back';

/**
 * What is done for one kind of job. Whatever it has done when it is cut off must bear being done again. It throws where
 * something else than the work itself failed: a transient fault of the database is tried again, any other ends it.
 */
export interface JobKind {
  kind: string;
  /** Of a queue one job runs at a time, over all processes. */
  queue: string;
  run(job: ClaimedJob, context: JobContext): Promise<JobEnd>;
  /** Takes back what a job has done that was cut off too often or failed; without it nothing is to be taken back. */
  abandon?(job: ClaimedJob, context: JobContext): Promise<unknown>;
}

/** What a failed job ended with. */
export interface JobFailure {
  code: string;
  /** Of a file. */
  line: number | null;
  /** English, for the command line and the log. */
  words: string;
}
