import type { Compilable } from 'kysely';
import type { AccountId } from '../../shared/ids.ts';
import { prepared } from './prepared.ts';
import type { Reader, Row, Tables } from './tables.ts';

/** What a pull asks of each table: an account's rows above a version and up to another, so many of them at the most. */
export interface ChangeRange {
  account: AccountId;
  after: number;
  upTo: number;
  most: number;
}

/** The tables whose rows carry their account and its version at which they changed last. */
type VersionedTable = {
  [T in keyof Tables]: Row<T> extends { account_id: AccountId; version: number } ? T : never;
}[keyof Tables];

/** A query for the rows of a table that changed, in the order of their versions: with these columns. */
export function changedRows<T extends VersionedTable, C extends keyof Row<T> & string>(
  table: T,
  columns: readonly C[],
): (db: Reader, range: ChangeRange) => Promise<Pick<Row<T>, C>[]> {
  // Kysely's types follow one table at a time; what matters here these have in common with `meters`.
  const one = table as unknown as 'meters';
  const selected = columns as unknown as readonly 'id'[];
  return prepared<ChangeRange, Pick<Row<T>, C>>(
    (db, param) =>
      db
        .selectFrom(one)
        .where('account_id', '=', param.account)
        .where('version', '>', param.after)
        .where('version', '<=', param.upTo)
        .select(selected)
        .orderBy('version')
        .limit(param.most) as unknown as Compilable<Pick<Row<T>, C>>,
  );
}
