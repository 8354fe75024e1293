import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { copySqlite, openSqlite } from './sqlite.ts';
import type { Tables, Writer } from './tables.ts';

/** A copy was not made, because the disk has no room for it. */
export class NoRoom extends Error {
  readonly code = 'no_room';

  constructor() {
    super('the disk has no room for a copy of the database, on which it is tried out');
    this.name = 'NoRoom';
  }
}

type Work<T> = (copy: Database) => Promise<T>;

/** Does something on a copy of what is stored, which is gone afterwards. Whoever uses the database is not held up. Throws NoRoom. */
export function withPrivateCopy<T>(db: Database, work: Work<T>): Promise<T> {
  return db.engine === 'sqlite' ? onCopiedFile(db, work) : onTemporaryTables(db, work);
}

/** For an index or two beside the copy. */
const spareBytes = 16 * 1024 * 1024;

/** The thread stands still while the file is copied; readers and writers elsewhere do not. */
async function onCopiedFile<T>(db: Database, work: Work<T>): Promise<T> {
  const file = `${db.address}${infix}${process.pid}-${randomUUID()}`;
  const { bavail, bsize } = await statfs(dirname(db.address));
  if (bavail * bsize < sizeOf(db.address) + sizeOf(`${db.address}-wal`) + spareBytes) throw new NoRoom();
  try {
    copySqlite(db.address, file);
    const copy = openSqlite(file, { disposable: true });
    try {
      return await work(copy);
    } finally {
      await copy.close();
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_FULL') throw new NoRoom();
    throw error;
  } finally {
    await Promise.all(['', '-wal', '-shm', '-journal'].map((end) => rm(file + end, { force: true })));
  }
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

const infix = '.copy-';

/** Takes away the copies of processes that were cut off; for the start of one. */
export function removeStaleCopies({ engine, address }: Pick<Database, 'engine' | 'address'>): void {
  if (engine !== 'sqlite') return;
  const folder = dirname(address);
  const begin = basename(address) + infix;
  for (const name of readdirSync(folder).filter((one) => one.startsWith(begin))) {
    const owner = Number.parseInt(name.slice(begin.length), 10);
    // Names of processes come again: ours has only just begun.
    if (owner !== process.pid && isAlive(owner)) continue;
    rmSync(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

/** What imports look at or write. PDFs, photos and letters are large and nothing of theirs. */
const copied = [
  'meta',
  'premises',
  'accounts',
  'account_words',
  'building_words',
  'account_versions',
  'meters',
  'registers',
  'readings',
  'period_locks',
  'batches',
  'batch_changes',
  'removed_rows',
  'statements',
  'statement_files',
  'ledger_months',
  'payments',
  'online_payments',
  'audit',
] as const satisfies readonly (keyof Tables)[];

/** Of these nothing needs to be there: they are written, and read by nothing that is tried out. */
const empty: readonly string[] = ['statement_files', 'removed_rows', 'account_words', 'building_words'];

class Done<T> extends Error {
  readonly value: T;

  constructor(value: T) {
    super('done');
    this.value = value;
  }
}

/**
 * Temporary tables of the same names, which go before the others in their own session: no row of the others is locked.
 * Everything in one transaction, which is rolled back.
 */
async function onTemporaryTables<T>(db: Database, work: Work<T>): Promise<T> {
  try {
    return await db.write(async (tx) => {
      const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(tx);
      const schema = rows[0]?.schema ?? 'public';
      for (const table of copied) await copyTable(tx, schema, table);
      const write = <R>(unit: (tx: Writer) => Promise<R>): Promise<R> => unit(tx);
      const copy: Database = {
        ...db,
        reader: tx,
        write,
        writeInOrder: (units) => Promise.allSettled(units.map(write)),
        close: async () => {},
      };
      throw new Done(await work(copy));
    });
  } catch (error) {
    if (error instanceof Done) return error.value as T;
    throw error;
  }
}

async function copyTable(tx: Writer, schema: string, table: keyof Tables): Promise<void> {
  const source = sql.id(schema, table);
  const copy = sql.id('pg_temp', table);
  await sql`create temporary table ${sql.id(table)} (like ${source} including all) on commit drop`.execute(tx);
  if (!empty.includes(table)) await sql`insert into ${copy} select * from ${source}`.execute(tx);
  await sql`analyze ${copy}`.execute(tx);
}
