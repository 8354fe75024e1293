import { type Kysely, SqliteAdapter, sql } from 'kysely';

/** Behind every text that begins with `text`, and before all others. */
export const endOf = (text: string): string => `${text}\u{10ffff}`;

/** How a table ends that is nothing but its key: SQLite would keep it twice. */
export const keyOnly = (db: Kysely<unknown>) => (isSqlite(db) ? sql`without rowid` : sql``);

/**
 * Has every column of text compare code point by code point, as SQLite does. PostgreSQL would compare as the language of the
 * database does: ids would not come in the order in which they were given out, and no index would find what begins with
 * something. Columns that compare so already are left alone.
 */
export async function compareByCode(db: Kysely<unknown>): Promise<void> {
  if (isSqlite(db)) return;
  const { rows: tables } = await sql<{ name: string; columns: string[]; triggers: Trigger[] }>`
    select table_name as name, json_agg(column_name) as columns,
      (select coalesce(json_agg(json_build_object('name', tgname, 'definition', pg_get_triggerdef(oid))), '[]')
        from pg_trigger where tgrelid = table_name::regclass and not tgisinternal) as triggers
    from information_schema.columns
    where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'
    group by table_name`.execute(db);
  for (const { name, columns, triggers } of tables) {
    const table = sql.table(name);
    const changes = columns.map((column) => sql`alter column ${sql.ref(column)} type text collate "C"`);
    // A column that a trigger looks at cannot be altered.
    for (const trigger of triggers) await sql`drop trigger ${sql.ref(trigger.name)} on ${table}`.execute(db);
    await sql`alter table ${table} ${sql.join(changes)}`.execute(db);
    for (const { definition } of triggers) await sql.raw(definition).execute(db);
  }
}

interface Trigger {
  name: string;
  /** The statement that makes it. */
  definition: string;
}

const isSqlite = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof SqliteAdapter;
