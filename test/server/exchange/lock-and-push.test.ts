import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockAccounts } from '../../../server/accounts/queries.ts';
import { startBatch } from '../../../server/exchange/export-readings.ts';
import { insertReading, readingById, setReadingState } from '../../../server/readings/queries.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';
import { untilSomebodyWaits } from '../../support/waiting.ts';
import { newBatch, openSettledOffice, residentReads } from './billing-office.ts';

forEachEngine((engine) => {
  test('W6: while residents push, a lock leaves every reading either in the batch or late', async () => {
    const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-29T10:00:00Z' });
    const { db } = server.services;
    const account = await addAccount(server.services, { number: '10427' });
    const user = await addUser(server.services, { accounts: [account] });
    const device = await new TestDevice(server).signIn(user, '10427');
    const meters: { id: string; account: string }[] = [];
    for (let at = 0; at < 24; at++) meters.push(await addMeter(server.services, account, { serial: `C-${at}` }));

    const push = async (meter: { id: string; account: string }) =>
      (await device.push(device.reading(meter, { period: '2026-11', values: { B: 1000 } })))[0]?.outcome;
    const pushes = meters.slice(0, 12).map(push);
    await pushes[0];
    const batch = newBatch(
      { db, company: server.services.company, clock: server.clock, actor: 'test' },
      { period: '2026-11', lock: true, early: 'a test' },
    );
    const outcomes = await Promise.all([...pushes, ...meters.slice(12).map(push)]);
    const { id } = await batch;

    const readings = await db.reader.selectFrom('readings').select(['state', 'batch_id']).execute();
    assert.equal(readings.length, meters.length);
    const inBatch = readings.filter(({ state, batch_id }) => state === 'accepted' && batch_id === id);
    const late = readings.filter(({ state, batch_id }) => state === 'late' && batch_id === null);
    assert.equal(inBatch.length + late.length, meters.length);
    assert.equal(outcomes.filter((outcome) => outcome === 'applied').length, inBatch.length);

    const after = await addMeter(server.services, account, { serial: 'after' });
    assert.equal(await push(after), 'review');
  });

  test('W6: a push that has begun before the lock is waited for, and is in the batch', async () => {
    const office = await openSettledOffice(engine);
    const { db } = office;
    const reading = await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1000 } });
    const row = (await office.readings()).find(({ id }) => id === reading);
    assert.ok(row);
    const { serial: _serial, number: _number, ...columns } = row;

    const begun = signal();
    const mayEnd = signal();
    const slow = db.write(async (tx) => {
      await lockAccounts(tx, [columns.account_id]);
      await tx
        .insertInto('readings')
        .values({ ...columns, id: crypto.randomUUID(), version: 100, period: '2026-11' })
        .execute();
      begun.give();
      await mayEnd.given;
    });
    await begun.given;
    const exporting = newBatch(office.exporting, { period: '2026-11', lock: true, early: 'a test' });
    await Promise.race([exporting, untilSomebodyWaits(db)]);
    mayEnd.give();
    await slow;
    assert.equal((await exporting).rows, 1);
  });

  test('I9: without a lock too an export waits for a correction that has begun, and gives billing the corrected one', async () => {
    const office = await openSettledOffice(engine);
    const { db } = office;
    const period = '2026-10';
    const reading = await residentReads(office, 'C-1', { period, values: { B: 1000 } });
    const [row] = await office.readings();
    assert.ok(row);
    const { serial: _serial, number: _number, ...columns } = row;

    const begun = signal();
    const mayEnd = signal();
    const correction = crypto.randomUUID();
    const correcting = db.write(async (tx) => {
      await lockAccounts(tx, [columns.account_id]);
      const [corrected] = await readingById(tx, { id: reading, account: columns.account_id });
      assert.equal(corrected?.batch_id, null);
      begun.give();
      await mayEnd.given;
      await setReadingState(tx, { id: reading, state: 'superseded', version: 100, at: columns.changed_at });
      await insertReading(tx, { ...columns, id: correction, version: 101, supersedes: reading });
    });
    await begun.given;
    const exporting = newBatch(office.exporting, { period });
    await Promise.race([exporting, untilSomebodyWaits(db)]);
    mayEnd.give();
    await correcting;
    const { id } = await exporting;
    assert.deepEqual(
      (await office.readings()).map(({ id: of, state, batch_id }) => [of, state, batch_id]),
      [
        [reading, 'superseded', null],
        [correction, 'accepted', id],
      ],
    );
  });

  for (const change of ['corrects', 'withdraws'] as const) {
    test(`I9: an export without a lock while a resident ${change} leaves nothing in a batch that does not count`, async () => {
      const period = '2026-11';
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-29T10:00:00Z' });
      const { db, company } = server.services;
      const account = await addAccount(server.services, { number: '10427' });
      const user = await addUser(server.services, { accounts: [account] });
      const device = await new TestDevice(server).signIn(user, '10427');
      const exporting = { db, company, clock: server.clock, actor: 'test' };
      for (let at = 0; at < 10; at++) {
        const meter = await addMeter(server.services, account, { serial: `C-${at}` });
        const first = device.reading(meter, { period, values: { B: 1000 } });
        await device.push(first);
        const changed =
          change === 'corrects'
            ? device.reading(meter, { period, values: { B: 1100 }, supersedes: first.id })
            : device.withdrawal(first);
        await Promise.all([device.push(changed), startBatch(exporting, { period, lock: false })]);
      }
      const given = await db.reader.selectFrom('readings').select('state').where('batch_id', 'is not', null).execute();
      assert.ok(given.every(({ state }) => state === 'accepted'));
    });
  }
});

function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
