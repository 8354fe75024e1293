import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Database, isGivenWay } from './database.ts';
import type { Tables, Writer } from './tables.ts';

/** How often a transaction that gave way to another one is tried again. */
const mostAttempts = 5;

/** The second engine. PostgreSQL shares commits by itself; a transaction that loses a deadlock is run again. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // Versions and scaled values are bigint columns, and stay below 2^53 by rule V3.
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that breaks (the server restarts) is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that breaks in the middle of a transaction; whoever uses it is told by the query that fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

  async function write<T>(work: (tx: Writer) => Promise<T>, attempt = 1): Promise<T> {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(work);
    } catch (error) {
      if (!isGivenWay(error) || attempt >= mostAttempts) throw error;
      return write(work, attempt + 1);
    }
  }

  return {
    engine: 'postgres',
    address: url,
    reader: db,
    schema: db,
    write: (work) => write(work),
    async writeInOrder<T>(works: readonly ((tx: Writer) => Promise<T>)[]) {
      const settled: PromiseSettledResult<T>[] = [];
      for (const work of works) settled.push(...(await Promise.allSettled([write(work)])));
      return settled;
    },
    lend: async () => () => {},
    queue: new Int32Array(new SharedArrayBuffer(4)),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
