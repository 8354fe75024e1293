import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

const seededKey = 'demo-seeded';

/** The day on which the demo was first started; null while it is being made. */
export async function seededOn(db: Reader): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', seededKey).executeTakeFirst();
  return row?.value ?? null;
}

export async function markSeeded(tx: Writer, day: string): Promise<void> {
  await tx.insertInto('meta').values({ key: seededKey, value: day }).execute();
}

export function userByEmail(
  db: Reader,
  email: string,
): Promise<Pick<Row<'users'>, 'id' | 'password_hash'> | undefined> {
  return db.selectFrom('users').select(['id', 'password_hash']).where('email', '=', email).executeTakeFirst();
}

/** The numbers of accounts whose meters are there. */
export async function numbersWithMeters(db: Reader): Promise<Set<string>> {
  const rows = await db
    .selectFrom('accounts')
    .innerJoin('meters', 'meters.account_id', 'accounts.id')
    .select('accounts.number')
    .distinct()
    .execute();
  return new Set(rows.map(({ number }) => number));
}

/** Accounts to which nobody is linked. */
export function unlinkedAccounts(db: Reader): Promise<Pick<Row<'accounts'>, 'number' | 'holder'>[]> {
  return db
    .selectFrom('accounts')
    .leftJoin('user_accounts', 'user_accounts.account_id', 'accounts.id')
    .where('user_accounts.user_id', 'is', null)
    .select(['accounts.number', 'accounts.holder'])
    .orderBy('accounts.number')
    .execute();
}

/** When the last operation or reading came in. */
export async function lastReceivedAt(db: Reader): Promise<Instant | null> {
  const reading = await db
    .selectFrom('readings')
    .select(({ fn }) => fn.max('received_at').as('at'))
    .executeTakeFirst();
  const operation = await db
    .selectFrom('operations')
    .select(({ fn }) => fn.max('received_at').as('at'))
    .executeTakeFirst();
  const instants = [reading?.at, operation?.at].filter((at): at is Instant => typeof at === 'string');
  return instants.sort().at(-1) ?? null;
}

/** The readings that stand for the meters of an account, by serial number, oldest first. */
export function standingBySerial(
  db: Reader,
  account: string,
): Promise<(Pick<Row<'readings'>, 'period' | 'register_values' | 'kind'> & { serial: string })[]> {
  return db
    .selectFrom('readings')
    .innerJoin('meters', 'meters.id', 'readings.meter_id')
    .innerJoin('accounts', 'accounts.id', 'readings.account_id')
    .where('accounts.number', '=', account)
    .where('readings.state', 'in', ['accepted', 'billed'])
    .select(['meters.serial', 'readings.period', 'readings.register_values', 'readings.kind'])
    .orderBy('readings.period')
    .execute();
}

export async function hasConversations(db: Reader): Promise<boolean> {
  return (await db.selectFrom('conversations').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** An account and somebody who has it. */
export function homeOf(db: Reader, number: string): Promise<{ account: string; user: string } | undefined> {
  return db
    .selectFrom('accounts')
    .innerJoin('user_accounts', 'user_accounts.account_id', 'accounts.id')
    .where('accounts.number', '=', number)
    .select(['accounts.id as account', 'user_accounts.user_id as user'])
    .limit(1)
    .executeTakeFirst();
}

/** The first meter of an account that no user has, and what it showed last. */
export function reviewMeter(
  db: Reader,
  number: string,
): Promise<Pick<Row<'readings'>, 'account_id' | 'meter_id' | 'register_values'> | undefined> {
  return db
    .selectFrom('accounts')
    .innerJoin('readings', 'readings.account_id', 'accounts.id')
    .leftJoin('user_accounts', 'user_accounts.account_id', 'accounts.id')
    .where('accounts.number', '=', number)
    .where('user_accounts.user_id', 'is', null)
    .where('readings.state', 'in', ['accepted', 'billed'])
    .select(['readings.account_id', 'readings.meter_id', 'readings.register_values'])
    .orderBy('readings.period', 'desc')
    .executeTakeFirst();
}
