import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { mostWrong } from '../../../server/kiosks/tries.ts';
import type { Problem } from '../../../shared/problem.ts';
import { noClaims } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addBilledReading, addMeter, twoTariffs } from '../../support/household.ts';
import { furnishWithKiosk, july, type KioskHome } from '../../support/kiosk-home.ts';
import { problemOf } from '../../support/test-device.ts';

forEachEngine((engine) => {
  describe('a slip', () => {
    let home: KioskHome;
    before(async () => {
      home = await furnishWithKiosk(engine);
    });

    const state = async (id: string) => (await home.slipRow(id))?.state;
    const said = async (id: string) =>
      (await home.results(id)).map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)]);
    async function assertLeftToOffice(slip: { id: string }, problem: Problem, account: string | null): Promise<void> {
      const row = await home.slipRow(slip.id);
      assert.deepEqual([row?.state, row?.account_id], ['office', account]);
      assert.deepEqual(
        (await home.results(slip.id)).map(({ outcome, problems }) => [outcome, problems]),
        [['office', [problem]]],
      );
    }

    it('for an account that is not there waits for the office', async () => {
      const meter = await home.hang();
      for (const account of ['9999', 'no number, that is certain;']) {
        const slip = home.slipOf(meter, ['1'], { account });
        await home.hand(slip);
        await assertLeftToOffice(slip, { code: 'account_unknown' }, null);
      }
      assert.deepEqual(await home.readings(meter), []);
    });

    it('waits for the office where its proof is of no meter of the account', async () => {
      const meter = await home.hang();
      const slip = { ...home.slipOf(meter, ['1']), serial: 'no such meter 1' };
      await home.hand(slip);
      await assertLeftToOffice(slip, { code: 'account_mismatch' }, home.account.id);
      assert.deepEqual(await home.readings(meter), []);
    });

    it('is not proved by a meter that was taken out', async () => {
      const old = await home.hang({ retired_on: '2017-06-30' });
      const meter = await home.hang();
      const slip = { ...home.slipOf(meter, ['1']), serial: old.serial };
      await home.hand(slip);
      await assertLeftToOffice(slip, { code: 'account_mismatch' }, home.account.id);
    });

    it('with a wrong proof is a try: after so many none counts, also the right one, until a clerk releases it', async () => {
      const { services } = home.server;
      const account = await addAccount(services, { number: '3003' });
      const { id: meter } = await addMeter(services, account, { serial: 'AB 12' });
      const slipFor = (serial: string) =>
        home.slipOf({ id: meter, account: account.id, serial }, ['1'], { account: '3003' });
      for (let at = 0; at < mostWrong; at++) await home.hand(slipFor(`guess ${at}`));
      const noted = (await home.audits(2)).map(({ action, subject }) => [action, subject]);
      assert.deepEqual(noted, [
        ['kiosk-account-locked', account.id],
        ['kiosk-proof-wrong', account.id],
      ]);
      const right = slipFor('ab12');
      await home.hand(right);
      await assertLeftToOffice(right, { code: 'kiosk_locked' }, account.id);
      const proven = slipFor('ab12');
      await home.hand(proven, { account: account.id });
      assert.equal(await state(proven.id), 'entered', 'who had proved it before goes on');
    });

    it('with a number that stands on many meters proves nothing, waits for the office and locks nobody', async () => {
      const { services } = home.server;
      const account = await addAccount(services, { number: '3004' });
      const bare = { id: (await addMeter(services, account, { serial: 'б/н' })).id, account: account.id };
      const slipFor = (serial: string) => home.slipOf({ ...bare, serial }, ['1'], { account: '3004' });
      for (let at = 0; at < mostWrong; at++) {
        const slip = slipFor(at % 2 ? 'б/н' : '-');
        await home.hand(slip);
        await assertLeftToOffice(slip, { code: 'serial_useless' }, account.id);
      }
      const nobodys = home.slipOf({ ...bare, serial: '-' }, ['1'], { account: '3999' });
      await home.hand(nobodys);
      await assertLeftToOffice(nobodys, { code: 'account_unknown' }, null);
      const wrong = slipFor('guess 1');
      await home.hand(wrong);
      await assertLeftToOffice(wrong, { code: 'account_mismatch' }, account.id);
    });

    it('with the wrong proof that was typed at the kiosk just before is no further try', async () => {
      const { services } = home.server;
      const account = await addAccount(services, { number: '3005' });
      const { id } = await addMeter(services, account, { serial: 'AB 12' });
      const slipFor = (serial: string) => home.slipOf({ id, account: account.id, serial }, ['1'], { account: '3005' });
      for (let at = 1; at < mostWrong; at++) {
        const serial = `guess ${at}`;
        await problemOf(home.kiosk.client.lookUp.mutate({ account: '3005', serial }));
        await home.hand(slipFor(serial));
      }
      const right = slipFor('ab12');
      await home.hand(right);
      assert.equal(await state(right.id), 'entered');
    });

    it('is entered as far as it can be, and the rest waits for the office', async () => {
      const [meter, two] = [
        await home.hang(),
        await home.hang({ registers: twoTariffs, service: 'electricity', unit: 'kWh' }),
      ];
      await home.hang({ serial: 'same' });
      await home.hang({ serial: 'SAME', service: 'hot-water' });
      const { kiosk } = home;
      const readings = [
        kiosk.reading(meter.serial, ['12,3456']),
        kiosk.reading('no such meter', ['1']),
        kiosk.reading('same', ['1']),
        kiosk.reading('same', ['7'], { service: 'hot-water' }),
        kiosk.reading(two.serial, ['1']),
        kiosk.reading(two.serial, ['1', '2', '3']),
        kiosk.reading(two.serial.toUpperCase().replace(/^.../, '$& '), ['10', '20,5']),
      ];
      const slip = home.slipOf(meter, [], { readings });
      await home.hand(slip);
      assert.equal(await state(slip.id), 'office');
      assert.deepEqual(await said(slip.id), [
        ['office', 'too_many_decimals'],
        ['office', 'meter_unknown'],
        ['office', 'meter_unclear'],
        ['accepted'],
        ['office', 'register_missing'],
        ['office', 'register_unknown'],
        ['accepted'],
      ]);
      assert.deepEqual(await home.states(two), { '{"T1":1000,"T2":2050}': 'accepted' });
      assert.deepEqual(await home.readings(meter), []);
    });

    it('leaves to the office what the rules refuse, and the ledger has it (I7)', async () => {
      const meter = await home.hang();
      await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 252_000 } });
      const slip = home.slipOf(meter, ['251,999']);
      await home.hand(slip);
      assert.equal(await state(slip.id), 'office');
      assert.deepEqual(await said(slip.id), [['office', 'below_previous']]);
      assert.equal((await home.ledger(slip.readings[0]?.id as string))?.outcome, 'rejected');
      assert.equal((await home.readings(meter)).length, 1);
    });

    it('for another month than the window is of is left to the office (W4, W5)', async () => {
      const meter = await home.hang();
      const slip = home.slipOf(meter, ['1'], { period: '2017-06' });
      await home.hand(slip);
      assert.deepEqual(await said(slip.id), [['office', 'outside_window']]);
    });

    it('of which a reading waits in the review is entered all the same', async () => {
      const meter = await home.hang();
      const slip = home.slipOf(meter, ['1'], { claims: { ...noClaims, replaced: true } });
      await home.hand(slip);
      assert.equal(await state(slip.id), 'entered');
      assert.deepEqual(await said(slip.id), [['review', 'meter_replaced']]);
      assert.deepEqual(await home.states(meter), { '{"B":1000}': 'review' });
    });

    it('counts as saved when it was, as far as the kiosk could know (C2, C3)', async () => {
      const meter = await home.hang();
      const { server, kiosk } = home;
      server.clock.set('2017-07-25T17:00:00+03:00');
      await kiosk.hello();
      const { beacon } = kiosk.greeting;
      const wall = '2017-07-25T15:30:00.000Z';
      const slip = home.slipOf(meter, ['1'], { capture: { wall, offset: 60_000, beacon } });
      server.clock.set('2017-07-26T09:00:00+03:00');
      await home.hand(slip);
      server.clock.set('2017-07-20T09:00:00+03:00');
      assert.equal((await home.slipRow(slip.id))?.saved_at, '2017-07-25T15:31:00.000Z');
      const reading = await server.services.db.reader
        .selectFrom('readings')
        .where('meter_id', '=', meter.id)
        .select(['captured_earliest', 'captured_best', 'captured_latest'])
        .executeTakeFirstOrThrow();
      assert.deepEqual(reading, {
        captured_earliest: '2017-07-25T14:00:00.000Z',
        captured_best: '2017-07-25T15:31:00.000Z',
        captured_latest: '2017-07-26T06:00:00.000Z',
      });
      assert.deepEqual(await said(slip.id), [['accepted', 'time_uncertain']]);
    });

    it('from the same kiosk says the last word, in the order of its stream (C4)', async () => {
      const meter = await home.hang();
      const [first, second] = [home.slipOf(meter, ['1']), home.slipOf(meter, ['2'])];
      await home.hand(second);
      await home.hand(first);
      assert.deepEqual(await home.states(meter), { '{"B":2000}': 'accepted', '{"B":1000}': 'superseded' });
      assert.deepEqual(await said(first.id), [['accepted', 'superseded_by_later']]);
    });

    it('with a number of the stream that was used leaves it to the office, and both are kept (I2)', async () => {
      const meter = await home.hang();
      const first = home.slipOf(meter, ['1']);
      const second = home.slipOf(meter, ['2'], { number: first.readings[0]?.number as number });
      await home.hand(first);
      await home.hand(second);
      assert.deepEqual(await said(second.id), [['office', 'stream_reused']]);
      assert.equal((await home.conflicts(second.readings[0]?.id as string)).length, 1);
      assert.deepEqual(await home.states(meter), { '{"B":1000}': 'accepted' });
    });

    it('with the id of a reading that a file brought leaves it to the office, and it is kept (I3)', async () => {
      const meter = await home.hang();
      const id = await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 1 } });
      const slip = home.slipOf(meter, [], {
        readings: [home.kiosk.reading(meter.serial, ['1'], { id }), home.kiosk.reading(meter.serial, ['2'])],
      });
      await home.hand(slip);
      assert.deepEqual(await said(slip.id), [['office', 'id_reused'], ['accepted']]);
      assert.equal((await home.conflicts(id)).length, 1);
    });

    it('with a reading that came in another slip has what became of it then (I2)', async () => {
      const meter = await home.hang();
      const first = home.slipOf(meter, ['1']);
      const again = home.slipOf(meter, [], { readings: first.readings, capture: first.capture });
      await home.hand(first);
      await home.hand(again);
      assert.deepEqual([await state(again.id), await said(again.id)], ['entered', [['accepted']]]);
      assert.equal((await home.readings(meter)).length, 1);
    });

    it('is seen by residents: their devices are told that a kiosk brought the reading', async () => {
      const meter = await home.hang();
      await home.hand(home.slipOf(meter, ['77']));
      const device = await home.device();
      const readings = (await device.pull()).flatMap(({ changes }) => changes.readings);
      const found = readings.find((reading) => reading.meter === meter.id);
      assert.deepEqual([found?.source, found?.values, found?.period], ['kiosk', { B: 77_000 }, july]);
    });
  });
});
