import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { forEachEngine } from '../../support/databases.ts';
import { furnish, type Home } from '../../support/home.ts';
import { addBilledReading, twoTariffs } from '../../support/household.ts';
import { problemOf, seal, TestDevice } from '../../support/test-device.ts';

const period = '2017-07';

forEachEngine((engine) => {
  describe('a push', () => {
    let home: Home;
    before(async () => {
      home = await furnish(engine);
    });

    it('is refused whole when nobody is signed in', async () => {
      const device = new TestDevice(home.server);
      const problem = await problemOf(device.push());
      assert.deepEqual(problem, { code: 'signed_out' });
    });

    it('is refused whole under another user than the session’s (I10)', async () => {
      const device = await home.device();
      device.user = { ...home.anna, id: v7() };
      assert.deepEqual(await problemOf(device.push()), { code: 'other_user' });
    });

    it('refuses another user’s operation inside one’s own envelope (I10)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const foreign = seal({ ...device.reading(meter, { period, values: { B: 1 } }), user: v7() });
      const [result] = await device.push(foreign);
      assert.deepEqual([result?.outcome, result?.problems], ['rejected', [{ code: 'other_user' }]]);
      assert.deepEqual(await home.readings(meter), []);
    });

    it('refuses a stranger’s account inside the transaction, and keeps the refusal (I7)', async () => {
      const device = await home.device();
      const theirs = await home.meterOfStranger();
      const operation = device.reading(theirs, { period, values: { B: 5 } });
      const [result] = await device.push(operation);
      assert.deepEqual([result?.outcome, result?.problems], ['rejected', [{ code: 'account_unknown' }]]);
      assert.deepEqual(await home.readings(theirs), []);
      assert.equal((await home.ledger(operation.id))?.outcome, 'rejected');
      const [again] = await device.push(operation);
      assert.deepEqual([again?.outcome, again?.first, again?.problems], ['duplicate', 'rejected', result?.problems]);
    });

    it('refuses a stranger’s meter under one’s own account', async () => {
      const device = await home.device();
      const theirs = await home.meterOfStranger();
      const [result] = await device.push(
        device.reading({ id: theirs.id, account: home.account.id }, { period, values: { B: 5 } }),
      );
      assert.deepEqual(result?.problems, [{ code: 'meter_unknown' }]);
      assert.deepEqual(await home.readings(theirs), []);
    });

    it('refuses a register that the meter does not have and names it, and one that is missing (V4)', async () => {
      const device = await home.device();
      const meter = await home.meter({ registers: twoTariffs });
      const [result] = await device.push(device.reading(meter, { period, values: { T1: 1, T3: 2 } }));
      assert.deepEqual(result?.problems, [
        { code: 'register_missing', register: 'T2' },
        { code: 'register_unknown', register: 'T3' },
      ]);
    });

    it('refuses a value below the previous one with its explanations (M1, M4)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 252_000 } });
      const [result] = await device.push(device.reading(meter, { period, values: { B: 251_999 } }));
      assert.equal(result?.outcome, 'rejected');
      const [problem] = result?.problems ?? [];
      assert.ok(problem?.code === 'below_previous');
      assert.deepEqual(
        problem.explanations.map(({ kind }) => kind),
        ['rollover', 'meter_replaced'],
      );
    });

    it('refuses content whose hash is not its own', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const operation = device.reading(meter, { period, values: { B: 1 } });
      const [result] = await device.push({ ...operation, body: { ...operation.body, values: { B: 2 } } });
      assert.deepEqual(result?.problems, [{ code: 'hash_mismatch' }]);
    });

    it('accepts an equal value: nobody was at home (M1)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 252_000 } });
      const [result] = await device.push(device.reading(meter, { period, values: { B: 252_000 } }));
      assert.equal(result?.outcome, 'applied');
    });

    it('stores a reading, its ledger row and the account’s version together (I1)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const operation = device.reading(meter, { period, values: { B: 7_000 } });
      const [result] = await device.push(operation);
      assert.deepEqual([result?.id, result?.outcome, result?.problems], [operation.id, 'applied', []]);
      const [reading] = await home.readings(meter);
      assert.deepEqual(
        [reading?.id, reading?.register_values, reading?.state],
        [operation.id, '{"B":7000}', 'accepted'],
      );
      assert.equal((await home.ledger(operation.id))?.version, result?.version);
      assert.equal(await home.head(), result?.version);
    });

    it('lets no bad operation block a good one', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const good = device.reading(meter, { period, values: { B: 1 } });
      const results = await device.push(null, { id: 'x' }, { ...good, surplus: 1 }, [[[]]], good);
      assert.deepEqual(
        results.map(({ id, outcome }) => [id, outcome]),
        [
          [null, 'rejected'],
          [null, 'rejected'],
          [good.id, 'rejected'],
          [null, 'rejected'],
          [good.id, 'applied'],
        ],
      );
    });

    it('has one effect when the same is sent 20 times at once (I2, I3)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const operation = device.reading(meter, { period, values: { B: 3_000 } });
      const all = await Promise.all(Array.from({ length: 20 }, () => device.push(operation)));
      const outcomes = all.map(([result]) => result?.outcome).sort();
      assert.deepEqual(outcomes, ['applied', ...Array.from({ length: 19 }, () => 'duplicate')]);
      assert.equal(new Set(all.map(([result]) => result?.version)).size, 1);
      assert.equal((await home.readings(meter)).length, 1);
      const [again] = await device.push(operation);
      assert.deepEqual([again?.outcome, again?.first], ['duplicate', 'applied']);
    });

    it('is a conflict when the same id comes with another content, and keeps both bodies (I2)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const first = device.reading(meter, { period, values: { B: 3_000 } });
      const second = seal({ ...first, body: { ...first.body, values: { B: 4_000 } } } as typeof first);
      await device.push(first);
      const [result] = await device.push(second);
      assert.deepEqual([result?.outcome, result?.problems], ['conflict', [{ code: 'id_reused' }]]);
      assert.equal((await home.readings(meter))[0]?.register_values, '{"B":3000}');
      const kept = await home.conflicts(first.id);
      assert.deepEqual(
        kept.map(({ hash }) => hash),
        [second.hash],
      );
      assert.equal((await home.ledger(first.id))?.hash, first.hash);
    });

    it('tells of 20 different contents under one id at once that one won, and keeps the other 19 (I2, I3)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const id = v7();
      const operations = Array.from({ length: 20 }, (_, at) =>
        device.reading(meter, { period, values: { B: 1_000 + at } }, { id, number: 1_000 }),
      );
      const all = await Promise.all(operations.map((operation) => device.push(operation)));
      const outcomes = all.map(([result]) => result?.outcome).sort();
      assert.deepEqual(outcomes, ['applied', ...Array.from({ length: 19 }, () => 'conflict')]);
      assert.equal((await home.conflicts(id)).length, 19);
    });

    it('is a conflict when a number of the stream is used twice', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const first = device.reading(meter, { period, values: { B: 1 } });
      const second = device.reading(meter, { period, values: { B: 2 } }, { number: first.number });
      await device.push(first);
      const [result] = await device.push(second);
      assert.deepEqual([result?.outcome, result?.problems], ['conflict', [{ code: 'stream_reused' }]]);
    });

    it('gives no two operations of one account the same version, however many come at once (I4)', async () => {
      const device = await home.device();
      const meters = await Promise.all(Array.from({ length: 12 }, () => home.meter()));
      const all = await Promise.all(
        meters.map((meter) => device.push(device.reading(meter, { period, values: { B: 1 } }))),
      );
      const versions = all.map(([result]) => result?.version);
      assert.equal(new Set(versions).size, versions.length);
      assert.equal(await home.head(), Math.max(...versions.map(Number)));
    });
  });
});
