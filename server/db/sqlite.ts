import SQLite from 'better-sqlite3';
import { type ControlledTransaction, Kysely } from 'kysely';
import type { Database } from './database.ts';
import { SqliteConnectionDialect } from './sqlite-dialect.ts';
import type { Tables, Writer } from './tables.ts';

interface Waiting {
  work: (tx: Writer) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** So many units of work share one commit at the most, so that the first of them does not wait for ever. */
const mostPerCommit = 64;

/**
 * The embedded engine: one connection writes, one reads. What is written at the same time shares a commit, because the
 * commit's wait for the disk is the dearest part of a push; each unit of work has a savepoint, so that a failing one
 * takes nothing with it. No caller hears back before the commit is on disk (I1).
 *
 *   write() ─▶ waiting ─(end of this turn of the event loop)─▶ begin immediate
 *                                    ┌ savepoint ─ work ─ release │ rollback to ┐ for each
 *                                    └────────────────────────────────────────── ┘
 *                                   commit ─▶ each caller gets its value or its error
 */
export function openSqlite(file: string): Database {
  const writing = openConnection(file);
  const reading = new SQLite(file, { readonly: true });
  reading.pragma('mmap_size = 268435456');
  const writer = new Kysely<Tables>({ dialect: new SqliteConnectionDialect(writing) });
  const reader = new Kysely<Tables>({ dialect: new SqliteConnectionDialect(reading) });

  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Requests of the same turn of the event loop are parsed before the first of them takes the lock.
      await new Promise(setImmediate);
      const group = waiting.slice(0, mostPerCommit);
      waiting = waiting.slice(mostPerCommit);
      await commitTogether(writer, group);
    }
    running = null;
  }

  const write = <T>(work: (tx: Writer) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      running ??= run();
    });

  return {
    engine: 'sqlite',
    reader,
    schema: writer,
    write,
    writeInOrder: (works) => Promise.allSettled(works.map(write)),
    async ping() {
      await reader.selectFrom('meta').select('key').limit(1).execute();
    },
    async close() {
      await running;
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function openConnection(file: string): SQLite.Database {
  const connection = new SQLite(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // In WAL mode SQLite falls back to NORMAL when built so, and then a power cut takes acknowledged readings (I1).
  const durable = connection.pragma('synchronous', { simple: true }) === 2;
  if (!durable) throw new Error('SQLite did not accept synchronous = FULL');
  // SQLite would wait for another process by stopping ours; the dialect waits without.
  connection.pragma('busy_timeout = 0');
  return connection;
}

async function commitTogether(writer: Kysely<Tables>, group: readonly Waiting[]): Promise<void> {
  const settle: (() => void)[] = [];
  let transaction: ControlledTransaction<Tables> | undefined;
  try {
    transaction = await writer.startTransaction().execute();
    for (const { work, resolve, reject } of group) {
      const point = await transaction.savepoint('unit').execute();
      try {
        const value = await work(point);
        await point.releaseSavepoint('unit').execute();
        settle.push(() => resolve(value));
      } catch (error) {
        // Where the disk is full SQLite undoes more than the unit; then the whole group has failed, with this error.
        await undo(point).catch(() => Promise.reject(error));
        settle.push(() => reject(error));
      }
    }
    await transaction.commit().execute();
  } catch (error) {
    // Nothing of the group is on disk, so nobody is told otherwise.
    for (const { reject } of group) reject(error);
    // If even that fails, the next transaction's begin fails too, and says why to whoever asked for it.
    if (transaction && !transaction.isCommitted)
      await transaction
        .rollback()
        .execute()
        .catch(() => {});
    return;
  }
  for (const one of settle) one();
}

async function undo(point: ControlledTransaction<Tables, ['unit']>): Promise<void> {
  await point.rollbackToSavepoint('unit').execute();
  await point.releaseSavepoint('unit').execute();
}
