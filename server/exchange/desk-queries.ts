import { sql } from 'kysely';
import type { BatchId, JobId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { lastDayOf, type Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import { unindexed } from '../audit/queries.ts';
import type { Reader, Row } from '../db/tables.ts';
import { shouldBeRead } from '../meters/month-queries.ts';
import { exchangeQueue } from './exchange-queue.ts';

/** Files with this content that are kept (for a month). */
export function uploadsOfHash(db: Reader, hash: string): Promise<Pick<Row<'uploads'>, 'id' | 'created_at'>[]> {
  return db.selectFrom('uploads').where('hash', '=', hash).select(['id', 'created_at']).orderBy('created_at').execute();
}

export type BriefJob = Omit<
  Row<'jobs'>,
  'result' | 'claimed_until' | 'claimed_by' | 'started_at' | 'attempts' | 'queue'
>;

/** Without what came of them, which may be long. */
const brief = [
  'id',
  'kind',
  'content',
  'state',
  'done',
  'total',
  'created_at',
  'created_by',
  'cancelled_by',
  'ended_at',
] as const;

/** What was asked of the exchange since then and has not come to nothing. */
export function jobsSince(db: Reader, since: Instant): Promise<BriefJob[]> {
  return db
    .selectFrom('jobs')
    .where('created_at', '>=', since)
    .where('queue', '=', exchangeQueue)
    .where('state', 'in', ['waiting', 'running', 'done'])
    .select(brief)
    .orderBy('created_at')
    .execute();
}

/** What was asked of the exchange last. */
export function newestBriefJobs(
  db: Reader,
  { after, most, kind }: { after: JobId | null; most: number; kind?: string },
): Promise<BriefJob[]> {
  let query = db.selectFrom('jobs').where('queue', '=', exchangeQueue).select(brief).orderBy('id', 'desc').limit(most);
  if (after !== null) query = query.where('id', '<', after);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  return query.execute();
}

/** The jobs that were asked for right after a batch had got its id: one of them makes it. */
export function jobsAfter(db: Reader, batch: BatchId, most: number): Promise<Pick<Row<'jobs'>, 'id' | 'content'>[]> {
  return db
    .selectFrom('jobs')
    .where('id', '>', batch)
    .where('queue', '=', exchangeQueue)
    .select(['id', 'content'])
    .orderBy('id')
    .limit(most)
    .execute();
}

export async function batchesByIds(db: Reader, ids: readonly BatchId[]): Promise<Map<BatchId, Row<'batches'>>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('batches').where('id', 'in', ids).selectAll().execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whoever has an id among these, by it: people of the office, and programs by the names of their keys. */
export async function namesOfActors(db: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('staff')
    .where('id', 'in', wanted)
    .select(['id', 'name'])
    .unionAll(db.selectFrom('api_tokens').where('id', 'in', wanted).select(['id', 'name']))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the audit log notes of these batches: how they were made, and undone. */
export function notesOfBatches(
  db: Reader,
  ids: readonly BatchId[],
): Promise<Pick<Row<'audit'>, 'subject' | 'action' | 'detail'>[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('audit')
    .where('subject', 'in', ids)
    .where(unindexed('action'), 'in', ['import', 'undo'])
    .select(['subject', 'action', 'detail'])
    .orderBy('seq')
    .execute();
}

/** How many readings of a batch are in which state. */
export async function statesOfBatch(db: Reader, batch: BatchId): Promise<Partial<Record<ReadingState, number>>> {
  const rows = await db
    .selectFrom('readings')
    .where('batch_id', '=', batch)
    .select((row) => ['state', row.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** Registers that should be read for a period (M6, M7), and those of them without an actual reading that stands. */
export async function unreadRegisters(db: Reader, period: Period): Promise<{ registers: number; unread: number }> {
  const inUse = db
    .selectFrom('registers')
    .innerJoin('meters', 'meters.id', 'registers.meter_id')
    .where(shouldBeRead(lastDayOf(period)));
  const all = await inUse.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const read = await inUse
    .where('meters.id', 'in', (row) =>
      row
        .selectFrom('readings')
        .where('readings.period', '=', period)
        .where('readings.kind', '=', 'actual')
        .where('readings.state', 'in', sql<ReadingState>`('accepted', 'billed')`)
        .select('readings.meter_id'),
    )
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { registers: Number(all.count), unread: Number(all.count) - Number(read.count) };
}

export function lockOfPeriod(db: Reader, period: Period): Promise<Row<'period_locks'> | undefined> {
  return db.selectFrom('period_locks').where('period', '=', period).selectAll().executeTakeFirst();
}
