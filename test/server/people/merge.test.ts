import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { addMeter } from '../../support/household.ts';
import { settle } from '../../support/office-tries/people.ts';
import { moveIn, type TestResident } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('two users who are one person', () => {
    let server: TestServer;
    let manager: TestStaff;
    let stays: TestResident;
    let goes: TestResident;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      manager = await hire(server, { role: 'manager' });
      stays = await moveIn(server, 'Anna');
      goes = await moveIn(server, 'Anita');
    });

    const preview = (pair: { stays: string; goes: string }) => manager.client.people.previewMerge.query(pair);
    const merge = async (pair: { stays: string; goes: string }) =>
      manager.client.people.merge.mutate({ ...pair, seal: (await preview(pair)).seal });

    it('are not merged with themselves, nor with one who has ended', async () => {
      const [one, other] = [await settle(server), await settle(server)];
      assert.deepEqual(await problemOf(preview({ stays: one.id, goes: one.id })), {
        code: 'bad_input',
        path: 'goes',
      });
      await merge({ stays: one.id, goes: other.id });
      assert.deepEqual(await problemOf(preview({ stays: other.id, goes: one.id })), { code: 'not_found' });
      assert.deepEqual(await problemOf(preview({ stays: one.id, goes: other.id })), { code: 'not_found' });
    });

    it('are not merged when it is not what was shown: nothing happens', async () => {
      const [one, other] = [await settle(server), await settle(server)];
      const pair = { stays: one.id, goes: other.id };
      const { seal } = await preview(pair);
      await manager.client.people.link.mutate({
        user: other.id,
        account: (await settle(server)).account.number,
      });
      assert.deepEqual(await problemOf(manager.client.people.merge.mutate({ ...pair, seal })), {
        code: 'changed_meanwhile',
      });
      assert.equal((await manager.client.people.open.query({ user: other.id })).state, 'active');
    });

    it('are merged by one of two managers at once', async () => {
      const [one, other] = [await settle(server), await settle(server)];
      const pair = { stays: one.id, goes: other.id };
      const { seal } = await preview(pair);
      const tried = await Promise.allSettled([
        manager.client.people.merge.mutate({ ...pair, seal }),
        manager.client.people.merge.mutate({ stays: pair.goes, goes: pair.stays, seal }),
        manager.client.people.merge.mutate({ ...pair, seal }),
      ]);
      assert.equal(tried.filter(({ status }) => status === 'fulfilled').length, 1);
    });

    it('keep everything; a device of the former one hands in what it saved, and is signed out', async () => {
      const { services } = server;
      const meter = await addMeter(services, goes.accounts[1], { serial: 'in-the-basement' });
      // Saved in the basement before the office merged.
      const saved = goes.device.reading(meter, { period: '2026-11', values: { B: 5_000 } });
      const pair = { stays: stays.user.id, goes: goes.user.id };
      const shown = await preview(pair);
      assert.deepEqual(
        [shown.gains, shown.shared, shown.takes, shown.devices, shown.passkeys],
        [goes.accounts.map(({ number }) => number), [], [], 2, 1],
      );
      await manager.client.people.merge.mutate({ ...pair, seal: shown.seal });

      const [result] = await goes.device.push(saved);
      assert.equal(result?.outcome, 'applied');
      assert.deepEqual(await problemOf(goes.device.pull()), { code: 'signed_out' });
      assert.deepEqual(await problemOf(goes.device.client.profile.read.query()), { code: 'signed_out' });
      const [again] = await goes.device.push(saved);
      assert.equal(again?.outcome, 'duplicate');

      const mine = await stays.device.pull();
      assert.deepEqual(
        new Set(mine.map(({ account }) => account)),
        new Set([...stays.accounts, ...goes.accounts].map(({ id }) => id)),
      );
      assert.ok(mine.some(({ changes }) => changes.readings.some(({ id }) => id === saved.id)));

      const gone = await manager.client.people.open.query({ user: goes.user.id });
      assert.deepEqual(
        [gone.state, gone.mergedInto, gone.email, gone.accounts, gone.devices, gone.passkeys],
        ['merged', stays.user.id, null, [], [], 0],
      );
      const device = new TestDevice(server);
      assert.deepEqual(
        await problemOf(device.client.auth.signIn.mutate({ name: goes.email, password: goes.user.password })),
        { code: 'sign_in_failed' },
      );
      await device.signIn(stays.user, goes.accounts[0].number);
      const both = await services.db.reader
        .selectFrom('audit')
        .where('action', 'in', ['merge-users', 'merged-user'])
        .where('subject', 'in', [stays.user.id, goes.user.id])
        .select(['action', 'subject'])
        .orderBy('seq')
        .execute();
      assert.deepEqual(both, [
        { action: 'merge-users', subject: stays.user.id },
        { action: 'merged-user', subject: goes.user.id },
      ]);
    });

    it('hand in nothing for an account that is not theirs any more', async () => {
      const former = await moveIn(server, 'Beate');
      const kept = await settle(server);
      const saved = former.device.reading(former.meter, { period: '2026-11', values: { B: 2_000 } });
      await merge({ stays: kept.id, goes: former.user.id });
      await manager.client.people.unlink.mutate({ user: kept.id, account: former.accounts[0].id });
      const [result] = await former.device.push(saved);
      assert.deepEqual([result?.outcome, result?.problems], ['rejected', [{ code: 'account_unknown' }]]);
    });

    it('are told: at the address that stays and at the one that goes; an address is taken over where there is none', async () => {
      const [one, other] = [await settle(server), await settle(server)];
      await merge({ stays: one.id, goes: other.id });
      await server.services.mail.work();
      const told = server.mailbox.letters().map(({ to }) => to);
      assert.ok(told.includes(one.email) && told.includes(other.email));

      const { user } = await manager.client.people.create.mutate({
        accounts: [(await settle(server)).account.number],
        name: 'Zane Kalniņa',
        email: null,
        language: null,
        by: 'letter',
      });
      const second = await settle(server);
      const pair = { stays: user, goes: second.id };
      assert.deepEqual((await preview(pair)).takes, ['email', 'language', 'password']);
      await merge(pair);
      const merged = await manager.client.people.open.query({ user });
      assert.deepEqual([merged.email, merged.language, merged.state], [second.email, 'lv', 'active']);
      const { rows } = await manager.client.people.list.query({ search: second.email, after: null });
      assert.deepEqual(
        rows.map(({ id }) => id),
        [user],
      );
    });
  });
});
