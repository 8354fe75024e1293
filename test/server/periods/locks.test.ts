import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { addMeter, addReading } from '../../support/household.ts';
import { problemOf } from '../../support/test-device.ts';
import { building, holidays, openTown } from './town.ts';

const lock = { period: '2026-11', reason: 'billing begins', early: false } as const;

forEachEngine((engine) => {
  test('W6: a period is not locked while residents may read, also by exception, unless that is meant', async () => {
    const { manager, server } = await openTown(engine, '2026-11-20T10:00:00Z');
    const { addException, lock: lockPeriod } = manager.client.windows;
    assert.deepEqual(await problemOf(lockPeriod.mutate({ ...lock, early: true })), {
      code: 'bad_input',
      path: 'period',
    });
    await addException.mutate(holidays({ building }));
    server.clock.set('2026-12-03T10:00:00Z');
    // The exception's close, and the grace of the rule after it.
    const { graceHours } = server.services.company.windows[0] as { graceHours: number };
    const until = new Date(Date.parse('2026-12-05T22:00:00Z') + graceHours * 3_600_000).toISOString();
    assert.deepEqual(await problemOf(lockPeriod.mutate(lock)), { code: 'window_open', until });
    assert.deepEqual(await lockPeriod.mutate({ ...lock, early: true }), { readings: 0 });
  });

  test('W6: who locks what somebody else has locked, or unlocks what is not, is told', async () => {
    const { manager } = await openTown(engine, '2026-12-20T10:00:00Z');
    const { lock: lockPeriod, unlock } = manager.client.windows;
    const changed = { code: 'changed_meanwhile' };
    assert.deepEqual(await problemOf(unlock.mutate({ period: '2026-11', reason: 'early' })), changed);
    const both = await Promise.allSettled([lockPeriod.mutate(lock), lockPeriod.mutate(lock)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.deepEqual(await problemOf(lockPeriod.mutate(lock)), changed);
  });

  test('I9: what billing has billed is not unlocked, and it is said how much that is', async () => {
    const { manager, meter, server } = await openTown(engine, '2026-12-20T10:00:00Z');
    const id = await addReading(server.services, meter, { period: '2026-11', values: { B: 1_000 } });
    await manager.client.windows.lock.mutate(lock);
    await server.services.db.write((tx) =>
      tx.updateTable('readings').set({ state: 'billed' }).where('id', '=', id).execute(),
    );
    assert.deepEqual(await problemOf(manager.client.windows.unlock.mutate({ period: '2026-11', reason: 'again' })), {
      code: 'period_billed',
      period: '2026-11',
      readings: 1,
    });
  });

  test('W6: a lock by hand gives billing what it has not got, says why, and is taken back with a reason', async () => {
    const { manager, meter, device, server, readings, audited } = await openTown(engine, '2026-12-20T10:00:00Z');
    const other = await addMeter(server.services, { id: meter.account, number: '' }, { serial: 'C-2' });
    await addReading(server.services, meter, { period: '2026-11', values: { B: 1_000 } });
    const reviewed = await addReading(server.services, other, {
      period: '2026-11',
      values: { B: 2_000 },
      state: 'review',
    });
    assert.deepEqual(await manager.client.windows.lock.mutate(lock), { readings: 1 });
    const { locks } = await manager.client.windows.calendar.query();
    assert.deepEqual(
      locks.map(({ period, reason, batch, lockedAt }) => [period, reason, batch?.readings, lockedAt]),
      [['2026-11', 'billing begins', 1, '2026-12-20T10:00:00.000Z']],
    );
    assert.deepEqual((await device.pullPage()).locked, ['2026-11']);
    assert.deepEqual(await manager.client.windows.counts.query({ period: '2026-11' }), {
      expected: 2,
      read: 1,
      given: 1,
      review: 1,
      late: 0,
    });
    await manager.client.windows.unlock.mutate({ period: '2026-11', reason: 'one more file' });
    assert.deepEqual((await manager.client.windows.calendar.query()).locks, []);
    assert.equal((await audited('lock'))[0]?.reason, 'billing begins');
    assert.equal((await audited('unlock'))[0]?.reason, 'one more file');
    assert.ok((await readings()).some(({ id, state }) => id === reviewed && state === 'review'));
  });

  test('M6, M7: a month counts the meters that were there at its end, as its progress does', async () => {
    const { manager, meter, server } = await openTown(engine, '2026-11-28T10:00:00Z');
    const account = { id: meter.account, number: '' };
    const add = (serial: string, dates: object) => addMeter(server.services, account, { serial, ...dates });
    const late = await add('E-1', { installed_on: '2026-11-30' });
    await add('E-2', { installed_on: '2026-12-01' });
    const replaced = await add('E-3', { retired_on: '2026-11-10' });
    await add('E-4', { retired_on: '2026-10-31' });
    await add('E-5', { retired_on: '2026-12-01' });
    const read = (of: typeof meter, state: 'accepted' | 'review' | 'late') =>
      addReading(server.services, of, { period: '2026-11', values: { B: 1_000 }, state });
    await read(meter, 'accepted');
    await read(replaced, 'accepted');
    await read(late, 'review');
    const adjustment = await read(meter, 'late');
    await server.services.db.write((tx) =>
      tx.updateTable('readings').set({ adjustment: 1 }).where('id', '=', adjustment).execute(),
    );
    const { given, ...counts } = await manager.client.windows.counts.query({ period: '2026-11' });
    assert.deepEqual(counts, { expected: 3, read: 1, review: 1, late: 0 });
    assert.equal(given, 0);
    const { now } = await manager.client.progress.month.query({ period: '2026-11', count: true });
    const tally = now?.tally;
    assert.deepEqual(counts, {
      expected: tally?.expected.meters,
      read: tally?.read.meters,
      review: tally?.review,
      late: tally?.late,
    });
  });

  test('buildings are found by any letters of their names, in whatever case', async () => {
    const { manager } = await openTown(engine, '2026-11-20T10:00:00Z');
    const find = (text: string) => manager.client.windows.buildings.query({ text });
    assert.deepEqual(await find('RĪGAS'), [building]);
    assert.deepEqual(await find('%'), []);
    assert.deepEqual(await find(''), [building]);
  });
});
