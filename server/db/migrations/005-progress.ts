import { type Kysely, sql } from 'kysely';

/** How far months have come, as it was counted; and who was reminded of a verification. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('progress_months')
    .addColumn('period', 'text', (column) => column.primaryKey())
    .addColumn('counted_at', 'text')
    .addColumn('took_ms', 'integer', (column) => column.notNull())
    .addColumn('claimed_until', 'text')
    .addColumn('tally', 'text')
    .execute();
  await schema
    .createTable('progress_buildings')
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('building', 'text', (column) => column.notNull())
    .addColumn('missing', 'bigint', (column) => column.notNull())
    .addColumn('tally', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('progress_buildings_key', ['period', 'building'])
    .execute();
  // Where most is missing comes first.
  await sql`create index progress_buildings_missing on progress_buildings (period, missing desc, building)`.execute(db);

  // Whatever was taken out is of no interest here, and piles up.
  await schema
    .createIndex('meters_due')
    .on('meters')
    .columns(['verified_until', 'id'])
    .where(sql.ref('retired_on'), 'is', null)
    .execute();
  await schema
    .createTable('verification_reminders')
    .addColumn('meter_id', 'text', (column) => column.notNull())
    .addColumn('verified_until', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('verification_reminders_key', ['meter_id', 'verified_until', 'step'])
    .execute();
}
