import type { JobId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Job, JobState } from '../../shared/job.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export async function insertJob(tx: Writer, job: Row<'jobs'>): Promise<void> {
  await tx.insertInto('jobs').values(job).execute();
}

export function jobRow(db: Reader, id: JobId): Promise<Row<'jobs'> | undefined> {
  return db.selectFrom('jobs').where('id', '=', id).selectAll().executeTakeFirst();
}

export async function jobById(db: Reader, id: JobId): Promise<Job | null> {
  const row = await jobRow(db, id);
  return row ? toJob(row) : null;
}

/** What was asked of a queue last. Ids are minted in the order of time. */
export async function newestJob(db: Reader, queue: string): Promise<Job | null> {
  const row = await db
    .selectFrom('jobs')
    .where('queue', '=', queue)
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toJob(row) : null;
}

/** The jobs of a kind that wait or run. */
export function openJobs(
  db: Reader,
  { queue, kind }: { queue: string; kind: string },
): Promise<Pick<Row<'jobs'>, 'content'>[]> {
  return db
    .selectFrom('jobs')
    .where('state', 'in', ['waiting', 'running'])
    .where('queue', '=', queue)
    .where('kind', '=', kind)
    .select('content')
    .execute();
}

/** How many jobs of its queue come before a waiting one. */
export async function jobsAhead(db: Reader, { id }: Pick<Job, 'id'>): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .where('state', 'in', ['waiting', 'running'])
    .where('id', '<', id)
    .where('queue', '=', (of) => of.selectFrom('jobs as of').where('of.id', '=', id).select('of.queue'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function runningJob(db: Reader, queue: string): Promise<Row<'jobs'> | undefined> {
  return db.selectFrom('jobs').where('queue', '=', queue).where('state', '=', 'running').selectAll().executeTakeFirst();
}

/**
 * The job of a queue that is to be run next: the one whose runner was cut off, otherwise the longest waiting. Undefined where
 * somebody is at work, or nothing is to be done.
 */
export async function nextJob(
  db: Reader,
  { queue, kinds, now }: { queue: string; kinds: readonly string[]; now: Instant },
): Promise<Row<'jobs'> | undefined> {
  const running = await runningJob(db, queue);
  if (running) return isLapsed(running, now) && kinds.includes(running.kind) ? running : undefined;
  return db
    .selectFrom('jobs')
    .where('state', '=', 'waiting')
    .where('queue', '=', queue)
    .where('kind', 'in', kinds)
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

const isLapsed = ({ claimed_until }: Row<'jobs'>, now: Instant): boolean =>
  claimed_until === null || claimed_until <= now;

export interface Claim {
  by: string;
  now: Instant;
  until: Instant;
}

/**
 * Takes a job, unless somebody was faster. Fails with a unique violation where another job of the queue has begun (I3).
 */
export async function claimJob(
  tx: Writer,
  seen: Row<'jobs'>,
  { by, now, until }: Claim,
): Promise<Row<'jobs'> | undefined> {
  return tx
    .updateTable('jobs')
    .set((row) => ({
      state: 'running',
      claimed_by: by,
      claimed_until: until,
      attempts: row('attempts', '+', 1),
      started_at: seen.started_at ?? now,
    }))
    .where('id', '=', seen.id)
    .where('state', '=', seen.state)
    .where('attempts', '=', seen.attempts)
    .where((row) => row.or([row('claimed_until', 'is', null), row('claimed_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
}

/** Prolongs a claim. Undefined where it was lost; otherwise whether somebody wants the job to end. */
export async function prolongClaim(
  tx: Writer,
  { id, by, until, done, total }: { id: JobId; by: string; until: Instant; done: number; total: number | null },
): Promise<{ cancelled_by: string | null } | undefined> {
  return tx
    .updateTable('jobs')
    .set({ claimed_until: until, done, total })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('claimed_by', '=', by)
    .returning('cancelled_by')
    .executeTakeFirst();
}

/** Who wants a job of ours to end; undefined where it is ours no more. */
export function claimOf(
  db: Reader,
  { id, by }: { id: JobId; by: string },
): Promise<{ cancelled_by: string | null } | undefined> {
  return db
    .selectFrom('jobs')
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('claimed_by', '=', by)
    .select('cancelled_by')
    .executeTakeFirst();
}

/** False where somebody else has it by now. */
export async function endJob(
  tx: Writer,
  job: { id: JobId; by: string; state: JobState; result: string; at: Instant; done: number; total: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({
      state: job.state,
      result: job.result,
      ended_at: job.at,
      done: job.done,
      total: job.total,
      claimed_by: null,
      claimed_until: null,
    })
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .where('claimed_by', '=', job.by)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What came of a job so far, for whoever goes on with it. */
export async function setJobResult(tx: Writer, { id, result }: { id: JobId; result: string }): Promise<void> {
  await tx.updateTable('jobs').set({ result }).where('id', '=', id).where('state', '=', 'running').execute();
}

/** Gives a job back, to be begun again. `attempts`: how many of them count. */
export async function handBackJob(
  tx: Writer,
  { id, by, attempts }: { id: JobId; by: string; attempts: number },
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ state: 'waiting', claimed_by: null, claimed_until: null, attempts })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('claimed_by', '=', by)
    .execute();
}

/** Ends a job that nobody has begun. */
export async function cancelWaiting(
  tx: Writer,
  { id, by, at }: { id: JobId; by: string; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ state: 'cancelled', cancelled_by: by, ended_at: at, result: '{"report":null}' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    // What was begun before has to be taken back first.
    .where('started_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * What has taken from the maker of a job the right to it: somebody of the office was disabled, a program's key was revoked.
 * Null where nothing has; the command line has no row.
 */
export async function whatBarred(db: Reader, maker: string): Promise<'staff-disabled' | 'revoke-key' | null> {
  const staff = await db
    .selectFrom('staff')
    .where('id', '=', maker)
    .where('disabled_at', 'is not', null)
    .select('id')
    .executeTakeFirst();
  if (staff) return 'staff-disabled';
  const key = await db
    .selectFrom('api_tokens')
    .where('id', '=', maker)
    .where('revoked_at', 'is not', null)
    .select('id')
    .executeTakeFirst();
  return key ? 'revoke-key' : null;
}

/** Asks whoever runs a job, or is to go on with it, to end it. */
export async function wantCancelled(tx: Writer, { id, by }: { id: JobId; by: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ cancelled_by: by })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function toJob(row: Row<'jobs'>): Job {
  const { id, kind, state, done, total, created_at, created_by, ended_at, result } = row;
  return {
    id,
    kind,
    state,
    done,
    total,
    createdAt: created_at,
    createdBy: created_by,
    endedAt: ended_at,
    result: result === null ? null : (JSON.parse(result) as unknown),
  };
}
