import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../../server/db/database.ts';
import { unlock } from '../../../server/exchange/unlock-period.ts';
import type { Problem } from '../../../shared/problem.ts';
import { noClaims } from '../../../shared/reading.ts';
import { type Engine, forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addReading, addUser, type TestMeter } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';
import { newBatch, openSettledOffice, residentReads } from './billing-office.ts';

const period = '2026-11';
const why = { period, reason: 'the wrong month' } as const;

/** A flat in the open window of a period that was locked by mistake, after one reading was exported. */
async function lockByMistake(engine: Engine) {
  const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-29T10:00:00Z' });
  const { db, company } = server.services;
  const account = await addAccount(server.services, { number: '10427' });
  const user = await addUser(server.services, { accounts: [account] });
  const device = await new TestDevice(server).signIn(user, '10427');
  const meter = (serial: string) => addMeter(server.services, account, { serial });
  const push = async (of: TestMeter, values: Record<string, number>, more: { supersedes?: string } = {}) =>
    (await device.push(device.reading(of, { period, values, ...more })))[0];
  const given = await meter('given');
  const first = device.reading(given, { period, values: { B: 1000 } });
  await device.push(first);
  const exporting = { db, company, clock: server.clock, actor: 'test' };
  await newBatch(exporting, { period, lock: true, early: 'by mistake' });
  return { server, db, device, exporting, meter, push, given, first };
}

const stateOf = async (db: Database, { id }: TestMeter) =>
  (await db.reader.selectFrom('readings').select(['state']).where('meter_id', '=', id).orderBy('version').execute())
    .map(({ state }) => state)
    .sort();

/** What is said of the newest reading of the meter for the period. */
async function codesOf(db: Database, { id }: TestMeter): Promise<Problem['code'][]> {
  const { findings } = await db.reader
    .selectFrom('readings')
    .select('findings')
    .where('meter_id', '=', id)
    .where('period', '=', period)
    .where('state', 'in', ['accepted', 'review'])
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  return (JSON.parse(findings) as Problem[]).map(({ code }) => code);
}

forEachEngine((engine) => {
  test('refuses a period that is not locked, and changes nothing', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    await assert.rejects(unlock(office.exporting, why), { code: 'not_locked' });
    assert.deepEqual(await office.everything(), before);
  });

  test('I9: refuses a period of which billing has billed what it was given', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period, values: { B: 1000 } });
    const { id } = await newBatch(office.exporting, { period, lock: true, early: 'by mistake' });
    await office.bring(
      'acknowledgement',
      `batch,account,serial,register,period,state\n${id},10427,C-1,B,${period},billed\n`,
    );
    const before = await office.everything();
    await assert.rejects(unlock(office.exporting, why), { code: 'period_billed', message: /1 reading of 2026-11/ });
    assert.deepEqual(await office.everything(), before);
    assert.equal((await office.db.reader.selectFrom('period_locks').selectAll().execute()).length, 1);
  });

  test('what billing itself has read does not hold a lock', async () => {
    const office = await openSettledOffice(engine);
    office.clock.set('2026-12-20T09:00:00Z');
    const header = 'account,serial,register,period,value,takenOn,kind,source\n';
    await office.bring('readings', `${header}10427,C-1,B,${period},100,2026-11-28,actual,billing\n`);
    await residentReads(office, 'C-2', { period, values: { B: 1000 } });
    await newBatch(office.exporting, { period, lock: true });
    assert.deepEqual(await unlock(office.exporting, why), { accepted: 0, review: 0, late: 0 });
  });

  test('W6: a reading after the unlocking is accepted, and goes into the next batch; the audit log has the reason', async () => {
    const { db, device, exporting, meter, push } = await lockByMistake(engine);
    await unlock(exporting, why);
    assert.deepEqual((await device.pullPage()).locked, []);
    const result = await push(await meter('after'), { B: 1000 });
    assert.deepEqual([result?.outcome, result?.problems], ['applied', []]);
    assert.equal((await newBatch(exporting, { period })).rows, 1);
    const entry = await db.reader
      .selectFrom('audit')
      .select(['actor', 'subject', 'detail'])
      .where('action', '=', 'unlock')
      .executeTakeFirstOrThrow();
    assert.deepEqual(
      { ...entry, detail: JSON.parse(entry.detail) },
      { actor: 'test', subject: period, detail: { reason: 'the wrong month', accepted: 0, review: 0, late: 0 } },
    );
  });

  test('W6: a reading that was late for the lock alone counts again, on the device too, and goes to billing', async () => {
    const { db, device, exporting, meter, push } = await lockByMistake(engine);
    const late = await meter('late');
    assert.deepEqual((await push(late, { B: 1000 }))?.problems, [{ code: 'period_locked', period }]);
    await device.pull();
    assert.deepEqual(await unlock(exporting, why), { accepted: 1, review: 0, late: 0 });
    assert.deepEqual(await stateOf(db, late), ['accepted']);
    const [page] = (await device.pullPage()).accounts;
    assert.deepEqual(
      page?.changes.readings.map(({ meter: of, state, problems }) => [of, state, problems]),
      [[late.id, 'accepted', []]],
    );
    assert.equal((await newBatch(exporting, { period })).rows, 1);
  });

  test('W6, I9: a correction of what billing was given stays late', async () => {
    const { db, exporting, push, given, first } = await lockByMistake(engine);
    await push(given, { B: 1100 }, { supersedes: first.id });
    assert.deepEqual(await unlock(exporting, why), { accepted: 0, review: 0, late: 1 });
    assert.deepEqual(await stateOf(db, given), ['accepted', 'late']);
  });

  test('W6: a late reading of which more is to be said waits for the office', async () => {
    const { server, db, exporting, meter, push } = await lockByMistake(engine);
    const [much, two] = [await meter('much'), await meter('two')];
    await addReading(server.services, much, { period: '2026-10', values: { B: 1000 } });
    const result = await push(much, { B: 90_000_000 });
    assert.ok(result?.problems.some(({ code }) => code === 'impossible_use'));
    await push(two, { B: 1000 });
    await addReading(server.services, two, { period, values: { B: 2000 }, state: 'review' });
    assert.deepEqual(await unlock(exporting, why), { accepted: 0, review: 2, late: 0 });
    assert.deepEqual(await stateOf(db, much), ['accepted', 'review']);
    assert.deepEqual(await stateOf(db, two), ['review', 'review']);
    assert.deepEqual(await codesOf(db, much), ['impossible_use']);
    assert.deepEqual(await codesOf(db, two), ['concurrent_reading']);
  });

  test('C3: a late reading of which nobody knows whether it was in time waits for the office, and says why', async () => {
    const { server, device, exporting, meter } = await lockByMistake(engine);
    const late = await meter('late');
    const held = device.capture('2026-11-30T10:00:00.000Z');
    server.clock.set('2026-12-20T10:00:00Z');
    const [result] = await device.push(device.reading(late, { period, values: { B: 1000 } }, { capture: held }));
    assert.deepEqual(result?.problems, [{ code: 'period_locked', period }]);
    await device.pull();
    assert.deepEqual(await unlock(exporting, why), { accepted: 0, review: 1, late: 0 });
    const [page] = (await device.pullPage()).accounts;
    assert.deepEqual(
      page?.changes.readings.map(({ meter: of, state, problems }) => [of, state, problems]),
      [[late.id, 'review', [{ code: 'window_unsure' }]]],
    );
  });

  test('M1, M2: a late reading is held against the readings that stand by now', async () => {
    const { server, db, device, exporting, meter, push } = await lockByMistake(engine);
    const [above, below] = [await meter('above'), await meter('below')];
    await addReading(server.services, above, { period: '2026-10', values: { B: 300_000 } });
    for (const [of, value] of [
      [above, 320_000],
      [below, 1000],
    ] as const) {
      assert.deepEqual((await push(of, { B: value }))?.problems, [{ code: 'period_locked', period }]);
    }
    server.clock.set('2026-12-29T10:00:00Z');
    await device.pull();
    const december = device.reading(above, { period: '2026-12', values: { B: 310_000 } });
    assert.equal((await device.push(december))[0]?.outcome, 'applied');
    await addReading(server.services, below, { period: '2026-10', values: { B: 2000 } });
    assert.deepEqual(await unlock(exporting, why), { accepted: 0, review: 2, late: 0 });
    assert.deepEqual(await stateOf(db, above), ['accepted', 'accepted', 'review']);
    assert.deepEqual(await codesOf(db, above), ['above_next']);
    assert.deepEqual(await codesOf(db, below), ['below_previous']);
  });

  test('U1: what the resident has confirmed of a late reading still holds', async () => {
    const { server, db, device, exporting, meter } = await lockByMistake(engine);
    const [confirmed, unconfirmed] = [await meter('confirmed'), await meter('unconfirmed')];
    for (const of of [confirmed, unconfirmed]) {
      for (const [at, month] of (['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'] as const).entries()) {
        await addReading(server.services, of, { period: month, values: { B: 1000 * (at + 1) } });
      }
    }
    const much = { period, values: { B: 9000 } } as const;
    await device.push(
      device.reading(confirmed, { ...much, claims: { ...noClaims, confirmed: ['B'] } }),
      device.reading(unconfirmed, much),
    );
    assert.deepEqual(await unlock(exporting, why), { accepted: 1, review: 1, late: 0 });
    assert.deepEqual(await codesOf(db, confirmed), ['unusual_high']);
    assert.equal((await stateOf(db, confirmed)).includes('review'), false);
  });

  test('W5: a late reading that a file brought is not bound by the window, but by the readings beside it', async () => {
    const office = await openSettledOffice(engine);
    office.clock.set('2026-12-20T09:00:00Z');
    await residentReads(office, 'C-2', { period, values: { B: 1000 } });
    await newBatch(office.exporting, { period, lock: true });
    const row = (serial: string, register: string, value: string) =>
      `10427,${serial},${register},${period},${value},2026-12-10,actual,resident\n`;
    await office.bring(
      'readings',
      'account,serial,register,period,value,takenOn,kind,source\n' +
        // T2 begins at 7.
        row('C-1', 'B', '100') +
        row('E-1', 'T1', '1200') +
        row('E-1', 'T2', '0'),
    );
    assert.deepEqual(await unlock(office.exporting, why), { accepted: 1, review: 1, late: 0 });
    const states = (await office.readings()).map(({ serial, state }) => `${serial} ${state}`);
    assert.deepEqual(states, ['C-1 accepted', 'E-1 review', 'C-2 accepted']);
  });
});
