import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { addOnlinePayment, addStatement } from '../../support/bills.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addUser } from '../../support/household.ts';
import { startTestServer } from '../../support/test-server.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

forEachEngine((engine) => {
  describe('the list of online payments', () => {
    const header = 'reference,account,date,amount,refunded,currency,state,fault,statement';

    it('has them in the order in which they were begun, with all that billing needs to book them', async () => {
      const database = await engine.create();
      const env = { METERBOOK_COMPANY: 'dgservic', METERBOOK_DATABASE: database };
      const list = (...args: string[]) => runCli(['export', 'online-payments', ...args], { env });
      const { services } = await startTestServer(engine, {
        company: 'dgservic',
        now: '2017-07-20T09:00:00+03:00',
        database,
      });
      const none = await list();
      assert.deepEqual([none.code, none.stdout, none.stderr], [0, `${header}\r\n`, '0 online payments.\n']);

      const account = await addAccount(services, { number: '=679/30' });
      const user = await addUser(services, { accounts: [account] });
      const statement_id = await addStatement(services, account, { period: '2017-06', number: '88' });
      const of = { account, user };
      await addOnlinePayment(services, { ...of, amount: 1234_05, reference: 'MB-1', state: 'received', statement_id });
      await addOnlinePayment(services, { ...of, amount: 5_00, reference: 'MB-2', state: 'refunded', refunded: 5_00 });
      const fault = 'paid 10.00 RUB, asked 5.00 RUB';
      await addOnlinePayment(services, { ...of, amount: 5_00, reference: 'MB-3', state: 'received', fault });

      const all = await list();
      assert.equal(all.code, 0, all.stderr);
      assert.deepEqual(all.stdout.split('\r\n'), [
        header,
        "MB-1,'=679/30,2017-07-01,1234.05,0.00,RUB,received,,88",
        "MB-2,'=679/30,2017-07-01,5.00,5.00,RUB,refunded,,",
        `MB-3,'=679/30,2017-07-01,5.00,0.00,RUB,received,"${fault}",`,
        '',
      ]);
      assert.equal(all.stderr, '3 online payments.\n');

      const folder = await temporaryFolder();
      const file = join(folder, 'list.csv');
      const format = ['--separator', 'semicolon', '--decimal-comma', '--bom'];
      const received = await list('--state', 'received', ...format, '--output', file);
      assert.deepEqual([received.code, received.stdout], [0, '']);
      assert.equal(received.stderr, '2 online payments in the state received.\n');
      assert.deepEqual((await readFile(file, 'utf8')).split('\r\n').slice(0, 2), [
        `\ufeff${header.replaceAll(',', ';')}`,
        "MB-1;'=679/30;2017-07-01;1234,05;0,00;RUB;received;;88",
      ]);
      assert.deepEqual(await readdir(folder), ['list.csv']);
    });

    it('is refused for a state that there is none of, and for a place that there is not', async () => {
      const env = { METERBOOK_COMPANY: 'dgservic', METERBOOK_DATABASE: await engine.create() };
      await runCli(['migrate'], { env });
      const wrong = await runCli(['export', 'online-payments', '--state', 'lost'], { env });
      assert.equal(wrong.code, 2);
      assert.match(wrong.stderr, /begun, received, confirmed, failed, refunded/);
      const nowhere = join(await temporaryFolder(), 'no', 'list.csv');
      const unwritten = await runCli(['export', 'online-payments', '--output', nowhere], { env });
      assert.deepEqual([unwritten.code, unwritten.stderr], [1, `meterbook: there is no file or folder ${nowhere}\n`]);
    });
  });
});
