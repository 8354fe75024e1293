import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { mostWrong } from '../../../server/kiosks/tries.ts';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, july, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

const contact = '+371 2912 3456';

forEachEngine((engine) => {
  describe('what the office sees and does of kiosks', () => {
    let home: KioskHome;
    let dace: TestStaff;
    let manager: TestStaff;
    let administrator: TestStaff;
    let kiosk: TestKiosk;
    before(async () => {
      home = await furnishWithKiosk(engine);
      dace = await hire(home.server, { role: 'clerk' });
      manager = await hire(home.server, { role: 'manager' });
      administrator = await hire(home.server, { role: 'administrator' });
    });
    beforeEach(async () => {
      home.server.clock.set('2017-07-20T09:00:00+03:00');
      kiosk = await enrolKiosk(home.server);
    });

    const calls = () => dace.client.kiosks;
    const slipOf = ({ serial }: Pick<MeterOnWall, 'serial'>, typed: string, content: Partial<KioskSlip> = {}) =>
      kiosk.slip({
        account: home.account.number,
        serial,
        period: july,
        readings: [kiosk.reading(serial, [typed])],
        contact,
        ...content,
      });
    /** It waits for the office, because the text is no value. */
    async function leave(typed = 'abc', content: Partial<KioskSlip> = {}): Promise<KioskSlip> {
      const slip = slipOf(await home.hang(), typed, content);
      await kiosk.deliver(await kiosk.seal(slip));
      return slip;
    }
    async function leaveAfterRevocation(): Promise<{ slip: KioskSlip; meter: MeterOnWall }> {
      const meter = await home.hang();
      const slip = slipOf(meter, '5');
      const envelope = await kiosk.seal(slip);
      await revokeKiosk(home.server.services, kiosk.id, manager.id);
      await kiosk.deliver(envelope);
      return { slip, meter };
    }
    const listed = async (state: 'office' | 'held' | 'all') => {
      const { rows } = await calls().slips.query({ state, after: null });
      return rows.map(({ id }) => id);
    };
    const newest = async () => (await home.audits(1))[0];

    it('knows no slip that there is not, and no place in a list that it never gave', async () => {
      const id = v7();
      const missing = { code: 'not_found' };
      assert.deepEqual(await problemOf(calls().slip.mutate({ id })), missing);
      assert.deepEqual(await problemOf(calls().settle.mutate({ id, note: 'x' })), missing);
      assert.deepEqual(await problemOf(manager.client.kiosks.takeIn.mutate({ id })), missing);
      assert.deepEqual(await problemOf(calls().release.mutate({ account: id })), missing);
      for (const after of ['x', '{}', '"x"', '["a","b"]']) {
        const bad = { code: 'bad_input', path: 'after' };
        assert.deepEqual(await problemOf(calls().slips.query({ state: 'all', after })), bad);
        assert.deepEqual(await problemOf(calls().locks.query({ after })), bad);
      }
    });

    it('settles nothing without a word, nothing that does not wait, and nothing that changed meanwhile', async () => {
      const entered = await leave('5');
      const changed = { code: 'changed_meanwhile' };
      const note = 'Called.';
      const settle = (id: string) => problemOf(calls().settle.mutate({ id, note }));
      assert.deepEqual(await settle(entered.id), changed);
      const { id } = await leave();
      assert.equal((await problemOf(calls().settle.mutate({ id, note: ' ' })))?.code, 'bad_input');
      assert.deepEqual(await problemOf(manager.client.kiosks.settleHeld.mutate({ id, note })), changed);
      assert.equal((await home.slipRow(id))?.state, 'office');
      await calls().settle.mutate({ id, note });
      assert.deepEqual(await settle(id), changed);
    });

    it('takes in nothing that was not held', async () => {
      const { id } = await leave();
      assert.deepEqual(await problemOf(manager.client.kiosks.takeIn.mutate({ id })), { code: 'changed_meanwhile' });
    });

    it('lists what waits, those left first before the others, and all of it the other way round', async () => {
      const slips = [await leave(), await leave('5'), await leave()];
      const [first, entered, last] = slips.map(({ id }) => id) as [string, string, string];
      const waiting = await listed('office');
      assert.ok(!waiting.includes(entered));
      assert.deepEqual(waiting.slice(-2), [first, last]);
      assert.deepEqual((await listed('all')).slice(0, 3), [last, entered, first]);
      const { rows } = await calls().slips.query({ state: 'all', after: JSON.stringify(last) });
      const row = rows[0];
      assert.deepEqual(
        [row?.id, row?.state, row?.kiosk.name, row?.account?.id, row?.readings, row?.notEntered],
        [entered, 'entered', kiosk.name, home.account.id, 1, 0],
      );
    });

    it('opens a slip with what was typed, what is wrong and the contact, and notes one look in 15 minutes', async () => {
      const slip = await leave('12 x');
      const before = (await home.audits(1000)).filter(({ action }) => action === 'view-account').length;
      await calls().slip.mutate({ id: slip.id });
      home.server.clock.set('2017-07-20T09:14:00+03:00');
      const opened = await calls().slip.mutate({ id: slip.id });
      const views = (await home.audits(1000)).filter(({ action }) => action === 'view-account');
      assert.equal(views.length, before + 1);
      assert.deepEqual(
        [views[0]?.subject, views[0]?.actor, JSON.parse(views[0]?.detail ?? '')],
        [home.account.id, dace.id, { slip: slip.id }],
      );
      const [reading] = opened.readings;
      assert.deepEqual([opened.contact, opened.serial, opened.period], [contact, slip.serial, july]);
      assert.equal(opened.account?.number, home.account.number);
      assert.deepEqual(reading?.typed, ['12 x']);
      assert.equal(reading?.meter?.serial, slip.serial);
      assert.equal(reading?.outcome, 'office');
      assert.equal(reading?.problems[0]?.code, 'value_not_a_number');
      assert.deepEqual(opened.problems, []);
    });

    it('tells what is wrong with the account once, of the whole slip', async () => {
      const nobodys = await leave('5', { account: '99999' });
      const opened = await calls().slip.mutate({ id: nobodys.id });
      assert.deepEqual([opened.account, opened.typedAccount], [null, '99999']);
      assert.deepEqual(opened.problems, [{ code: 'account_unknown' }]);
      assert.deepEqual(opened.readings[0]?.problems, []);
      const look = await newest();
      assert.deepEqual([look?.action, look?.subject], ['view-slip', kiosk.id]);
      const wrong = await leave('5', { serial: 'wrong 1' });
      const other = await calls().slip.mutate({ id: wrong.id });
      assert.equal(other.account?.id, home.account.id);
      assert.deepEqual(other.problems, [{ code: 'account_mismatch' }]);
    });

    it('names no meter where it is not clear which one is meant', async () => {
      const serial = v7().slice(-12);
      await home.hang({ serial, service: 'cold-water' });
      await home.hang({ serial, service: 'hot-water' });
      const slip = slipOf({ serial }, '5');
      await kiosk.deliver(await kiosk.seal(slip));
      const { readings } = await calls().slip.mutate({ id: slip.id });
      assert.deepEqual([readings[0]?.meter, readings[0]?.problems], [null, [{ code: 'meter_unclear' }]]);
    });

    it('settles a slip with who did it and what was done, which the log does not repeat', async () => {
      const { id } = await leave();
      const { office } = await calls().work.query();
      await calls().settle.mutate({ id, note: ' Called, read anew. ' });
      const { state, settled } = await calls().slip.mutate({ id });
      assert.equal(state, 'settled');
      assert.deepEqual([settled?.note, settled?.by], ['Called, read anew.', dace.name]);
      assert.equal((await calls().work.query()).office, office - 1);
      const entry = (await home.audits(5)).find(({ action }) => action === 'settle-slip');
      assert.deepEqual(JSON.parse(entry?.detail ?? ''), { slip: id, state: 'office', account: home.account.id });
      assert.deepEqual(await home.readings(await home.hang()), []);
    });

    it('of two clerks who settle at once lets one', async () => {
      const { id } = await leave();
      const settling = ['a', 'b'].map((note) => calls().settle.mutate({ id, note }));
      const ends = (await Promise.allSettled(settling)).map(({ status }) => status).sort();
      assert.deepEqual(ends, ['fulfilled', 'rejected']);
    });

    it('takes in what a revoked kiosk brought, once', async () => {
      const { slip, meter } = await leaveAfterRevocation();
      assert.ok((await listed('held')).includes(slip.id));
      const { readings } = await calls().slip.mutate({ id: slip.id });
      assert.equal(readings[0]?.outcome, null);
      assert.deepEqual(await manager.client.kiosks.takeIn.mutate({ id: slip.id }), { state: 'entered' });
      assert.deepEqual(Object.values(await home.states(meter)), ['accepted']);
      const again = manager.client.kiosks.takeIn.mutate({ id: slip.id });
      assert.deepEqual(await problemOf(again), { code: 'changed_meanwhile' });
      assert.ok(!(await listed('held')).includes(slip.id));
    });

    it('has a manager settle what a revoked kiosk brought, without entering any of it, and no clerk', async () => {
      const { slip, meter } = await leaveAfterRevocation();
      const said = { id: slip.id, note: 'Made up.' };
      assert.deepEqual(await problemOf(calls().settleHeld.mutate(said)), { code: 'forbidden' });
      assert.deepEqual(await problemOf(calls().settle.mutate(said)), { code: 'changed_meanwhile' });
      assert.equal((await home.slipRow(slip.id))?.state, 'held');
      await manager.client.kiosks.settleHeld.mutate(said);
      assert.equal((await home.slipRow(slip.id))?.state, 'settled');
      assert.deepEqual(await home.readings(meter), []);
    });

    it('shows what a kiosk holds, and of a revoked one what it held and what came since', async () => {
      const oldest = '2017-07-19T06:00:00.000Z';
      await kiosk.hello({ waiting: 3, oldest, refused: 1 });
      const own = async () => (await calls().list.query()).find(({ id }) => id === kiosk.id);
      const shown = await own();
      assert.deepEqual([shown?.waiting, shown?.waitingSince, shown?.refused, shown?.cameSince], [3, oldest, 1, null]);
      await leave();
      home.server.clock.set('2017-07-20T10:00:00+03:00');
      const { slip } = await leaveAfterRevocation();
      assert.deepEqual((await own())?.cameSince, { all: 1, held: 1 });
      assert.equal((await own())?.waiting, 3);
      await manager.client.kiosks.takeIn.mutate({ id: slip.id });
      assert.deepEqual((await own())?.cameSince, { all: 1, held: 0 });
    });

    it('lists the accounts that are locked, and releases one', async () => {
      const account = await addAccount(home.server.services, { number: '3003' });
      for (let wrong = 0; wrong < mostWrong; wrong++) {
        await problemOf(kiosk.client.lookUp.mutate({ account: '3003', serial: `guess ${wrong}` }));
      }
      const locks = async () => (await calls().locks.query({ after: null })).rows;
      const lock = (await locks()).find((one) => one.account.id === account.id);
      assert.deepEqual([lock?.account.number, lock?.kiosk], ['3003', { id: kiosk.id, name: kiosk.name }]);
      assert.equal(lock?.everywhere, false);
      const { done } = await dace.client.accounts.open.mutate({ account: account.id });
      const locking = done.find(({ action }) => action === 'kiosk-account-locked');
      assert.deepEqual([locking?.by, locking?.actor], [kiosk.name, 'other']);
      await calls().release.mutate({ account: account.id });
      assert.deepEqual([(await newest())?.action, (await newest())?.actor], ['kiosk-account-released', dace.id]);
      assert.ok(!(await locks()).some((one) => one.account.id === account.id));
      const again = calls().release.mutate({ account: account.id });
      assert.deepEqual(await problemOf(again), { code: 'changed_meanwhile' });
    });

    it('lists once an account that is locked everywhere, and releases it everywhere', async () => {
      const account = await addAccount(home.server.services, { number: '3006' });
      const others = await Promise.all([enrolKiosk(home.server), enrolKiosk(home.server)]);
      const guess = (at: TestKiosk) => problemOf(at.client.lookUp.mutate({ account: '3006', serial: v7() }));
      for (const at of others) for (let wrong = 0; wrong < mostWrong; wrong++) await guess(at);
      const locks = async () => {
        const { rows } = await calls().locks.query({ after: null });
        return rows.filter((one) => one.account.id === account.id);
      };
      const [last] = others.slice(-1);
      assert.deepEqual(
        (await locks()).map((lock) => [lock.everywhere, lock.kiosk.id]),
        [[true, last?.id]],
      );
      assert.equal((await guess(kiosk)).code, 'kiosk_locked');
      await calls().release.mutate({ account: account.id });
      assert.deepEqual(await locks(), []);
      for (const at of [kiosk, ...others]) assert.equal((await guess(at)).code, 'account_mismatch');
    });

    it('pages through locks of one moment, and of one account at several kiosks', async () => {
      const { db } = home.server.services;
      const account = await addAccount(home.server.services, { number: '3007' });
      const kiosks = await Promise.all(Array.from({ length: 3 }, () => enrolKiosk(home.server)));
      const at = '2017-07-20T06:00:00.000Z';
      const row = { account_id: account.id, wrong: mostWrong, last_at: at, last_proof: null, locked_at: at };
      await db.write(async (tx) => {
        for (const { id } of kiosks) {
          await tx
            .insertInto('kiosk_tries')
            .values({ ...row, account: 'a key', place: id, last_kiosk: id, locked_by: id })
            .execute();
        }
      });
      const [first, second] = kiosks.map(({ id }) => id).sort();
      const after = JSON.stringify([at, account.id, first]);
      const { rows } = await calls().locks.query({ after });
      assert.equal(rows[0]?.kiosk.id, second);
      const bad = { code: 'bad_input', path: 'after' };
      for (const place of ['nowhere', null]) {
        assert.deepEqual(await problemOf(calls().locks.query({ after: JSON.stringify([at, account.id, place]) })), bad);
      }
    });

    it('shows administrators the keys without what opens anything, and makes another', async () => {
      const keys = () => administrator.client.kiosks.keys.query();
      const [newestKey] = await keys();
      await administrator.client.kiosks.rotateKey.mutate();
      assert.deepEqual([(await newest())?.action, (await newest())?.actor], ['make-kiosk-key', administrator.id]);
      const now = await keys();
      assert.deepEqual([now[0]?.number, now[1]], [(newestKey?.number ?? 0) + 1, newestKey]);
      assert.deepEqual(Object.keys(now[0] ?? {}).sort(), ['createdAt', 'id', 'number']);
      await kiosk.hello();
      assert.equal(kiosk.greeting.key.id, now[0]?.id);
    });
  });
});
