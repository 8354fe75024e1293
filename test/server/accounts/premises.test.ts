import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { addAccount as claimAccount } from '../../../server/accounts/add-account.ts';
import { linkAccount } from '../../../server/accounts/link-account.ts';
import { verifyAudit } from '../../../server/audit/verify.ts';
import { register } from '../../../server/registration/register.ts';
import { toInstant } from '../../../shared/instant.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { addAccount, addMeter, addUser, type TestAccount, type TestUser } from '../../support/household.ts';
import { intentsOf, noMailServer } from '../../support/mail-intents.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { untilSomebodyWaits } from '../../support/waiting.ts';

forEachEngine((engine) => {
  describe('the premises of a resident', () => {
    let server: TestServer;
    let home: TestAccount;
    let cottage: TestAccount;
    let anna: TestUser;
    let zane: TestUser;
    let phone: TestDevice;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'dgservic',
        now: '2017-07-20T09:00:00+03:00',
        smtp: noMailServer,
      });
    });
    let households = 0;
    beforeEach(async () => {
      // Every test has its own hour, so that none meets the limits of another.
      server.clock.advance(3_600_001);
      households++;
      const { services } = server;
      home = await addAccount(services, { number: `100-${households}` });
      cottage = await addAccount(services, { number: `200-${households}`, holder: 'Семёнов П.П.' });
      anna = await addUser(services, { name: 'Anna', accounts: [home], email: `anna${households}@example.com` });
      zane = await addUser(services, { name: 'Zane', accounts: [cottage], email: `zane${households}@example.com` });
      phone = await new TestDevice(server).signIn(anna, home.number);
    });

    const add = (change: { number?: string; holder?: string; proof?: string | null } = {}, on = phone) =>
      on.client.accounts.add.mutate({ number: cottage.number, holder: 'семенов п. п.', proof: null, ...change });
    const remove = (account: string, on = phone) => on.client.accounts.remove.mutate({ account });
    /** The ids sort by age: home is the older one. */
    const mine = async (on = phone) => (await on.client.profile.read.query()).accounts.map(({ id }) => id).sort();
    const told = () => intentsOf(server.services, 'account-linked');

    it('are not added for somebody who is signed out, or without the right proof; which part is wrong is not told', async () => {
      const mismatch = { code: 'account_mismatch' };
      assert.deepEqual(await problemOf(add({}, new TestDevice(server))), { code: 'signed_out' });
      assert.deepEqual(await problemOf(add({ holder: 'Anna Bērziņa' })), mismatch);
      assert.deepEqual(await problemOf(add({ number: '999-9' })), mismatch);
      assert.deepEqual(await problemOf(add({ number: home.number })), mismatch);
      assert.deepEqual(await problemOf(add({ number: '-' })), { code: 'bad_input', path: 'number' });
      assert.deepEqual(await mine(), [home.id]);
      assert.deepEqual(await told(), []);
    });

    it('are not added, whatever is in the fields', async () => {
      for (const text of hostileTexts) {
        for (const change of [{ number: text }, { holder: text }]) {
          server.clock.advance(3_600_001);
          const { code } = await problemOf(add(change));
          assert.match(code, /^(account_mismatch|bad_input)$/, JSON.stringify(change).slice(0, 80));
        }
      }
      const [tooLong] = [{ proof: 'x'.repeat(81) }];
      assert.deepEqual(await problemOf(add(tooLong)), { code: 'bad_input', path: 'proof' });
      assert.deepEqual(await mine(), [home.id]);
    });

    it('are guessed at ten times an hour at most, by one resident and for one account', async () => {
      const wrong = { holder: 'Иванов И.И.' };
      for (let times = 0; times < 10; times++) assert.equal((await problemOf(add(wrong))).code, 'account_mismatch');
      assert.deepEqual(await problemOf(add()), { code: 'too_many', seconds: 3600 });
      const accomplice = await addUser(server.services, { name: 'Eve', accounts: [home] });
      const other = await new TestDevice(server).signIn(accomplice, home.number);
      assert.deepEqual(await problemOf(add({}, other)), { code: 'too_many', seconds: 3600 });
      const garage = await addAccount(server.services, { number: `300-${households}`, holder: 'Семёнов П.П.' });
      await add({ number: garage.number }, other);
      server.clock.advance(3_600_001);
      await add();
    });

    it('are guessed at ten times a day at most where the proof is the total of a bill, by residents and at registration', async () => {
      const { services } = server;
      const registration = { ...services.company.registration, proof: { kind: 'last-bill-total' as const } };
      const asking = { ...services, company: { ...services.company, registration } };
      const claim = { number: cottage.number, holder: 'Семёнов П.П.', proof: '1,00' };
      const form = {
        ...claim,
        email: `guess${households}@example.com`,
        phone: '8 (495) 780-70-83',
        language: 'ru' as const,
      };
      const tries = [
        () => claimAccount(asking, { id: anna.id, name: 'Anna' }, claim),
        () => register(asking, form, '192.0.2.7'),
      ];
      const outcome = (at: number) =>
        tries[at % 2]?.().then(
          () => 'asked',
          (error: { problem?: Problem }) => error.problem?.code,
        );
      for (let at = 0; at < 10; at++) {
        assert.equal(await outcome(at), at % 2 ? 'asked' : 'account_mismatch');
        server.clock.advance(3_600_001);
      }
      for (const at of [0, 1]) assert.equal(await outcome(at), 'too_many');
      server.clock.advance(15 * 3_600_000);
      assert.equal(await outcome(0), 'account_mismatch');
    });

    it('are added by the proof: they can be read at once, and whoever was linked before is told', async () => {
      const meter = await addMeter(server.services, cottage, { serial: v7() });
      await phone.pull();
      assert.deepEqual(await add(), {
        id: cottage.id,
        number: cottage.number,
        holder: 'Семёнов П.П.',
        building: 'Rīgas iela 1',
        address: `Rīgas iela 1-${cottage.number}`,
      });
      const [page, ...others] = await phone.pull();
      assert.deepEqual([page?.account, page?.changes.meters[0]?.id, others.length], [cottage.id, meter.id, 0]);
      assert.deepEqual(await mine(), [home.id, cottage.id]);
      assert.deepEqual((await told()).at(-1), { kind: 'account-linked', user: zane.id, account: cottage.id });
      const [result] = await phone.push(phone.reading(meter, { period: '2017-07', values: { B: 1_000 } }));
      assert.equal(result?.outcome, 'applied');
    });

    it('are added once, also when asked for twice at once', async () => {
      const before = (await told()).length;
      const outcomes = await Promise.all(
        [add(), add()].map((call) =>
          call.then(
            () => 'added',
            (error) => error.data.problem.code as string,
          ),
        ),
      );
      assert.deepEqual(outcomes.sort(), ['account_linked', 'added']);
      assert.deepEqual(await problemOf(add()), { code: 'account_linked' });
      assert.equal((await told()).length, before + 1);
    });

    it('are added while somebody else adds them: whoever comes second tells the first one', async () => {
      const { services } = server;
      const { db } = services;
      const eve = await addUser(services, { name: 'Eve', accounts: [home], email: `eve${households}@example.com` });
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      let begin = () => {};
      const begun = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const first = db.write(async (tx) => {
        // Not an old one, whose letters would be given up before they were looked at.
        const at = toInstant(server.clock.now());
        await linkAccount(tx, { user: eve.id, account: cottage.id, at, actor: eve.id });
        begin();
        await released;
      });
      await begun;
      const second = add();
      await Promise.race([second, untilSomebodyWaits(db)]);
      release();
      await Promise.all([first, second]);
      const users = (await told()).filter(({ account }) => account === cottage.id).map(({ user }) => user);
      assert.deepEqual(users.sort(), [zane.id, zane.id, eve.id].sort());
    });

    it('of somebody else, or unknown, are not removed, and the last ones stay', async () => {
      for (const account of [cottage.id, v7()]) {
        assert.deepEqual(await problemOf(remove(account)), { code: 'not_found' });
      }
      for (const account of hostileTexts) {
        assert.deepEqual(await problemOf(remove(account)), { code: 'bad_input', path: 'account' });
      }
      assert.deepEqual(await problemOf(remove(home.id)), { code: 'forbidden' });
      const eve = await new TestDevice(server).signIn(zane, cottage.number);
      assert.deepEqual(await problemOf(remove(home.id, eve)), { code: 'not_found' });
      assert.deepEqual([await mine(), await mine(eve)], [[home.id], [cottage.id]]);
    });

    it('are removed: every device drops them with its next pull, and nothing is taken for them any more', async () => {
      const meter = await addMeter(server.services, cottage, { serial: v7() });
      const tablet = await new TestDevice(server).signIn(anna, home.number);
      await add();
      await phone.pull();
      await tablet.pull();
      assert.deepEqual(await remove(cottage.id), {});
      for (const device of [phone, tablet]) {
        const answer = await device.pullPage();
        assert.deepEqual(answer.revoked, [cottage.id]);
        assert.deepEqual(answer.accounts, []);
      }
      const [result] = await phone.push(phone.reading(meter, { period: '2017-07', values: { B: 1_000 } }));
      assert.deepEqual([result?.outcome, result?.problems], ['rejected', [{ code: 'account_unknown' }]]);
      assert.deepEqual(await problemOf(remove(cottage.id)), { code: 'not_found' });
      const zanes = await new TestDevice(server).signIn(zane, cottage.number);
      assert.deepEqual(await mine(zanes), [cottage.id], 'others keep them');
      await add();
      assert.deepEqual(await mine(), [home.id, cottage.id]);
    });

    it('never go down to none, also when both are removed at once', async () => {
      await add();
      const outcomes = await Promise.all(
        [home.id, cottage.id].map((account) =>
          remove(account).then(
            () => 'removed',
            (error) => error.data.problem.code as string,
          ),
        ),
      );
      assert.deepEqual(outcomes.sort(), ['forbidden', 'removed']);
      assert.equal((await mine()).length, 1);
    });

    it('leave a chained trace of links made, refused and taken off, without names and numbers', async () => {
      const { reader } = server.services.db;
      const rows = await reader.selectFrom('audit').selectAll().execute();
      const actions = new Set(rows.map(({ action }) => action));
      for (const action of ['link-account', 'link-refused', 'unlink-account']) assert.ok(actions.has(action), action);
      assert.equal((await verifyAudit(reader)).ok, true);
      for (const { actor, subject, detail } of rows) {
        assert.doesNotMatch(`${actor} ${subject} ${detail}`, /@|Anna|Zane|Сем|00-\d+$/);
      }
    });
  });
});
