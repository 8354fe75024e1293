import { v7 } from 'uuid';
import { toInstant } from '../../shared/instant.ts';
import type { Clock, Log } from '../context.ts';
import { type Database, isTransient, isUniqueViolation } from '../db/database.ts';
import type { Row } from '../db/tables.ts';
import { cancelBarred } from './cancel-barred.ts';
import type { ClaimedJob, JobEnd, JobFailure, JobKind, StopReason } from './kinds.ts';
import { claimJob, claimOf, endJob, handBackJob, nextJob, prolongClaim } from './queries.ts';

export interface JobRunner {
  /** Looks for jobs from now on, every few seconds. */
  start(): void;
  /** A job was asked for, and that is committed. Or one is to end. */
  nudge(): void;
  /** Does what is to be done; resolves when nothing is left that this process could take. Never rejects. */
  work(): Promise<void>;
  /** Takes no more jobs; the running ones are handed back after their slice. */
  stop(): Promise<void>;
}

interface Needs {
  db: Database;
  clock: Clock;
  log: Log;
}

/** For so long a job is one process's alone. Whoever dies over it leaves it to the others after that. */
const claimMs = 30_000;
/** Often enough for its claim not to run out while the machine is busy. */
const prolongMs = 8_000;
/** A page that shows progress asks not more often. */
const progressMs = 400;
const pollMs = 2_000;
/** A job that takes its process down with it must not do so for ever. */
const mostAttempts = 3;

/**
 * Does long work, one job of a queue at a time over all processes.
 *
 *   waiting ──claim──▶ running ──▶ done │ failed │ cancelled
 *      ▲                 │ ▲
 *      │ handed back     │ └─ claimed again, where the claim of a process that died ran out
 *      └─────────────────┘
 *
 *   waiting ──▶ cancelled, where it is not begun and its maker was disabled, or the maker's key revoked, meanwhile
 *
 * Moments in the table are the app's time, as with letters; what only this process waits for are timers of the machine.
 */
export function createJobRunner({ db, clock, log }: Needs, kinds: readonly JobKind[]): JobRunner {
  const me = v7();
  const queues = new Map<string, JobKind[]>();
  for (const kind of kinds) queues.set(kind.queue, [...(queues.get(kind.queue) ?? []), kind]);
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const looks = new Set<() => void>();
  let polling: NodeJS.Timeout | undefined;

  const claimUntil = () => ({ now: toInstant(clock.now()), until: toInstant(clock.now() + claimMs) });

  async function work(): Promise<void> {
    await Promise.all([...queues.keys()].map((queue) => workOn(queue)));
  }

  function workOn(queue: string): Promise<void> {
    const known = running.get(queue);
    if (known) return known;
    const now = untilNothingIsLeft(queue).finally(() => running.delete(queue));
    running.set(queue, now);
    return now;
  }

  async function untilNothingIsLeft(queue: string): Promise<void> {
    try {
      for (let job = await claim(queue); job; job = await claim(queue)) await attend(job);
    } catch (error) {
      log.warn({ err: error }, 'jobs wait, because the database does not answer');
    }
  }

  async function claim(queue: string): Promise<Row<'jobs'> | undefined> {
    if (stopping.signal.aborted) return undefined;
    const names = (queues.get(queue) ?? []).map(({ kind }) => kind);
    const { now, until } = claimUntil();
    const seen = await nextJob(db.reader, { queue, kinds: names, now });
    if (!seen) return undefined;
    try {
      const claimed = await db.write(async (tx) =>
        (await cancelBarred(tx, seen, now)) ? 'barred' : claimJob(tx, seen, { by: me, now, until }),
      );
      if (claimed !== 'barred') return claimed;
    } catch (error) {
      if (isUniqueViolation(error)) return undefined;
      throw error;
    }
    log.info({ job: seen.id, kind: seen.kind }, 'job cancelled: whoever asked for it is barred');
    return claim(queue);
  }

  /** Rejects only when the database does not answer; then the claim runs out. */
  async function attend(row: Row<'jobs'>): Promise<void> {
    const kind = kinds.find((one) => one.kind === row.kind) as JobKind;
    const job = claimedJob(row);
    const { id } = row;
    const abort = new AbortController();
    const end = (reason: StopReason): void => abort.abort(reason);
    const handBack = (): void => end('stopping');
    stopping.signal.addEventListener('abort', handBack);
    let done = row.done;
    let total = row.total;
    let written = done;
    let prolongedAt = performance.now();

    async function look(): Promise<void> {
      const isDue = performance.now() - prolongedAt > prolongMs;
      const claimed =
        done !== written || isDue
          ? await db.write((tx) => prolongClaim(tx, { id, by: me, until: claimUntil().until, done, total }))
          : await claimOf(db.reader, { id, by: me });
      written = done;
      if (isDue) prolongedAt = performance.now();
      if (!claimed) end('lost');
      else if (claimed.cancelled_by !== null) end('cancelled');
    }

    // One look after the other, and none after the end.
    let looking: Promise<void> | null = null;
    const lookSoon = (): void => {
      looking ??= look()
        .catch((error: unknown) => log.warn({ err: error, job: id }, 'progress is not written'))
        .finally(() => {
          looking = null;
        });
    };
    const ticking = setInterval(lookSoon, progressMs);
    looks.add(lookSoon);
    if (row.cancelled_by !== null) end('cancelled');
    log.info({ job: id, kind: row.kind, attempt: row.attempts }, 'job begins');
    const context = {
      signal: abort.signal,
      progress(soFar: number, of: number | null) {
        done = soFar;
        total = of;
      },
    };
    let ended: JobEnd;
    try {
      ended = row.attempts > mostAttempts ? await giveUp(kind, job, context, gaveUp) : await kind.run(job, context);
    } catch (error) {
      ended = await afterFault(kind, job, context, error);
    } finally {
      clearInterval(ticking);
      looks.delete(lookSoon);
      stopping.signal.removeEventListener('abort', handBack);
      await looking;
    }
    if (ended === 'handed-back') {
      // Whoever was cut off by nobody's fault but ours has not tried.
      const attempts = abort.signal.aborted ? row.attempts - 1 : row.attempts;
      await db.write((tx) => handBackJob(tx, { id, by: me, attempts }));
      log.info({ job: id, kind: row.kind }, 'job handed back');
      return;
    }
    const { state } = ended;
    const result = JSON.stringify(ended.result ?? null);
    const isOurs = await db.write((tx) =>
      endJob(tx, { id, by: me, state, result, at: toInstant(clock.now()), done, total }),
    );
    log.info({ job: id, kind: row.kind, state }, isOurs ? 'job ended' : 'job ended, and was another one’s');
  }

  async function afterFault(
    kind: JobKind,
    job: ClaimedJob,
    context: Parameters<JobKind['run']>[1],
    error: unknown,
  ): Promise<JobEnd> {
    log.warn({ err: error, job: job.id, kind: job.kind, attempt: job.attempt }, 'job cut off');
    if (context.signal.aborted && context.signal.reason !== 'cancelled') return 'handed-back';
    if (isTransient(error) || isCutOff(error)) return 'handed-back';
    const name = error instanceof Error ? error.name : 'unknown';
    return giveUp(kind, job, context, { code: 'unexpected', line: null, words: `${name}: the log says more` });
  }

  async function giveUp(
    kind: JobKind,
    job: ClaimedJob,
    context: Parameters<JobKind['run']>[1],
    failure: JobFailure,
  ): Promise<JobEnd> {
    log.error({ job: job.id, kind: job.kind, attempt: job.attempt, code: failure.code }, 'job given up');
    await kind.abandon?.(job, context);
    return { state: 'failed', result: failure };
  }

  return {
    start() {
      polling = setInterval(() => void work(), pollMs);
      polling.unref();
      void work();
    },
    nudge() {
      for (const look of looks) look();
      if (polling) void work();
    },
    work,
    async stop() {
      clearInterval(polling);
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}

export const claimedJob = (row: Row<'jobs'>): ClaimedJob => ({
  id: row.id,
  kind: row.kind,
  content: JSON.parse(row.content) as unknown,
  keptResult: row.result === null ? null : (JSON.parse(row.result) as unknown),
  createdBy: row.created_by,
  attempt: row.attempts,
});

const gaveUp: JobFailure = { code: 'gave_up', line: null, words: 'it was cut off too often' };

/** The thread that did it is gone: with more memory, or at another time, the same again may succeed. */
export class CutOff extends Error {
  constructor(words: string) {
    super(words);
    this.name = 'CutOff';
  }
}

const isCutOff = (error: unknown): boolean => error instanceof CutOff;
