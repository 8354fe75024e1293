import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { nextPeriod, type Period } from '../../../shared/period.ts';
import { noClaims } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { furnish, type Home } from '../../support/home.ts';
import { addBilledReading, addReading } from '../../support/household.ts';

const period = '2017-07';
/** What came of a reading without it standing. */
const doesNotStand = ['review', 'late', 'superseded', 'withdrawn', 'refused'] as const;

forEachEngine((engine) => {
  describe('what the server compares a reading with', () => {
    let home: Home;
    before(async () => {
      home = await furnish(engine);
    });

    it('is the last reading, also where more than a year of estimates lies between (M1, M3)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      await addBilledReading(home.server.services, meter, { period: '2016-05', values: { B: 1_000 } });
      for (let month: Period = '2016-06'; month < period; month = nextPeriod(month)) {
        await addBilledReading(home.server.services, meter, { period: month, values: { B: 2_000 }, kind: 'estimate' });
      }
      const [result] = await device.push(device.reading(meter, { period, values: { B: 999 } }));
      const [problem] = result?.problems ?? [];
      assert.ok(problem?.code === 'below_previous');
      assert.deepEqual([problem.previous, problem.previousPeriod], [1_000, '2016-05']);
    });

    it('is the next reading too, also behind an estimate: what lies above it is refused (M2, M3)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const estimate = { period: '2017-08', values: { B: 8_000 }, kind: 'estimate' } as const;
      await addBilledReading(home.server.services, meter, estimate);
      await addBilledReading(home.server.services, meter, { period: '2017-09', values: { B: 3_000 } });
      await addBilledReading(home.server.services, meter, { period: '2017-10', values: { B: 9_000 } });
      const [result] = await device.push(device.reading(meter, { period, values: { B: 3_001 } }));
      assert.deepEqual(result?.problems, [{ code: 'above_next', register: 'B', next: 3_000, nextPeriod: '2017-09' }]);
    });

    it('is a reading on the other side of zero where that was declared, and remembered as such (M5)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 99_999_000 } });
      await addBilledReading(home.server.services, meter, { period: '2017-05', values: { B: 99_998_000 } });
      const claims = { ...noClaims, rollover: ['B'] } as const;
      const reading = device.reading(meter, { period, values: { B: 1_000 }, claims });
      const [result] = await device.push(reading);
      assert.deepEqual(result?.problems, [{ code: 'rollover', register: 'B', use: 2_000 }]);
      const [page] = await device.pull();
      const past = page?.changes.readings.filter((one) => one.meter === meter.id);
      assert.deepEqual(
        past?.map((one) => [one.period, one.rollover]),
        [
          ['2017-06', false],
          ['2017-05', false],
          [period, true],
        ],
      );
    });

    it('is no estimate, before it or after it (M3)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      for (const [month, value, kind] of [
        ['2017-05', 1_000, 'actual'],
        ['2017-06', 5_000, 'estimate'],
        ['2017-08', 1_500, 'estimate'],
      ] as const) {
        await addBilledReading(home.server.services, meter, { period: month, values: { B: value }, kind });
      }
      const [result] = await device.push(device.reading(meter, { period, values: { B: 2_000 } }));
      assert.deepEqual([result?.outcome, result?.problems], ['applied', []]);
    });

    it('is nothing that waits for the office or was put aside, before it or after it', async () => {
      const device = await home.device();
      for (const state of doesNotStand) {
        const meter = await home.meter();
        await addReading(home.server.services, meter, { period: '2017-06', values: { B: 5_000 }, state });
        await addReading(home.server.services, meter, { period: '2017-08', values: { B: 1_500 }, state });
        const [result] = await device.push(device.reading(meter, { period, values: { B: 2_000 } }));
        assert.deepEqual([result?.outcome, result?.problems], ['applied', []], state);
      }
    });
  });
});
