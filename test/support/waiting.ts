import { sql } from 'kysely';
import type { Database } from '../../server/db/database.ts';

/** On SQLite writers queue up before the engine hears of them. */
export async function untilSomebodyWaits(db: Database): Promise<void> {
  if (db.engine === 'sqlite') return;
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db.schema);
    if ((rows[0]?.waiting ?? 0) > 0) return;
  }
}
