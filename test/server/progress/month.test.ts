import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { emptyTally, type Tally } from '../../../shared/progress.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addReading, lockPeriod, twoTariffs } from '../../support/household.ts';
import { openProgress, type ProgressDesk } from '../../support/progress.ts';
import { refusal } from '../../support/review.ts';

forEachEngine((engine) => {
  describe('the progress of a month', () => {
    let desk: ProgressDesk;
    before(async () => {
      desk = await openProgress(engine);
    });

    const tallyOf = async (building: string): Promise<Tally> => {
      await desk.month();
      const row = await desk.server.services.db.reader
        .selectFrom('progress_buildings')
        .where('period', '=', '2026-11')
        .where('building', '=', building)
        .select('tally')
        .executeTakeFirst();
      return row ? (JSON.parse(row.tally) as Tally) : emptyTally();
    };

    it('is not told of a month that is not yet', async () => {
      const asked = desk.clerk.client.progress.month.query({ period: '2026-12', count: false });
      assert.deepEqual(await refusal(asked), { code: 'bad_input', path: 'period' });
    });

    it('refuses a place in the list of buildings that it never gave', async () => {
      for (const after of ['x', '{}', '[1]', '["a","b"]']) {
        const asked = desk.clerk.client.progress.buildings.query({ period: '2026-11', after });
        assert.deepEqual(await refusal(asked), { code: 'bad_input', path: 'after' });
      }
    });

    it('M6, M7: does not count what was taken out in the month or before, nor what came after it', async () => {
      const flat = await desk.flat({ building: 'Taken 1' });
      await flat.meter({ retired_on: '2026-10-15' });
      const replaced = await flat.meter({ retired_on: '2026-11-10' });
      await addReading(desk.server.services, replaced, { period: '2026-11', values: { B: 1 }, source: 'office' });
      await flat.meter({ installed_on: '2026-12-01' });
      assert.deepEqual((await tallyOf('Taken 1')).expected, { meters: 0, registers: 0 });
    });

    it('M6: counts what came in the month, also in the place of another, and what is taken out only after it', async () => {
      const flat = await desk.flat({ building: 'Put in 1' });
      await flat.meter({ installed_on: '2026-11-10' });
      await flat.meter({ installed_on: '2026-11-30' });
      await flat.meter({ retired_on: '2026-12-01' });
      const { expected, missing } = await tallyOf('Put in 1');
      assert.deepEqual(
        [expected, missing],
        [
          { meters: 3, registers: 3 },
          { meters: 3, registers: 3 },
        ],
      );
    });

    it('V4: counts the registers of a meter together', async () => {
      const flat = await desk.flat({ building: 'Tariffs 1' });
      const meter = await flat.meter({ registers: twoTariffs, service: 'electricity' });
      await flat.meter();
      await addReading(desk.server.services, meter, { period: '2026-11', values: { T1: 1, T2: 1 } });
      const { expected, read, missing, accounts } = await tallyOf('Tariffs 1');
      assert.deepEqual(expected, { meters: 2, registers: 3 });
      assert.deepEqual(read, { meters: 1, registers: 2 });
      assert.deepEqual(missing, { meters: 1, registers: 1 });
      assert.deepEqual(accounts, { expected: 1, missing: 1, remindable: 0 });
    });

    it('M3: does not take an estimate for a reading, nor one that waits for read or missing, nor one that is gone for anything', async () => {
      const flat = await desk.flat({ building: 'States 1' });
      const { services } = desk.server;
      const read = async (state: 'accepted' | 'review' | 'late' | 'superseded' | 'withdrawn' | 'refused') =>
        addReading(services, await flat.meter(), { period: '2026-11', values: { B: 1 }, state });
      for (const state of ['accepted', 'review', 'late', 'superseded', 'withdrawn', 'refused'] as const)
        await read(state);
      const estimated = await flat.meter();
      await addReading(services, estimated, {
        period: '2026-11',
        values: { B: 1 },
        kind: 'estimate',
        source: 'billing',
      });
      // One that stands and is to be corrected is read.
      const corrected = await flat.meter();
      await addReading(services, corrected, { period: '2026-11', values: { B: 1 } });
      await addReading(services, corrected, { period: '2026-11', values: { B: 2 }, state: 'review' });
      const { expected, read: known, waiting, missing, estimated: guessed, ...rest } = await tallyOf('States 1');
      assert.deepEqual(
        [expected, known, waiting, missing, guessed].map(({ meters }) => meters),
        [8, 2, 2, 4, 1],
      );
      assert.deepEqual([rest.review, rest.late, rest.refused], [2, 1, 1]);
    });

    it('I9: takes what the office made an adjustment of for neither waiting nor read twice', async () => {
      const flat = await desk.flat({ building: 'Adjusted 1' });
      const { services } = desk.server;
      const meter = await flat.meter();
      await addReading(services, meter, { period: '2026-11', values: { B: 1 }, source: 'billing', state: 'billed' });
      const late = await addReading(services, meter, { period: '2026-11', values: { B: 2 }, state: 'late' });
      await services.db.write((tx) =>
        tx.updateTable('readings').set({ adjustment: 1 }).where('id', '=', late).execute(),
      );
      const { read, waiting, late: waits } = await tallyOf('Adjusted 1');
      assert.deepEqual([read.meters, waiting.meters, waits], [1, 0, 0]);
    });

    it('counts a reading to the local day on which it came; billing’s to that on which it was taken', async () => {
      const flat = await desk.flat({ building: 'Days 1' });
      const { services } = desk.server;
      // 23:30 in Riga, and half past midnight.
      for (const at of ['2026-11-27T21:30:00.000Z', '2026-11-27T22:30:00.000Z'] as const) {
        await addReading(services, await flat.meter(), { period: '2026-11', values: { B: 1 }, at });
      }
      const imported = await flat.meter();
      const id = await addReading(services, imported, {
        period: '2026-11',
        values: { B: 1 },
        source: 'billing',
        at: '2026-11-26T10:00:00.000Z',
      });
      assert.ok(id);
      const { arrivals } = await tallyOf('Days 1');
      assert.deepEqual(arrivals, [
        { day: '2026-11-26', source: 'billing', meters: 1, registers: 1 },
        { day: '2026-11-27', source: 'resident', meters: 1, registers: 1 },
        { day: '2026-11-28', source: 'resident', meters: 1, registers: 1 },
      ]);
    });

    it('counts for the company what it counts for its buildings', async () => {
      const { now } = await desk.month();
      const rows = await desk.server.services.db.reader
        .selectFrom('progress_buildings')
        .where('period', '=', '2026-11')
        .select('tally')
        .execute();
      const sum = rows.reduce((all, { tally }) => all + (JSON.parse(tally) as Tally).expected.registers, 0);
      assert.equal(now?.tally.expected.registers, sum);
      assert.ok(sum > 0);
    });

    it('answers with what was counted within the last minute, and says when that was', async () => {
      const { now } = await desk.month();
      const flat = await desk.flat({ building: 'Later 1' });
      await flat.meter();
      const soon = await desk.clerk.client.progress.month.query({ period: null, count: true });
      assert.equal(soon.now?.countedAt, now?.countedAt);
      assert.deepEqual(soon.now?.tally, now?.tally);
      const later = await desk.month();
      assert.equal(later.now?.tally.expected.meters, (now?.tally.expected.meters ?? 0) + 1);
    });

    it('lets one alone count: whoever comes meanwhile gets what was counted before', async () => {
      desk.server.clock.advance(61_000);
      const ask = () => desk.clerk.client.progress.month.query({ period: null, count: true });
      const answers = await Promise.all([ask(), ask(), ask()]);
      for (const answer of answers) assert.ok(answer.now);
    });

    it('compares a building with the same day of the window a month and a year ago', async () => {
      const flat = await desk.flat({ building: 'Compared 1' });
      const { services } = desk.server;
      const meters = [await flat.meter(), await flat.meter(), await flat.meter(), await flat.meter()];
      const [first, second, third] = meters;
      // The window opens on the 27th; today is the 28th: its second day.
      const read = async (meter: typeof first, period: '2026-10' | '2025-11', day: string) =>
        meter && addReading(services, meter, { period, values: { B: 1 }, at: `${period}-${day}T10:00:00.000Z` });
      await read(first, '2026-10', '27');
      await read(second, '2026-10', '28');
      await read(third, '2026-10', '29');
      await read(first, '2025-11', '28');
      // Months that are over are not counted every minute.
      await services.db.write((tx) => tx.deleteFrom('progress_months').where('period', '!=', '2026-11').execute());
      await desk.month();
      const { rows } = await desk.clerk.client.progress.buildings.query({ period: '2026-11', after: null });
      const row = rows.find(({ building }) => building === 'Compared 1');
      assert.deepEqual(row && [row.expected, row.read, row.missing, row.lastMonth, row.lastYear], [4, 0, 4, 50, 25]);
    });

    it('lists every building once over its pages, where most is missing first', async () => {
      for (let at = 0; at < 120; at++) {
        const flat = await desk.flat({ building: `Page ${at}` });
        for (let meter = 0; meter <= at % 3; meter++) await flat.meter();
      }
      await desk.month();
      const missing: number[] = [];
      const buildings: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page: Awaited<ReturnType<typeof desk.clerk.client.progress.buildings.query>> =
          await desk.clerk.client.progress.buildings.query({ period: '2026-11', after });
        missing.push(...page.rows.map((row) => row.missing));
        buildings.push(...page.rows.map((row) => row.building));
        after = page.next;
        more = after !== null;
      }
      assert.equal(new Set(buildings).size, buildings.length);
      assert.ok(buildings.filter((name) => name.startsWith('Page ')).length === 120);
      assert.deepEqual(
        missing,
        [...missing].sort((a, b) => b - a),
      );
    });

    it('W1, W6: tells the window, from when on it can be locked, and that it is', async () => {
      const open = await desk.month();
      assert.deepEqual(
        [open.period, open.state, open.opensOn, open.closesOn],
        ['2026-11', 'open', '2026-11-27', '2026-11-30'],
      );
      assert.ok(open.lockableFrom > '2026-11-30T22:00:00.000Z');
      const { clock } = desk.server;
      clock.set('2026-11-30T23:59:00+02:00');
      assert.equal((await desk.month()).state, 'grace');
      clock.set('2026-12-20T10:00:00+02:00');
      assert.equal((await desk.month()).state, 'closed');
    });

    it('W6: says that a month is locked', async () => {
      const other = await openProgress(engine);
      await lockPeriod(other.server.services, '2026-11');
      assert.equal((await other.month()).state, 'locked');
      assert.equal((await other.month('2026-10')).state, 'closed');
    });
  });
});
