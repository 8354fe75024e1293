import { sql } from 'kysely';
import type { MeterId, ReadingId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** Written out, so that SQLite sees that the index of the queue holds them all. */
const waiting = sql<ReadingState>`('review', 'late')`;

/** A place in the queue: behind the reading that came then and has this id. */
export interface QueuePlace {
  receivedAt: Instant;
  id: ReadingId;
}

export type QueuedReading = Pick<
  Row<'readings'>,
  'id' | 'account_id' | 'period' | 'state' | 'source' | 'findings' | 'received_at'
> &
  Pick<Row<'accounts'>, 'number' | 'holder'> &
  Pick<Row<'premises'>, 'building' | 'address'> &
  Pick<Row<'meters'>, 'service' | 'serial'>;

/** The readings that wait, oldest first, in the order of their index; joined only when the page is cut. */
export function queuedReadings(db: Reader, after: QueuePlace | null, most: number): Promise<QueuedReading[]> {
  let page = db
    .selectFrom('readings')
    .where('state', 'in', waiting)
    .where('adjustment', '=', sql.lit(0))
    .select(['id', 'account_id', 'meter_id', 'period', 'state', 'source', 'findings', 'received_at'])
    .orderBy('received_at')
    .orderBy('id')
    .limit(most);
  if (after !== null) {
    page = page.where((row) => row(row.refTuple('received_at', 'id'), '>', row.tuple(after.receivedAt, after.id)));
  }
  return db
    .selectFrom(page.as('page'))
    .innerJoin('meters', 'meters.id', 'page.meter_id')
    .innerJoin('accounts', 'accounts.id', 'page.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .select([
      'page.id',
      'page.account_id',
      'page.period',
      'page.state',
      'page.source',
      'page.findings',
      'page.received_at',
      'accounts.number',
      'accounts.holder',
      'premises.building',
      'premises.address',
      'meters.service',
      'meters.serial',
    ])
    .orderBy('page.received_at')
    .orderBy('page.id')
    .execute();
}

export type Question = Pick<Row<'conversations'>, 'id' | 'state' | 'assigned_to' | 'created_at'> & {
  reading_id: ReadingId | null;
};

/** What residents were asked about these readings, the latest first. */
export async function questionsAbout(db: Reader, readings: readonly ReadingId[]): Promise<Question[]> {
  if (readings.length === 0) return [];
  return db
    .selectFrom('conversations')
    .where('reading_id', 'in', readings)
    .where('reading_id', 'is not', null)
    .select(['id', 'reading_id', 'state', 'assigned_to', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** What the office wrote when it asked. */
export async function firstMessage(db: Reader, conversation: string): Promise<string> {
  const row = await db
    .selectFrom('messages')
    .where('conversation_id', '=', conversation)
    .select('text')
    .orderBy('received_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? '';
}

export function readingAnywhere(db: Reader, id: ReadingId): Promise<Row<'readings'> | undefined> {
  return db.selectFrom('readings').where('id', '=', id).selectAll().executeTakeFirst();
}

export type MeterSeen = Row<'meters'> &
  Pick<Row<'accounts'>, 'number' | 'holder' | 'email' | 'phone'> &
  Pick<Row<'premises'>, 'building' | 'address'> & { registers: Row<'registers'>[] };

/** A meter with its registers, and whose it is. */
export async function meterSeen(db: Reader, id: MeterId): Promise<MeterSeen | undefined> {
  const meter = await db
    .selectFrom('meters')
    .innerJoin('accounts', 'accounts.id', 'meters.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('meters.id', '=', id)
    .selectAll('meters')
    .select([
      'accounts.number',
      'accounts.holder',
      'accounts.email',
      'accounts.phone',
      'premises.building',
      'premises.address',
    ])
    .executeTakeFirst();
  if (!meter) return undefined;
  const registers = await db.selectFrom('registers').where('meter_id', '=', id).selectAll().orderBy('code').execute();
  return { ...meter, registers };
}

/** What stands for a meter from a period on, newest first; a bounded number of months. */
export function standingSince(db: Reader, meter: MeterId, since: Period): Promise<Row<'readings'>[]> {
  return db
    .selectFrom('readings')
    .where('meter_id', '=', meter)
    .where('period', '>=', since)
    .where('state', 'in', sql<ReadingState>`('accepted', 'billed')`)
    .selectAll()
    .orderBy('period', 'desc')
    .limit(60)
    .execute();
}

/** The meter's readings on which the office has written something, or which it entered, newest month first. */
export function decidedReadings(db: Reader, meter: MeterId, without: Period): Promise<Row<'readings'>[]> {
  return db
    .selectFrom('readings')
    .where('meter_id', '=', meter)
    .where('period', '!=', without)
    .where((row) => row.or([row('reason', 'is not', null), row('source', '=', 'office'), row('state', '=', 'refused')]))
    .selectAll()
    .orderBy('period', 'desc')
    .orderBy('version', 'desc')
    .limit(12)
    .execute();
}

export function photosOfReading(db: Reader, reading: ReadingId): Promise<Pick<Row<'photos'>, 'id'>[]> {
  return db.selectFrom('photos').where('reading_id', '=', reading).select('id').orderBy('stored_at').execute();
}

/** What the office made of a reading. */
export async function decideReading(
  tx: Writer,
  id: ReadingId,
  decision: Pick<Row<'readings'>, 'state' | 'version' | 'reason' | 'adjustment'> & { changed_at: Instant },
): Promise<void> {
  await tx.updateTable('readings').set(decision).where('id', '=', id).execute();
}

/** Whether somebody of the office waits for a resident's answer about the reading. */
export function isAsked(questions: readonly Pick<Question, 'state'>[]): boolean {
  return questions.some(({ state }) => state === 'answered');
}
