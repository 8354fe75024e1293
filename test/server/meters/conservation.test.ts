import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { batchFile, startBatch } from '../../../server/exchange/export-readings.ts';
import type { ReadingOutRow } from '../../../server/exchange/readings-out-file.ts';
import { newestVersion } from '../../../server/meters/office-queries.ts';
import type { Register } from '../../../shared/meter.ts';
import { capacity, formatQuantity } from '../../../shared/quantity.ts';
import { type MeterPast, usesOf } from '../../../shared/replacement.ts';
import { forEachEngine } from '../../support/databases.ts';
import { furnish, type Home } from '../../support/home.ts';
import { addMeter, addReading } from '../../support/household.ts';
import { newFace } from '../../support/office-tries/meters.ts';
import { hire } from '../../support/staff.ts';

/** A replacement with everything that counts: before, at its end, as it came, and after. */
const replacement = fc
  .record({
    old: fc.record({ digits: fc.integer({ min: 3, max: 6 }), decimals: fc.integer({ min: 0, max: 3 }) }),
    next: fc.record({ digits: fc.integer({ min: 3, max: 6 }), decimals: fc.integer({ min: 0, max: 3 }) }),
    rollover: fc.boolean(),
  })
  .chain(({ old, next, rollover }) => {
    const top = capacity(old) - 1;
    const pair = (highest: number) =>
      fc
        .tuple(fc.integer({ min: 0, max: highest }), fc.integer({ min: 0, max: highest }))
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    return fc.record({
      old: fc.constant(old),
      next: fc.constant(next),
      ends: rollover
        ? fc.tuple(
            fc.integer({ min: Math.ceil(top * 0.95), max: top }),
            fc.integer({ min: 0, max: Math.floor(top / 20) }),
          )
        : pair(top),
      begins: pair(capacity(next) - 1),
      rollover: fc.constant(rollover),
    });
  });

forEachEngine((engine) => {
  describe('a replacement of any values (M6)', () => {
    let home: Home;
    before(async () => {
      home = await furnish(engine);
    });

    it('conserves the use: billing and the device get (old final − old previous) + (new − new first)', async () => {
      const { services } = home.server;
      const dace = await hire(home.server);
      const device = await home.device();
      const expected = new Map<string, string>();
      const pairs: { old: string; meter: string; across: number | null }[] = [];
      await fc.assert(
        fc.asyncProperty(replacement, async ({ old, next, ends, begins, rollover }) => {
          const serial = v7();
          const face: Register = { code: 'B', ...old, initial: 0 };
          const meter = await addMeter(services, home.account, { serial: `${serial}-old`, registers: [face] });
          await addReading(services, meter, { period: '2017-05', values: { B: 0 } });
          await addReading(services, meter, { period: '2017-06', values: { B: ends[0] } });
          const register: Register = { code: 'B', ...next, initial: begins[0] };
          const answer = await dace.client.meters.replace.mutate({
            meter: meter.id,
            seen: await newestVersion(services.db.reader, meter.id),
            day: '2017-07-12',
            finals: { B: ends[1] },
            rollover,
            override: true,
            reason: 'Worn out',
            next: { ...newFace, serial: `${serial}-new`, registers: [register] },
            waiting: null,
          });
          assert.ok(answer.done);
          await addReading(
            services,
            { id: answer.meter, account: home.account.id },
            { period: '2017-07', values: { B: begins[1] } },
          );
          const oldUse = ends[1] >= ends[0] ? ends[1] - ends[0] : capacity(old) - ends[0] + ends[1];
          expected.set(`${serial}-old`, formatQuantity(oldUse, old.decimals));
          expected.set(`${serial}-new`, formatQuantity(begins[1] - begins[0], next.decimals));
          pairs.push({
            old: meter.id,
            meter: answer.meter,
            across: Math.round(oldUse * 10 ** (next.decimals - old.decimals) + begins[1] - begins[0]),
          });
        }),
        { numRuns: 30 },
      );

      const batch = await startBatch({ ...services, actor: 'test' }, { period: '2017-07', lock: false });
      assert.ok(batch);
      let file = '';
      for await (const part of batchFile(services.db, batch.id, { format: { json: true } })) file += part;
      const rows = readRows(file);
      assert.deepEqual(
        new Map(rows.map(({ serial, consumption }) => [serial, consumption])),
        new Map([...expected].sort(([a], [b]) => rowIndex(rows, a) - rowIndex(rows, b))),
      );

      // What the device derives from what it pulled is the same.
      const changes = (await device.pull()).map((page) => page.changes);
      const meters = changes.flatMap((page) => page.meters);
      const readings = changes.flatMap((page) => page.readings);
      const pastOf = (id: string): MeterPast => {
        const meter = meters.find((one) => one.id === id) ?? assert.fail();
        const history = readings
          .filter((one) => one.meter === id && one.state === 'accepted')
          .map((one) => ({ ...one, capturedAt: Date.parse(one.capturedAt) }));
        return { meter, history };
      };
      for (const { old, meter, across } of pairs) {
        const now = pastOf(meter);
        const [use] = usesOf(now, now.meter.registers[0] ?? assert.fail(), pastOf(old));
        assert.deepEqual([use?.use, use?.withOld, use?.period], [across, true, '2017-07']);
      }
    });
  });
});

const rowIndex = (rows: readonly ReadingOutRow[], serial: string): number =>
  rows.findIndex((row) => row.serial === serial);

function readRows(file: string): ReadingOutRow[] {
  const parsed = JSON.parse(file) as ReadingOutRow[] | { rows: ReadingOutRow[] };
  return Array.isArray(parsed) ? parsed : parsed.rows;
}
