import { v7 } from 'uuid';
import { storeLines } from '../../server/bills/stored-lines.ts';
import type { Services } from '../../server/context.ts';
import type { Row, Writer } from '../../server/db/tables.ts';
import { type StatementLine, sumOfLines } from '../../shared/bill.ts';
import type { LedgerMonth } from '../../shared/ledger.ts';
import type { Period } from '../../shared/period.ts';
import { nextVersion, type TestAccount, type TestUser } from './household.ts';

/** What billing sends, entered straight into the tables. */

type Db = Pick<Services, 'db'>;

export const line = (change: Partial<StatementLine> = {}): StatementLine => ({
  service: 'ХВС',
  volume: '6.000',
  unit: 'м3',
  tariff: '43.68',
  method: 'meter',
  charged: 26208,
  recalculated: 0,
  benefit: 0,
  penalty: 0,
  ...change,
});

/** A bill of one line that comes to `total`, unless its lines are given. */
export async function addStatement(
  { db }: Db,
  account: TestAccount,
  {
    period,
    total,
    lines = total === undefined ? [line()] : [line({ charged: total })],
    ...change
  }: { period: Period; lines?: readonly StatementLine[] } & Partial<
    Pick<Row<'statements'>, 'total' | 'number' | 'issued_on' | 'due' | 'description' | 'file' | 'file_hash'>
  >,
): Promise<string> {
  const id = v7();
  await db.write(async (tx) => {
    await tx
      .insertInto('statements')
      .values({
        id,
        account_id: account.id,
        version: await nextVersion(tx, account.id),
        period,
        number: `${account.number}/${period}`,
        issued_on: `${period}-28`,
        due: `${period}-28`,
        description: `Квитанция ${account.number}`,
        total: total ?? sumOfLines(lines),
        lines: storeLines(lines),
        file: null,
        file_hash: null,
        batch_id: await addBatch(tx, 'statements'),
        ...change,
      })
      .execute();
  });
  return id;
}

export async function addLedgerMonth({ db }: Db, account: TestAccount, { period, services, total }: LedgerMonth) {
  await db.write(async (tx) => {
    await tx
      .insertInto('ledger_months')
      .values({
        account_id: account.id,
        period,
        version: await nextVersion(tx, account.id),
        services: JSON.stringify(services),
        total: total && JSON.stringify(total),
        batch_id: await addBatch(tx, 'ledger'),
      })
      .execute();
  });
}

export async function addPayment(
  { db }: Db,
  account: TestAccount,
  { date, amount, number }: Pick<Row<'payments'>, 'date' | 'amount' | 'number'>,
): Promise<string> {
  const id = v7();
  await db.write(async (tx) => {
    const batch_id = await addBatch(tx, 'payments');
    const version = await nextVersion(tx, account.id);
    await tx
      .insertInto('payments')
      .values({ id, account_id: account.id, version, date, amount, number, source: 'Swedbank', batch_id })
      .execute();
  });
  return id;
}

export async function addOnlinePayment(
  { db }: Db,
  {
    account,
    user,
    amount,
    ...change
  }: { account: TestAccount; user: TestUser; amount: number } & Partial<
    Pick<Row<'online_payments'>, 'statement_id' | 'refunded' | 'reference' | 'provider_id' | 'state' | 'fault'>
  >,
): Promise<string> {
  const id = v7();
  await db.write(async (tx) => {
    await tx
      .insertInto('online_payments')
      .values({
        id,
        account_id: account.id,
        version: await nextVersion(tx, account.id),
        user_id: user.id,
        statement_id: null,
        amount,
        refunded: 0,
        currency: 'RUB',
        reference: `MB-${id.slice(-10).toUpperCase()}`,
        provider: 'stripe',
        provider_id: null,
        state: 'begun',
        fault: null,
        started_at: '2017-07-01T09:00:00.000Z',
        changed_at: '2017-07-01T09:00:00.000Z',
        ...change,
      })
      .execute();
  });
  return id;
}

async function addBatch(tx: Writer, kind: string): Promise<string> {
  const id = v7();
  const created_at = '2017-07-01T06:00:00.000Z';
  await tx
    .insertInto('batches')
    .values({ id, kind, period: null, created_at, created_by: 'test', rows: 1, state: 'done' })
    .execute();
  return id;
}
