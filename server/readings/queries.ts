import { sql } from 'kysely';
import { readingsToLookBack } from '../../shared/consumption.ts';
import type { AccountId, MeterId, ReadingId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row } from '../db/tables.ts';

/** A meter of an account with its registers, one row each, and the building it is in (W2). */
export const meterToRead = prepared((db, param: { meter: MeterId; account: AccountId }) =>
  db
    .selectFrom('meters')
    .innerJoin('registers', 'registers.meter_id', 'meters.id')
    .innerJoin('accounts', 'accounts.id', 'meters.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('meters.id', '=', param.meter)
    .where('meters.account_id', '=', param.account)
    .select([
      'meters.service',
      'meters.installed_on',
      'meters.verified_until',
      'meters.retired_on',
      'registers.code',
      'registers.digits',
      'registers.decimals',
      'registers.initial',
      'premises.building',
    ]),
);

const pastColumns = ['period', 'kind', 'register_values', 'captured_best', 'rollover'] as const;

/** The actual readings that stand before a period, newest first: as many as the rules look back at. */
export const readingsBefore = prepared((db, param: { meter: MeterId; period: Period }) =>
  db
    .selectFrom('readings')
    .where('meter_id', '=', param.meter)
    .where('period', '<', param.period)
    .where('state', 'in', ['accepted', 'billed'])
    .where('kind', '=', 'actual')
    .select(pastColumns)
    .orderBy('period', 'desc')
    .limit(sql.lit(readingsToLookBack)),
);

/** The first actual reading that stands after a period. */
export const readingAfter = prepared((db, param: { meter: MeterId; period: Period }) =>
  db
    .selectFrom('readings')
    .where('meter_id', '=', param.meter)
    .where('period', '>', param.period)
    .where('state', 'in', ['accepted', 'billed'])
    .where('kind', '=', 'actual')
    .select(pastColumns)
    .orderBy('period')
    .limit(sql.lit(1)),
);

/** What there is for a meter and period: the reading that stands, and those that wait for the office. */
export const readingsOfPeriod = prepared((db, param: { meter: MeterId; period: Period }) =>
  db
    .selectFrom('readings')
    .where('meter_id', '=', param.meter)
    .where('period', '=', param.period)
    .where('state', 'in', ['accepted', 'billed', 'review', 'late'])
    .selectAll()
    .orderBy('version', 'desc'),
);

/** Whatever ever came for a meter and period. */
export const everyReadingOfPeriod = prepared((db, param: { meter: MeterId; period: Period }) =>
  db
    .selectFrom('readings')
    .where('meter_id', '=', param.meter)
    .where('period', '=', param.period)
    .selectAll()
    .orderBy('version', 'desc'),
);

/** The readings of a meter that stand or wait, newest period first: those that the rules look at, and as many estimates between. */
export const newestReadings = prepared((db, param: { meter: MeterId }) =>
  db
    .selectFrom('readings')
    .where('meter_id', '=', param.meter)
    .where('state', 'in', ['accepted', 'billed', 'review', 'late'])
    .selectAll()
    .orderBy('period', 'desc')
    .orderBy('version', 'desc')
    .limit(sql.lit(2 * readingsToLookBack)),
);

const lockQuery = prepared((db, param: { period: Period }) =>
  db.selectFrom('period_locks').where('period', '=', param.period).select('period'),
);

export async function isLocked(db: Reader, period: Period): Promise<boolean> {
  return (await lockQuery(db, { period })).length > 0;
}

export const readingById = prepared((db, param: { id: ReadingId; account: AccountId }) =>
  db.selectFrom('readings').where('id', '=', param.id).where('account_id', '=', param.account).selectAll(),
);

export const insertReading = prepared((db, param: Omit<Row<'readings'>, 'adjustment'>) =>
  db.insertInto('readings').values({
    id: param.id,
    account_id: param.account_id,
    version: param.version,
    meter_id: param.meter_id,
    period: param.period,
    register_values: param.register_values,
    kind: param.kind,
    source: param.source,
    state: param.state,
    captured_earliest: param.captured_earliest,
    captured_best: param.captured_best,
    captured_latest: param.captured_latest,
    received_at: param.received_at,
    changed_at: param.changed_at,
    supersedes: param.supersedes,
    findings: param.findings,
    rollover: param.rollover,
    stream: param.stream,
    stream_number: param.stream_number,
    batch_id: param.batch_id,
    reason: param.reason,
  }),
);

export const setReadingState = prepared(
  (db, param: { id: ReadingId; state: ReadingState; version: number; at: Instant }) =>
    db
      .updateTable('readings')
      .set({ state: param.state, version: param.version, changed_at: param.at })
      .where('id', '=', param.id),
);

/** The readings of an account that changed above a version and up to another, in the order of their versions. */
export const changedReadings = prepared(
  (db, param: { account: AccountId; after: number; upTo: number; most: number }) =>
    db
      .selectFrom('readings')
      .where('account_id', '=', param.account)
      .where('version', '>', param.after)
      .where('version', '<=', param.upTo)
      .selectAll()
      .orderBy('version')
      .limit(param.most),
);
