import { sql } from 'kysely';
import type { AccountId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Day, Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import { insertMany } from '../db/insert-many.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { shouldBeRead } from '../meters/month-queries.ts';

/**
 * Counting goes through the accounts in the order of their ids, so many at a time: each look reads pieces of indexes and costs
 * the same, and whoever else asks is answered between two of them.
 */
const accountsAtOnce = 250;

const accountsQuery = prepared((db, param: { after: AccountId }) =>
  db.selectFrom('accounts').where('id', '>', param.after).select('id').orderBy('id').limit(sql.lit(accountsAtOnce)),
);

/** A piece of the accounts: behind `after`, up to and with `until`. */
export interface Piece {
  after: AccountId;
  until: AccountId;
}

/** The accounts behind one; null where there are none. */
export async function nextPiece(db: Reader, after: AccountId): Promise<(Piece & { accounts: number }) | null> {
  const rows = await accountsQuery(db, { after });
  const last = rows.at(-1);
  return last ? { after, until: last.id, accounts: rows.length } : null;
}

/** A meter that should be read, with one of its readings of the month or none. */
export type CountedRow = {
  account: AccountId;
  building: string;
  registers: number | string;
} & Pick<Row<'meters'>, 'verified_until' | 'retired_on'> & { meter: string } & {
    [K in 'kind' | 'source' | 'state' | 'adjustment' | 'received_at' | 'captured_best']: Row<'readings'>[K] | null;
  };

/** The meters that should be read. */
export const metersOfPiece: (db: Reader, param: Piece & { period: Period; lastDay: Day }) => Promise<CountedRow[]> =
  prepared((db, param: Piece & { period: Period; lastDay: Day }) =>
    db
      .selectFrom('accounts')
      .innerJoin('premises', 'premises.id', 'accounts.premises_id')
      .innerJoin('meters', 'meters.account_id', 'accounts.id')
      .leftJoin('readings', (join) =>
        join
          .onRef('readings.meter_id', '=', 'meters.id')
          .on('readings.period', '=', param.period)
          .on('readings.state', 'in', sql<ReadingState>`('accepted', 'billed', 'review', 'late', 'refused')`),
      )
      .where('accounts.id', '>', param.after)
      .where('accounts.id', '<=', param.until)
      .where(shouldBeRead(param.lastDay))
      .select([
        'accounts.id as account',
        'premises.building',
        'meters.id as meter',
        'meters.verified_until',
        'meters.retired_on',
        'readings.kind',
        'readings.source',
        'readings.state',
        'readings.adjustment',
        'readings.received_at',
        'readings.captured_best',
      ])
      .select((row) =>
        row
          .selectFrom('registers')
          .whereRef('registers.meter_id', '=', 'meters.id')
          .select((of) => of.fn.countAll<number>().as('count'))
          .$asScalar()
          .$notNull()
          .as('registers'),
      ),
  );

/** Accounts that a reminder of the month would reach: somebody signs in for them, has an e-mail address, and was not reminded yet. */
export const reachableAccounts = prepared((db, param: Piece & { period: Period }) =>
  db
    .selectFrom('user_accounts')
    .innerJoin('users', 'users.id', 'user_accounts.user_id')
    .where('user_accounts.account_id', '>', param.after)
    .where('user_accounts.account_id', '<=', param.until)
    .where('users.email', 'is not', null)
    .where('users.password_hash', 'is not', null)
    .where('users.merged_into', 'is', null)
    .where('users.deleted_at', 'is', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('reminders')
            .whereRef('reminders.account_id', '=', 'user_accounts.account_id')
            .where('reminders.period', '=', param.period)
            .select(sql.lit(1).as('one')),
        ),
      ),
    )
    .select('user_accounts.account_id')
    .distinct(),
);

export function countedMonth(db: Reader, period: Period): Promise<Row<'progress_months'> | undefined> {
  return db.selectFrom('progress_months').where('period', '=', period).selectAll().executeTakeFirst();
}

/** Takes the count of a month for one caller alone; false where somebody else is counting it. */
export async function claimCount(
  tx: Writer,
  { period, now, until }: { period: Period; now: Instant; until: Instant },
): Promise<boolean> {
  const row = await tx
    .insertInto('progress_months')
    .values({ period, counted_at: null, took_ms: 0, claimed_until: until, tally: null })
    .onConflict((conflict) =>
      conflict
        .column('period')
        .doUpdateSet({ claimed_until: until })
        .where((of) =>
          of.or([of('progress_months.claimed_until', 'is', null), of('progress_months.claimed_until', '<=', now)]),
        ),
    )
    .returning('period')
    .executeTakeFirst();
  return row !== undefined;
}

/** What a count depends on was changed all at once: it is good no more. */
export async function spoilCount(tx: Writer, period: Period): Promise<void> {
  await tx.updateTable('progress_months').set({ took_ms: spoilt }).where('period', '=', period).execute();
}

/** In the place of how long the count took. */
export const spoilt = -1;

export async function releaseCount(tx: Writer, period: Period): Promise<void> {
  await tx.updateTable('progress_months').set({ claimed_until: null }).where('period', '=', period).execute();
}

export async function storeCount(
  tx: Writer,
  { period, ...counted }: { period: Period; counted_at: Instant; took_ms: number; tally: string },
): Promise<void> {
  await tx
    .updateTable('progress_months')
    .set({ ...counted, claimed_until: null })
    .where('period', '=', period)
    .execute();
}

type BuildingCount = Row<'progress_buildings'>;
const insertBuildings = insertMany('progress_buildings', ['period', 'building', 'missing', 'tally']);

/** Leaves the buildings of a month as given; those that did not change are not written. */
export async function storeBuildings(tx: Writer, period: Period, rows: readonly BuildingCount[]): Promise<void> {
  const stored = await tx
    .selectFrom('progress_buildings')
    .where('period', '=', period)
    .select(['building', 'tally'])
    .execute();
  const before = new Map(stored.map(({ building, tally }) => [building, tally]));
  const added: BuildingCount[] = [];
  for (const row of rows) {
    const { building, missing, tally } = row;
    const known = before.get(building);
    before.delete(building);
    if (known === undefined) added.push(row);
    else if (known !== tally) {
      await tx
        .updateTable('progress_buildings')
        .set({ missing, tally })
        .where('period', '=', period)
        .where('building', '=', building)
        .execute();
    }
  }
  await insertBuildings(tx, added);
  for (const building of before.keys()) {
    await tx.deleteFrom('progress_buildings').where('period', '=', period).where('building', '=', building).execute();
  }
}

/** A place among the buildings of a month. */
export interface BuildingPlace {
  missing: number;
  building: string;
}

/** Where most is missing first, then by name; behind a place. */
export async function buildingsBehind(
  db: Reader,
  { period, after, most }: { period: Period; after: BuildingPlace | null; most: number },
): Promise<BuildingCount[]> {
  const inOrder = db
    .selectFrom('progress_buildings')
    .where('period', '=', period)
    .selectAll()
    .orderBy('missing', 'desc')
    .orderBy('building');
  if (after === null) return inOrder.limit(most).execute();
  // Of as many the rest, then fewer: two ranges of the index, because its order goes down and up.
  const { missing, building } = after;
  const rows = await inOrder.where('missing', '=', missing).where('building', '>', building).limit(most).execute();
  if (rows.length === most) return rows;
  const fewer = await inOrder
    .where('missing', '<', missing)
    .limit(most - rows.length)
    .execute();
  return [...rows, ...fewer];
}

export function buildingsNamed(
  db: Reader,
  { period, buildings }: { period: Period; buildings: readonly string[] },
): Promise<BuildingCount[]> {
  if (buildings.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('progress_buildings')
    .where('period', '=', period)
    .where('building', 'in', buildings)
    .selectAll()
    .execute();
}
