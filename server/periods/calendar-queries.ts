import { sql } from 'kysely';
import { addMonths, lastDayOf, type Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import type { MonthCounts, OfficeException, PeriodLock } from '../../shared/window-calendar.ts';
import type { Reader } from '../db/tables.ts';
import { lockedByExport } from '../exchange/export-readings.ts';
import { shouldBeRead } from '../meters/month-queries.ts';
import { toException } from './queries.ts';

interface Range {
  from: Period;
  to: Period;
}

/** The exceptions in force, in the order of their months. */
export async function officeExceptions(db: Reader, { from, to }: Range): Promise<OfficeException[]> {
  const rows = await db
    .selectFrom('window_exceptions')
    .leftJoin('staff', 'staff.id', 'window_exceptions.created_by')
    .where('window_exceptions.period', '>=', from)
    .where('window_exceptions.period', '<=', to)
    .where('window_exceptions.ended_at', 'is', null)
    .selectAll('window_exceptions')
    .select('staff.name as made_by')
    .orderBy('window_exceptions.period')
    .orderBy('window_exceptions.id')
    .execute();
  return rows.map((row) => ({ ...toException(row), id: row.id, madeAt: row.created_at, madeBy: row.made_by }));
}

export async function periodLocks(db: Reader, { from, to }: Range): Promise<PeriodLock[]> {
  const rows = await db
    .selectFrom('period_locks')
    .leftJoin('batches', 'batches.id', 'period_locks.batch_id')
    .where('period_locks.period', '>=', from)
    .where('period_locks.period', '<=', to)
    .select([
      'period_locks.period',
      'period_locks.locked_at',
      'period_locks.reason',
      'period_locks.batch_id',
      'batches.rows',
    ])
    .orderBy('period_locks.period')
    .execute();
  return rows.map(({ period, locked_at, reason, batch_id, rows: readings }) => ({
    period,
    lockedAt: locked_at,
    reason: reason === lockedByExport ? null : reason,
    batch: batch_id === null ? null : { id: batch_id, readings: readings ?? 0 },
  }));
}

/** One month at a time: each is a look at all of its readings, and residents are answered between two of them. */
export async function monthCounts(db: Reader, period: Period): Promise<MonthCounts> {
  const lastDay = lastDayOf(period);
  const { expected } = await db
    .selectFrom('meters')
    .where(shouldBeRead(lastDay))
    .select((row) => row.fn.countAll<number>().as('expected'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('readings')
    .where('period', '=', period)
    .where('state', 'in', sql<ReadingState>`('accepted', 'billed', 'review', 'late')`)
    .where((row) =>
      row.or([
        row.and([row('state', 'in', ['accepted', 'billed']), row('kind', '=', 'actual')]),
        // What the office accepted as an adjustment waits for nobody, though it is late (I9).
        row.and([row('state', 'in', ['review', 'late']), row('adjustment', '=', 0)]),
      ]),
    )
    .where('meter_id', 'not in', (query) =>
      query
        .selectFrom('meters')
        .where((row) => row.not(shouldBeRead(lastDay)))
        .select('meters.id'),
    )
    .select((row) => ['state', row.fn.countAll<number>().as('count'), row.fn.count<number>('batch_id').as('given')])
    .groupBy('state')
    .execute();
  const of = (state: ReadingState) => {
    const row = rows.find((one) => one.state === state);
    return { count: Number(row?.count ?? 0), given: Number(row?.given ?? 0) };
  };
  const [accepted, billed] = [of('accepted'), of('billed')];
  return {
    expected: Number(expected),
    read: accepted.count + billed.count,
    given: accepted.given + billed.count,
    review: of('review').count,
    late: of('late').count,
  };
}

/** Buildings in whose name these letters stand, in whatever case: what letters are alike the databases do not agree on. */
export async function buildingsLike(db: Reader, text: string, most: number): Promise<string[]> {
  const wanted = text.trim().toLowerCase();
  const found: string[] = [];
  for (let after: string | null = ''; after !== null && found.length < most; ) {
    const names: string[] = await buildingsAfter(db, after);
    found.push(...names.filter((name) => name.toLowerCase().includes(wanted)));
    after = names.length === namesAtOnce ? (names.at(-1) ?? null) : null;
  }
  return found.slice(0, most);
}

const namesAtOnce = 1000;

async function buildingsAfter(db: Reader, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('premises')
    .where('building', '>', after)
    .groupBy('building')
    .select('building')
    .orderBy('building')
    .limit(namesAtOnce)
    .execute();
  return rows.map(({ building }) => building);
}

/** Whether there is such a building. */
export async function isBuilding(db: Reader, building: string): Promise<boolean> {
  const row = await db.selectFrom('premises').where('building', '=', building).select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The months of the calendar around one. */
export const around = (period: Period, { back, ahead }: { back: number; ahead: number }): Range => ({
  from: addMonths(period, -back),
  to: addMonths(period, ahead),
});
