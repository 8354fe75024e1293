import assert from 'node:assert/strict';
import { verifyAudit } from '../../../server/audit/verify.ts';
import type { Row } from '../../../server/db/tables.ts';
import type { OnlinePayment } from '../../../shared/bill.ts';
import type { Engine } from '../../support/databases.ts';
import { FakeStripe } from '../../support/fake-stripe.ts';
import { addAccount, addUser, type TestAccount, type TestUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** Anna, who pays in the portal of a company that has Stripe. */
export interface PayingHousehold {
  stripe: FakeStripe;
  server: TestServer;
  account: TestAccount;
  anna: TestUser;
  device: TestDevice;
  /** The payments, in the order in which they were begun. */
  payments(): Promise<Row<'online_payments'>[]>;
  payment(id: string): Promise<Row<'online_payments'>>;
  /** Anna begins to pay; answers with the payment's id. */
  begin(amount: number, statement?: string | null): Promise<string>;
  /** What the device gets of its payments by the next pull. */
  pulled(): Promise<OnlinePayment[]>;
  /** What the log tells of a payment, in its order; its chain must hold. */
  audited(id: string): Promise<{ actor: string; action: string; detail: Record<string, unknown> }[]>;
}

export async function payingHousehold(
  engine: Engine,
  { timeoutMs, database }: { timeoutMs?: number; database?: string } = {},
): Promise<PayingHousehold> {
  const stripe = await FakeStripe.start(engine);
  const server = await startTestServer(engine, {
    company: 'ddzksu',
    now: '2026-11-28T09:00:00+02:00',
    payments: stripe.provider(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(database !== undefined && { database }),
  });
  const { db } = server.services;
  const account = await addAccount(server.services, { number: '12345' });
  const anna = await addUser(server.services, { name: 'Anna', accounts: [account], email: 'anna@example.lv' });
  const device = await new TestDevice(server).signIn(anna, account.number);
  // Not by the database, which may sort "aa" behind "z".
  const payments = async () =>
    (await db.reader.selectFrom('online_payments').selectAll().execute()).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    stripe,
    server,
    account,
    anna,
    device,
    payments,
    async payment(id) {
      const found = (await payments()).find((row) => row.id === id);
      assert.ok(found);
      return found;
    },
    async begin(amount, statement = null) {
      // So many an hour are allowed.
      server.clock.advance(3_600_001);
      const { url } = await device.client.payments.begin.mutate({
        account: account.id,
        statement,
        amount,
        language: 'lv',
      });
      return url.replace('https://pay.example/cs_test_', '');
    },
    pulled: async () => (await device.pull()).flatMap(({ changes }) => changes.onlinePayments),
    async audited(id) {
      assert.equal((await verifyAudit(db.reader)).ok, true);
      const rows = await db.reader
        .selectFrom('audit')
        .where('subject', '=', id)
        .select(['actor', 'action', 'detail'])
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
    },
  };
}
