import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import type { Database } from '../../../server/db/database.ts';
import { pull } from '../../../server/sync/pull.ts';
import { push } from '../../../server/sync/push.ts';
import { noClaims } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { furnish, type Home } from '../../support/home.ts';
import { addBilledReading, addMeter, type TestMeter } from '../../support/household.ts';
import type { TestDevice } from '../../support/test-device.ts';

const period = '2017-07';
/** A reading that the office must look at. */
const replaced = { ...noClaims, replaced: true };

forEachEngine((engine) => {
  describe('a push in odd circumstances', () => {
    let home: Home;
    before(async () => {
      home = await furnish(engine);
    });
    const envelopeOf = ({ stream }: TestDevice, ...ops: unknown[]) => ({
      protocol: 1,
      app: 'test',
      stream,
      user: home.anna.id,
      deviceTime: '2017-07-20T06:00:00.000Z',
      ops,
    });
    async function assertStates(meter: TestMeter, expected: Record<string, string>): Promise<void> {
      const readings = await home.readings(meter);
      assert.deepEqual(Object.fromEntries(readings.map(({ id, state }) => [id, state])), expected);
    }

    it('is refused the same twenty times at once for a stranger’s account: one entry, nineteen duplicates (I2, I3)', async () => {
      const device = await home.device();
      const operation = device.reading({ id: v7(), account: v7() }, { period, values: { B: 1 } });
      const all = await Promise.all(Array.from({ length: 20 }, () => device.push(operation)));
      const outcomes = all.map(([result]) => result?.outcome).sort();
      assert.deepEqual(outcomes, [...Array.from({ length: 19 }, () => 'duplicate'), 'rejected']);
    });

    it('gets the stored answer where the same was entered between the look and the insert (I2, I3)', async () => {
      const device = await home.device();
      const operation = device.reading(await home.meter(), { period, values: { B: 5_000 } });
      const { db } = home.server.services;
      const overtaken: Database = {
        ...db,
        writeInOrder: async (works) => {
          await device.push(operation);
          const reason = Object.assign(new Error('there is one'), { code: '23505' });
          return works.map(() => ({ status: 'rejected', reason }));
        },
      };
      const { results } = await push(
        { ...home.server.services, db: overtaken },
        home.anna,
        envelopeOf(device, operation),
      );
      assert.deepEqual([results[0]?.outcome, results[0]?.first], ['duplicate', 'applied']);
    });

    it('is a conflict under the id of an imported reading, with its content kept (I3)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const imported = await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 1 } });
      const [result] = await device.push(device.reading(meter, { period, values: { B: 5 } }, { id: imported }));
      assert.deepEqual([result?.outcome, result?.problems], ['conflict', [{ code: 'id_reused' }]]);
      assert.equal((await home.conflicts(imported)).length, 1);
    });

    it('is put off alone where not even the conflict can be kept: the answers of the others go out (I2)', async () => {
      const device = await home.device();
      const [meter, another] = [await home.meter(), await home.meter()];
      const imported = await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 1 } });
      const reused = device.reading(meter, { period, values: { B: 5 } }, { id: imported });
      const good = device.reading(another, { period, values: { B: 5 } });
      const { db } = home.server.services;
      let writes = 0;
      const failing: Database = {
        ...db,
        write: (work) => (++writes === 1 ? db.write(work) : Promise.reject(new Error('the disk is gone'))),
      };
      const { results } = await push(
        { ...home.server.services, db: failing },
        home.anna,
        envelopeOf(device, reused, good),
      );
      assert.equal(writes, 2);
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ['retry', 'applied'],
      );
    });

    it('leaves what billing has as it is, also before the lock: what comes is late (I9)', async () => {
      home.server.clock.set('2017-07-22T09:00:00+03:00');
      const device = await home.device();
      const meter = await home.meter();
      const billed = await addBilledReading(home.server.services, meter, { period, values: { B: 1_000 } });
      const operation = device.reading(meter, { period, values: { B: 2_000 } });
      const [result] = await device.push(operation);
      assert.equal(result?.outcome, 'review');
      await assertStates(meter, { [billed]: 'billed', [operation.id]: 'late' });
    });

    it('sets a reading aside that waits for the office once its correction is accepted (W7)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const a = device.reading(meter, { period, values: { B: 5_000 } });
      const b = device.reading(meter, { period, values: { B: 9_000 }, claims: replaced, supersedes: a.id });
      const c = device.reading(meter, { period, values: { B: 6_000 }, supersedes: b.id });
      await device.push(a, b, c);
      await assertStates(meter, { [a.id]: 'superseded', [b.id]: 'superseded', [c.id]: 'accepted' });
    });

    it('follows a correction across two devices to the reading that stands (W7, C4)', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const a = one.reading(meter, { period, values: { B: 5_000 } });
      await one.push(a);
      const b = other.reading(meter, { period, values: { B: 9_000 }, claims: replaced, supersedes: a.id });
      const c = other.reading(meter, { period, values: { B: 6_000 }, supersedes: b.id });
      await other.push(b, c);
      await assertStates(meter, { [a.id]: 'superseded', [b.id]: 'superseded', [c.id]: 'accepted' });
    });

    it('lets a certain reading stand where a doubtful one of equal value waits for the office (C4)', async () => {
      const [one, other] = [await home.device(), await home.device()];
      const meter = await home.meter();
      const capture = { wall: '2017-07-10T09:00:00.000Z', offset: 0, beacon: null };
      const doubtful = one.reading(meter, { period, values: { B: 5_000 } }, { capture });
      const certain = other.reading(meter, { period, values: { B: 5_000 } });
      const [first] = await one.push(doubtful);
      assert.deepEqual(first?.problems, [{ code: 'window_unsure' }]);
      await other.push(certain);
      await assertStates(meter, { [doubtful.id]: 'superseded', [certain.id]: 'accepted' });
    });

    it('has two operations that name each other wait for nothing: the later one corrects the earlier (I8, W7)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const id = v7();
      const first = device.reading(meter, { period, values: { B: 5_000 }, supersedes: id });
      const second = device.reading(meter, { period, values: { B: 4_000 }, supersedes: first.id }, { id });
      const results = await device.push(first, second);
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ['applied', 'applied'],
      );
      await assertStates(meter, { [first.id]: 'superseded', [second.id]: 'accepted' });
    });

    it('puts off what depends on an operation that was put off, and nothing else', async () => {
      const device = await home.device();
      const [meter, another] = [await home.meter(), await home.meter()];
      const first = device.reading(meter, { period, values: { B: 5_000 } });
      const correction = device.reading(meter, { period, values: { B: 4_000 }, supersedes: first.id });
      const unrelated = device.reading(another, { period, values: { B: 1_000 } });
      const { db } = home.server.services;
      const busyAtFirst: Database = {
        ...db,
        writeInOrder: async ([, ...works]) => {
          const reason = Object.assign(new Error('gave way'), { code: '40001' });
          return [{ status: 'rejected', reason }, ...(await db.writeInOrder(works))];
        },
      };
      const envelope = envelopeOf(device, first, correction, unrelated);
      const { results } = await push({ ...home.server.services, db: busyAtFirst }, home.anna, envelope);
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ['retry', 'retry', 'applied'],
      );
      const again = await device.push(first, correction);
      assert.deepEqual(
        again.map(({ outcome }) => outcome),
        ['applied', 'applied'],
      );
      await assertStates(meter, { [first.id]: 'superseded', [correction.id]: 'accepted' });
    });
  });

  describe('a pull while something commits (I4)', () => {
    it('moves no cursor past a row that it has not brought', async () => {
      const { server, account, anna } = await furnish(engine);
      const meter = await addMeter(server.services, account, { serial: '1' });
      const { reader } = server.services.db;
      let late: TestMeter | undefined;
      const meddling = new Proxy(reader, {
        get(target, name) {
          const value = Reflect.get(target, name);
          if (name !== 'executeQuery') return typeof value === 'function' ? value.bind(target) : value;
          return async (query: { sql: string }) => {
            // Between the look at the meters and the look at the readings both get one more.
            if (query.sql.includes('from "readings"') && late === undefined) {
              late = await addMeter(server.services, account, { serial: '2' });
              await addBilledReading(server.services, meter, { period: '2017-06', values: { B: 1 } });
            }
            return Reflect.apply(value as (query: unknown) => Promise<unknown>, target, [query]);
          };
        },
      });
      const services = { ...server.services, db: { ...server.services.db, reader: meddling } };
      const first = await pull(services, anna, { protocol: 1, user: anna.id, cursors: {} });
      const page = first.accounts[0];
      assert.ok(page && late);
      const cursors = { [account.id]: { epoch: page.epoch, version: page.version } };
      const second = await pull(server.services, anna, { protocol: 1, user: anna.id, cursors });
      const pages = [page.changes, ...second.accounts.map(({ changes }) => changes)];
      assert.deepEqual(
        pages.map(({ meters, readings }) => [meters.map(({ serial }) => serial), readings.length]),
        [
          [['1'], 0],
          [['2'], 1],
        ],
      );
    });
  });
});
