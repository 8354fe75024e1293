import { parentPort, workerData } from 'node:worker_threads';
import type { Company } from '../../shared/company.ts';
import { drawLedger } from './draw-ledger.ts';
import { drawStatement } from './draw-statement.ts';
import type { Drawn, Task } from './drawing.ts';

/** The thread of `drawing`: one document after the other, in the order in which they are asked for. */

const company = workerData as Company;
const port = parentPort;
if (!port) throw new Error('this file is a thread of the server');

let last: Promise<void> = Promise.resolve();
port.on('message', ({ id, task }: { id: number; task: Task }) => {
  last = last.then(async () => {
    port.postMessage(await answer(id, task));
  });
});

async function answer(id: number, task: Task): Promise<Drawn> {
  try {
    return { id, bytes: await draw(task) };
  } catch (error) {
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const draw = (task: Task): Promise<Uint8Array> =>
  task.kind === 'statement'
    ? drawStatement(task.statement, task.account, company, task.language)
    : drawLedger(task.account, task.months, company, task);
