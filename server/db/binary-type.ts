import { type Kysely, type RawBuilder, SqliteAdapter, sql } from 'kysely';

/** The type of a column of bytes, as the engine calls it. */
export const binaryType = (db: Kysely<unknown>): RawBuilder<unknown> =>
  db.getExecutor().adapter instanceof SqliteAdapter ? sql`blob` : sql`bytea`;
