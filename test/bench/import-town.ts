import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { inTurn } from './load.ts';
import { atLeast, atMost, type Result } from './result.ts';
import { accountsFile, metersFile, registersOfAccount } from './town.ts';

const rounds = 1;
const accounts = 100_000;
const rows = accounts * (1 + registersOfAccount);

/** Dry run and apply of the accounts and meters of a large town against bare inserts of what is stored of them, and the memory. */
export async function benchTown(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-bench-'));
  try {
    const files = [join(folder, 'accounts.csv'), join(folder, 'meters.csv')] as const;
    await pipeline(Readable.from(accountsFile(accounts)), createWriteStream(files[0]));
    await pipeline(Readable.from(metersFile(accounts)), createWriteStream(files[1]));
    const empty = join(folder, 'empty.db');
    const db = openDatabase(empty);
    await migrate(db);
    await db.close();
    let megabytes = 0;
    let dryRun = 0;
    const measure = (kind: 'meterbook' | 'bare') => async () => {
      const database = join(folder, `${kind}.db`);
      await Promise.all(['', '-wal', '-shm'].map((end) => rm(database + end, { force: true })));
      await copyFile(empty, database);
      const measured = await run(kind, database, files);
      if (kind === 'meterbook') {
        megabytes = Math.max(megabytes, measured.megabytes);
        dryRun = rows / measured.seconds.dryRun;
      }
      return rows / measured.seconds.apply;
    };
    const { a: apply, b: bare } = await inTurn(rounds, measure('meterbook'), measure('bare'));
    return [
      atLeast('import of accounts and meters against bare inserts (rows/s)', apply, bare, 0.4),
      atLeast('… its dry run (rows/s)', dryRun, bare, 0.4),
      atMost('… memory at its peak (MB)', megabytes, 300, 1),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  seconds: { dryRun: number; apply: number };
  megabytes: number;
}

async function run(kind: string, database: string, files: readonly [string, string]): Promise<Measured> {
  const script = fileURLToPath(new URL('./town-process.js', import.meta.url));
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
  const child = fork(script, [kind, database, ...files, String(accounts)], { stdio: [...stdio] });
  const ended = once(child, 'exit');
  const [message] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`the ${kind} process ended with ${code}`);
    }),
  ]);
  await ended;
  return message as Measured;
}
