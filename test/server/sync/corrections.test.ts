import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { furnish, type Home } from '../../support/home.ts';
import { addBilledReading, lockPeriod, type TestMeter } from '../../support/household.ts';

const period = '2017-07';

forEachEngine((engine) => {
  describe('a correction', () => {
    let home: Home;
    before(async () => {
      home = await furnish(engine);
    });

    /** What Anna is told who takes back what billing has entered for this meter. */
    async function problemsOfTakingBack(meter: TestMeter): Promise<readonly Problem[] | undefined> {
      const device = await home.device();
      const id = await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 1 } });
      const [result] = await device.push(device.withdrawal({ id, account: home.account.id }));
      return result?.problems;
    }

    it('supersedes the reading that it names; the old one stays in the history (W7)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const first = device.reading(meter, { period, values: { B: 5_000 } });
      const second = device.reading(meter, { period, values: { B: 4_000 }, supersedes: first.id });
      const results = await device.push(first, second);
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ['applied', 'applied'],
      );
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'superseded', '{"B":4000}': 'accepted' });
    });

    it('of what another device took back meanwhile waits for the office, and disturbs nothing else (W7)', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const first = one.reading(meter, { period, values: { B: 5_000 } });
      await one.push(first);
      const correction = other.reading(meter, { period, values: { B: 5_100 }, supersedes: first.id });
      await one.push(one.withdrawal(first));
      const [result] = await other.push(correction);
      assert.equal(result?.outcome, 'review');
      assert.deepEqual(result.problems, [{ code: 'corrects_withdrawn' }]);
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'withdrawn', '{"B":5100}': 'review' });
    });

    it('is refused for a withdrawal by somebody who does not own the reading', async () => {
      assert.deepEqual(await problemsOfTakingBack(await home.meterOfStranger()), [{ code: 'reading_unknown' }]);
    });

    it('cannot take back what billing has entered (I9)', async () => {
      assert.deepEqual(await problemsOfTakingBack(await home.meter()), [{ code: 'reading_billed' }]);
    });

    it('corrects nothing where it names a reading of another meter or period, or itself (W7)', async () => {
      const device = await home.device();
      const [meter, another] = [await home.meter(), await home.meter()];
      const ofAnother = device.reading(another, { period, values: { B: 3_000 } });
      const earlier = await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 1_000 } });
      const id = v7();
      const results = await device.push(
        ofAnother,
        device.reading(meter, { period, values: { B: 4_000 }, supersedes: ofAnother.id }),
        device.reading(meter, { period, values: { B: 5_000 }, supersedes: earlier }),
        device.reading(meter, { period, values: { B: 6_000 }, supersedes: id }, { id }),
      );
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ['applied', 'applied', 'applied', 'applied'],
      );
      assert.deepEqual(await home.states(another), { '{"B":3000}': 'accepted' });
      assert.deepEqual(await home.states(meter), {
        '{"B":1000}': 'billed',
        '{"B":4000}': 'superseded',
        '{"B":5000}': 'superseded',
        '{"B":6000}': 'accepted',
      });
      const [page] = await device.pull();
      const linked = page?.changes.readings.filter((reading) => reading.meter === meter.id && reading.supersedes);
      assert.deepEqual(linked, []);
    });

    it('holds where the corrected reading arrives after it: a restored server gets them back in any order (I6)', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const first = one.reading(meter, { period, values: { B: 5_000 } });
      await other.push(other.reading(meter, { period, values: { B: 4_000 }, supersedes: first.id }));
      const [result] = await one.push(first);
      assert.deepEqual(result?.problems, [{ code: 'superseded_by_later' }]);
      assert.deepEqual(await home.states(meter), { '{"B":4000}': 'accepted', '{"B":5000}': 'superseded' });
    });

    it('is refused for a withdrawal once the period is locked, and the reading stands (W6, W7)', async () => {
      const locked = await furnish(engine);
      const device = await locked.device();
      const meter = await locked.meter();
      const reading = device.reading(meter, { period, values: { B: 5_000 } });
      await device.push(reading);
      await lockPeriod(locked.server.services, period);
      const back = device.withdrawal(reading);
      const [result] = await device.push(back);
      assert.deepEqual([result?.outcome, result?.problems], ['rejected', [{ code: 'period_locked', period }]]);
      assert.deepEqual(await locked.states(meter), { '{"B":5000}': 'accepted' });
    });

    it('is heard of by the other devices, a withdrawal too (I4)', async () => {
      const [device, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const first = device.reading(meter, { period, values: { B: 5_000 } });
      const second = device.reading(meter, { period, values: { B: 4_000 }, supersedes: first.id });
      await device.push(first);
      await other.pull();
      const heard = async () =>
        (await other.pull()).flatMap(({ changes }) => changes.readings.map(({ id, state }) => [id, state]));
      await device.push(second);
      assert.deepEqual(await heard(), [
        [first.id, 'superseded'],
        [second.id, 'accepted'],
      ]);
      const back = () => device.withdrawal(second);
      await device.push(back());
      assert.deepEqual(await heard(), [[second.id, 'withdrawn']]);
      // Taken back on two phones: there is nothing more to do, and nothing to be told.
      assert.equal((await device.push(back()))[0]?.outcome, 'applied');
      assert.deepEqual(await heard(), []);
    });

    it('takes a reading back while the window is open, and a new one may follow (W7)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const first = device.reading(meter, { period, values: { B: 5_000 } });
      const back = device.withdrawal(first);
      const second = device.reading(meter, { period, values: { B: 6_000 } });
      const results = await device.push(first, back, second);
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ['applied', 'applied', 'applied'],
      );
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'withdrawn', '{"B":6000}': 'accepted' });
    });
  });

  describe('two devices for one meter and period (C4)', () => {
    let home: Home;
    before(async () => {
      home = await furnish(engine);
    });

    it('are both kept and left to the office where their order is unclear', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const first = one.reading(meter, { period, values: { B: 5_000 } });
      const second = other.reading(meter, { period, values: { B: 6_000 } });
      await one.push(first);
      const [result] = await other.push(second);
      assert.equal(result?.outcome, 'review');
      assert.deepEqual(result?.problems.at(-1), { code: 'concurrent_reading' });
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'accepted', '{"B":6000}': 'review' });
    });

    it('have one effect where the values are equal', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      await one.push(one.reading(meter, { period, values: { B: 5_000 } }));
      const [result] = await other.push(other.reading(meter, { period, values: { B: 5_000 } }));
      assert.equal(result?.outcome, 'applied');
      const states = (await home.readings(meter)).map(({ state }) => state).sort();
      assert.deepEqual(states, ['accepted', 'superseded']);
    });

    it('are corrected by whichever corrects: a linked reading stands for the one that has the effect (W7)', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const first = one.reading(meter, { period, values: { B: 5_000 } });
      const same = other.reading(meter, { period, values: { B: 5_000 } });
      await one.push(first);
      // The second correction waits for the office; the third corrects it, and by way of it the first.
      const doubtful = other.reading(meter, { period, values: { B: 90_000_000 }, supersedes: same.id });
      const right = other.reading(meter, { period, values: { B: 6_000 }, supersedes: doubtful.id });
      const results = await other.push(same, doubtful, right);
      assert.deepEqual(
        results.map(({ outcome, problems }) => [outcome, problems.map(({ code }) => code)]),
        [
          ['applied', []],
          ['review', ['impossible_use']],
          ['applied', []],
        ],
      );
      const states = new Map((await home.readings(meter)).map(({ id, state }) => [id, state]));
      assert.deepEqual(
        [first, same, doubtful, right].map(({ id }) => states.get(id)),
        ['superseded', 'superseded', 'superseded', 'accepted'],
      );
    });

    it('are taken back by whichever takes back, once for both (W7)', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const first = one.reading(meter, { period, values: { B: 5_000 } });
      const same = other.reading(meter, { period, values: { B: 5_000 } });
      await one.push(first);
      const [, result] = await other.push(same, other.withdrawal(same));
      assert.deepEqual([result?.outcome, result?.problems], ['applied', []]);
      const states = new Map((await home.readings(meter)).map(({ id, state }) => [id, state]));
      assert.deepEqual([states.get(first.id), states.get(same.id)], ['withdrawn', 'superseded']);
      const head = await home.head();
      assert.equal((await one.push(one.withdrawal(first)))[0]?.outcome, 'applied');
      assert.equal((await other.push(other.withdrawal(same)))[0]?.outcome, 'applied');
      assert.equal(await home.head(), head);
    });

    it('are not taken back by the name of one whose value another has replaced (W7)', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const first = one.reading(meter, { period, values: { B: 5_000 } });
      const same = other.reading(meter, { period, values: { B: 5_000 } });
      await one.push(first);
      await other.push(same);
      await one.push(one.reading(meter, { period, values: { B: 6_000 }, supersedes: first.id }));
      const [result] = await other.push(other.withdrawal(same));
      assert.deepEqual(result?.problems, [{ code: 'reading_not_current' }]);
      assert.equal((await home.states(meter))['{"B":6000}'], 'accepted');
    });

    it('count the later one where the second was in contact after the first had arrived', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      await one.push(one.reading(meter, { period, values: { B: 5_000 } }));
      home.server.clock.advance(60_000);
      await other.push();
      home.server.clock.advance(60_000);
      const [result] = await other.push(other.reading(meter, { period, values: { B: 6_000 } }));
      assert.equal(result?.outcome, 'applied');
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'superseded', '{"B":6000}': 'accepted' });
    });
  });

  describe('a locked period (W6)', () => {
    it('takes a reading as late, tells the resident, and changes nothing that was billed (I9)', async () => {
      const home = await furnish(engine);
      const device = await home.device();
      const meter = await home.meter();
      await device.push(device.reading(meter, { period, values: { B: 5_000 } }));
      await lockPeriod(home.server.services, period);
      const [result] = await device.push(device.reading(meter, { period, values: { B: 6_000 } }));
      assert.equal(result?.outcome, 'review');
      assert.deepEqual(result?.problems, [{ code: 'period_locked', period }]);
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'accepted', '{"B":6000}': 'late' });
    });
  });
});
