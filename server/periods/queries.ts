import { sql } from 'kysely';
import type { WindowExceptionId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Service } from '../../shared/meter.ts';
import { addMonths, type Day, type Period } from '../../shared/period.ts';
import type { WindowException } from '../../shared/window.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** What a row of `window_exceptions` is to the rules. */
interface ExceptionColumns {
  period: Period;
  building: string | null;
  service: Service | null;
  opens_on: Day;
  closes_on: Day;
  reason: string;
}
const exceptionColumns = ['period', 'building', 'service', 'opens_on', 'closes_on', 'reason'] as const;

export const toException = (row: ExceptionColumns): WindowException => ({
  period: row.period,
  building: row.building,
  service: row.service,
  opensOn: row.opens_on,
  closesOn: row.closes_on,
  reason: row.reason,
});

const none = sql<null>`cast(null as text)`;

const standQuery = prepared((db, param: { period: Period; building: string; from: Period }) =>
  db
    .selectFrom('window_exceptions')
    .where('period', '>=', param.from)
    .where('ended_at', 'is', null)
    .where((row) => row.or([row('building', 'is', null), row('building', '=', param.building)]))
    .select(exceptionColumns)
    .unionAll(
      db
        .selectFrom('period_locks')
        .where('period', '=', param.period)
        .select([
          'period',
          none.as('building'),
          none.as('service'),
          none.$castTo<Day>().as('opens_on'),
          none.$castTo<Day>().as('closes_on'),
          none.$castTo<string>().as('reason'),
        ]),
    ),
);

/**
 * In one look: whether a period is locked (W6), and the exceptions in force (W9) for a building; those of the months
 * around it say which window a resident is told of who is too early or too late.
 */
export async function standOfPeriod(
  db: Reader,
  { period, building }: { period: Period; building: string },
): Promise<{ locked: boolean; exceptions: WindowException[] }> {
  const rows = await standQuery(db, { period, building, from: addMonths(period, -2) });
  const exceptions = rows.filter(({ opens_on }) => opens_on !== null);
  return { locked: exceptions.length < rows.length, exceptions: exceptions.map(toException) };
}

const exceptionsQuery = prepared((db, param: { building: string; from: Period }) =>
  db
    .selectFrom('window_exceptions')
    .where('period', '>=', param.from)
    .where('ended_at', 'is', null)
    .where((row) => row.or([row('building', 'is', null), row('building', '=', param.building)]))
    .select(exceptionColumns)
    .orderBy('period')
    .orderBy('id'),
);

/** The exceptions in force for a building, of the months from one on. */
export async function exceptionsAt(db: Reader, where: { building: string; from: Period }): Promise<WindowException[]> {
  return (await exceptionsQuery(db, where)).map(toException);
}

/** The exceptions in force of a period, wherever they hold. */
export async function exceptionsOf(db: Reader, period: Period): Promise<WindowException[]> {
  return (await exceptionsInForce(db, { from: period, to: period })).map(toException);
}

export function exceptionsInForce(
  db: Reader,
  { from, to }: { from: Period; to: Period },
): Promise<Row<'window_exceptions'>[]> {
  return db
    .selectFrom('window_exceptions')
    .where('period', '>=', from)
    .where('period', '<=', to)
    .where('ended_at', 'is', null)
    .selectAll()
    .orderBy('period')
    .orderBy('id')
    .execute();
}

export async function insertException(tx: Writer, row: Row<'window_exceptions'>): Promise<void> {
  await tx.insertInto('window_exceptions').values(row).execute();
}

export function exceptionById(db: Reader, id: WindowExceptionId): Promise<Row<'window_exceptions'> | undefined> {
  return db.selectFrom('window_exceptions').where('id', '=', id).selectAll().executeTakeFirst();
}

export async function endExceptionRow(tx: Writer, id: WindowExceptionId, at: Instant): Promise<void> {
  await tx.updateTable('window_exceptions').set({ ended_at: at }).where('id', '=', id).execute();
}

/** Readings of a period that wait for the office because it was not sure that they were captured in the window (C3). */
export function unsureReadings(db: Reader, period: Period): Promise<Row<'readings'>[]> {
  return db
    .selectFrom('readings')
    .where('state', '=', sql.lit('review'))
    .where('period', '=', period)
    .where('findings', 'like', '%"window_unsure"%')
    .selectAll()
    .orderBy('received_at')
    .orderBy('id')
    .execute();
}

/** What else there is, still of interest, for a reading's meter and period. */
export function besideReading(
  db: Reader,
  { id, meter_id, period }: Pick<Row<'readings'>, 'id' | 'meter_id' | 'period'>,
): Promise<Pick<Row<'readings'>, 'id'>[]> {
  return db
    .selectFrom('readings')
    .where('meter_id', '=', meter_id)
    .where('period', '=', period)
    .where('state', 'in', ['accepted', 'billed', 'review', 'late'])
    .where('id', '!=', id)
    .select('id')
    .execute();
}

/**
 * Readings that were refused because they were captured outside the window, and came since an instant; in the order in
 * which they came: of those that came together, by their numbers in the stream, because ids follow the device's clock. One that
 * was judged again before has become a reading.
 */
export function refusedOutside(
  db: Reader,
  {
    since,
    after,
    most,
  }: { since: Instant; after: Pick<Row<'operations'>, 'received_at' | 'number' | 'id'> | null; most: number },
): Promise<Row<'operations'>[]> {
  return db
    .selectFrom('operations')
    .where('outcome', '=', sql.lit('rejected'))
    .where('received_at', '>=', since)
    .$if(after !== null, (query) =>
      query.where((row) =>
        row(
          row.refTuple('received_at', 'number', 'id'),
          '>',
          row.tuple(after?.received_at ?? since, after?.number ?? 0, after?.id ?? ''),
        ),
      ),
    )
    .where('kind', '=', 'reading-submitted')
    .where('problems', 'like', '%"outside_window"%')
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('readings').whereRef('readings.id', '=', 'operations.id').select(sql.lit(1).as('one')),
        ),
      ),
    )
    .selectAll()
    .orderBy('received_at')
    .orderBy('number')
    .orderBy('id')
    .limit(sql.lit(most))
    .execute();
}
