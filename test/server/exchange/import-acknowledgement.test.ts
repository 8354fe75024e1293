import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { type BillingOffice, counts, newBatch, openBillingOffice, refusals, residentReads } from './billing-office.ts';

const header = 'batch;account;serial;register;period;state;reason\n';

async function exported(office: BillingOffice): Promise<string> {
  await office.settle();
  await residentReads(office, 'C-1', { period: '2026-10', values: { B: 1000 } });
  await residentReads(office, 'E-1', { period: '2026-10', values: { T1: 120_000, T2: 50_000 } });
  const batch = await newBatch(office.exporting, { period: '2026-10', lock: true, early: 'a test' });
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

  test('answers that contradict each other are refused, each naming the other, and none is billed', async () => {
    const office = await openBillingOffice(engine);
    const batch = await exported(office);
    const before = await office.everything();
    const cold = (state: string) => `${batch};10427;C-1;B;2026-10;${state}\n`;
    const [day, night] = [`${batch};10427;E-1;T1;2026-10;`, `${batch};10427;E-1;T2;2026-10;`];
    const report = await office.bring(
      'acknowledgement',
      [
        header,
        cold('billed;'),
        `${night}billed;\n`,
        cold('billed;'),
        `${day}refused;day fell\n`,
        cold('refused;no'),
        `${night}billed;\n`,
        `${day}refused;day rose\n`,
      ].join(''),
    );
    assert.deepEqual(
      report.refused.map(({ line, problems: [problem] }) => [line, problem?.problem]),
      [
        [2, { code: 'contradicts_row', otherLine: 6 }],
        // The other register of a reading goes with it (V4).
        [3, { code: 'part_refused', otherLine: 5 }],
        [4, { code: 'contradicts_row', otherLine: 6 }],
        [5, { code: 'contradicts_row', otherLine: 8 }],
        [6, { code: 'contradicts_row', otherLine: 2 }],
        [7, { code: 'part_refused', otherLine: 5 }],
        [8, { code: 'contradicts_row', otherLine: 5 }],
      ],
    );
    assert.deepEqual(await office.everything(), before);
  });

  test('a row that names the service contradicts one that does not', async () => {
    const office = await openBillingOffice(engine);
    const batch = await exported(office);
    const report = await office.bring(
      'acknowledgement',
      `batch,account,service,serial,register,period,state\n` +
        `${batch},10427,,C-1,B,2026-10,billed\n${batch},10427,cold-water,C-1,B,2026-10,refused\n`,
    );
    assert.deepEqual(refusals(report), ['2:state:contradicts_row', '3:state:contradicts_row']);
  });

  test('the same answer again in one file changes nothing', async () => {
    const office = await openBillingOffice(engine);
    const batch = await exported(office);
    const billed = `${batch};10427;C-1;B;2026-10;billed;\n`;
    const day = `${batch};10427;E-1;T1;2026-10;refused;day fell\n`;
    const night = `${batch};10427;E-1;T2;2026-10;billed;\n`;
    const file = [header, billed, day, billed, day, night, night].join('');
    const report = await office.bring('acknowledgement', file);
    assert.deepEqual(refusals(report), []);
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
