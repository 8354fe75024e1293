import type { SelectQueryBuilder } from 'kysely';
import type { Reader, Tables } from './tables.ts';

/** How many rows a query finds, counted up to `most`: those beyond are not read. */
export async function countUpTo<T extends keyof Tables, O>(
  db: Reader,
  found: SelectQueryBuilder<Tables, T, O>,
  most: number,
): Promise<number> {
  const { count } = await db
    .selectFrom(found.limit(most).as('some'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  // PostgreSQL's driver gives it as a text.
  return Number(count);
}
