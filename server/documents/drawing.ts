import { Worker } from 'node:worker_threads';
import type { Company, Language } from '../../shared/company.ts';
import type { UserId } from '../../shared/ids.ts';
import type { LedgerMonth } from '../../shared/ledger.ts';
import type { Day } from '../../shared/period.ts';
import { ProblemError } from '../errors.ts';
import type { PrintedStatement } from './draw-statement.ts';
import type { PrintedAccount } from './parts.ts';

/** What is to be drawn. */
export type Task = { account: PrintedAccount; language: Language } & (
  | { kind: 'statement'; statement: PrintedStatement }
  | { kind: 'ledger'; months: readonly LedgerMonth[]; day: Day }
);

/** What the thread answers, one document at a time. */
export type Drawn = { bytes: Uint8Array } | { fault: string };

export type Draw = (task: Task, user: UserId) => Promise<Uint8Array>;

/** Wait for the thread at the most; some seconds of its work. */
const mostWaiting = 60;

/** Of them those of one user, whose device asks for one after the other; the rest are tabs. */
const mostOfOne = 12;

/** A ledger of fifty years is drawn in less than two seconds. */
const mostMs = 20_000;

interface Job {
  task: Task;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: unknown) => void;
}

/** What of a worker thread is needed. */
export interface DrawThread {
  on(event: 'message', listener: (drawn: Drawn) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  postMessage(task: Task): void;
  terminate(): Promise<number>;
  unref(): void;
}

/**
 * Draws documents in a thread of their own, one after the other: a ledger of many years takes a good part of a second, in
 * which the server must answer others. Users take turns, so that nobody waits for all that another one has asked for. The
 * thread begins with the first document and does not keep the process alive; one that ends, or is ended because a document
 * takes too long, takes that document with it and no other. Throws `try_again` where too many wait, and what went wrong where
 * a document could not be drawn.
 */
export function createDrawing(company: Company, beginThread: (company: Company) => DrawThread = drawThread): Draw {
  let thread: DrawThread | null = null;
  let atWork: Job | null = null;
  /** In the order of their turns; nobody is in it without a job. */
  const waiting = new Map<UserId, Job[]>();

  function begin(): DrawThread {
    const begun = beginThread(company);
    begun.on('message', (drawn: Drawn) => {
      if (thread === begun)
        end((job) => ('bytes' in drawn ? job.resolve(drawn.bytes) : job.reject(new Error(drawn.fault))));
    });
    begun.on('error', (error) => give(begun, error));
    begun.on('exit', (code) => give(begun, new Error(`the thread that draws ended with ${code}`)));
    // Listening keeps it from being let go.
    begun.unref();
    return begun;
  }

  /** What it was at work on is lost; the next document begins another one. */
  function give(up: DrawThread, error: unknown): void {
    if (thread !== up) return;
    thread = null;
    void up.terminate();
    end((job) => job.reject(error));
  }

  let tooLong: NodeJS.Timeout | undefined;

  function end(settle: (job: Job) => void): void {
    clearTimeout(tooLong);
    const job = atWork;
    atWork = null;
    if (job) settle(job);
    goOn();
  }

  function goOn(): void {
    if (atWork) return;
    const [turn] = waiting;
    if (!turn) return;
    const [user, jobs] = turn;
    const [job, ...others] = jobs as [Job, ...Job[]];
    // Behind everybody else who waits.
    waiting.delete(user);
    if (others.length > 0) waiting.set(user, others);
    thread ??= begin();
    const at = thread;
    atWork = job;
    tooLong = setTimeout(() => give(at, new Error('a document takes too long to draw')), mostMs);
    at.postMessage(job.task);
  }

  return (task, user) => {
    const own = waiting.get(user) ?? [];
    const all = [...waiting.values()].reduce((sum, jobs) => sum + jobs.length, 0);
    if (all >= mostWaiting || own.length >= mostOfOne) throw new ProblemError({ code: 'try_again' });
    return new Promise((resolve, reject) => {
      waiting.set(user, [...own, { task, resolve, reject }]);
      goOn();
    });
  };
}

const drawThread = (company: Company): Worker =>
  new Worker(new URL('./draw-thread.js', import.meta.url), {
    workerData: company,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
