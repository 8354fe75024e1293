import { SqliteAdapter, sql } from 'kysely';
import type { Tables, Writer } from './tables.ts';

/**
 * Locks every row of a table until the transaction ends: waits for whoever has locked one and keeps all others out.
 * `key` gives the order, so that two who do this never wait in a circle. Nothing is written, and no row is sent.
 */
export async function lockEveryRow<T extends keyof Tables>(
  tx: Writer,
  table: T,
  key: keyof Tables[T] & string,
): Promise<void> {
  // A transaction that writes is the only one there, because it begins IMMEDIATE.
  if (tx.getExecutor().adapter instanceof SqliteAdapter) return;
  await sql`select count(*) from (select 1 from ${sql.table(table)} order by ${sql.ref(key)} for update) as locked`.execute(
    tx,
  );
}
