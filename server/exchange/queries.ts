import { sql } from 'kysely';
import type { BatchId, MeterId, ReadingId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import { insertMany } from '../db/insert-many.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** One import or export at a time: the others wait here until its transaction ends. Locks as `lockAccounts` does. */
export async function takeTurn(tx: Writer): Promise<void> {
  await tx
    .insertInto('meta')
    .values({ key: 'exchange-turn', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute();
}

export type NewBatch = Pick<Row<'batches'>, 'id' | 'kind' | 'period' | 'created_at' | 'created_by' | 'rows'> &
  Partial<Pick<Row<'batches'>, 'state' | 'file_name'>>;

export async function insertBatch(tx: Writer, batch: NewBatch): Promise<void> {
  await tx
    .insertInto('batches')
    .values({ state: 'done', file_name: null, undone_at: null, undone_by: null, ...batch })
    .execute();
}

export async function setBatchRows(tx: Writer, id: BatchId, rows: number): Promise<void> {
  await tx.updateTable('batches').set({ rows }).where('id', '=', id).execute();
}

/** What was begun is done; false where it was already. */
export async function endBatch(tx: Writer, { id, rows }: { id: BatchId; rows: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('batches')
    .set({ rows, state: 'done' })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Only of a batch in which no reading was ever put. */
export async function deleteBatch(tx: Writer, id: BatchId): Promise<void> {
  await tx.deleteFrom('batches').where('id', '=', id).execute();
}

export function batchById(db: Reader, id: BatchId): Promise<Row<'batches'> | undefined> {
  return db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
}

export type KnownReading = Pick<
  Row<'readings'>,
  | 'id'
  | 'meter_id'
  | 'period'
  | 'kind'
  | 'source'
  | 'state'
  | 'register_values'
  | 'captured_best'
  | 'rollover'
  | 'batch_id'
  | 'supersedes'
  | 'findings'
>;

/** All readings that stand for these meters, and those that came too late for a locked period (W6). */
export async function standingAndLate(db: Reader, meters: readonly MeterId[]): Promise<KnownReading[]> {
  if (meters.length === 0) return [];
  return db
    .selectFrom('readings')
    .where('meter_id', 'in', meters)
    .where('state', 'in', sql<ReadingState>`('accepted', 'billed', 'late')`)
    .select([
      'id',
      'meter_id',
      'period',
      'kind',
      'source',
      'state',
      'register_values',
      'captured_best',
      'rollover',
      'batch_id',
      'supersedes',
      'findings',
    ])
    .execute();
}

export const insertReadings = insertMany('readings', [
  'id',
  'account_id',
  'version',
  'meter_id',
  'period',
  'register_values',
  'kind',
  'source',
  'state',
  'captured_earliest',
  'captured_best',
  'captured_latest',
  'received_at',
  'changed_at',
  'supersedes',
  'findings',
  'rollover',
  'batch_id',
]);

export const changeState = prepared(
  (db, param: { id: ReadingId; state: ReadingState; version: number; at: Instant; reason: string | null }) =>
    db
      .updateTable('readings')
      .set({ state: param.state, version: param.version, changed_at: param.at, reason: param.reason })
      .where('id', '=', param.id),
);

/** Another verdict on a reading, with what it found. */
export const changeVerdict = prepared(
  (db, param: { id: ReadingId; state: ReadingState; version: number; at: Instant; findings: string }) =>
    db
      .updateTable('readings')
      .set({
        state: param.state,
        version: param.version,
        changed_at: param.at,
        findings: param.findings,
        adjustment: 0,
      })
      .where('id', '=', param.id),
);

/** The readings of these meters in these batches; there is one at most for a meter, period and batch. */
export async function readingsInBatches(
  db: Reader,
  meters: readonly MeterId[],
  batches: readonly BatchId[],
): Promise<
  Pick<
    Row<'readings'>,
    'id' | 'account_id' | 'meter_id' | 'period' | 'state' | 'reason' | 'register_values' | 'batch_id'
  >[]
> {
  if (meters.length === 0 || batches.length === 0) return [];
  return db
    .selectFrom('readings')
    .where('meter_id', 'in', meters)
    .where('batch_id', 'in', batches)
    .select(['id', 'account_id', 'meter_id', 'period', 'state', 'reason', 'register_values', 'batch_id'])
    .execute();
}

export async function lockPeriod(tx: Writer, lock: Row<'period_locks'>): Promise<void> {
  await tx
    .insertInto('period_locks')
    .values(lock)
    .onConflict((conflict) => conflict.column('period').doNothing())
    .execute();
}

export async function unlockPeriod(tx: Writer, period: Period): Promise<void> {
  await tx.deleteFrom('period_locks').where('period', '=', period).execute();
}

/** How many readings of a period billing was given in an export and has acknowledged as billed. */
export async function billedExports(db: Reader, period: Period): Promise<number> {
  const { count } = await db
    .selectFrom('readings')
    .innerJoin('batches', 'batches.id', 'readings.batch_id')
    .where('readings.period', '=', period)
    .where('readings.state', '=', 'billed')
    .where('batches.kind', '=', 'readings-out')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What came too late for a period, and what else there is for the same meters. */
export function lateAndBeside(db: Reader, period: Period): Promise<Row<'readings'>[]> {
  return db
    .selectFrom('readings')
    .where('period', '=', period)
    .where('state', 'in', ['late', 'review', 'accepted', 'billed'])
    .where('meter_id', 'in', (late) =>
      late
        .selectFrom('readings as late')
        .where('late.period', '=', period)
        .where('late.state', '=', 'late')
        .select('late.meter_id'),
    )
    .selectAll()
    .orderBy('id')
    .execute();
}
