import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fill } from './fill.ts';
import { type Call, send } from './load.ts';
import { pushOf, readings } from './push.ts';
import { atMost, type Result } from './result.ts';
import { accountsFile } from './town.ts';

const pushes = 600;
const imported = 60_000;
/** Residents come one by one, not in a row. */
const betweenMs = 10;

/** How long pushes take while a file is imported, against when nothing else is done. */
export async function benchImportAndPush(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-bench-'));
  try {
    const filled = await fill(join(folder, 'filled.db'), { accounts: pushes * 4, readings });
    const file = join(folder, 'accounts.csv');
    await pipeline(Readable.from(accountsFile(imported)), createWriteStream(file));
    const server = await startServer(filled.file);
    try {
      const calls = filled.accounts.map((account) => pushOf(filled, account, '/trpc/sync.push'));
      const take = (count: number): Call[] => calls.splice(0, count);
      await times(server.url, take(100));
      const idle = await times(server.url, take(pushes));
      let isImporting = true;
      const done = server.import(file).finally(() => {
        isImporting = false;
      });
      const busy = await times(server.url, take(calls.length), () => isImporting);
      await done;
      return [
        atMost('p50 of a push while a file is imported, against idle (ms)', at(busy, 0.5), at(idle, 0.5), 3),
        atMost(`p99, of ${busy.length} pushes (ms)`, at(busy, 0.99), at(idle, 0.99), 3),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;

/** The milliseconds that each call took, one after the other, for as long as `goesOn`. */
async function times(url: string, calls: readonly Call[], goesOn: () => boolean = () => true): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (const call of calls) {
    if (!goesOn()) break;
    const start = performance.now();
    await send(url, call, agent);
    taken.push(performance.now() - start);
    await setTimeout(betweenMs);
  }
  agent.destroy();
  return taken;
}

async function startServer(database: string) {
  const script = fileURLToPath(new URL('./import-and-push-process.js', import.meta.url));
  const child: ChildProcess = fork(script, [database], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answer = async (): Promise<Record<string, unknown>> => {
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the server ended with ${code}`);
      }),
    ]);
    return message as Record<string, unknown>;
  };
  const { url } = await answer();
  return {
    url: url as string,
    async import(file: string): Promise<void> {
      const done = answer();
      child.send({ file });
      const { state, created } = await done;
      if (state !== 'done' || created !== imported) throw new Error(`the import is ${state}, with ${created} rows`);
    },
    async stop(): Promise<void> {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
