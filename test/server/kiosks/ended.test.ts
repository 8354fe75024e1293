import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { handInDays } from '../../../shared/kiosk.ts';
import type { Delivery } from '../../../shared/kiosk-answers.ts';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, type TestKiosk, typeCode } from '../../support/kiosk.ts';
import { furnishWithKiosk, july, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { standKiosk } from '../../support/stand-kiosk.ts';
import { problemOf } from '../../support/test-device.ts';

const day = 86_400_000;

forEachEngine((engine) => {
  describe('what waits sealed on a tablet', () => {
    let home: KioskHome;
    let dace: TestStaff;
    let kiosk: TestKiosk;
    let meter: MeterOnWall;
    let slip: KioskSlip;
    before(async () => {
      home = await furnishWithKiosk(engine);
      dace = await hire(home.server, { role: 'manager' });
    });
    beforeEach(async () => {
      home.server.clock.set('2017-07-20T09:00:00+03:00');
      kiosk = await enrolKiosk(home.server);
      meter = await home.hang();
      slip = slipAt(kiosk);
    });

    const slipAt = (at: TestKiosk) =>
      at.slip({
        account: home.account.number,
        serial: meter.serial,
        period: july,
        readings: [at.reading(meter.serial, ['5'])],
      });
    const calls = () => dace.client.kiosks;
    const newCode = async ({ id, name }: Pick<TestKiosk, 'id' | 'name'>) => ({
      id,
      name,
      code: (await calls().renewCode.mutate({ id })).code,
    });
    const outcomes = (results: readonly Delivery[]) =>
      results.map(({ outcome, problem }) => (problem ? [outcome, problem] : outcome));
    const refused = ['refused', { code: 'malformed', path: 'kiosk' }];
    const isHeld = async ({ id }: KioskSlip, by: TestKiosk) => {
      const row = await home.slipRow(id);
      assert.deepEqual([row?.state, row?.kiosk_id, row?.account_id], ['held', by.id, home.account.id]);
      assert.deepEqual(await home.readings(meter), []);
    };

    describe('whose kiosk was set up anew on another one', () => {
      it('is handed in all the same, and the office looks at it first', async () => {
        const envelope = await kiosk.seal(slip);
        const now = await typeCode(home.server, await newCode(kiosk));
        assert.equal((await kiosk.hello()).status, 401);
        assert.deepEqual(await problemOf(kiosk.client.pair.mutate()), { code: 'signed_out' });
        assert.deepEqual(outcomes(await kiosk.deliver(envelope)), ['held']);
        await isHeld(slip, kiosk);
        assert.equal((await now.hello()).status, 200);
        const noted = (await home.audits(20)).map(({ action }) => action);
        assert.ok(!noted.includes('kiosk-credential-reused'), 'it is no copy');
      });

      it('says nothing of what the new one holds', async () => {
        const now = await typeCode(home.server, await newCode(kiosk));
        await now.hello({ waiting: 1 });
        await kiosk.hello({ waiting: 7 });
        const found = (await calls().list.query()).find(({ id }) => id === kiosk.id);
        assert.equal(found?.waiting, 1);
      });

      it('is entered by itself where it is the same tablet, with or without its cookie', async () => {
        const envelope = await kiosk.seal(slip);
        kiosk = await typeCode(home.server, await newCode(kiosk), kiosk.cookie);
        assert.deepEqual(outcomes(await kiosk.deliver(envelope)), ['received']);
        const later = slipAt(kiosk);
        const another = await kiosk.seal({ ...later, period: '2017-06' });
        kiosk = await typeCode(home.server, await newCode(kiosk));
        assert.deepEqual(outcomes(await kiosk.deliver(another)), ['received']);
      });
    });

    describe('that was set up as another kiosk', () => {
      it('is refused where no kiosk of ours sealed it, and that is noted', async () => {
        for (const { id } of [{ id: v7() }, await standKiosk(home.server)]) {
          const one = slipAt(kiosk);
          assert.deepEqual(outcomes(await kiosk.deliver(await kiosk.seal(one, { kiosk: id }))), [refused]);
          assert.equal(await home.slipRow(one.id), undefined);
          const [noted] = await home.audits(1);
          assert.deepEqual([noted?.action, noted?.subject], ['kiosk-envelope-refused', kiosk.id]);
        }
      });

      it('is refused where it was moved to that other kiosk', async () => {
        const other = await enrolKiosk(home.server);
        const moved = { ...(await kiosk.seal(slip)), kiosk: other.id };
        assert.deepEqual(outcomes(await kiosk.deliver(moved)), [['refused', { code: 'malformed', path: 'sealed' }]]);
      });

      it('is held as left at the kiosk that sealed it, and noted, without a word of what is in it', async () => {
        const envelope = await kiosk.seal(slip);
        const other = await typeCode(home.server, await standKiosk(home.server), kiosk.cookie);
        for (let at = 0; at < 2; at++) assert.deepEqual(outcomes(await other.deliver(envelope)), ['held']);
        await isHeld(slip, kiosk);
        const noted = (await home.audits(10)).filter(({ action }) => action === 'kiosk-hand-in-for-another');
        const detail = JSON.stringify({ envelope: slip.id });
        assert.deepEqual(noted, [{ actor: other.id, action: 'kiosk-hand-in-for-another', subject: kiosk.id, detail }]);
      });

      it('is held also where the kiosk that sealed it was revoked', async () => {
        const first = await kiosk.seal(slip);
        await calls().revoke.mutate({ id: kiosk.id });
        const other = await enrolKiosk(home.server);
        assert.deepEqual(outcomes(await other.deliver(first)), ['held']);
        await isHeld(slip, kiosk);
      });

      it('waits on the tablet where the kiosk that brings it was revoked, and is held once that is enrolled anew', async () => {
        const envelope = await kiosk.seal(slip);
        let other = await typeCode(home.server, await standKiosk(home.server), kiosk.cookie);
        await calls().revoke.mutate({ id: other.id });
        assert.deepEqual(outcomes(await other.deliver(envelope)), [['retry', { code: 'signed_out' }]]);
        assert.equal(await home.slipRow(slip.id), undefined);
        other = await typeCode(home.server, await standKiosk(home.server), other.cookie);
        assert.deepEqual(outcomes(await other.deliver(envelope)), ['held']);
        await isHeld(slip, kiosk);
      });

      it('leaves what it was without a tablet: its cookie opens nothing any more', async () => {
        await typeCode(home.server, await standKiosk(home.server), kiosk.cookie);
        assert.equal((await kiosk.hello()).status, 401);
        const found = (await calls().list.query()).find(({ id }) => id === kiosk.id);
        assert.equal(found?.state, 'lapsed');
        const [noted] = await home.audits(1);
        assert.deepEqual(
          [noted?.action, JSON.parse(noted?.detail ?? '')],
          ['enrol-kiosk', { appVersion: '1.0.0', was: kiosk.id }],
        );
      });
    });

    describe('whose kiosk was revoked', () => {
      it('is taken in for three months, and then not any more', async () => {
        const [first, second] = [await kiosk.seal(slip), await kiosk.seal(slipAt(kiosk))];
        await calls().revoke.mutate({ id: kiosk.id });
        home.server.clock.advance(handInDays * day - 1);
        assert.deepEqual(outcomes(await kiosk.deliver(first)), ['held']);
        home.server.clock.advance(1);
        assert.deepEqual(await problemOf(kiosk.deliver(second)), { code: 'signed_out' });
        const answer = await kiosk.hello();
        assert.equal(answer.status, 401);
        assert.match(answer.headers.getSetCookie()[0] ?? '', /Max-Age=0/);
      });

      it('is not taken in from one that a manager has closed, by whatever tablet, and that is noted', async () => {
        const [early, late] = [await kiosk.seal(slip), await kiosk.seal(slipAt(kiosk))];
        const other = await enrolKiosk(home.server);
        const vera = await hire(home.server, { role: 'clerk' });
        const close = { id: kiosk.id };
        assert.deepEqual(await problemOf(calls().close.mutate(close)), { code: 'changed_meanwhile' });
        assert.deepEqual(await problemOf(calls().close.mutate({ id: v7() })), { code: 'not_found' });
        await calls().revoke.mutate(close);
        await kiosk.deliver(early);
        assert.deepEqual(await problemOf(vera.client.kiosks.close.mutate(close)), { code: 'forbidden' });
        await calls().close.mutate(close);
        assert.deepEqual(await problemOf(calls().close.mutate(close)), { code: 'changed_meanwhile' });
        assert.deepEqual(await problemOf(kiosk.deliver(late)), { code: 'signed_out' });
        assert.deepEqual(outcomes(await other.deliver(late, early)), [refused, 'held'], 'what came before is known');
        const noted = (await home.audits(20)).find(({ action }) => action === 'close-kiosk');
        assert.deepEqual(noted, { actor: dace.id, action: 'close-kiosk', subject: kiosk.id, detail: '{}' });
        const found = (await calls().list.query()).find(({ id }) => id === kiosk.id);
        assert.equal(found?.closedAt, new Date(home.server.clock.now()).toISOString());
      });

      it('is still counted for the office at each greeting, which is refused', async () => {
        await kiosk.hello({ waiting: 1, oldest: '2017-07-20T05:00:00.000Z', refused: 0 });
        await calls().revoke.mutate({ id: kiosk.id });
        home.server.clock.advance(day);
        const oldest = '2017-07-20T06:00:00.000Z';
        assert.equal((await kiosk.hello({ waiting: 3, oldest, refused: 2 })).status, 401);
        const found = (await calls().list.query()).find(({ id }) => id === kiosk.id);
        const seenAt = new Date(home.server.clock.now()).toISOString();
        assert.deepEqual([found?.waiting, found?.waitingSince, found?.refused, found?.seenAt], [3, oldest, 2, seenAt]);
      });
    });
  });
});
