import type { Compilable, Kysely } from 'kysely';
import { prepared } from './prepared.ts';
import type { Reader, Tables } from './tables.ts';

/** Stays below each engine's bound on parameters with keys of several columns. */
const keysAtOnce = 128;

/**
 * Looks rows up by many keys of `width` columns, for imports: by a statement for so many keys that is compiled once. The last
 * lot is filled up with its last key, so the query must not mind a key that comes twice; the caller names each key once.
 */
export function lookUp<R>(
  width: number,
  build: (db: Kysely<Tables>, keys: readonly (readonly string[])[]) => Compilable<R>,
): (db: Reader, keys: readonly (readonly string[])[]) => Promise<R[]> {
  const places = Array.from({ length: keysAtOnce }, (_, row) =>
    Array.from({ length: width }, (_, column) => row * width + column),
  );
  const run = prepared<readonly string[], R>((db, param) =>
    build(
      db,
      places.map((columns) => columns.map((place) => param[place] as string)),
    ),
  );
  return async (db, keys) => {
    const found: R[] = [];
    for (let done = 0; done < keys.length; done += keysAtOnce) {
      const lot = places.flatMap((_, at) => keys[Math.min(done + at, keys.length - 1)] as readonly string[]);
      for (const row of await run(db, lot)) found.push(row);
    }
    return found;
  };
}
