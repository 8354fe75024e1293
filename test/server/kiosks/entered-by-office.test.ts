import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { isProven } from '../../../server/kiosks/slip-results.ts';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter } from '../../support/household.ts';
import { furnishWithKiosk, july, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

forEachEngine((engine) => {
  describe('what the office enters from a slip', () => {
    let home: KioskHome;
    let dace: TestStaff;
    let juris: TestStaff;
    before(async () => {
      home = await furnishWithKiosk(engine);
      dace = await hire(home.server, { role: 'clerk' });
      juris = await hire(home.server, { role: 'clerk', name: 'Juris Kalns' });
    });
    beforeEach(() => home.server.clock.set('2017-07-20T09:00:00+03:00'));

    /** A slip that waits: what was typed for these meters is no value. */
    async function leave(...meters: MeterOnWall[]): Promise<KioskSlip> {
      const [first] = meters as [MeterOnWall];
      const readings = meters.map(({ serial }) => home.kiosk.reading(serial, ['abc']));
      const slip = home.slipOf(first, ['abc'], { readings, contact: '+371 2912 3456' });
      await home.hand(slip);
      return slip;
    }
    const entry = (meter: MeterOnWall, slip: KioskSlip, change: object = {}) => ({
      meter: meter.id,
      period: july,
      seen: 0,
      values: { B: 5_000 },
      takenOn: '2017-07-20' as const,
      rollover: false,
      override: false,
      reason: 'Called.',
      from: { slip: slip.id, reading: slip.readings.find(({ serial }) => serial === meter.serial)?.id as string },
      ...change,
    });
    const enter = (clerk: TestStaff, ...given: Parameters<typeof entry>) =>
      clerk.client.review.enter.mutate(entry(...given));
    const opened = (slip: KioskSlip) => dace.client.kiosks.slip.mutate({ id: slip.id });

    it('is entered from no slip that there is not, nor from one of another account', async () => {
      const meter = await home.hang();
      const slip = await leave(meter);
      const reading = slip.readings[0]?.id as string;
      const missing = { code: 'not_found' };
      assert.deepEqual(await problemOf(enter(dace, meter, slip, { from: { slip: v7(), reading } })), missing);
      assert.deepEqual(await problemOf(enter(dace, meter, slip, { from: { slip: slip.id, reading: v7() } })), missing);
      const other = await addAccount(home.server.services, { number: v7().slice(-8) });
      const serial = v7().slice(-12);
      const elsewhere = { ...(await addMeter(home.server.services, other, { serial })), serial };
      const from = { slip: slip.id, reading };
      const refused = await problemOf(enter(dace, elsewhere, slip, { from }));
      assert.deepEqual(refused, { code: 'bad_input', path: 'slip' });
      assert.deepEqual(await home.readings(meter), []);
      assert.deepEqual(await home.readings(elsewhere), []);
      assert.equal((await home.slipRow(slip.id))?.state, 'office');
    });

    it('stands with the meters to choose from, and with how the account itself can be reached', async () => {
      const reach = { email: 'owner@example.lv', phone: '+371 2000 0001' };
      await home.server.services.db.write((tx) =>
        tx.updateTable('accounts').set(reach).where('id', '=', home.account.id).execute(),
      );
      const meter = await home.hang();
      const slip = await leave(meter);
      const waiting = await opened(slip);
      assert.deepEqual([waiting.account?.email, waiting.account?.phone], [reach.email, reach.phone]);
      assert.ok(waiting.meters.some(({ id }) => id === meter.id));
      await enter(dace, meter, slip);
      const entered = await opened(slip);
      assert.deepEqual([entered.state, entered.meters], ['entered', []]);
    });

    it('is entered once, also where another month is named the second time', async () => {
      const meter = await home.hang();
      const slip = await leave(meter, await home.hang());
      await enter(dace, meter, slip);
      const changed = { code: 'changed_meanwhile' };
      assert.deepEqual(await problemOf(enter(juris, meter, slip, { period: '2017-06', override: true })), changed);
      assert.equal((await home.readings(meter)).length, 1);
    });

    it('is entered from no slip that is settled, nor from one that is entered', async () => {
      const [meter, whole] = [await home.hang(), await home.hang()];
      const slip = await leave(meter);
      await dace.client.kiosks.settle.mutate({ id: slip.id, note: 'Nobody of this number.' });
      assert.deepEqual(await problemOf(enter(dace, meter, slip)), { code: 'changed_meanwhile' });
      const entered = home.slipOf(whole, ['5']);
      await home.hand(entered);
      const again = enter(dace, whole, entered, { period: '2017-06' });
      assert.deepEqual(await problemOf(again), { code: 'changed_meanwhile' });
    });

    it('of two clerks who enter the same at once is entered by one', async () => {
      const meter = await home.hang();
      const slip = await leave(meter, await home.hang());
      const both = await Promise.allSettled([
        enter(dace, meter, slip),
        // Another month, so that it is the slip that tells them apart.
        enter(juris, meter, slip, { period: '2017-06', override: true }),
      ]);
      assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.equal((await home.readings(meter)).length, 1);
    });

    it('is noted at the slip: who, when and as which reading; the slip is entered when nothing is left', async () => {
      const [first, second] = [await home.hang(), await home.hang()];
      const slip = await leave(first, second);
      home.server.clock.set('2017-07-20T10:00:00+03:00');
      const decided = await enter(dace, first, slip);
      assert.ok(decided.done);
      const half = await opened(slip);
      const at = '2017-07-20T07:00:00.000Z';
      assert.equal(half.state, 'office');
      assert.deepEqual(
        half.readings.map(({ outcome, problems, byOffice }) => ({ outcome, problems: problems.length, byOffice })),
        [
          { outcome: 'accepted', problems: 0, byOffice: { reading: decided.reading, by: dace.name, at } },
          { outcome: 'office', problems: 1, byOffice: null },
        ],
      );
      const [noted] = await home.audits(1);
      // The look at the slip came after it.
      const entry = (await home.audits(5)).find(({ action }) => action === 'enter-reading');
      assert.ok(noted);
      assert.equal((JSON.parse(entry?.detail ?? '{}') as { slip?: string }).slip, slip.id);
      await enter(juris, second, slip);
      const whole = await opened(slip);
      assert.equal(whole.state, 'entered');
      assert.equal(whole.readings[1]?.byOffice?.by, 'Juris Kalns');
      assert.ok(
        !(await dace.client.kiosks.slips.query({ state: 'office', after: null })).rows.some(({ id }) => id === slip.id),
      );
    });

    it('of a slip whose proof was wrong is entered with the question kept for the rest of it', async () => {
      const [first, second] = [await home.hang(), await home.hang()];
      const readings = [first, second].map(({ serial }) => home.kiosk.reading(serial, ['5']));
      const slip = { ...home.slipOf(first, ['5'], { readings }), serial: '99-1234567' };
      await home.hand(slip);
      await enter(dace, first, slip);
      const wrong = [{ code: 'account_mismatch' }];
      const half = await opened(slip);
      assert.deepEqual([half.problems, half.readings.map(({ problems }) => problems)], [wrong, [[], []]]);
      // Whose it was is as unknown as before, whatever the office has entered.
      assert.deepEqual((await home.results(slip.id))[0]?.problems, wrong);
      assert.equal(isProven(await home.results(slip.id)), false);
      await enter(dace, second, slip);
      assert.deepEqual([(await opened(slip)).state, (await opened(slip)).problems], ['entered', []]);
      assert.equal(isProven(await home.results(slip.id)), false);
    });

    it('is not told to the kiosk as somebody’s, when it asks again', async () => {
      const meter = await home.hang();
      const slip = home.slipOf(meter, ['abc']);
      const envelope = await home.kiosk.seal(slip);
      const visit = home.server.services.visits.begin(home.kiosk.id, { account: home.account.id }).token;
      const deliver = () => home.kiosk.client.deliver.mutate({ visit, envelopes: [envelope] });
      await deliver();
      await enter(dace, meter, slip);
      const [again] = (await deliver()).results;
      assert.equal(again?.outcome, 'duplicate');
      assert.deepEqual(again?.readings, [{ id: slip.readings[0]?.id, outcome: 'accepted', problems: [] }]);
    });

    it('leaves what is entered without a slip as it was', async () => {
      const meter = await home.hang();
      const slip = await leave(meter);
      const { from: _, ...plain } = entry(meter, slip);
      await dace.client.review.enter.mutate(plain);
      assert.equal((await opened(slip)).readings[0]?.outcome, 'office');
    });
  });
});
