import { v7 } from 'uuid';
import type { Services } from '../../server/context.ts';
import type { Row, Writer } from '../../server/db/tables.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import type { Register, RegisterValues, Service, Unit } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';

/** People and meters for the tests, entered straight into the tables. */

export interface TestUser {
  id: string;
  name: string;
  password: string;
}

export interface TestAccount {
  id: string;
  number: string;
}

export interface TestMeter {
  id: string;
  account: string;
}

export async function addAccount(
  { db }: Pick<Services, 'db'>,
  {
    number,
    holder = 'Anna Bērziņa',
    building = 'Rīgas iela 1',
  }: { number: string; holder?: string; building?: string },
): Promise<TestAccount> {
  const id = v7();
  const premises = v7();
  await db.write(async (tx) => {
    await tx
      .insertInto('premises')
      .values({ id: premises, building, address: `${building}-${number}` })
      .execute();
    await tx
      .insertInto('accounts')
      .values({ id, version: 1, number, holder, email: null, phone: null, premises_id: premises })
      .execute();
    await tx.insertInto('account_versions').values({ account_id: id, head: 1 }).execute();
  });
  return { id, number };
}

export async function addUser(
  { db, passwords }: Services,
  { name = 'Anna', accounts, email = null }: { name?: string; accounts: readonly TestAccount[]; email?: string | null },
): Promise<TestUser> {
  const id = v7();
  const password = `password of ${name}`;
  const hash = await passwords.hash(password);
  const at = toInstant(Date.now());
  await db.write(async (tx) => {
    await tx
      .insertInto('users')
      .values({ id, email, name, language: null, password_hash: hash, created_at: at })
      .execute();
    for (const { id: account } of accounts) {
      await tx.insertInto('user_accounts').values({ user_id: id, account_id: account, linked_at: at }).execute();
    }
  });
  return { id, name, password };
}

const single: Register = { code: 'B', digits: 5, decimals: 3, initial: 0 };
export const twoTariffs: readonly Register[] = [
  { code: 'T1', digits: 6, decimals: 2, initial: 0 },
  { code: 'T2', digits: 6, decimals: 2, initial: 0 },
];

export async function addMeter(
  { db }: Pick<Services, 'db'>,
  account: TestAccount,
  options: { serial: string; service?: Service; unit?: Unit; registers?: readonly Register[] } & Partial<
    Pick<Row<'meters'>, 'installed_on' | 'retired_on' | 'verified_until'>
  >,
): Promise<TestMeter> {
  const { serial, service = 'cold-water', unit = 'm3', registers = [single], ...dates } = options;
  const id = v7();
  await db.write(async (tx) => {
    const version = await nextVersion(tx, account.id);
    await tx
      .insertInto('meters')
      .values({
        id,
        account_id: account.id,
        version,
        service,
        serial,
        place: '',
        unit,
        ratio: 1,
        installed_on: '2015-01-01',
        verified_until: null,
        retired_on: null,
        replaces: null,
        ...dates,
      })
      .execute();
    for (const { code, digits, decimals, initial } of registers) {
      await tx
        .insertInto('registers')
        .values({ meter_id: id, code, account_id: account.id, digits, decimals, initial })
        .execute();
    }
  });
  return { id, account: account.id };
}

interface GivenReading {
  period: Period;
  values: RegisterValues;
  kind?: Row<'readings'>['kind'];
  source?: Row<'readings'>['source'];
  state?: Row<'readings'>['state'];
  /** When it was captured and received. */
  at?: Instant;
}

/** A reading that billing has already taken. */
export const addBilledReading = (
  services: Pick<Services, 'db'>,
  meter: TestMeter,
  reading: GivenReading,
): Promise<string> => addReading(services, meter, { source: 'billing', state: 'billed', ...reading });

/** A reading as the sync would have entered it, of a resident unless told otherwise. */
export async function addReading(
  { db }: Pick<Services, 'db'>,
  meter: TestMeter,
  {
    period,
    values,
    kind = 'actual',
    source = 'resident',
    state = 'accepted',
    at = `${period}-20T10:00:00.000Z`,
  }: GivenReading,
): Promise<string> {
  const id = v7();
  await db.write(async (tx) => {
    const version = await nextVersion(tx, meter.account);
    await tx
      .insertInto('readings')
      .values({
        id,
        account_id: meter.account,
        version,
        meter_id: meter.id,
        period,
        register_values: JSON.stringify(values),
        kind,
        source,
        state,
        captured_earliest: at,
        captured_best: at,
        captured_latest: at,
        received_at: at,
        changed_at: at,
        supersedes: null,
        findings: '[]',
        rollover: 0,
        stream: null,
        stream_number: null,
        batch_id: null,
        reason: null,
      })
      .execute();
  });
  return id;
}

export async function lockPeriod({ db }: Services, period: Period): Promise<void> {
  await db.write(async (tx) => {
    const row = { period, locked_at: toInstant(Date.now()), batch_id: null, reason: 'taken into billing' };
    await tx.insertInto('period_locks').values(row).execute();
  });
}

/** The account's next version (I4), for a row that is entered straight into a table. */
export async function nextVersion(tx: Writer, account: string): Promise<number> {
  const { head } = await tx
    .updateTable('account_versions')
    .set((row) => ({ head: row('head', '+', 1) }))
    .where('account_id', '=', account)
    .returning('head')
    .executeTakeFirstOrThrow();
  return head;
}
