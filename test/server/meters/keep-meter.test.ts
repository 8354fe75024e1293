import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { newestVersion } from '../../../server/meters/office-queries.ts';
import type { CorrectMeterInput, MeterChanged, RetireMeterInput } from '../../../shared/meter-forms.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { furnish, type Home } from '../../support/home.ts';
import { addReading, lockPeriod, type TestMeter } from '../../support/household.ts';
import { newFace } from '../../support/office-tries/meters.ts';
import { hire, type TestStaff } from '../../support/staff.ts';

const whyNot = (answer: MeterChanged): ProblemCode[] => {
  assert.ok(!answer.done);
  return answer.problems.map(({ code }) => code);
};

forEachEngine((engine) => {
  describe('a meter in the hands of the office', () => {
    let home: Home;
    let dace: TestStaff;
    before(async () => {
      home = await furnish(engine);
      dace = await hire(home.server, { role: 'clerk' });
    });

    const seen = (meter: TestMeter) => newestVersion(home.server.services.db.reader, meter.id);
    const rowOf = (id: string) =>
      home.server.services.db.reader.selectFrom('meters').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
    const face = (change: Partial<CorrectMeterInput> = {}) => ({
      ...newFace,
      registers: newFace.registers.map((register) => ({ ...register })),
      serial: v7(),
      ...change,
    });

    async function correct(meter: TestMeter, change: Partial<CorrectMeterInput>): Promise<MeterChanged> {
      const { serial, verified_until } = await rowOf(meter.id);
      return dace.client.meters.correct.mutate({
        meter: meter.id,
        seen: await seen(meter),
        installedOn: '2015-01-01',
        ...face({ serial, verifiedUntil: verified_until }),
        reason: 'Mistyped',
        ...change,
      });
    }

    async function retire(meter: TestMeter, change: Partial<RetireMeterInput> = {}): Promise<MeterChanged> {
      return dace.client.meters.retire.mutate({
        meter: meter.id,
        seen: await seen(meter),
        day: '2017-07-12',
        finals: { B: 2_000 },
        rollover: false,
        override: false,
        reason: 'The flat has no gas any more',
        ...change,
      });
    }

    it('is corrected in what its readings rest on only while it has none', async () => {
      const meter = await home.meter();
      const registers = [{ code: 'B' as const, digits: 6, decimals: 2, initial: 100 }];
      const free = await correct(meter, { registers, unit: 'kWh', ratio: 40, installedOn: '2016-01-01' });
      assert.ok(free.done);
      await addReading(home.server.services, meter, { period: '2017-06', values: { B: 200 } });
      const now = { registers, unit: 'kWh', ratio: 40, installedOn: '2016-01-01' } as const;
      for (const change of [
        { ...now, unit: 'm3' },
        { ...now, ratio: 1 },
        { ...now, installedOn: '2016-01-02' },
        { ...now, registers: [{ code: 'B', digits: 6, decimals: 2, initial: 0 }] },
        { ...now, registers: [{ code: 'T1', digits: 6, decimals: 2, initial: 100 }] },
      ] as const) {
        const answer = await correct(meter, { ...change, registers: change.registers.map((one) => ({ ...one })) });
        assert.deepEqual(whyNot(answer), ['meter_has_readings']);
      }
      assert.ok((await correct(meter, { ...now, serial: 'right', place: 'kitchen' })).done);
      const row = await rowOf(meter.id);
      assert.deepEqual([row.serial, row.place, row.unit, row.ratio], ['right', 'kitchen', 'kWh', 40]);
    });

    it('cannot get the serial number of another one, and two clerks do not write over each other', async () => {
      const [one, other] = [await home.meter(), await home.meter()];
      const { serial } = await rowOf(other.id);
      assert.deepEqual(whyNot(await correct(one, { serial })), ['serial_taken']);
      const before = await seen(one);
      await correct(one, { place: 'riser 2' });
      await assert.rejects(correct(one, { seen: before, place: 'kitchen' }), { message: 'changed_meanwhile' });
    });

    it('is verified, and devices learn until when (W8); one that is gone is not', async () => {
      const meter = await home.meter();
      const device = await home.device();
      await device.pull();
      const verifiedUntil = '2023-07-01';
      const answer = await dace.client.meters.verify.mutate({
        meter: meter.id,
        seen: await seen(meter),
        verifiedUntil,
      });
      assert.ok(answer.done);
      const [page] = await device.pull();
      assert.deepEqual(
        page?.changes.meters.map((one) => [one.id, one.verifiedUntil]),
        [[meter.id, verifiedUntil]],
      );
      await retire(meter, { finals: null });
      const late = await dace.client.meters.verify.mutate({ meter: meter.id, seen: await seen(meter), verifiedUntil });
      assert.deepEqual(whyNot(late), ['meter_retired']);
    });

    it('is taken out with its final values; without them in a month that billing has as well (M7, W6)', async () => {
      const meter = await home.meter();
      assert.ok((await retire(meter)).done);
      assert.deepEqual(await home.states(meter), { '{"B":2000}': 'accepted' });
      await lockPeriod(home.server.services, '2017-04');
      const other = await home.meter();
      assert.deepEqual(whyNot(await retire(other, { day: '2017-04-12' })), ['month_given']);
      assert.ok((await retire(other, { day: '2017-04-12', finals: null })).done);
      assert.deepEqual(await home.states(other), {});
    });

    it('takes no reading that was captured after it was taken out (M7)', async () => {
      const meter = await home.meter();
      const device = await home.device();
      assert.ok((await retire(meter)).done);
      const [later] = await device.push(device.reading(meter, { period: '2017-07', values: { B: 3_000 } }));
      assert.deepEqual([later?.outcome, later?.problems.map(({ code }) => code)], ['review', ['meter_retired']]);
      assert.deepEqual(await home.states(meter), { '{"B":2000}': 'accepted', '{"B":3000}': 'review' });
    });

    it('is added, with every register that it has; not from a day that has not come', async () => {
      const registers = [
        { code: 'T1' as const, digits: 6, decimals: 2, initial: 5 },
        { code: 'T2' as const, digits: 6, decimals: 2, initial: 0 },
      ];
      const wish = {
        account: home.account.id,
        service: 'electricity',
        installedOn: '2017-07-12',
        reason: 'New',
      } as const;
      const device = await home.device();
      await device.pull();
      const ask = (change: object) =>
        dace.client.meters.add.mutate({ ...wish, ...face(), registers, unit: 'kWh' as const, ...change });
      assert.deepEqual(whyNot(await ask({ installedOn: '2017-07-21' })), ['day_in_future']);
      await assert.rejects(ask({ registers: [...registers, { ...registers[0], code: 'B' }] }), {
        message: 'bad_input',
      });
      await assert.rejects(ask({ account: v7() }), { message: 'not_found' });
      const answer = await ask({});
      assert.ok(answer.done);
      const [page] = await device.pull();
      assert.deepEqual(
        page?.changes.meters.map(({ registers: own }) => own),
        [registers],
      );
    });
  });
});
