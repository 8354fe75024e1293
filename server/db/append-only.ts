import { type Kysely, SqliteAdapter, sql } from 'kysely';

/**
 * Triggers that make a table evidence: its rows are never deleted, and never changed (`all`) or not in these columns.
 * The one place where a migration must speak each engine's own language.
 */
export async function forbidChanges(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[] | 'all',
): Promise<void> {
  const message = sql.lit(`${table} is append-only`);
  const of = columns === 'all' ? sql`` : sql`of ${sql.join(columns.map((column) => sql.ref(column)))}`;
  if (db.getExecutor().adapter instanceof SqliteAdapter) {
    const raise = sql`begin select raise(abort, ${message}); end`;
    await sql`create trigger ${sql.id(`${table}_no_delete`)} before delete on ${sql.table(table)} ${raise}`.execute(db);
    await sql`create trigger ${sql.id(`${table}_no_update`)} before update ${of} on ${sql.table(table)} ${raise}`.execute(
      db,
    );
    return;
  }
  const name = sql.id(`${table}_append_only`);
  await sql`create function ${name}() returns trigger language plpgsql as
    ${sql.lit(`begin raise exception '${table} is append-only'; end`)}`.execute(db);
  await sql`create trigger ${sql.id(`${table}_no_delete`)} before delete on ${sql.table(table)}
    for each row execute function ${name}()`.execute(db);
  await sql`create trigger ${sql.id(`${table}_no_update`)} before update ${of} on ${sql.table(table)}
    for each row execute function ${name}()`.execute(db);
}
