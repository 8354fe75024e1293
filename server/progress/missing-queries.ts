import { sql } from 'kysely';
import type { AccountId, MeterId, PremisesId } from '../../shared/ids.ts';
import type { Day, Period } from '../../shared/period.ts';
import type { ReadingState } from '../../shared/reading.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { shouldBeRead } from '../meters/month-queries.ts';

/** Places behind one, in the order of buildings and ids. */
export interface PremisesPlace {
  building: string;
  id: PremisesId;
}

export function premisesBehind(
  db: Reader,
  { building, after, most }: { building: string | null; after: PremisesPlace | null; most: number },
): Promise<PremisesPlace[]> {
  return db
    .selectFrom('premises')
    .$if(building !== null, (query) => query.where('building', '=', building as string))
    .$if(after !== null, (query) =>
      query.where((row) => row(row.refTuple('building', 'id'), '>', row.tuple(after?.building ?? '', after?.id ?? ''))),
    )
    .select(['building', 'id'])
    .orderBy('building')
    .orderBy('id')
    .limit(most)
    .execute();
}

export type MissingRow = Pick<Row<'accounts'>, 'number' | 'holder' | 'phone' | 'email'> &
  Pick<Row<'premises'>, 'building' | 'address'> &
  Pick<Row<'meters'>, 'service' | 'serial' | 'place' | 'unit'> & {
    premises: PremisesId;
    account: AccountId;
    meter: MeterId;
  };

/** Whose meters are looked at. */
export type Among =
  | { premises: readonly PremisesId[] }
  | { accounts: readonly AccountId[] }
  | { after: AccountId; until: AccountId };

/** Meters that should be read for a month and of which nobody has handed anything in that stands or waits. */
export function missingMeters(
  db: Reader,
  { period, lastDay, among }: { period: Period; lastDay: Day; among: Among },
): Promise<MissingRow[]> {
  let query = db
    .selectFrom('accounts')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .innerJoin('meters', 'meters.account_id', 'accounts.id')
    .where(shouldBeRead(lastDay))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('readings')
            .whereRef('readings.meter_id', '=', 'meters.id')
            .where('readings.period', '=', period)
            .where('readings.kind', '=', 'actual')
            .where((of) =>
              of.or([
                of('readings.state', 'in', sql<ReadingState>`('accepted', 'billed')`),
                of.and([
                  of('readings.state', 'in', sql<ReadingState>`('review', 'late')`),
                  of('readings.adjustment', '=', 0),
                ]),
              ]),
            )
            .select(sql.lit(1).as('one')),
        ),
      ),
    );
  if ('premises' in among) query = query.where('accounts.premises_id', 'in', among.premises);
  else if ('accounts' in among) query = query.where('accounts.id', 'in', among.accounts);
  else query = query.where('accounts.id', '>', among.after).where('accounts.id', '<=', among.until);
  return query
    .select([
      'accounts.premises_id as premises',
      'accounts.id as account',
      'accounts.number',
      'accounts.holder',
      'accounts.phone',
      'accounts.email',
      'premises.building',
      'premises.address',
      'meters.id as meter',
      'meters.service',
      'meters.serial',
      'meters.place',
      'meters.unit',
    ])
    .execute();
}

export type LastReading = Pick<Row<'readings'>, 'meter_id' | 'period' | 'register_values' | 'kind'>;

/** Of each meter what stands last before a month. */
export function lastReadings(db: Reader, meters: readonly MeterId[], before: Period): Promise<LastReading[]> {
  if (meters.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('readings')
    .where('meter_id', 'in', meters)
    .where('state', 'in', sql<ReadingState>`('accepted', 'billed')`)
    .where('period', '=', (row) =>
      row
        .selectFrom('readings as other')
        .whereRef('other.meter_id', '=', 'readings.meter_id')
        .where('other.period', '<', before)
        .where('other.state', 'in', sql<ReadingState>`('accepted', 'billed')`)
        .select((of) => of.fn.max('other.period').as('period')),
    )
    .select(['meter_id', 'period', 'register_values', 'kind'])
    .execute();
}

export function registersOf(
  db: Reader,
  meters: readonly MeterId[],
): Promise<Pick<Row<'registers'>, 'meter_id' | 'code' | 'decimals'>[]> {
  if (meters.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('registers')
    .where('meter_id', 'in', meters)
    .select(['meter_id', 'code', 'decimals'])
    .orderBy('meter_id')
    .orderBy('code')
    .execute();
}

/** Users of accounts who sign in and have an e-mail address: whoever gave it to the portal, not what billing knows. */
export function usersByMail(
  db: Reader,
  accounts: readonly AccountId[],
): Promise<Pick<Row<'user_accounts'>, 'user_id' | 'account_id'>[]> {
  if (accounts.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('user_accounts')
    .innerJoin('users', 'users.id', 'user_accounts.user_id')
    .where('user_accounts.account_id', 'in', accounts)
    .where('users.email', 'is not', null)
    .where('users.password_hash', 'is not', null)
    .where('users.merged_into', 'is', null)
    .where('users.deleted_at', 'is', null)
    .select(['user_accounts.user_id', 'user_accounts.account_id'])
    .execute();
}

export function remindersOf(db: Reader, accounts: readonly AccountId[], period: Period): Promise<Row<'reminders'>[]> {
  if (accounts.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('reminders')
    .where('period', '=', period)
    .where('account_id', 'in', accounts)
    .selectAll()
    .execute();
}

/** Notes that accounts are reminded of a month; answers with those that were not before. */
export async function noteReminders(tx: Writer, rows: readonly Row<'reminders'>[]): Promise<AccountId[]> {
  if (rows.length === 0) return [];
  const noted = await tx
    .insertInto('reminders')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['account_id', 'period']).doNothing())
    .returning('account_id')
    .execute();
  return noted.map(({ account_id }) => account_id);
}
