import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importAcknowledgement } from '../../../server/exchange/import-acknowledgement.ts';
import { type Engine, forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';
import { counts, newBatch, openSettledOffice, refusals, residentReads } from './billing-office.ts';

const period = '2026-11';

/** A resident's reading that billing was given, in a period that is still open. */
async function exportOne(engine: Engine) {
  const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-29T10:00:00Z' });
  const { db, company } = server.services;
  const account = await addAccount(server.services, { number: '10427' });
  const user = await addUser(server.services, { accounts: [account] });
  const meter = await addMeter(server.services, account, { serial: 'C-1' });
  const device = await new TestDevice(server).signIn(user, '10427');
  const reading = device.reading(meter, { period, values: { B: 1000 } });
  await device.push(reading);
  const batch = await newBatch({ db, company, clock: server.clock, actor: 'test' }, { period });
  assert.equal(batch.rows, 1);
  const text = `batch,account,serial,register,period,state\n${batch.id},10427,C-1,B,${period},billed\n`;
  return {
    device,
    meter,
    reading,
    withdraw: () => device.withdrawal(reading),
    acknowledge: () =>
      importAcknowledgement({
        db,
        company,
        clock: server.clock,
        actor: 'test',
        file: {
          async *open() {
            yield new TextEncoder().encode(text);
          },
        },
      }),
    states: () => db.reader.selectFrom('readings').select(['id', 'state', 'batch_id']).orderBy('version').execute(),
    batch: batch.id,
  };
}

forEachEngine((engine) => {
  test('I9: what billing was given is not withdrawn, also where the period is not locked', async () => {
    const { device, reading, batch, withdraw, acknowledge, states } = await exportOne(engine);
    const [result] = await device.push(withdraw());
    assert.deepEqual([result?.outcome, result?.problems], ['rejected', [{ code: 'period_locked', period }]]);
    assert.deepEqual(await states(), [{ id: reading.id, state: 'accepted', batch_id: batch }]);
    const report = await acknowledge();
    assert.deepEqual(refusals(report), []);
    assert.deepEqual(await states(), [{ id: reading.id, state: 'billed', batch_id: batch }]);
  });

  test('W6: a correction of what billing was given is late, and billing’s answer still finds its reading', async () => {
    const { device, meter, reading, batch, acknowledge, states } = await exportOne(engine);
    const correction = device.reading(meter, { period, values: { B: 1100 }, supersedes: reading.id });
    const [result] = await device.push(correction);
    assert.deepEqual([result?.outcome, result?.problems], ['review', [{ code: 'period_locked', period }]]);
    assert.deepEqual(counts(await acknowledge()), [0, 1, 0]);
    assert.deepEqual(
      (await states()).sort((a, b) => (a.id === reading.id ? -1 : b.id === reading.id ? 1 : 0)),
      [
        { id: reading.id, state: 'billed', batch_id: batch },
        { id: correction.id, state: 'late', batch_id: null },
      ],
    );
    assert.deepEqual(counts(await acknowledge()), [0, 0, 1]);
  });

  test('I9: a file does not change what billing was given, whoever read it', async () => {
    const office = await openSettledOffice(engine);
    const file = (value: string) =>
      'account,serial,register,period,value,takenOn,kind,source\n' +
      `10427,C-1,B,2026-10,${value},2026-10-28,actual,office\n20315,C-2,B,2026-10,${value},2026-10-28,actual,office\n`;
    await residentReads(office, 'C-1', { period: '2026-10', values: { B: 90_000 } });
    await office.bring('readings', file('90'));
    await newBatch(office.exporting, { period: '2026-10' });
    const before = await office.everything();
    assert.deepEqual(refusals(await office.bring('readings', file('91'))), [
      '2:value:reading_differs',
      '3:value:reading_exported',
    ]);
    assert.deepEqual(counts(await office.bring('readings', file('90'))), [0, 0, 2]);
    assert.deepEqual(await office.everything(), before);
  });
});
