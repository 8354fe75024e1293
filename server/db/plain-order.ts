import { type Kysely, type RawBuilder, SqliteAdapter, sql } from 'kysely';
import type { Reader } from './tables.ts';

/**
 * The type of a column of text that is compared code point by code point on both engines: PostgreSQL would compare it as its
 * language does, and then no index finds what begins with something.
 */
export const plainText = (db: Kysely<unknown>): RawBuilder<unknown> =>
  isSqlite(db) ? sql`text` : sql`text collate "C"`;

/**
 * A column of ordinary text in the order of its characters' codes, so that a beginning is a range; on PostgreSQL it needs an index
 * of its own.
 */
export const plainly = (db: Pick<Reader, 'getExecutor'>, column: string): RawBuilder<string> =>
  isSqlite(db) ? sql<string>`${sql.ref(column)}` : sql<string>`${sql.ref(column)} collate "C"`;

/** How a table ends that is nothing but its key: SQLite would keep it twice. */
export const keyOnly = (db: Kysely<unknown>): RawBuilder<unknown> => (isSqlite(db) ? sql`without rowid` : sql``);

/** Behind every text that begins with `text`, and before all others. */
export const endOf = (text: string): string => `${text}\u{10ffff}`;

const isSqlite = (db: Pick<Reader, 'getExecutor'>): boolean => db.getExecutor().adapter instanceof SqliteAdapter;
