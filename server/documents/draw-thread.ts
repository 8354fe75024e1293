import { parentPort, workerData } from 'node:worker_threads';
import type { Company } from '../../shared/company.ts';
import { drawLedger } from './draw-ledger.ts';
import { drawStatement } from './draw-statement.ts';
import type { Drawn, Task } from './drawing.ts';

/** The thread of `drawing`, which asks for one document after the other. */

const company = workerData as Company;
const port = parentPort;
if (!port) throw new Error('this file is a thread of the server');

port.on('message', async (task: Task) => {
  port.postMessage(await answer(task));
});

async function answer(task: Task): Promise<Drawn> {
  try {
    return { bytes: await draw(task) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const draw = (task: Task): Promise<Uint8Array> =>
  task.kind === 'statement'
    ? drawStatement(task.statement, task.account, company, task.language)
    : drawLedger(task.account, task.months, company, task);
