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

/** A turn that is lent to another connection of this process. */
interface Lent {
  begin: (giveBack: () => void) => void;
}

export interface SqliteOptions {
  /** Asks for the turn to write before each commit, where another connection of this process writes too. */
  turn?: (() => Promise<() => void>) | undefined;
  /** The line of the connection that lends the turn. */
  queue?: Int32Array<SharedArrayBuffer> | undefined;
  /** Of a copy that nobody needs after a fault of the machine. */
  disposable?: boolean;
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
 *
 * Whoever lends the turn stands in the same line, between the units of work.
 */
export function openSqlite(file: string, { turn, queue, disposable = false }: SqliteOptions = {}): Database {
  const writing = openConnection(file, disposable);
  const reading = new SQLite(file, { readonly: true });
  if (!disposable) reading.pragma('mmap_size = 268435456');
  const writer = new Kysely<Tables>({ dialect: new SqliteConnectionDialect(writing) });
  const reader = new Kysely<Tables>({ dialect: new SqliteConnectionDialect(reading) });

  const ownQueue = new Int32Array(new SharedArrayBuffer(4));
  let waiting: (Waiting | Lent)[] = [];

  function join(one: Waiting | Lent): void {
    waiting.push(one);
    Atomics.store(ownQueue, 0, waiting.length);
    running ??= run();
  }

  function leave(count: number): void {
    waiting = waiting.slice(count);
    Atomics.store(ownQueue, 0, waiting.length);
  }

  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Requests of the same turn of the event loop are parsed before the first of them takes the lock.
      await new Promise(setImmediate);
      const [first] = waiting;
      if (first && !('work' in first)) {
        leave(1);
        await new Promise<void>(first.begin);
        continue;
      }
      const group = unitsAtTheFront(waiting);
      leave(group.length);
      const giveBack = await turn?.();
      await commitTogether(writer, group);
      giveBack?.();
    }
    running = null;
  }

  const write = <T>(work: (tx: Writer) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      join({ work, resolve: resolve as (value: unknown) => void, reject });
    });

  const lend = () =>
    new Promise<() => void>((resolve) => {
      join({ begin: resolve });
    });

  return {
    engine: 'sqlite',
    address: file,
    lend,
    queue: queue ?? ownQueue,
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

/** Copies a database as it is at this moment, while others write. The thread stands still meanwhile. */
export function copySqlite(file: string, to: string): void {
  // One of its own, so that the pages that it reads are not kept.
  const connection = new SQLite(file, { readonly: true });
  try {
    connection.prepare('vacuum into ?').run(to);
  } finally {
    connection.close();
  }
}

function unitsAtTheFront(waiting: readonly (Waiting | Lent)[]): Waiting[] {
  const units: Waiting[] = [];
  for (const one of waiting) {
    if (!('work' in one) || units.length === mostPerCommit) break;
    units.push(one);
  }
  return units;
}

function openConnection(file: string, disposable: boolean): SQLite.Database {
  const connection = new SQLite(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma(`synchronous = ${disposable ? 'OFF' : 'FULL'}`);
  connection.pragma('foreign_keys = ON');
  // In WAL mode SQLite falls back to NORMAL when built so, and then a power cut takes acknowledged readings (I1).
  const durable = connection.pragma('synchronous', { simple: true }) === 2;
  if (!durable && !disposable) throw new Error('SQLite did not accept synchronous = FULL');
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
