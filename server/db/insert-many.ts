import type { Insertable, InsertResult } from 'kysely';
import { prepared } from './prepared.ts';
import type { Row, Tables, Writer } from './tables.ts';

/** Powers of two, so that any number of rows needs few different statements; the largest stays below each engine's bound on parameters. */
const rowsAtOnce = [128, 32, 8, 1] as const;

/**
 * Inserts rows by statements of many rows each, compiled once: for imports of hundreds of thousands of rows. Every row
 * must have every one of the columns.
 */
export function insertMany<T extends keyof Tables, C extends keyof Row<T> & string>(
  table: T,
  columns: readonly C[],
): (tx: Writer, rows: readonly Pick<Row<T>, C>[]) => Promise<void> {
  const statements = rowsAtOnce.map((size) => ({
    size,
    run: prepared<readonly unknown[], InsertResult>((db, param) =>
      db
        .insertInto(table)
        .values(
          Array.from({ length: size }, (_, row) =>
            Object.fromEntries(columns.map((column, at) => [column, param[row * columns.length + at]])),
          ) as unknown as Insertable<Tables[T]>[],
        ),
    ),
  }));
  return async (tx, rows) => {
    let done = 0;
    for (const { size, run } of statements) {
      for (; rows.length - done >= size; done += size) {
        const values = rows.slice(done, done + size).flatMap((row) => columns.map((column) => row[column]));
        await run(tx, values);
      }
    }
  };
}
