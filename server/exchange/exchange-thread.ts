import 'temporal-polyfill/global';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../db/open.ts';
import type { JobEnd } from '../jobs/kinds.ts';
import { doExchangeWork, takeBack } from './exchange-work.ts';
import type { FromThread, ThreadData, ToThread } from './in-thread.ts';

/** The thread of `inThread`: one job, over a connection of its own. Then it ends. */

const { address, queue, company, now, job, abandon } = workerData as ThreadData;
const port = parentPort;
if (!port) throw new Error('this file is a thread of the server');
const say = (message: FromThread): void => port.postMessage(message);

const abort = new AbortController();
const turns: (() => void)[] = [];

port.on('message', (message: ToThread) => {
  if (message.kind === 'end') abort.abort(message.reason);
  else turns.shift()?.();
});

/** The thread of the server gives way before each commit, and goes on after it. */
const turn = async (): Promise<() => void> => {
  const given = new Promise<void>((resolve) => turns.push(resolve));
  say({ kind: 'turn' });
  await given;
  return () => say({ kind: 'turn-over' });
};

const needs = { db: openDatabase(address, { mustExist: true, turn, queue }), company, clock: { now: () => now } };
try {
  const context = {
    signal: abort.signal,
    progress: (done: number, total: number | null) => say({ kind: 'progress', done, total }),
  };
  say({ kind: 'ended', end: abandon ? await abandoned() : await doExchangeWork(needs, job, context) });
} catch (error) {
  const { name, message, stack, code } = error as Error & { code?: unknown };
  say({ kind: 'fault', name, message, stack, code });
} finally {
  await needs.db.close();
  port.close();
}

async function abandoned(): Promise<JobEnd> {
  return { state: 'failed', result: await takeBack(needs, job) };
}
