import { sql } from 'kysely';
import type { AccountId, BatchId, MeterId, ReadingId } from '../../shared/ids.ts';
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

export async function insertBatch(tx: Writer, batch: Row<'batches'>): Promise<void> {
  await tx.insertInto('batches').values(batch).execute();
}

export async function setBatchRows(tx: Writer, id: BatchId, rows: number): Promise<void> {
  await tx.updateTable('batches').set({ rows }).where('id', '=', id).execute();
}

/** Only of a batch in which no reading was ever put. */
export async function deleteBatch(tx: Writer, id: BatchId): Promise<void> {
  await tx.deleteFrom('batches').where('id', '=', id).execute();
}

export function batchById(db: Reader, id: BatchId): Promise<Row<'batches'> | undefined> {
  return db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The exports of a period, newest first. */
export function exportsOf(db: Reader, period: Period): Promise<Row<'batches'>[]> {
  return db
    .selectFrom('batches')
    .selectAll()
    .where('kind', '=', 'readings-out')
    .where('period', '=', period)
    .orderBy('created_at', 'desc')
    .execute();
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
      .set({ state: param.state, version: param.version, changed_at: param.at, findings: param.findings })
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

/** Puts the period's accepted readings that no batch has yet into this one; answers with how many they are. */
export async function putIntoBatch(tx: Writer, period: Period, batch: BatchId): Promise<number> {
  const result = await tx
    .updateTable('readings')
    .set({ batch_id: batch })
    .where('period', '=', period)
    .where('state', '=', 'accepted')
    .where('kind', '=', 'actual')
    .where('batch_id', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function lockPeriod(tx: Writer, lock: Row<'period_locks'>): Promise<void> {
  await tx
    .insertInto('period_locks')
    .values(lock)
    .onConflict((conflict) => conflict.column('period').doNothing())
    .execute();
}

export async function isLocked(db: Reader, period: Period): Promise<boolean> {
  const lock = await db.selectFrom('period_locks').select('period').where('period', '=', period).executeTakeFirst();
  return lock !== undefined;
}

export async function unlockPeriod(tx: Writer, period: Period): Promise<void> {
  await tx.deleteFrom('period_locks').where('period', '=', period).execute();
}

/** How many readings of a period wait for the office's check, and how many are late: no export has them. */
export async function heldBack(db: Reader, period: Period): Promise<{ review: number; late: number }> {
  const rows = await db
    .selectFrom('readings')
    .where('period', '=', period)
    .where('state', 'in', sql<ReadingState>`('review', 'late')`)
    .select((row) => ['state', row.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const countOf = (state: ReadingState): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { review: countOf('review'), late: countOf('late') };
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

export type ReadingOut = Pick<
  Row<'readings'>,
  | 'id'
  | 'meter_id'
  | 'period'
  | 'register_values'
  | 'kind'
  | 'source'
  | 'captured_best'
  | 'received_at'
  | 'state'
  | 'findings'
  | 'rollover'
> &
  Pick<Row<'accounts'>, 'number' | 'holder'> &
  Pick<Row<'premises'>, 'address'> &
  Pick<Row<'meters'>, 'service' | 'serial' | 'unit' | 'ratio'>;

/**
 * The readings of an exported batch behind one meter (null: from the start), by their meters: a batch has one at most of
 * each. In the order of an index, and joined only when the page is cut, so that no page looks at what others hold.
 */
export function readingsOfBatch(
  db: Reader,
  { batch, after, most }: { batch: BatchId; after: MeterId | null; most: number },
): Promise<ReadingOut[]> {
  const page = db
    .selectFrom('readings')
    .where('batch_id', '=', batch)
    .where('meter_id', '>', after ?? '')
    .selectAll()
    .orderBy('meter_id')
    .limit(most)
    .as('page');
  return db
    .selectFrom(page)
    .innerJoin('meters', 'meters.id', 'page.meter_id')
    .innerJoin('accounts', 'accounts.id', 'page.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .select([
      'page.id',
      'page.meter_id',
      'page.period',
      'page.register_values',
      'page.kind',
      'page.source',
      'page.captured_best',
      'page.received_at',
      'page.state',
      'page.findings',
      'page.rollover',
      'accounts.number',
      'accounts.holder',
      'premises.address',
      'meters.service',
      'meters.serial',
      'meters.unit',
      'meters.ratio',
    ])
    .orderBy('page.meter_id')
    .execute();
}

/** Of each meter the last actual reading that stands before a period (M1). */
export async function lastReadingsBefore(
  db: Reader,
  meters: readonly MeterId[],
  period: Period,
): Promise<Map<MeterId, Pick<Row<'readings'>, 'register_values'>>> {
  if (meters.length === 0) return new Map();
  const rows = await db
    .selectFrom('readings')
    .where('readings.meter_id', 'in', meters)
    .where('readings.state', 'in', sql<ReadingState>`('accepted', 'billed')`)
    .where('readings.kind', '=', 'actual')
    .where('readings.period', '=', (row) =>
      row
        .selectFrom('readings as earlier')
        .whereRef('earlier.meter_id', '=', 'readings.meter_id')
        .where('earlier.state', 'in', sql<ReadingState>`('accepted', 'billed')`)
        .where('earlier.kind', '=', 'actual')
        .where('earlier.period', '<', period)
        .select((earlier) => earlier.fn.max('earlier.period').as('period')),
    )
    .select(['readings.meter_id', 'readings.register_values'])
    .execute();
  return new Map(rows.map((row) => [row.meter_id, row]));
}

/** The faces of the registers of these meters. */
export function registersOf(db: Reader, meters: readonly MeterId[]): Promise<Row<'registers'>[]> {
  if (meters.length === 0) return Promise.resolve([]);
  return db.selectFrom('registers').selectAll().where('meter_id', 'in', meters).execute();
}

/** The building of each account (W2). */
export async function buildingsOf(db: Reader, accounts: readonly AccountId[]): Promise<Map<AccountId, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await db
    .selectFrom('accounts')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('accounts.id', 'in', accounts)
    .select(['accounts.id', 'premises.building'])
    .execute();
  return new Map(rows.map(({ id, building }) => [id, building]));
}
