import { setTimeout } from 'node:timers/promises';
import type SQLite from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/**
 * Kysely over one better-sqlite3 connection. It differs from Kysely's own SQLite driver in two points that matter here:
 * a transaction begins IMMEDIATE, so that it never fails half-way for want of the write lock, and statements are
 * prepared once and kept.
 */
export class SqliteConnectionDialect implements Dialect {
  readonly #database: SQLite.Database;

  constructor(database: SQLite.Database) {
    this.#database = database;
  }

  createAdapter = () => new TransactionalSqliteAdapter();
  createDriver = () => new SqliteConnectionDriver(this.#database);
  createIntrospector: Dialect['createIntrospector'] = (db) => new SqliteIntrospector(db);
  createQueryCompiler = () => new SqliteQueryCompiler();
}

/** SQLite can undo a schema change with its transaction, so a migration is never half done. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** How long a writer waits for another process. */
const patienceMs = 5_000;

class SqliteConnectionDriver implements Driver {
  readonly #database: SQLite.Database;
  readonly #connection: SqliteConnection;
  #turn: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(database: SQLite.Database) {
    this.#database = database;
    this.#connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  /** One connection, so whoever wants it waits for a running transaction to end; who only reads has none. */
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#database.readonly) return this.#connection;
    const before = this.#turn;
    let release = () => {};
    this.#turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    await patiently(() => this.#connection.run('begin immediate'));
  }

  async commitTransaction(): Promise<void> {
    this.#connection.run('commit');
  }

  async rollbackTransaction(): Promise<void> {
    // Some errors (disk full, I/O) have rolled back already.
    if (this.#database.inTransaction) this.#connection.run('rollback');
  }

  async savepoint(_: DatabaseConnection, name: string): Promise<void> {
    this.#connection.run(`savepoint ${name}`);
  }

  async rollbackToSavepoint(_: DatabaseConnection, name: string): Promise<void> {
    if (!this.#database.inTransaction) throw new Error('SQLite has rolled the whole transaction back');
    this.#connection.run(`rollback to ${name}`);
  }

  async releaseSavepoint(_: DatabaseConnection, name: string): Promise<void> {
    this.#connection.run(`release ${name}`);
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async destroy(): Promise<void> {
    this.#database.close();
  }
}

/** Statements vary only where rows are inserted in bulk; beyond this many the cache starts afresh. */
const mostStatements = 500;

class SqliteConnection implements DatabaseConnection {
  readonly #database: SQLite.Database;
  readonly #statements = new Map<string, SQLite.Statement<unknown[]>>();

  constructor(database: SQLite.Database) {
    this.#database = database;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql);
    const execute = (): QueryResult<R> => {
      if (statement.reader) return { rows: statement.all(...parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    };
    // Whoever has begun a transaction has the lock already.
    return this.#database.inTransaction ? execute() : patiently(execute);
  }

  /** A statement without parameters and rows. */
  run(sql: string): void {
    this.#prepare(sql).run();
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A statement that is being iterated is busy, so a stream has one of its own.
    for (const row of this.#database.prepare<unknown[]>(sql).iterate(...parameters)) yield { rows: [row as R] };
  }

  #prepare(sql: string): SQLite.Statement<unknown[]> {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= mostStatements) this.#statements.clear();
    const statement = this.#database.prepare<unknown[]>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Another process that writes (an import) is waited for without holding up whatever else this one does. */
async function patiently<T>(work: () => T): Promise<T> {
  const begin = performance.now();
  const giveUpAt = begin + patienceMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      const busy = (error as { code?: unknown }).code === 'SQLITE_BUSY';
      if (!busy || performance.now() >= giveUpAt) throw error;
    }
    // An import of another process lets go of the lock every few milliseconds; whoever holds it for long is asked less often.
    await setTimeout(performance.now() - begin < 100 ? 1 : 20);
  }
}
