import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { lockPeriod } from '../../support/household.ts';
import { problemOf } from '../../support/test-device.ts';
import { building, holidays, openTown } from './town.ts';

forEachEngine((engine) => {
  test('W9: for days that are not of the month, or a building that there is not, no exception is made', async () => {
    const { manager } = await openTown(engine, '2026-11-20T10:00:00Z');
    const add = (change: object) => problemOf(manager.client.windows.addException.mutate(holidays(change)));
    assert.deepEqual(await add({ opensOn: '2026-10-31' }), { code: 'bad_input', path: 'closesOn' });
    assert.deepEqual(await add({ closesOn: '2027-01-01' }), { code: 'bad_input', path: 'closesOn' });
    assert.deepEqual(await add({ reason: '' }), { code: 'bad_input', path: 'reason' });
    assert.deepEqual(await add({ building: 'Nowhere 1' }), { code: 'bad_input', path: 'building' });
    assert.deepEqual((await manager.client.windows.calendar.query()).exceptions, []);
  });

  test('W6, W9: for a locked period no exception is made or taken back', async () => {
    const { manager, server } = await openTown(engine, '2026-11-20T10:00:00Z');
    const { id } = await manager.client.windows.addException.mutate(holidays());
    await lockPeriod(server.services, '2026-11');
    const locked = { code: 'period_locked', period: '2026-11' };
    assert.deepEqual(await problemOf(manager.client.windows.addException.mutate(holidays({ building }))), locked);
    assert.deepEqual(await problemOf(manager.client.windows.endException.mutate({ id, reason: 'wrong' })), locked);
  });

  test('W9: of two of the office who make one for the same place the second is told', async () => {
    const { manager, audited } = await openTown(engine, '2026-11-20T10:00:00Z');
    const add = manager.client.windows.addException.mutate;
    const made = await Promise.allSettled([add(holidays()), add(holidays({ closesOn: '2026-12-03' }))]);
    assert.deepEqual(made.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.deepEqual(await problemOf(add(holidays())), { code: 'changed_meanwhile' });
    assert.equal((await audited('add-window-exception')).length, 1);
    await add(holidays({ building }));
    await add(holidays({ service: 'gas' }));
    assert.equal((await manager.client.windows.calendar.query()).exceptions.length, 3);
  });

  test('W9: an exception takes the place of the one that the office has seen, and of no other', async () => {
    const { manager } = await openTown(engine, '2026-11-20T10:00:00Z');
    const { addException, endException, calendar } = manager.client.windows;
    const { id } = await addException.mutate(holidays());
    const changed = await addException.mutate(holidays({ closesOn: '2026-12-07', replaces: id }));
    assert.deepEqual(await problemOf(addException.mutate(holidays({ replaces: id }))), { code: 'changed_meanwhile' });
    assert.deepEqual(await problemOf(endException.mutate({ id, reason: 'twice' })), { code: 'changed_meanwhile' });
    const unknown = { id: manager.id, reason: 'none' };
    assert.deepEqual(await problemOf(endException.mutate(unknown)), { code: 'not_found' });
    const { exceptions } = await calendar.query();
    assert.deepEqual(
      exceptions.map((one) => [one.id, one.closesOn, one.madeBy]),
      [[changed.id, '2026-12-07', 'Māra Kalna']],
    );
    await endException.mutate({ id: changed.id, reason: 'not needed' });
    assert.deepEqual((await calendar.query()).exceptions, []);
    await addException.mutate(holidays());
  });

  test('W9: no exception, and no end of one, takes away a day that has begun', async () => {
    const { manager, server } = await openTown(engine, '2026-11-28T10:00:00Z');
    const { addException, endException } = manager.client.windows;
    const add = (change: object) => problemOf(addException.mutate(holidays(change)));
    assert.deepEqual(await add({ opensOn: '2026-11-28' }), { code: 'window_day_begun', day: '2026-11-27' });
    assert.deepEqual(await add({ closesOn: '2026-11-27' }), { code: 'window_day_begun', day: '2026-11-28' });
    // Days that are still to come may go, and days may be added.
    const { id } = await addException.mutate(holidays({ closesOn: '2026-11-29' }));
    const longer = await addException.mutate(holidays({ opensOn: '2026-11-20', replaces: id }));
    assert.deepEqual(await problemOf(endException.mutate({ id: longer.id, reason: 'wrong' })), {
      code: 'window_day_begun',
      day: '2026-11-20',
    });
    server.clock.set('2026-12-02T10:00:00Z');
    assert.deepEqual(await add({ replaces: longer.id }), { code: 'window_day_begun', day: '2026-11-20' });
  });

  test('W9: the audit log has what was made and taken back, by whom and why', async () => {
    const { manager, audited } = await openTown(engine, '2026-11-20T10:00:00Z');
    const { id } = await manager.client.windows.addException.mutate(holidays({ building }));
    await manager.client.windows.endException.mutate({ id, reason: 'the wrong building' });
    assert.deepEqual(await audited('add-window-exception'), [{ ...holidays({ building }), accepted: 0, review: 0 }]);
    assert.deepEqual(await audited('end-window-exception'), [{ period: '2026-11', reason: 'the wrong building' }]);
  });

  test('W9: devices pull the exceptions of their own buildings, and those of later months', async () => {
    const { manager, device } = await openTown(engine, '2026-11-20T10:00:00Z');
    const { addException, endException } = manager.client.windows;
    const { id: _, ...written } = { id: 1, ...holidays({ building }) };
    const { replaces: __, ...told } = written;
    assert.deepEqual((await device.pullPage()).windows, []);
    const { id } = await addException.mutate(holidays({ building }));
    const march = { period: '2027-03', opensOn: '2027-03-20', closesOn: '2027-03-31' } as const;
    await addException.mutate(holidays(march));
    await addException.mutate(
      holidays({ period: '2026-07', opensOn: '2026-07-20', closesOn: '2026-07-31', service: 'gas' }),
    );
    const { windows } = await device.pullPage();
    assert.deepEqual(
      windows.map(({ period, building: of }) => [period, of]),
      [
        ['2026-11', building],
        ['2027-03', null],
      ],
    );
    assert.deepEqual(windows[0], told);
    await endException.mutate({ id, reason: 'not needed' });
    assert.equal((await device.pullPage()).windows.length, 1);
  });

  test('W9: what is captured on the days of an exception counts, in its building and not elsewhere', async () => {
    const { manager, device, meter, server } = await openTown(engine, '2026-11-20T10:00:00Z');
    await manager.client.windows.addException.mutate(holidays({ building }));
    server.clock.set('2026-12-05T21:00:00Z');
    await device.push();
    const [inside] = await device.push(device.reading(meter, { period: '2026-11', values: { B: 1_000 } }));
    assert.equal(inside?.outcome, 'applied');
    const [withdrawn] = await device.push(device.withdrawal({ id: inside?.id ?? '', account: meter.account }));
    assert.equal(withdrawn?.outcome, 'applied');
    server.clock.set('2026-12-05T22:30:00Z');
    await device.push();
    const [outside] = await device.push(device.reading(meter, { period: '2026-11', values: { B: 1_000 } }));
    assert.equal(outside?.outcome, 'rejected');
    assert.equal(outside?.problems[0]?.code, 'outside_window');
  });
});
