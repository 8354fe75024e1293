import { Worker } from 'node:worker_threads';
import type { Company, Language } from '../../shared/company.ts';
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

/** What the thread answers: `id` is the task's. */
export type Drawn = { id: number } & ({ bytes: Uint8Array } | { fault: string });

export type Draw = (task: Task) => Promise<Uint8Array>;

/** Wait for the thread at the most; some seconds of its work. */
const mostWaiting = 60;

/** A ledger of fifty years is drawn in less than two seconds. */
const mostMs = 20_000;

/**
 * Draws documents in a thread of their own, one after the other: a ledger of many years takes a good part of a second, in
 * which the server must answer others. The thread begins with the first document and does not keep the process alive. Throws
 * `try_again` where too many wait, and what went wrong where a document could not be drawn.
 */
export function createDrawing(company: Company): Draw {
  let thread: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: unknown) => void }>();

  /** Whatever it was at work on is lost; the next document begins another one. */
  function give(up: Worker, error: unknown): void {
    if (thread !== up) return;
    thread = null;
    void up.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function begin(): Worker {
    const begun = new Worker(new URL('./draw-thread.js', import.meta.url), {
      workerData: company,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    begun.on('message', (drawn: Drawn) => {
      const task = waiting.get(drawn.id);
      waiting.delete(drawn.id);
      if ('bytes' in drawn) task?.resolve(drawn.bytes);
      else task?.reject(new Error(drawn.fault));
    });
    begun.on('error', (error) => give(begun, error));
    begun.on('exit', (code) => give(begun, new Error(`the thread that draws ended with ${code}`)));
    // Listening keeps it from being let go.
    begun.unref();
    return begun;
  }

  return (task) => {
    if (waiting.size >= mostWaiting) throw new ProblemError({ code: 'try_again' });
    thread ??= begin();
    const at = thread;
    const id = ++lastId;
    const drawn = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
    at.postMessage({ id, task });
    const tooLong = setTimeout(() => give(at, new Error('a document takes too long to draw')), mostMs);
    return drawn.finally(() => clearTimeout(tooLong));
  };
}
