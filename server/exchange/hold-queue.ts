import { setTimeout } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import type { BatchId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Clock } from '../context.ts';
import { type Database, isUniqueViolation } from '../db/database.ts';
import { blankJob } from '../jobs/enqueue.ts';
import { claimJob, endJob, handBackJob, insertJob, prolongClaim, runningJob } from '../jobs/queries.ts';
import { claimedJob } from '../jobs/runner.ts';
import { FileRefused } from '../tables/problems.ts';
import { exchangeQueue } from './exchange-queue.ts';
import { doExchangeWork, isOfCommandLine, takeBack } from './exchange-work.ts';

/** What somebody does who has the exchange to himself. */
export interface Held {
  /** That the work is to make, so that others find it if this process dies. */
  batch: BatchId;
  /** With the reason `cancelled`: somebody wants it to end. */
  signal: AbortSignal;
  progress(done: number): void;
  /** After each slice, where others ask for the lock of the database now and then. */
  pauseMs: number;
}

/** What the others see of it. */
export interface HeldWork<T> {
  kind: string;
  content: Readonly<Record<string, unknown>>;
  /** What is kept with the job. */
  resultOf(value: T): unknown;
}

export interface QueueNeeds {
  db: Database;
  company: Company;
  clock: Clock;
  actor: string;
  /** Ends the work, or the wait. */
  signal?: AbortSignal;
  /** Called once, where somebody else is at work. */
  onWait?: () => void;
}

const claimMs = 30_000;
const prolongMs = 2_000;
const waitMs = 500;

/**
 * Does work of the exchange in this process, as the one job that runs: the server and other commands wait, and so does this
 * one until they are done. Where this process dies its claim runs out, and whoever comes next takes back what it left.
 */
export async function holdQueue<T>(
  needs: QueueNeeds,
  { kind, content, resultOf }: HeldWork<T>,
  work: (held: Held) => Promise<T>,
): Promise<T> {
  const { db, clock, actor, signal } = needs;
  const by = v7();
  const batch = v7();
  const noted = { batch, ...content };
  const id = await begin(needs, { kind, content: JSON.stringify(noted), by });
  const abort = new AbortController();
  const end = (): void => abort.abort('cancelled');
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end);
  let done = 0;
  const until = () => toInstant(clock.now() + claimMs);
  const prolonging = setInterval(() => {
    db.write((tx) => prolongClaim(tx, { id, by, until: until(), done, total: null })).then(
      (claim) => {
        if (!claim) abort.abort('lost');
        else if (claim.cancelled_by !== null) end();
      },
      // Next time, or the claim runs out.
      () => {},
    );
  }, prolongMs);
  const finish = (state: 'done' | 'failed' | 'cancelled', result: unknown) => {
    const at = toInstant(clock.now());
    return db.write((tx) => endJob(tx, { id, by, state, result: JSON.stringify(result), at, done, total: null }));
  };
  try {
    const value = await work({
      batch,
      signal: abort.signal,
      progress: (rows) => {
        done = rows;
      },
      pauseMs: db.engine === 'sqlite' ? 3 : 0,
    });
    await finish('done', resultOf(value));
    return value;
  } catch (error) {
    // Where even that fails the claim runs out, and whoever comes next takes it back.
    const job = { id, kind, content: noted, keptResult: null, createdBy: actor, attempt: 1 };
    const report = await takeBack(needs, job).catch(() => Promise.reject(error));
    if (abort.signal.aborted) await finish('cancelled', { report });
    else {
      const { code = 'unexpected', message } = error as { code?: unknown; message: string };
      await finish('failed', { code, line: error instanceof FileRefused ? error.line : null, words: message });
    }
    throw error;
  } finally {
    clearInterval(prolonging);
    signal?.removeEventListener('abort', end);
  }
}

async function begin(
  needs: QueueNeeds,
  { kind, content, by }: { kind: string; content: string; by: string },
): Promise<string> {
  const { db, clock, actor, signal, onWait } = needs;
  const id = v7();
  for (let waits = 0; ; waits++) {
    signal?.throwIfAborted();
    const at = toInstant(clock.now());
    const claimed_until = toInstant(clock.now() + claimMs);
    try {
      await db.write((tx) =>
        insertJob(tx, {
          ...blankJob,
          ...{ id, queue: exchangeQueue, kind, content, created_at: at, created_by: actor },
          ...{ state: 'running', started_at: at, claimed_by: by, claimed_until, attempts: 1 },
        }),
      );
      return id;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const isClear = await clearAway(needs, by);
    if (waits === 0 && !isClear) onWait?.();
    await setTimeout(waitMs);
  }
}

/** What was left by a process that died: one of the command line is taken back, one of the server waits for a server. */
async function clearAway(needs: QueueNeeds, by: string): Promise<boolean> {
  const { db, clock } = needs;
  const seen = await runningJob(db.reader, exchangeQueue);
  if (!seen) return true;
  const now = toInstant(clock.now());
  if (seen.claimed_until !== null && seen.claimed_until > now) return false;
  const until = toInstant(clock.now() + claimMs);
  const row = await db.write((tx) => claimJob(tx, seen, { by, now, until }));
  if (!row) return false;
  const job = claimedJob(row);
  const { id } = job;
  if (!isOfCommandLine(job)) {
    await db.write((tx) => handBackJob(tx, { id, by, attempts: row.attempts - 1 }));
    return true;
  }
  const end = await doExchangeWork(needs, job, { signal: new AbortController().signal, progress: () => {} });
  if (end === 'handed-back') return false;
  const { state } = end;
  const result = JSON.stringify(end.result);
  await db.write((tx) => endJob(tx, { id, by, state, result, at: now, done: row.done, total: row.total }));
  return true;
}
