import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 } from 'uuid';
import { startBatch } from '../../../server/exchange/export-readings.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addBilledReading, addMeter } from '../../support/household.ts';
import { holidays, openTown } from './town.ts';

forEachEngine((engine) => {
  test('W9: what was refused outside the window counts when the window is held open, and the resident pulls it', async () => {
    const { manager, device, meter, server, readings, audited } = await openTown(engine, '2026-11-20T10:00:00Z');
    server.clock.set('2026-12-02T10:00:00Z');
    await device.push();
    const operation = device.reading(meter, { period: '2026-11', values: { B: 1_000 } });
    const [refused] = await device.push(operation);
    assert.deepEqual([refused?.outcome, refused?.problems[0]?.code], ['rejected', 'outside_window']);
    await device.pull();

    server.clock.set('2026-12-03T10:00:00Z');
    const made = await manager.client.windows.addException.mutate(holidays());
    assert.deepEqual({ accepted: made.accepted, review: made.review }, { accepted: 1, review: 0 });
    const changes = (await device.pull()).flatMap((page) => page.changes.readings);
    assert.deepEqual(
      changes.map(({ id, state, receivedAt, changedAt, problems }) => ({ id, state, receivedAt, changedAt, problems })),
      [
        {
          id: operation.id,
          state: 'accepted',
          receivedAt: '2026-12-02T10:00:00.000Z',
          changedAt: '2026-12-03T10:00:00.000Z',
          problems: [],
        },
      ],
    );
    // I2: sent again it gets what it was answered first.
    const [again] = await device.push(operation);
    assert.deepEqual([again?.outcome, again?.first], ['duplicate', 'rejected']);
    assert.equal((await readings()).length, 1);
    assert.equal((await audited('add-window-exception'))[0]?.accepted, 1);

    const [corrected] = await device.push(
      device.reading(meter, { period: '2026-11', values: { B: 1_100 }, supersedes: operation.id }),
    );
    assert.equal(corrected?.outcome, 'applied');
  });

  test('W9: what does not fit the new window, is of another month or was refused for something else stays refused', async () => {
    const { manager, device, meter, server, readings } = await openTown(engine, '2026-11-20T10:00:00Z');
    await addBilledReading(server.services, meter, { period: '2026-09', values: { B: 500 } });
    server.clock.set('2026-12-02T10:00:00Z');
    await device.push();
    await device.push(
      device.reading(meter, { period: '2026-10', values: { B: 900 } }),
      device.reading(meter, { period: '2026-11', values: { B: 400 } }),
    );
    server.clock.set('2026-12-08T10:00:00Z');
    await device.push();
    await device.push(device.reading(meter, { period: '2026-11', values: { B: 1_000 } }));
    const made = await manager.client.windows.addException.mutate(holidays());
    assert.deepEqual([made.accepted, made.review], [0, 0]);
    assert.deepEqual(
      (await readings()).map(({ period }) => period),
      ['2026-09'],
    );
  });

  test('W9, C4: of several that were refused the last one counts, also where the device’s clock was set back between', async () => {
    const { manager, device, meter, server, readings } = await openTown(engine, '2026-11-20T10:00:00Z');
    server.clock.set('2026-12-02T10:00:00Z');
    await device.push();
    const [earlier, later] = [v7(), v7()];
    const first = device.reading(meter, { period: '2026-11', values: { B: 1_000 } }, { id: later });
    const second = device.reading(meter, { period: '2026-11', values: { B: 1_050 } }, { id: earlier });
    await device.push(first, second);
    const made = await manager.client.windows.addException.mutate(holidays());
    assert.equal(made.accepted, 2);
    assert.deepEqual(
      (await readings()).map(({ id, state }) => [id, state]),
      [
        [second.id, 'accepted'],
        [first.id, 'superseded'],
      ],
    );
  });

  test('C3, W9: what waits because its time was not sure counts where it fits now', async () => {
    const { manager, device, meter, server, readings } = await openTown(engine, '2026-11-28T10:00:00Z');
    // Captured some time after the last contact; by the telephone’s clock after the close, and it comes days later.
    const capture = device.capture('2026-12-01T10:00:00.000Z');
    server.clock.set('2026-12-03T10:00:00Z');
    const operation = device.reading(meter, { period: '2026-11', values: { B: 1_000 } }, { capture });
    const [waits] = await device.push(operation);
    assert.deepEqual([waits?.outcome, waits?.problems[0]?.code], ['review', 'window_unsure']);
    await device.pull();
    const made = await manager.client.windows.addException.mutate(holidays());
    assert.equal(made.accepted, 1);
    assert.deepEqual(
      (await readings()).map(({ id, state, findings }) => [id, state, findings]),
      [[operation.id, 'accepted', '[]']],
    );
    const changes = (await device.pull()).flatMap((page) => page.changes.readings);
    assert.deepEqual(
      changes.map(({ id, state }) => [id, state]),
      [[operation.id, 'accepted']],
    );
  });

  test('W9: an exception that is taken back, or made shorter, takes back nothing that was accepted', async () => {
    const { manager, device, meter, server, readings } = await openTown(engine, '2026-11-20T10:00:00Z');
    const { addException, endException } = manager.client.windows;
    server.clock.set('2026-11-25T10:00:00Z');
    const { id } = await addException.mutate(holidays({ opensOn: '2026-11-25' }));
    await device.push();
    const [early] = await device.push(device.reading(meter, { period: '2026-11', values: { B: 1_000 } }));
    assert.equal(early?.outcome, 'applied');
    const shorter = await addException.mutate(
      holidays({ opensOn: '2026-11-25', closesOn: '2026-11-25', replaces: id }),
    );
    assert.deepEqual(
      (await readings()).map(({ state }) => state),
      ['accepted'],
    );
    const longer = await addException.mutate(
      holidays({ period: '2027-01', opensOn: '2027-01-20', closesOn: '2027-01-31' }),
    );
    await endException.mutate({ id: longer.id, reason: 'not needed' });
    assert.notEqual(shorter.id, id);
    assert.deepEqual(
      (await readings()).map(({ state }) => state),
      ['accepted'],
    );
  });

  test('I9, W9: beside a reading that billing was given, one that was refused becomes late', async () => {
    const { manager, device, meter, server, readings } = await openTown(engine, '2026-11-28T10:00:00Z');
    const [first] = await device.push(device.reading(meter, { period: '2026-11', values: { B: 1_000 } }));
    server.clock.set('2026-12-02T10:00:00Z');
    const { db, company } = server.services;
    await startBatch({ db, company, clock: server.clock, actor: 'test' }, { period: '2026-11', lock: false });
    await device.push();
    const second = device.reading(meter, { period: '2026-11', values: { B: 1_100 } });
    await device.push(second);
    const made = await manager.client.windows.addException.mutate(holidays());
    assert.deepEqual([made.accepted, made.review], [0, 1]);
    assert.deepEqual(
      (await readings()).map(({ id, state }) => [id, state]),
      [
        [first?.id, 'accepted'],
        [second.id, 'late'],
      ],
    );
  });

  test('W9: while residents push, an exception leaves nobody refused who is in time by it', async () => {
    const { manager, device, server, readings } = await openTown(engine, '2026-11-20T10:00:00Z');
    const { services } = server;
    server.clock.set('2026-12-02T10:00:00Z');
    await device.push();
    const account = (await services.db.reader.selectFrom('meters').select('account_id').executeTakeFirstOrThrow())
      .account_id;
    const meters = [];
    for (let at = 0; at < 16; at++)
      meters.push(await addMeter(services, { id: account, number: '' }, { serial: `D-${at}` }));
    const pushes = meters
      .slice(0, 8)
      .map((meter) => device.push(device.reading(meter, { period: '2026-11', values: { B: 1_000 } })));
    await pushes[0];
    const making = manager.client.windows.addException.mutate(holidays());
    await Promise.all([
      making,
      ...pushes,
      ...meters
        .slice(8)
        .map((meter) => device.push(device.reading(meter, { period: '2026-11', values: { B: 1_000 } }))),
    ]);
    const states = (await readings()).map(({ state }) => state);
    assert.deepEqual(
      states,
      meters.map(() => 'accepted'),
    );
  });
});
