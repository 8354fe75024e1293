import { Worker } from 'node:worker_threads';
import type { Company } from '../../shared/company.ts';
import type { Services } from '../context.ts';
import type { ClaimedJob, JobContext, JobEnd, StopReason } from '../jobs/kinds.ts';
import { CutOff } from '../jobs/runner.ts';

/** What the thread begins with. */
export interface ThreadData {
  address: string;
  /** Who waits for the turn to write. */
  queue: Int32Array<SharedArrayBuffer>;
  company: Company;
  /** The app's time at the start. */
  now: number;
  job: ClaimedJob;
  /** Take back what it has entered, in place of doing it. */
  abandon: boolean;
}

export type ToThread = { kind: 'end'; reason: StopReason } | { kind: 'turn' };

export type FromThread =
  | { kind: 'turn' }
  | { kind: 'turn-over' }
  | { kind: 'progress'; done: number; total: number | null }
  | { kind: 'ended'; end: JobEnd }
  | { kind: 'fault'; name: string; message: string; stack: string | undefined; code: unknown };

/** A file is read in a stream; what stays in memory is a short key per row, and the refused rows. */
const mostMegabytes = 768;

/**
 * Does a job of the exchange in a thread, so that reading and judging a file holds up nobody who is answered meanwhile. On
 * SQLite the thread's connection writes in turn with the server's own: before each commit it asks, and stands in line with the
 * pushes. A thread that dies gives its turn back. Rejects with CutOff then, and otherwise with what went wrong in it.
 */
export async function inThread(
  { db, company, clock }: Pick<Services, 'db' | 'company' | 'clock'>,
  job: ClaimedJob,
  { signal, progress }: JobContext,
  { abandon = false, begin = exchangeThread }: { abandon?: boolean; begin?: (data: ThreadData) => Worker } = {},
): Promise<JobEnd> {
  const data: ThreadData = { address: db.address, queue: db.queue, company, now: clock.now(), job, abandon };
  const thread = begin(data);
  const tell = (message: ToThread): void => thread.postMessage(message);
  let giveBack: (() => void) | null = null;
  let isGone = false;

  async function lend(): Promise<void> {
    const back = await db.lend();
    if (isGone) back();
    else {
      giveBack = back;
      tell({ kind: 'turn' });
    }
  }

  function takeBackTurn(): void {
    giveBack?.();
    giveBack = null;
  }

  const end = (): void => tell({ kind: 'end', reason: signal.reason as StopReason });
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await new Promise<JobEnd>((resolve, reject) => {
      let answer: (() => void) | null = null;
      thread.on('message', (message: FromThread) => {
        if (message.kind === 'turn') void lend();
        else if (message.kind === 'turn-over') takeBackTurn();
        else if (message.kind === 'progress') progress(message.done, message.total);
        else if (message.kind === 'ended') answer = () => resolve(message.end);
        else answer = () => reject(faultOf(message));
      });
      thread.on('error', (error) => {
        answer ??= () => reject(new CutOff(`the thread of a job broke: ${error.message}`));
      });
      // Only then is its connection closed.
      thread.on('exit', (code) => {
        if (answer) answer();
        else reject(new CutOff(`the thread of a job ended with ${code}`));
      });
    });
  } finally {
    isGone = true;
    signal.removeEventListener('abort', end);
    takeBackTurn();
  }
}

export const exchangeThread = (data: ThreadData): Worker =>
  new Worker(new URL('./exchange-thread.js', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });

function faultOf({ name, message, stack, code }: Extract<FromThread, { kind: 'fault' }>): Error {
  const error = Object.assign(new Error(message), { name, code });
  if (stack !== undefined) error.stack = stack;
  return error;
}
