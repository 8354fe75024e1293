import { v7 } from 'uuid';
import type { JobId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Writer } from '../db/tables.ts';
import { insertJob } from './queries.ts';

export interface NewJob {
  queue: string;
  kind: string;
  /** Must survive JSON; no names or texts of residents, because jobs are kept. */
  content: unknown;
  /** A staff member, a key, or `command line`. */
  actor: string;
  at: Instant;
}

/** Asks for long work. Whoever has done so nudges the runner once that is committed. */
export async function enqueue(tx: Writer, { queue, kind, content, actor, at }: NewJob): Promise<JobId> {
  const id = v7();
  await insertJob(tx, {
    ...blankJob,
    id,
    queue,
    kind,
    content: JSON.stringify(content),
    created_at: at,
    created_by: actor,
  });
  return id;
}

export const blankJob = {
  state: 'waiting',
  done: 0,
  total: null,
  result: null,
  started_at: null,
  claimed_until: null,
  claimed_by: null,
  attempts: 0,
  cancelled_by: null,
  ended_at: null,
} as const;
