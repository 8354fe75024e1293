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

/**
 * Lets a text of an append-only table be emptied to `{}`, and changed in no other way: when a person asks to be deleted what
 * was written goes, and the entry with its hash stays as evidence. `columns`: all others of the table. `forbidChanges` was
 * there before, for all columns.
 */
export async function allowEmptying(
  db: Kysely<unknown>,
  table: string,
  { column, columns }: { column: string; columns: readonly string[] },
): Promise<void> {
  const of = sql.join(columns.map((one) => sql.ref(one)));
  const [on, update, empty] = [sql.table(table), sql.id(`${table}_no_update`), sql.id(`${table}_emptying`)];
  if (db.getExecutor().adapter instanceof SqliteAdapter) {
    const raise = sql`begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`;
    await sql`drop trigger ${update}`.execute(db);
    await sql`create trigger ${update} before update of ${of} on ${on} ${raise}`.execute(db);
    await sql`create trigger ${empty} before update of ${sql.ref(column)} on ${on}
      when new.${sql.id(column)} <> '{}' ${raise}`.execute(db);
    return;
  }
  const run = sql`execute function ${sql.id(`${table}_append_only`)}()`;
  await sql`drop trigger ${update} on ${on}`.execute(db);
  await sql`create trigger ${update} before update of ${of} on ${on} for each row ${run}`.execute(db);
  await sql`create trigger ${empty} before update of ${sql.ref(column)} on ${on} for each row
    when (new.${sql.id(column)} <> '{}') ${run}`.execute(db);
}
