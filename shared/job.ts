import type { JobId } from './ids.ts';
import type { Instant } from './instant.ts';

/** failed: it ended with a problem that trying again does not mend. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Long work as the office sees it, on the page and over HTTP. */
export interface Job {
  id: JobId;
  kind: string;
  state: JobState;
  /** So many rows so far, of so many where that is known. */
  done: number;
  total: number | null;
  createdAt: Instant;
  /** A staff member, a key, or `command line`. */
  createdBy: string;
  endedAt: Instant | null;
  /** What came of it, or what it failed at; of a shape that the kind knows. */
  result: unknown;
}
