import { sql } from 'kysely';
import type { BatchId, MeterId } from '../../shared/ids.ts';
import type { Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

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

/**
 * Puts the period's accepted readings that no batch has yet into this one, and the adjustments of whatever period that wait
 * for an export (W6, I9); answers with how many they are.
 */
export async function putIntoBatch(tx: Writer, period: Period, batch: BatchId): Promise<number> {
  const ofPeriod = await tx
    .updateTable('readings')
    .set({ batch_id: batch })
    .where('period', '=', period)
    .where('state', '=', 'accepted')
    .where('kind', '=', 'actual')
    .where('batch_id', 'is', null)
    .executeTakeFirst();
  const adjustments = await tx
    .updateTable('readings')
    .set({ batch_id: batch })
    .where('adjustment', '=', sql.lit(1))
    .where('state', 'in', sql<ReadingState>`('accepted', 'late')`)
    .where('kind', '=', 'actual')
    .where('batch_id', 'is', null)
    .executeTakeFirst();
  return Number(ofPeriod.numUpdatedRows) + Number(adjustments.numUpdatedRows);
}

/** How many readings `putIntoBatch` would put in (W6): the period's own, and adjustments of whatever period. */
export async function readyFor(db: Reader, period: Period): Promise<{ ready: number; adjustments: number }> {
  const own = await db
    .selectFrom('readings')
    .where('period', '=', period)
    .where('state', '=', 'accepted')
    .where('kind', '=', 'actual')
    .where('batch_id', 'is', null)
    .where('adjustment', '=', sql.lit(0))
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const adjustments = await db
    .selectFrom('readings')
    .where('adjustment', '=', sql.lit(1))
    .where('state', 'in', sql<ReadingState>`('accepted', 'late')`)
    .where('kind', '=', 'actual')
    .where('batch_id', 'is', null)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { ready: Number(own.count), adjustments: Number(adjustments.count) };
}

/** How many readings of a period wait for the office's check, and how many are late: no export has them. */
export async function heldBack(db: Reader, period: Period): Promise<{ review: number; late: number }> {
  const rows = await db
    .selectFrom('readings')
    .where('period', '=', period)
    .where('state', 'in', sql<ReadingState>`('review', 'late')`)
    .where('adjustment', '=', sql.lit(0))
    .select((row) => ['state', row.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const countOf = (state: ReadingState): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { review: countOf('review'), late: countOf('late') };
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
  | 'adjustment'
> &
  Pick<Row<'accounts'>, 'number' | 'holder'> &
  Pick<Row<'premises'>, 'address'> &
  Pick<Row<'meters'>, 'service' | 'serial' | 'unit' | 'ratio'>;

/** A place in a batch: behind the reading of this meter and period. */
export type BatchPlace = Pick<Row<'readings'>, 'meter_id' | 'period'>;

/**
 * The readings of an exported batch behind one (null: from the start), by their meters and periods: of a meter a batch has
 * the reading of its own period, and maybe adjustments of earlier ones. In the order of an index, and joined only when the
 * page is cut, so that no page looks at what others hold.
 */
export function readingsOfBatch(
  db: Reader,
  { batch, after, most }: { batch: BatchId; after: BatchPlace | null; most: number },
): Promise<ReadingOut[]> {
  const page = db
    .selectFrom('readings')
    .where('batch_id', '=', batch)
    .where('meter_id', '>=', after?.meter_id ?? '')
    .where((row) =>
      row.or([row('meter_id', '>', after?.meter_id ?? ''), row('period', '>', after?.period ?? ('' as Period))]),
    )
    .selectAll()
    .orderBy('meter_id')
    .orderBy('period')
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
      'page.adjustment',
      'accounts.number',
      'accounts.holder',
      'premises.address',
      'meters.service',
      'meters.serial',
      'meters.unit',
      'meters.ratio',
    ])
    .orderBy('page.meter_id')
    .orderBy('page.period')
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
