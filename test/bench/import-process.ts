import '../support/temporal.ts';
import { createReadStream } from 'node:fs';
import SQLite from 'better-sqlite3';
import { v7 } from 'uuid';
import { storeLines } from '../../server/bills/stored-lines.ts';
import { loadCompany } from '../../server/companies.ts';
import { openDatabase } from '../../server/db/open.ts';
import { importStatements } from '../../server/exchange/import-statements.ts';
import { billsOfTown, linesOfBill, type TownBill } from './bills-of-town.ts';

/**
 * Puts bills into a database, in a process of its own, so that its memory is nobody else's: `meterbook` by the import of a
 * file; `rows` with better-sqlite3 alone, each row of the file as a row; `stored` likewise, what the import stores.
 */
const [kind, database, file, count] = process.argv.slice(2) as [
  'meterbook' | 'rows' | 'stored',
  string,
  string,
  string,
];
const rowsAtOnce = 1000;

async function throughImport(): Promise<number> {
  const db = openDatabase(database);
  const start = performance.now();
  const report = await importStatements({
    db,
    company: loadCompany('ddzksu'),
    clock: { now: Date.now },
    file: { open: () => createReadStream(file) },
    actor: 'bench',
  });
  const seconds = (performance.now() - start) / 1000;
  if (report.created !== Number(count)) throw new Error(`${report.created} bills of ${count} were imported`);
  await db.close();
  return seconds;
}

/** As durable as the server's own connection. What is inserted is made before the clock runs. */
function bare(
  insertAll: (sqlite: SQLite.Database) => (bills: readonly TownBill[]) => void,
  billsAtOnce: number,
): number {
  const sqlite = new SQLite(database);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  const insert = insertAll(sqlite);
  let seconds = 0;
  let bills: TownBill[] = [];
  const flush = (): void => {
    const start = performance.now();
    sqlite.exec('begin');
    insert(bills);
    sqlite.exec('commit');
    seconds += (performance.now() - start) / 1000;
    bills = [];
  };
  for (const bill of billsOfTown(Number(count))) {
    bills.push(bill);
    if (bills.length >= billsAtOnce) flush();
  }
  if (bills.length > 0) flush();
  sqlite.close();
  return seconds;
}

function insertRows(sqlite: SQLite.Database): (bills: readonly TownBill[]) => void {
  sqlite.exec(`
    create table bare_bills (id text primary key, account text not null, version integer not null, period text not null,
      number text not null, issued_on text not null, due text not null, description text not null, total integer not null,
      file text, unique (account, number));
    create index bare_bills_changes on bare_bills (account, version);
    create unique index bare_bills_file on bare_bills (file);
    create table bare_lines (bill text not null, position integer not null, service text not null,
      volume text, unit text, tariff text, method text, charged integer not null, recalculated integer not null,
      benefit integer not null, penalty integer not null, primary key (bill, position)) without rowid`);
  const bill = sqlite.prepare('insert into bare_bills values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const line = sqlite.prepare('insert into bare_lines values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return (bills) => {
    for (const { account, period, number, issuedOn, due, description, total, file, lines } of bills) {
      const id = v7();
      bill.run(id, account, 1, period, number, issuedOn, due, description, total, file);
      let position = 0;
      for (const { service, volume, unit, tariff, method, charged, recalculated, benefit, penalty } of lines) {
        line.run(id, position++, service, volume, unit, tariff, method, charged, recalculated, benefit, penalty);
      }
    }
  };
}

function insertStored(sqlite: SQLite.Database): (bills: readonly TownBill[]) => void {
  const accounts = new Map(
    sqlite
      .prepare('select number, id from accounts')
      .raw()
      .all()
      .map((row) => row as [string, string]),
  );
  const batch = v7();
  sqlite
    .prepare("insert into batches (id, kind, created_at, created_by, rows) values (?, 'statements', '', 'bench', 0)")
    .run(batch);
  const columns = 'id, account_id, version, period, number, issued_on, due, description, total, lines, file, batch_id';
  const bill = sqlite.prepare(`insert into statements (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return (bills) => {
    for (const { account, period, number, issuedOn, due, description, total, file, lines } of bills) {
      const text = storeLines(lines);
      bill.run(v7(), accounts.get(account), 2, period, number, issuedOn, due, description, total, text, file, batch);
    }
  };
}

const seconds =
  kind === 'meterbook'
    ? await throughImport()
    : kind === 'rows'
      ? bare(insertRows, Math.ceil(rowsAtOnce / (linesOfBill + 1)))
      : bare(insertStored, rowsAtOnce);
// maxRSS is in kilobytes.
process.send?.({ seconds, megabytes: process.resourceUsage().maxRSS / 1000 });
process.disconnect?.();
