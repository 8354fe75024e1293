import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { addBilledReading } from '../../support/household.ts';
import { heard, july, openDesk, type ReviewDesk, refusal } from '../../support/review.ts';

const entry = { takenOn: '2017-07-02', rollover: false, override: false, reason: 'Told by telephone' } as const;

forEachEngine((engine) => {
  describe('a reading that the office enters (W5)', () => {
    let desk: ReviewDesk;
    before(async () => {
      desk = await openDesk(engine);
    });

    it('is refused for a month or day to come, before the meter hung there, and without a reason', async () => {
      const meter = await desk.readMeter(5_000);
      const { review } = desk.clerk.client;
      const wish = { meter: meter.id, period: july, seen: 0, values: { B: 5_100 }, ...entry } as const;
      for (const [change, path] of [
        [{ takenOn: '2017-07-21' }, 'takenOn'],
        [{ period: '2017-08' }, 'period'],
        [{ period: '2014-12' }, 'period'],
        [{ reason: '' }, 'reason'],
      ] as const) {
        assert.deepEqual(await refusal(review.enter.mutate({ ...wish, ...change })), { code: 'bad_input', path });
      }
    });

    it('is refused where the month is no more what the clerk saw', async () => {
      const meter = await desk.readMeter(5_000);
      const { review } = desk.clerk.client;
      const { seen } = await review.entryBasis.query({ meter: meter.id, period: july });
      const device = await desk.device();
      await device.push(device.reading(meter, { period: july, values: { B: 5_050 } }));
      const wish = { meter: meter.id, period: july, seen, values: { B: 5_100 }, ...entry };
      assert.deepEqual(await refusal(review.enter.mutate(wish)), { code: 'changed_meanwhile' });
    });

    it('warns as the rules would (M1) and then holds, outside the window, with its reason', async () => {
      const meter = await desk.readMeter(5_000);
      const { review } = desk.clerk.client;
      const { seen } = await review.entryBasis.query({ meter: meter.id, period: july });
      const wish = { meter: meter.id, period: july, seen, values: { B: 4_000 }, ...entry };
      const warned = await review.enter.mutate(wish);
      assert.ok(!warned.done);
      assert.equal(warned.problems[0]?.code, 'below_previous');
      const decided = await review.enter.mutate({ ...wish, override: true });
      assert.ok(decided.done);
      const own = (await heard(await desk.device())).find(({ id }) => id === decided.reading);
      assert.deepEqual([own?.state, own?.source, own?.reason], ['accepted', 'office', 'Told by telephone']);
      assert.equal(own?.capturedAt, '2017-07-02T09:00:00.000Z');
    });

    it('takes the place of a resident’s reading that billing has not got (I3)', async () => {
      const meter = await desk.readMeter(5_000);
      const device = await desk.device();
      await device.push(device.reading(meter, { period: july, values: { B: 5_050 } }));
      const { review } = desk.clerk.client;
      const { seen } = await review.entryBasis.query({ meter: meter.id, period: july });
      await review.enter.mutate({ meter: meter.id, period: july, seen, values: { B: 5_100 }, ...entry });
      assert.deepEqual(await desk.states(meter), {
        '{"B":5000}': 'billed',
        '{"B":5050}': 'superseded',
        '{"B":5100}': 'accepted',
      });
    });

    it('is an adjustment where billing has billed the month (I9)', async () => {
      const meter = await desk.readMeter(5_000);
      const { review } = desk.clerk.client;
      const { seen, adjusts } = await review.entryBasis.query({ meter: meter.id, period: '2017-06' });
      assert.equal(adjusts, 'billed');
      const wish = { meter: meter.id, period: '2017-06' as const, seen, values: { B: 4_800 }, ...entry };
      const decided = await review.enter.mutate(wish);
      assert.ok(decided.done);
      assert.deepEqual([decided.state, decided.adjustment], ['late', true]);
      assert.deepEqual(await desk.states(meter), { '{"B":5000}': 'billed', '{"B":4800}': 'late' });
      await addBilledReading(desk.server.services, meter, { period: '2017-05', values: { B: 4_700 } });
    });
  });
});
