import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { batchFile, startBatch } from '../../../server/exchange/export-readings.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addBilledReading, lockPeriod, type TestMeter } from '../../support/household.ts';
import { asItIs, heard, july, openDesk, type ReviewDesk } from '../../support/review.ts';

/** Before what the residents of these tests push. */
const handedIn = '2017-07-18T10:00:00.000Z';

forEachEngine((engine) => {
  describe('what the office accepts after the lock (W6, I9)', () => {
    let desk: ReviewDesk;
    before(async () => {
      desk = await openDesk(engine);
      await lockPeriod(desk.server.services, july);
    });

    async function lateReading(meter: TestMeter, value: number): Promise<string> {
      const device = await desk.device();
      const operation = device.reading(meter, { period: july, values: { B: value } });
      const [result] = await device.push(operation);
      assert.deepEqual(result?.problems, [{ code: 'period_locked', period: july }]);
      return operation.id;
    }

    /** The rows of the next export, by meter. */
    async function exported(
      meter: TestMeter,
    ): Promise<{ value: string; previous: string; period: string; flags: string }[]> {
      const { db, company } = desk.server.services;
      const exporting = { db, company, clock: desk.server.clock, actor: 'test' };
      const batch = await startBatch(exporting, { period: '2017-08', lock: false });
      if (!batch) return [];
      let text = '';
      for await (const piece of batchFile(db, batch.id, { format: { json: true } })) text += piece as unknown as string;
      const { serial } = await db.reader
        .selectFrom('meters')
        .where('id', '=', meter.id)
        .select('serial')
        .executeTakeFirstOrThrow();
      const rows = JSON.parse(text) as ({ serial: string } & Awaited<ReturnType<typeof exported>>[number])[];
      return rows
        .filter((row) => row.serial === serial)
        .map(({ value, previous, period, flags }) => ({ value, previous, period, flags }));
    }

    it('stands where nothing stood, and is in the next export once, flagged', async () => {
      const meter = await desk.readMeter(5_000);
      const id = await lateReading(meter, 5_200);
      const opened = await desk.clerk.client.review.open.mutate({ reading: id });
      assert.deepEqual([opened.adjusts, opened.kinds], ['locked', ['late']]);
      const decided = await desk.clerk.client.review.accept.mutate({ reading: id, seen: opened.seen, ...asItIs });
      assert.deepEqual(decided, { done: true, reading: id, state: 'accepted', adjustment: true });
      assert.deepEqual(await exported(meter), [
        { value: '5.200', previous: '5.000', period: july, flags: 'adjustment' },
      ]);
      assert.deepEqual(await exported(meter), []);
    });

    it('stays beside what billing has billed, which never changes, and is in the next export once', async () => {
      const meter = await desk.readMeter(5_000);
      const billed = await addBilledReading(desk.server.services, meter, {
        period: july,
        values: { B: 5_500 },
        at: handedIn,
      });
      const id = await lateReading(meter, 5_200);
      const opened = await desk.clerk.client.review.open.mutate({ reading: id });
      assert.equal(opened.adjusts, 'billed');
      const decided = await desk.clerk.client.review.accept.mutate({ reading: id, seen: opened.seen, ...asItIs });
      assert.deepEqual(decided, { done: true, reading: id, state: 'late', adjustment: true });
      assert.equal((await desk.reading(billed)).state, 'billed');
      const all = { after: null, kind: null, service: null, building: null, period: null, mine: false };
      const queue = await desk.clerk.client.review.list.query(all);
      assert.ok(queue.rows.every((row) => row.id !== id));
      assert.deepEqual(
        (await exported(meter)).map(({ value, flags }) => [value, flags]),
        [['5.200', 'adjustment']],
      );
      assert.deepEqual(await exported(meter), []);
      const device = await desk.device();
      const [reading] = (await heard(device)).filter((one) => one.id === id);
      assert.deepEqual([reading?.state, reading?.adjustment], ['late', true]);
    });

    it('is out of the resident’s hands: a later one waits anew, and billing gets both in turn', async () => {
      const meter = await desk.readMeter(5_000);
      await addBilledReading(desk.server.services, meter, { period: july, values: { B: 5_500 }, at: handedIn });
      const device = await desk.device();
      const first = device.reading(meter, { period: july, values: { B: 5_200 } });
      await device.push(first);
      const { seen } = await desk.clerk.client.review.open.mutate({ reading: first.id });
      await desk.clerk.client.review.accept.mutate({ reading: first.id, seen, ...asItIs });
      assert.equal((await exported(meter)).length, 1);
      const second = device.reading(meter, { period: july, values: { B: 5_300 }, supersedes: first.id });
      const [result, back] = await device.push(second, device.withdrawal(first));
      assert.deepEqual([result?.outcome, back?.outcome], ['review', 'rejected']);
      assert.ok((await desk.reading(first.id)).batch_id !== null);
      const again = await desk.clerk.client.review.open.mutate({ reading: second.id });
      await desk.clerk.client.review.accept.mutate({ reading: second.id, seen: again.seen, ...asItIs });
      assert.equal((await desk.reading(first.id)).state, 'late');
      assert.deepEqual(
        (await exported(meter)).map(({ value }) => value),
        ['5.300'],
      );
    });

    it('counts also where it waited for another reason when the lock came', async () => {
      const meter = await desk.readMeter(5_000);
      const id = await lateReading(meter, 5_200);
      const seen = await desk.seen(id);
      const wish = { reading: id, seen, values: { B: 5_250 }, rollover: false, override: false };
      const decided = await desk.clerk.client.review.correct.mutate({ ...wish, reason: 'As in the photo' });
      assert.ok(decided.done);
      assert.deepEqual([decided.state, decided.adjustment], ['accepted', true]);
      assert.equal((await desk.reading(id)).state, 'superseded');
      assert.deepEqual(
        (await exported(meter)).map(({ value }) => value),
        ['5.250'],
      );
    });

    it('of an estimate that billing billed leaves it standing (I9)', async () => {
      const meter = await desk.readMeter(5_000);
      const estimate = await addBilledReading(desk.server.services, meter, {
        period: july,
        values: { B: 5_800 },
        kind: 'estimate',
        at: handedIn,
      });
      const id = await lateReading(meter, 5_200);
      const seen = await desk.seen(id);
      const decided = await desk.clerk.client.review.accept.mutate({ reading: id, seen, ...asItIs });
      assert.ok(decided.done);
      assert.deepEqual([decided.state, (await desk.reading(estimate)).state], ['late', 'billed']);
      assert.equal((await exported(meter)).length, 1);
    });
  });
});
