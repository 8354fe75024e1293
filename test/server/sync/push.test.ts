import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { type Engine, forEachEngine } from '../../support/databases.ts';
import {
  addAccount,
  addBilledReading,
  addMeter,
  addUser,
  lockPeriod,
  type TestAccount,
  type TestMeter,
  type TestUser,
  twoTariffs,
} from '../../support/household.ts';
import { problemOf, seal, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

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

  describe('a correction', () => {
    let home: Home;
    before(async () => {
      home = await furnish(engine);
    });

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

    it('is refused for a withdrawal by somebody who does not own the reading', async () => {
      const device = await home.device();
      const theirs = await home.meterOfStranger();
      const reading = await addBilledReading(home.server.services, theirs, { period: '2017-06', values: { B: 1 } });
      const [result] = await device.push(device.operation('reading-withdrawn', home.account.id, { reading }));
      assert.deepEqual(result?.problems, [{ code: 'reading_unknown' }]);
    });

    it('cannot take back what billing has entered (I9)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const reading = await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 1 } });
      const [result] = await device.push(device.operation('reading-withdrawn', home.account.id, { reading }));
      assert.deepEqual(result?.problems, [{ code: 'reading_billed' }]);
    });

    it('takes a reading back while the window is open, and a new one may follow (W7)', async () => {
      const device = await home.device();
      const meter = await home.meter();
      const first = device.reading(meter, { period, values: { B: 5_000 } });
      const back = device.operation('reading-withdrawn', home.account.id, { reading: first.id });
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

/** Anna’s flat in Moscow in the July window, and a stranger’s. */
interface Home {
  server: TestServer;
  account: TestAccount;
  anna: TestUser;
  device(): Promise<TestDevice>;
  meter(options?: { registers?: typeof twoTariffs }): Promise<TestMeter>;
  meterOfStranger(): Promise<TestMeter>;
  readings(meter: TestMeter): Promise<{ id: string; register_values: string; state: string }[]>;
  states(meter: TestMeter): Promise<Record<string, string>>;
  ledger(id: string): Promise<{ hash: string; outcome: string; version: number } | undefined>;
  conflicts(id: string): Promise<{ hash: string; content: string }[]>;
  head(): Promise<number>;
}

async function furnish(engine: Engine): Promise<Home> {
  const server = await startTestServer(engine, { company: 'dgservic', now: '2017-07-20T09:00:00+03:00' });
  const { services } = server;
  const { reader } = services.db;
  const account = await addAccount(services, { number: '1001' });
  const stranger = await addAccount(services, { number: '2002', holder: 'Иванов И.И.' });
  const anna = await addUser(services, { name: 'Anna', accounts: [account] });
  const readings = (meter: TestMeter) =>
    reader
      .selectFrom('readings')
      .where('meter_id', '=', meter.id)
      .select(['id', 'register_values', 'state'])
      .orderBy('version')
      .execute();
  return {
    server,
    account,
    anna,
    readings,
    device: () => new TestDevice(server).signIn(anna, account.number),
    meter: (options = {}) => addMeter(services, account, { serial: v7(), ...options }),
    meterOfStranger: () => addMeter(services, stranger, { serial: v7() }),
    async states(meter) {
      return Object.fromEntries((await readings(meter)).map((row) => [row.register_values, row.state]));
    },
    ledger: (id) =>
      reader.selectFrom('operations').where('id', '=', id).select(['hash', 'outcome', 'version']).executeTakeFirst(),
    conflicts: (id) =>
      reader.selectFrom('operation_conflicts').where('id', '=', id).select(['hash', 'content']).execute(),
    async head() {
      const row = await reader
        .selectFrom('account_versions')
        .where('account_id', '=', account.id)
        .select('head')
        .executeTakeFirstOrThrow();
      return row.head;
    },
  };
}
