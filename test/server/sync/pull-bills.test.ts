import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { addMonths, type Period } from '../../../shared/period.ts';
import { addLedgerMonth, addOnlinePayment, addPayment, addStatement, line } from '../../support/bills.ts';
import { forEachEngine } from '../../support/databases.ts';
import { goldenLedger } from '../../support/golden-ledger.ts';
import { addAccount, addUser, type TestAccount, type TestUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('a pull of bills', () => {
    let server: TestServer;
    let account: TestAccount;
    let anna: TestUser;
    before(async () => {
      server = await startTestServer(engine, { company: 'dgservic', now: '2017-07-20T09:00:00+03:00' });
      account = await addAccount(server.services, { number: '679-30' });
      anna = await addUser(server.services, { accounts: [account] });
    });

    it('gives nothing of a stranger’s', async () => {
      const { services } = server;
      const stranger = await addAccount(services, { number: '2002' });
      const ivan = await addUser(services, { name: 'Ivan', accounts: [stranger] });
      await addStatement(services, stranger, { period: '2017-06', total: 1 });
      await addPayment(services, stranger, { date: '2017-06-03', amount: 1, number: '1' });
      await addOnlinePayment(services, { account: stranger, user: ivan, amount: 1 });
      for (const month of goldenLedger()) await addLedgerMonth(services, stranger, month);
      const device = await new TestDevice(server).signIn(anna, account.number);
      for (const { changes } of await device.pull()) {
        assert.deepEqual(
          [changes.statements, changes.ledger, changes.payments, changes.onlinePayments],
          [[], [], [], []],
        );
      }
    });

    it('brings bills with their lines, the ledger with its cells, payments, and what is on its way', async () => {
      const { services } = server;
      const device = await new TestDevice(server).signIn(anna, account.number);
      await device.pull();
      const lines = [line(), line({ service: 'Отопление', volume: null, tariff: null, method: null, charged: 92273 })];
      const bill = await addStatement(services, account, { period: '2017-06', lines, file_hash: 'a'.repeat(64) });
      const [june, ...months] = goldenLedger();
      assert.ok(june);
      for (const month of months) await addLedgerMonth(services, account, month);
      await addLedgerMonth(services, account, { ...june, total: null });
      const paid = await addPayment(services, account, { date: '2017-06-03', amount: 596772, number: '17' });
      const begun = await addOnlinePayment(services, { account, user: anna, amount: 500, reference: 'MB-1' });
      const [page, ...rest] = await device.pull();
      assert.deepEqual(rest, []);
      assert.ok(page);
      const { statements, ledger, payments, onlinePayments } = page.changes;
      assert.deepEqual(statements, [
        {
          id: bill,
          account: account.id,
          revision: statements[0]?.revision,
          period: '2017-06',
          issuedOn: '2017-06-28',
          number: '679-30/2017-06',
          description: 'Квитанция 679-30',
          due: '2017-06-28',
          total: 118481,
          lines,
          printed: true,
        },
      ]);
      assert.deepEqual(
        ledger.map(({ revision, account: id, ...month }) => month),
        [...months, { ...june, total: null }],
      );
      assert.deepEqual(payments, [
        { id: paid, account: account.id, date: '2017-06-03', amount: 596772, number: '17', source: 'Swedbank' },
      ]);
      assert.deepEqual(onlinePayments, [
        {
          id: begun,
          account: account.id,
          statement: null,
          amount: 500,
          refunded: 0,
          reference: 'MB-1',
          state: 'begun',
          startedAt: '2017-07-01T09:00:00.000Z',
          changedAt: '2017-07-01T09:00:00.000Z',
        },
      ]);
      assert.deepEqual(await device.pull(), []);
    });

    it('comes in pages, each row once, in the order of the versions over all kinds', async () => {
      const { services } = server;
      const old = await addAccount(services, { number: '3003' });
      const user = await addUser(services, { name: 'Olga', accounts: [old] });
      const [month] = goldenLedger();
      assert.ok(month);
      const months = Array.from({ length: 300 }, (_, at) => addMonths('1990-01' as Period, at));
      for (const period of months) {
        await addLedgerMonth(services, old, { ...month, period });
        await addStatement(services, old, { period, total: 100 });
      }
      const device = await new TestDevice(server).signIn(user, old.number);
      const pages = await device.pull();
      assert.ok(pages.length >= 2, `${pages.length} pages`);
      const revisions = pages.map(({ changes }) =>
        [...changes.ledger, ...changes.statements].map((row) => row.revision),
      );
      for (const [at, page] of revisions.entries()) {
        assert.ok(Math.max(...page) < Math.min(...(revisions[at + 1] ?? [Number.POSITIVE_INFINITY])));
      }
      assert.equal(new Set(revisions.flat()).size, 600);
      assert.deepEqual(
        pages.flatMap(({ changes }) => changes.ledger.map(({ period }) => period)),
        months,
      );
    });
  });
});
