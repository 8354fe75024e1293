import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { newestVersion } from '../../../server/meters/office-queries.ts';
import type { MeterChanged, ReplaceMeterInput } from '../../../shared/meter-forms.ts';
import { addMonths } from '../../../shared/period.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import { noClaims } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { furnish, type Home } from '../../support/home.ts';
import { addBilledReading, addReading, lockPeriod, type TestMeter, twoTariffs } from '../../support/household.ts';
import { newFace } from '../../support/office-tries/meters.ts';
import { hire, type TestStaff } from '../../support/staff.ts';

const period = '2017-07';
const day = '2017-07-12';

forEachEngine((engine) => {
  describe('the replacement of a meter (M6)', () => {
    let home: Home;
    let dace: TestStaff;
    before(async () => {
      home = await furnish(engine);
      dace = await hire(home.server, { role: 'clerk' });
    });

    const { stringify } = JSON;
    const seen = (meter: TestMeter) => newestVersion(home.server.services.db.reader, meter.id);
    const readMeter = (meter: TestMeter, reading: Parameters<typeof addReading>[2]) =>
      addReading(home.server.services, meter, reading);

    async function replace(meter: TestMeter, change: Partial<ReplaceMeterInput> = {}): Promise<MeterChanged> {
      return dace.client.meters.replace.mutate({
        meter: meter.id,
        seen: await seen(meter),
        day,
        finals: { B: 108_000 },
        rollover: false,
        override: false,
        reason: 'Its verification had ended',
        next: { ...newFace, registers: [...newFace.registers], serial: v7() },
        waiting: null,
        ...change,
      });
    }

    /** What it is refused for; nothing of it happened. */
    async function refusal(meter: TestMeter, change: Partial<ReplaceMeterInput> = {}): Promise<ProblemCode[]> {
      const before = [await home.head(), await home.readings(meter)];
      const answer = await replace(meter, change);
      assert.ok(!answer.done);
      assert.deepEqual([await home.head(), await home.readings(meter)], before);
      return answer.problems.map(({ code }) => code);
    }

    async function meterRead(): Promise<TestMeter> {
      const meter = await home.meter();
      await readMeter(meter, { period: '2017-06', values: { B: 105_000 } });
      return meter;
    }

    it('is refused for a day that has not come, or on which the meter did not hang there yet', async () => {
      const meter = await meterRead();
      assert.deepEqual(await refusal(meter, { day: '2017-07-21' }), ['day_in_future']);
      assert.deepEqual(await refusal(meter, { day: '2014-12-31' }), ['day_before_installed']);
    });

    it('is refused for a day after which the meter was read', async () => {
      const meter = await meterRead();
      assert.deepEqual(await refusal(meter, { day: '2017-05-31' }), ['day_before_reading']);
      await readMeter(meter, { period, values: { B: 107_000 }, at: '2017-07-13T09:00:00.000Z' });
      assert.deepEqual(await refusal(meter), ['day_before_reading']);
    });

    it('is refused for final values below what was read before them, in the same month as well (M1)', async () => {
      const meter = await meterRead();
      assert.deepEqual(await refusal(meter, { finals: { B: 104_999 } }), ['below_previous']);
      await readMeter(meter, { period, values: { B: 107_000 }, at: '2017-07-10T09:00:00.000Z' });
      assert.deepEqual(await refusal(meter, { finals: { B: 106_999 } }), ['below_previous']);
      // Not even an override makes a meter run backwards.
      assert.deepEqual(await refusal(meter, { finals: { B: 106_999 }, override: true }), ['below_previous']);
    });

    it('is refused where a register is missing, or its value is none that its face shows (V1, V4)', async () => {
      const meter = await home.meter({ registers: twoTariffs });
      assert.deepEqual(await refusal(meter, { finals: { T1: 1 } }), ['register_missing']);
      assert.deepEqual(await refusal(meter, { finals: { T1: 1, T2: 100_000_000 } }), ['too_many_digits']);
    });

    it('is refused for a month that is locked, or for which billing has a reading of the meter (W6, I9)', async () => {
      await lockPeriod(home.server.services, '2017-05');
      assert.deepEqual(await refusal(await home.meter(), { day: '2017-05-12' }), ['month_given']);
      const meter = await home.meter();
      await addBilledReading(home.server.services, meter, { period, values: { B: 1 }, at: '2017-07-10T09:00:00.000Z' });
      assert.deepEqual(await refusal(meter), ['month_given']);
    });

    it('is refused for a serial number that another meter of the service has, and for a meter that is gone (M7)', async () => {
      const meter = await meterRead();
      const answer = await replace(meter);
      assert.ok(answer.done);
      assert.deepEqual(await refusal(meter), ['meter_retired']);
      const row = await meterRow(answer.meter);
      const next = { ...newFace, registers: [...newFace.registers], serial: row.serial };
      assert.deepEqual(await refusal(await meterRead(), { next }), ['serial_taken']);
    });

    it('asks once more about values that are not likely (U1)', async () => {
      const meter = await home.meter();
      for (const [month, value] of [1_000, 2_000, 3_000, 4_000, 5_000, 6_000].entries()) {
        await readMeter(meter, { period: addMonths('2017-01', month), values: { B: value } });
      }
      const answer = await replace(meter, { finals: { B: 36_000 } });
      assert.deepEqual(!answer.done && [answer.stops, answer.problems.map(({ code }) => code)], [
        false,
        ['unusual_high'],
      ]);
      const anyway = await replace(meter, { finals: { B: 36_000 }, override: true });
      assert.ok(anyway.done);
    });

    it('is told to the second of two clerks who replace the same meter', async () => {
      const meter = await meterRead();
      const before = await seen(meter);
      await replace(meter);
      await assert.rejects(replace(meter, { seen: before }), { message: 'changed_meanwhile' });
    });

    it('is told to a clerk who did not see what the resident handed in meanwhile', async () => {
      const meter = await meterRead();
      const before = await seen(meter);
      const device = await home.device();
      await device.push(device.reading(meter, { period, values: { B: 107_000 } }));
      await assert.rejects(replace(meter, { seen: before }), { message: 'changed_meanwhile' });
    });

    it('ends the old meter with its final values, which take the place of what was read that month', async () => {
      const meter = await meterRead();
      await readMeter(meter, { period, values: { B: 106_000 }, at: '2017-07-10T09:00:00.000Z' });
      assert.ok((await replace(meter)).done);
      assert.deepEqual(await home.states(meter), {
        '{"B":105000}': 'accepted',
        '{"B":106000}': 'superseded',
        '{"B":108000}': 'accepted',
      });
      assert.equal((await meterRow(meter.id)).retired_on, day);
    });

    it('takes final values that passed zero where somebody says so (M5)', async () => {
      const meter = await home.meter();
      await readMeter(meter, { period: '2017-06', values: { B: 99_999_000 } });
      assert.deepEqual(await refusal(meter, { finals: { B: 2_000 } }), ['below_previous']);
      assert.ok((await replace(meter, { finals: { B: 2_000 }, rollover: true })).done);
      const row = await newest(meter.id);
      assert.deepEqual([row.rollover, row.source, row.reason], [1, 'office', 'Its verification had ended']);
    });

    it('comes to the resident’s device: the old meter’s end with its reason, and the new one in its place', async () => {
      const meter = await meterRead();
      const device = await home.device();
      await device.pull();
      const answer = await replace(meter);
      assert.ok(answer.done);
      const [page] = await device.pull();
      assert.deepEqual(
        page?.changes.meters.map(({ id, retiredOn, replaces, installedOn }) => [id, retiredOn, replaces, installedOn]),
        [
          [meter.id, day, null, '2015-01-01'],
          [answer.meter, null, meter.id, day],
        ],
      );
      assert.deepEqual(
        page.changes.readings.map(({ period: of, values, state, reason }) => [of, values, state, reason]),
        [[period, { B: 108_000 }, 'accepted', 'Its verification had ended']],
      );
    });

    it('gives the new meter what the resident read off it and could hand in for the old one only (M4)', async () => {
      const meter = await meterRead();
      const device = await home.device();
      const claims = { ...noClaims, replaced: true };
      const [said] = await device.push(device.reading(meter, { period, values: { B: 1_500 }, claims }));
      assert.equal(said?.outcome, 'review');
      const waiting = (await newest(meter.id)).id;
      const answer = await replace(meter, { waiting });
      assert.ok(answer.done);
      assert.deepEqual(await home.states(meter), {
        '{"B":105000}': 'accepted',
        '{"B":1500}': 'superseded',
        '{"B":108000}': 'accepted',
      });
      assert.deepEqual(await home.states({ id: answer.meter, account: meter.account }), { '{"B":1500}': 'accepted' });
    });

    it('refuses what the resident handed in where the new meter cannot show it', async () => {
      const meter = await meterRead();
      const device = await home.device();
      const claims = { ...noClaims, replaced: true };
      await device.push(device.reading(meter, { period, values: { B: 1_555 }, claims }));
      const waiting = (await newest(meter.id)).id;
      const registers = [{ code: 'B', digits: 5, decimals: 2, initial: 0 }] as const;
      const next = { ...newFace, serial: v7(), registers: [...registers] };
      assert.deepEqual(await refusal(meter, { waiting, next }), ['too_many_decimals']);
    });

    it('is in the audit log with the meters, and without numbers', async () => {
      const meter = await meterRead();
      const answer = await replace(meter);
      assert.ok(answer.done);
      const { reader } = home.server.services.db;
      const row = await reader
        .selectFrom('audit')
        .where('subject', '=', meter.id)
        .selectAll()
        .executeTakeFirstOrThrow();
      assert.deepEqual([row.action, row.actor], ['replace-meter', dace.id]);
      const detail = JSON.parse(row.detail);
      assert.deepEqual([detail.by, detail.account, detail.day], [answer.meter, home.account.id, day]);
      assert.ok(!stringify(detail).includes('108'));
    });

    const meterRow = (id: string) =>
      home.server.services.db.reader.selectFrom('meters').where('id', '=', id).selectAll().executeTakeFirstOrThrow();

    const newest = (meter: string) =>
      home.server.services.db.reader
        .selectFrom('readings')
        .where('meter_id', '=', meter)
        .selectAll()
        .orderBy('version', 'desc')
        .executeTakeFirstOrThrow();
  });
});
