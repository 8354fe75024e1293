import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { lockAccounts } from '../../../server/accounts/queries.ts';
import type { Database } from '../../../server/db/database.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';
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
});

function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** On SQLite writers queue up before the engine hears of them. */
async function untilSomebodyWaits(db: Database): Promise<void> {
  if (db.engine === 'sqlite') return;
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db.schema);
    if ((rows[0]?.waiting ?? 0) > 0) return;
  }
}
