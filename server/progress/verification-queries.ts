import { sql } from 'kysely';
import type { AccountId, MeterId } from '../../shared/ids.ts';
import type { Day } from '../../shared/period.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** Behind the meter that is due then and has this id. */
export interface DuePlace {
  verifiedUntil: Day;
  id: MeterId;
}

export type DueMeter = Pick<Row<'meters'>, 'id' | 'account_id' | 'service' | 'serial' | 'place'> & {
  verified_until: Day;
} & Pick<Row<'accounts'>, 'number' | 'holder' | 'phone' | 'email'> &
  Pick<Row<'premises'>, 'building' | 'address'>;

/** Meters that are not taken out, by the day on which their verification ends; joined only when the page is cut. */
export function dueMeters(
  db: Reader,
  { from, until, after, most }: { from: Day; until: Day; after: DuePlace | null; most: number },
): Promise<DueMeter[]> {
  return withAccounts(
    db
      .selectFrom('meters')
      .where('retired_on', 'is', null)
      .where('verified_until', '>=', after?.verifiedUntil ?? from)
      .where('verified_until', '<=', until)
      .$if(after !== null, (query) =>
        query.where((row) =>
          row(row.refTuple('verified_until', 'id'), '>', row.tuple(after?.verifiedUntil ?? from, after?.id ?? '')),
        ),
      )
      .select(['id', 'account_id', 'service', 'serial', 'place', 'verified_until'])
      .orderBy('verified_until')
      .orderBy('id')
      .limit(most),
    db,
  );
}

/** Of these accounts, meters that are not taken out and whose verification ends by a day. */
export async function dueMetersOf(
  db: Reader,
  { accounts, until }: { accounts: readonly AccountId[]; until: Day },
): Promise<DueMeter[]> {
  if (accounts.length === 0) return [];
  return withAccounts(
    db
      .selectFrom('meters')
      .where('account_id', 'in', accounts)
      .where('retired_on', 'is', null)
      .where('verified_until', '<=', until)
      .select(['id', 'account_id', 'service', 'serial', 'place', 'verified_until']),
    db,
  );
}

type Meters = Pick<Row<'meters'>, 'id' | 'account_id' | 'service' | 'serial' | 'place' | 'verified_until'>;

function withAccounts(page: ReturnType<typeof pageOf>, db: Reader): Promise<DueMeter[]> {
  return db
    .selectFrom(page.as('page'))
    .innerJoin('accounts', 'accounts.id', 'page.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .select([
      'page.id',
      'page.account_id',
      'page.service',
      'page.serial',
      'page.place',
      'accounts.number',
      'accounts.holder',
      'accounts.phone',
      'accounts.email',
      'premises.building',
      'premises.address',
    ])
    .select(sql.ref<Day>('page.verified_until').as('verified_until'))
    .orderBy('page.verified_until')
    .orderBy('page.id')
    .execute();
}

/** For its type alone. */
const pageOf = (db: Reader) =>
  db
    .selectFrom('meters')
    .select(['id', 'account_id', 'service', 'serial', 'place', 'verified_until'])
    .$castTo<Meters>();

export function verificationReminders(
  db: Reader,
  meters: readonly MeterId[],
): Promise<Row<'verification_reminders'>[]> {
  if (meters.length === 0) return Promise.resolve([]);
  return db.selectFrom('verification_reminders').where('meter_id', 'in', meters).selectAll().execute();
}

/** Notes reminders; answers with the meters of those that were not noted before. */
export async function noteVerificationReminders(
  tx: Writer,
  rows: readonly Row<'verification_reminders'>[],
): Promise<MeterId[]> {
  if (rows.length === 0) return [];
  const noted = await tx
    .insertInto('verification_reminders')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['meter_id', 'verified_until', 'step']).doNothing())
    .returning('meter_id')
    .execute();
  return noted.map(({ meter_id }) => meter_id);
}
