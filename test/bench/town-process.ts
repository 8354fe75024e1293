import '../support/temporal.ts';
import SQLite from 'better-sqlite3';
import { v7 } from 'uuid';
import { loadCompany } from '../../server/companies.ts';
import { openDatabase } from '../../server/db/open.ts';
import { importers } from '../../server/exchange/import-kinds.ts';
import { fileOnDisk } from '../../server/tables/file-on-disk.ts';
import { indexWords } from '../../shared/search-words.ts';
import { accountsOfTown, type TownAccount } from './town.ts';

/**
 * Brings the accounts and meters of a town in, in a process of its own: `meterbook` by the import of two files;
 * `bare` with better-sqlite3 alone, the rows that the import stores, with their indexes.
 */
const [kind, database, accounts, meters, count] = process.argv.slice(2) as [
  'meterbook' | 'bare',
  string,
  string,
  string,
  string,
];
const accountsAtOnce = 500;

/** Tries each file out and then brings it in; answers with the seconds of both. */
async function throughImport(): Promise<{ dryRun: number; apply: number }> {
  const company = loadCompany('ddzksu');
  // The numbers of a town of this size are longer than those of the company.
  const accountNumber = { ...company.accountNumber, pattern: '^.+$' };
  const db = openDatabase(database);
  const seconds = { dryRun: 0, apply: 0 };
  for (const [what, path] of [['accounts', accounts] as const, ['meters', meters] as const]) {
    for (const [step, dryRun] of [['dryRun', true] as const, ['apply', false] as const]) {
      const start = performance.now();
      const report = await importers[what]({
        db,
        company: { ...company, accountNumber },
        clock: { now: Date.now },
        file: await fileOnDisk(path),
        actor: 'bench',
        dryRun,
      });
      seconds[step] += (performance.now() - start) / 1000;
      const expected = what === 'accounts' ? Number(count) : Number(count) * 2;
      if (report.created !== expected) throw new Error(`${report.created} ${what} of ${expected} are new`);
    }
  }
  await db.close();
  return seconds;
}

/** As durable as the server's own connection. What is inserted is made before the clock runs. */
function bare(): number {
  const sqlite = new SQLite(database);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  const batch = v7();
  sqlite
    .prepare(
      "insert into batches (id, kind, created_at, created_by, rows, state) values (?, 'accounts', '', '', 0, 'done')",
    )
    .run(batch);
  const premises = sqlite.prepare('insert into premises (id, building, address) values (?, ?, ?)');
  const account = sqlite.prepare(
    'insert into accounts (id, version, number, holder, premises_id, batch_id) values (?, 1, ?, ?, ?, ?)',
  );
  const word = sqlite.prepare('insert into account_words (word, account_id) values (?, ?)');
  const head = sqlite.prepare('insert into account_versions (account_id, head) values (?, 3)');
  const meter = sqlite.prepare(
    'insert into meters (id, account_id, version, service, serial, place, unit, ratio, installed_on, batch_id) ' +
      "values (?, ?, ?, ?, ?, '', ?, 1, '2020-03-01', ?)",
  );
  const register = sqlite.prepare(
    'insert into registers (meter_id, code, account_id, digits, decimals, initial) values (?, ?, ?, ?, ?, 0)',
  );
  let seconds = 0;
  let some: TownAccount[] = [];
  const flush = (): void => {
    const start = performance.now();
    sqlite.exec('begin');
    for (const { number, holder, building, flat, meters: own } of some) {
      const [place, id] = [v7(), v7()];
      premises.run(place, building, `${building}, ${flat}`);
      account.run(id, number, holder, place, batch);
      for (const one of indexWords(holder)) word.run(one, id);
      head.run(id);
      let version = 1;
      for (const { service, serial, unit, digits, decimals, codes } of own) {
        const meterId = v7();
        meter.run(meterId, id, ++version, service, serial, unit, batch);
        for (const code of codes) register.run(meterId, code, id, digits, decimals);
      }
    }
    sqlite.exec('commit');
    seconds += (performance.now() - start) / 1000;
    some = [];
  };
  for (const one of accountsOfTown(Number(count))) {
    some.push(one);
    if (some.length >= accountsAtOnce) flush();
  }
  flush();
  sqlite.close();
  return seconds;
}

const seconds = kind === 'bare' ? { dryRun: 0, apply: bare() } : await throughImport();
// maxRSS is in kilobytes.
process.send?.({ seconds, megabytes: process.resourceUsage().maxRSS / 1000 });
process.disconnect?.();
