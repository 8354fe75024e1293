import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBatch } from '../../../server/exchange/export-readings.ts';
import { forEachEngine } from '../../support/databases.ts';
import { type BillingOffice, counts, openBillingOffice, refusals, residentReads } from './billing-office.ts';

const header = 'batch;account;serial;register;period;state;reason\n';

async function exported(office: BillingOffice): Promise<string> {
  await office.settle();
  await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1000 } });
  await residentReads(office, 'E-1', { period: '2026-10', values: { T1: 120_000, T2: 50_000 } });
  const { db, clock } = office;
  const batch = await startBatch({ db, clock, actor: 'test' }, { period: '2026-10', lock: true });
  assert.equal(batch.rows, 2);
  return batch.id;
}

const states = async (office: BillingOffice) =>
  (await office.readings()).map(({ serial, state, reason, version }) => [serial, state, reason, version]);

forEachEngine((engine) => {
  test('refuses strangers’ batches, readings that were not in it, and answers about half a reading (V4)', async () => {
    const office = await openBillingOffice(engine);
    const batch = await exported(office);
    const before = await office.everything();
    const report = await office.bring(
      'acknowledgement',
      header +
        'nothing;10427;C-1;B;2026-10;billed;\n' +
        `${crypto.randomUUID()};10427;C-1;B;2026-10;billed;\n` +
        `${batch};10427;C-1;B;2026-09;billed;\n` +
        `${batch};20315;C-2;B;2026-10;billed;\n` +
        `${batch};10427;C-1;B;2026-10;paid;\n` +
        `${batch};10427;E-1;T1;2026-10;billed;\n`,
    );
    assert.deepEqual(refusals(report), [
      '2:batch:batch_unknown',
      '3:batch:batch_unknown',
      '4:row:reading_unknown',
      '5:row:reading_unknown',
      '6:state:not_one_of',
      '7:register:register_missing',
    ]);
    assert.deepEqual(await office.everything(), before);
  });

  test('I9: what is billed stays billed; what was replaced since is not billed', async () => {
    const office = await openBillingOffice(engine);
    const batch = await exported(office);
    const about = (state: string) => `${header}${batch};10427;C-1;B;2026-10;${state};too low\n`;
    await office.bring('acknowledgement', about('billed'));
    assert.deepEqual(refusals(await office.bring('acknowledgement', about('refused'))), ['2:row:reading_billed']);
    await office.db.write(async (tx) => {
      await tx.updateTable('readings').set({ state: 'superseded' }).where('state', '=', 'accepted').execute();
    });
    const report = await office.bring(
      'acknowledgement',
      `${header}${batch};10427;E-1;T1;2026-10;billed;\n${batch};10427;E-1;T2;2026-10;billed;\n`,
    );
    assert.deepEqual(refusals(report), ['2:row:reading_not_current', '3:row:reading_not_current']);
  });

  test('billed readings become billed, refused ones keep billing’s reason, each with a version', async () => {
    const office = await openBillingOffice(engine);
    const batch = await exported(office);
    const file =
      `${header}${batch};10427;E-1;T2;2026-10;refused;night above day\n` +
      `${batch};10427;C-1;B;2026-10;billed;\n${batch};10427;E-1;T1;2026-10;billed;\n`;
    const report = await office.bring('acknowledgement', file);
    assert.deepEqual(refusals(report), []);
    assert.deepEqual(counts(report), [0, 2, 0]);
    assert.deepEqual(await states(office), [
      ['C-1', 'billed', null, 6],
      ['E-1', 'refused', 'night above day', 7],
    ]);
    assert.deepEqual(await office.versions(), { '10427': 7, '20315': 2 });
    const before = await office.everything();
    assert.deepEqual(counts(await office.bring('acknowledgement', file)), [0, 0, 2]);
    assert.deepEqual(await office.everything(), before);
  });

  test('the same answer again in one file changes nothing; another answer is refused', async () => {
    const office = await openBillingOffice(engine);
    const batch = await exported(office);
    const billed = `${batch};10427;C-1;B;2026-10;billed;\n`;
    const day = `${batch};10427;E-1;T1;2026-10;refused;day fell\n`;
    const night = `${batch};10427;E-1;T2;2026-10;billed;\n`;
    const other = `${batch};10427;C-1;B;2026-10;refused;no\n`;
    const file = [header, billed, day, billed, day, night, other, night].join('');
    const report = await office.bring('acknowledgement', file);
    assert.deepEqual(refusals(report), ['7:row:differs_from_row']);
    assert.deepEqual(report.refused[0]?.problems[0]?.problem, { code: 'differs_from_row', firstLine: 2 });
    assert.deepEqual(counts(report), [0, 2, 0]);
    const before = await office.everything();
    assert.deepEqual(counts(await office.bring('acknowledgement', file)), [0, 0, 2]);
    assert.deepEqual(await office.everything(), before);
  });

  test('what the office wrote to a reading stays when it is billed', async () => {
    const office = await openBillingOffice(engine);
    const batch = await exported(office);
    await office.db.write((tx) => tx.updateTable('readings').set({ reason: 'looked at the photo' }).execute());
    const file = `${header}${batch};10427;C-1;B;2026-10;billed;\n`;
    assert.deepEqual(counts(await office.bring('acknowledgement', file)), [0, 1, 0]);
    assert.deepEqual((await states(office))[0], ['C-1', 'billed', 'looked at the photo', 6]);
    assert.deepEqual(counts(await office.bring('acknowledgement', file)), [0, 0, 1]);
  });
});
