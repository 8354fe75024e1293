import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { addMonths, type Period } from '../../../shared/period.ts';
import { protocol } from '../../../shared/protocol.ts';
import { type Engine, forEachEngine } from '../../support/databases.ts';
import {
  addAccount,
  addBilledReading,
  addMeter,
  addUser,
  lockPeriod,
  type TestAccount,
  type TestUser,
  twoTariffs,
} from '../../support/household.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('a pull', () => {
    let server: TestServer;
    let account: TestAccount;
    let stranger: TestAccount;
    let anna: TestUser;
    before(async () => {
      ({ server, account, stranger, anna } = await furnish(engine));
    });
    const signedIn = () => new TestDevice(server).signIn(anna, account.number);

    it('is refused when nobody is signed in', async () => {
      assert.deepEqual(await problemOf(new TestDevice(server).pullPage()), { code: 'signed_out' });
    });

    it('is refused under another user than the session’s (I10)', async () => {
      const device = await signedIn();
      device.user = { ...anna, id: v7() };
      assert.deepEqual(await problemOf(device.pullPage()), { code: 'other_user' });
    });

    it('gives nothing of a stranger’s account, whatever the cursors say, and calls it revoked', async () => {
      const device = await signedIn();
      for (const epoch of [server.services.epoch, '']) {
        device.cursors = { [stranger.id]: { epoch, version: 0 } };
        const answer = await device.pullPage();
        assert.deepEqual(answer.revoked, [stranger.id]);
        assert.deepEqual(
          answer.accounts.map((page) => page.account),
          [account.id],
        );
      }
    });

    it('brings the account, its meters with their registers and its readings, and then nothing', async () => {
      const device = await signedIn();
      const [page] = await device.pull();
      assert.equal(page?.changes.accounts[0]?.number, account.number);
      assert.deepEqual(
        page?.changes.meters.map(({ serial, registers }) => [serial, registers.map(({ code }) => code)]),
        [
          ['100', ['B']],
          ['200', ['T1', 'T2']],
        ],
      );
      assert.deepEqual(page?.changes.readings[0]?.values, { B: 1_000 });
      assert.deepEqual(await device.pull(), []);
    });

    it('brings only what changed since', async () => {
      const device = await signedIn();
      const [first] = await device.pull();
      const meter = first?.changes.meters[0];
      assert.ok(meter);
      const reading = device.reading(meter, { period: '2017-07', values: { B: 2_000 } });
      const [result] = await device.push(reading);
      const [page] = await device.pull();
      assert.equal(page?.version, result?.version);
      assert.deepEqual(
        page?.changes.readings.map(({ id, state }) => [id, state]),
        [[reading.id, 'accepted']],
      );
      assert.deepEqual(page?.changes.meters, []);
    });

    it('starts anew when the device’s cursor is of another epoch, ahead of the server, or one before the first page', async () => {
      const device = await signedIn();
      await device.pull();
      const cursor = device.cursors[account.id];
      assert.ok(cursor);
      for (const wrong of [
        { ...cursor, epoch: v7() },
        { ...cursor, version: cursor.version + 1 },
        { epoch: '', version: 0 },
      ]) {
        device.cursors = { [account.id]: wrong };
        const [page] = (await device.pullPage()).accounts;
        assert.equal(page?.reset, true);
        assert.equal(page?.changes.meters.length, 2);
      }
    });

    it('names the locked periods, newest first (W6)', async () => {
      const device = await signedIn();
      await lockPeriod(server.services, '2017-05');
      await lockPeriod(server.services, '2017-06');
      assert.deepEqual((await device.pullPage()).locked, ['2017-06', '2017-05']);
    });

    it('asks an app of a forgotten protocol for an upgrade', async () => {
      const device = await signedIn();
      const call = device.client.sync.pull.query({ protocol: 0, user: anna.id, cursors: {} });
      assert.deepEqual(await problemOf(call), { code: 'upgrade_required' });
    });
  });

  describe('a long history', () => {
    it('comes in pages, each row once and none left out', async () => {
      const { server, account, anna } = await furnish(engine);
      const other = await addAccount(server.services, { number: '1002' });
      await server.services.db.write(async (tx) => {
        const link = { user_id: anna.id, account_id: other.id, linked_at: '2017-07-20T06:00:00.000Z' };
        await tx.insertInto('user_accounts').values(link).execute();
      });
      for (const serial of ['400', '500']) await addMeter(server.services, other, { serial });
      const meter = await addMeter(server.services, account, { serial: '300' });
      const months = Array.from({ length: 1_200 }, (_, at) => addMonths('1917-01' as Period, at));
      const ids: string[] = [];
      for (const [at, period] of months.entries()) {
        ids.push(await addBilledReading(server.services, meter, { period, values: { B: at } }));
      }
      const device = await new TestDevice(server).signIn(anna, account.number);
      const answers = await device.pullAnswers();
      assert.ok(answers.length >= 3, `${answers.length} answers`);
      for (const { accounts } of answers) {
        const rows = accounts.flatMap(({ changes }) => Object.values(changes).flat());
        assert.ok(rows.length <= 500, `${rows.length} rows in one answer, over all accounts`);
      }
      const pages = answers.flatMap(({ accounts }) => accounts);
      const ofAccount = pages.filter((page) => page.account === account.id);
      assert.deepEqual(
        ofAccount.map(({ more }) => more),
        ofAccount.map((_, at) => at < ofAccount.length - 1),
      );
      const got = pages.flatMap(({ changes }) => changes.readings.filter((reading) => reading.meter === meter.id));
      assert.deepEqual(
        got.map(({ id }) => id),
        ids,
      );
      const meters = pages.filter((page) => page.account === other.id).flatMap(({ changes }) => changes.meters);
      assert.deepEqual(
        meters.map(({ serial }) => serial),
        ['400', '500'],
      );
    });
  });

  describe('a reconciliation after the server was restored (I6)', () => {
    it('is refused under another user than the session’s (I10)', async () => {
      const { server, account, anna } = await furnish(engine);
      const device = await new TestDevice(server).signIn(anna, account.number);
      const call = device.client.sync.reconcile.query({ protocol, user: v7(), ids: [] });
      assert.deepEqual(await problemOf(call), { code: 'other_user' });
    });

    it('tells nothing of another user’s operations', async () => {
      const { server, account, stranger, anna, ivan } = await furnish(engine);
      const his = await new TestDevice(server).signIn(ivan, stranger.number);
      const theirs = his.reading({ id: v7(), account: stranger.id }, { period: '2017-07', values: { B: 1 } });
      await his.push(theirs);
      const device = await new TestDevice(server).signIn(anna, account.number);
      const call = device.client.sync.reconcile.query({ protocol, user: anna.id, ids: [theirs.id] });
      assert.deepEqual((await call).missing, [theirs.id]);
    });

    it('names the operations that the ledger does not have, and no others', async () => {
      const { server, account, anna } = await furnish(engine);
      const device = await new TestDevice(server).signIn(anna, account.number);
      const [page] = await device.pull();
      const meter = page?.changes.meters[0];
      assert.ok(meter);
      const known = device.reading(meter, { period: '2017-07', values: { B: 2_000 } });
      await device.push(known);
      const lost = v7();
      const call = device.client.sync.reconcile.query({ protocol, user: anna.id, ids: [known.id, lost] });
      assert.deepEqual((await call).missing, [lost]);
    });
  });
});

async function furnish(engine: Engine) {
  const server = await startTestServer(engine, { company: 'dgservic', now: '2017-07-20T09:00:00+03:00' });
  const { services } = server;
  const account = await addAccount(services, { number: '1001' });
  const stranger = await addAccount(services, { number: '2002' });
  const anna = await addUser(services, { name: 'Anna', accounts: [account] });
  const ivan = await addUser(services, { name: 'Ivan', accounts: [stranger] });
  const meter = await addMeter(services, account, { serial: '100' });
  await addMeter(services, account, { serial: '200', service: 'electricity', unit: 'kWh', registers: twoTariffs });
  await addBilledReading(services, meter, { period: '2017-06', values: { B: 1_000 } });
  await addMeter(services, stranger, { serial: '900' });
  return { server, account, stranger, anna, ivan };
}
