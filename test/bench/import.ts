import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import SQLite from 'better-sqlite3';
import { v7 } from 'uuid';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { plainAmount } from '../../shared/amount.ts';
import { accountNumber, accountsOfTown, billsOfTown, linesOfBill } from './bills-of-town.ts';
import { inTurn } from './load.ts';
import { atLeast, atMost, type Result } from './result.ts';

const rounds = 3;
const bills = 100_000;
const rows = bills * linesOfBill;

/** The import of a month's bills of two towns against bare inserts, and what memory it takes. */
export async function benchImport(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-bench-'));
  try {
    const file = join(folder, 'bills.csv');
    await pipeline(Readable.from(csv()), createWriteStream(file));
    const empty = join(folder, 'empty.db');
    await fillAccounts(empty);
    let megabytes = 0;
    const measure = (kind: 'meterbook' | 'rows' | 'stored') => async () => {
      const database = join(folder, `${kind}.db`);
      await Promise.all(['', '-wal', '-shm'].map((end) => rm(database + end, { force: true })));
      await copyFile(empty, database);
      const measured = await run(kind, database, file);
      if (kind === 'meterbook') megabytes = Math.max(megabytes, measured.megabytes);
      return rows / measured.seconds;
    };
    const againstRows = await inTurn(rounds, measure('meterbook'), measure('rows'));
    const againstStored = await inTurn(rounds, measure('meterbook'), measure('stored'));
    return [
      atLeast('import of bills against bare inserts of their rows (rows/s)', againstRows.a, againstRows.b, 0.4),
      // No goal of its own: reading the text is most of the work.
      atLeast('… against bare inserts of what is stored of them (rows/s)', againstStored.a, againstStored.b, 0),
      atMost('… memory at its peak (MB)', megabytes, 300, 1),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(kind: string, database: string, file: string): Promise<{ seconds: number; megabytes: number }> {
  const script = fileURLToPath(new URL('./import-process.js', import.meta.url));
  const child = fork(script, [kind, database, file, String(bills)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const [message] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`the ${kind} process ended with ${code}`);
    }),
  ]);
  await ended;
  return message as { seconds: number; megabytes: number };
}

function* csv(): Generator<string> {
  yield 'account;period;issuedOn;number;description;due;total;file;service;volume;unit;tariff;method;charged;recalculated;' +
    'benefit;penalty\n';
  for (const { account, period, issuedOn, number, description, due, total, file, lines } of billsOfTown(bills)) {
    const head = `${account};${period};${issuedOn};${number};${description};${due};${plainAmount(total)};${file}`;
    let text = '';
    for (const { service, volume, unit, tariff, method, charged, recalculated, benefit, penalty } of lines) {
      const amounts = [charged, recalculated, benefit, penalty].map(plainAmount).join(';');
      text += `${head};${service};${volume};${unit};${tariff};${method};${amounts}\n`;
    }
    yield text;
  }
}

async function fillAccounts(file: string): Promise<void> {
  const db = openDatabase(file);
  await migrate(db);
  await db.close();
  const sqlite = new SQLite(file);
  const premises = v7();
  sqlite.exec('begin');
  sqlite.prepare("insert into premises (id, building, address) values (?, '', '')").run(premises);
  const account = sqlite.prepare(
    'insert into accounts (id, version, number, holder, premises_id) values (?, 1, ?, ?, ?)',
  );
  const head = sqlite.prepare('insert into account_versions (account_id, head) values (?, 1)');
  for (let at = 0; at < accountsOfTown; at++) {
    const id = v7();
    account.run(id, accountNumber(at), 'Анна', premises);
    head.run(id);
  }
  sqlite.exec('commit');
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
}
