import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBatch } from '../../../server/exchange/export-readings.ts';
import { forEachEngine } from '../../support/databases.ts';
import {
  type BillingOffice,
  counts,
  fixtureBytes,
  newBatch,
  openSettledOffice,
  refusals,
  residentReads,
} from './billing-office.ts';

const header = 'account,serial,register,period,value,takenOn,kind,source\n';
const ofC1 = (period: string, value: string, { kind = 'actual', source = 'billing', on = `${period}-28` } = {}) =>
  `10427,C-1,B,${period},${value},${on},${kind},${source}\n`;

const standing = async (office: BillingOffice) =>
  (await office.readings())
    .filter(({ state }) => state === 'accepted' || state === 'billed')
    .map(({ serial, period, register_values, kind, source, state }) =>
      [serial, period, register_values, kind, source, state].join(' '),
    );

forEachEngine((engine) => {
  test('names every refused row by line and column and writes nothing of it', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring(
      'readings',
      header +
        '99999,C-1,B,2026-09,1,2026-09-28,actual,billing\n' +
        '10427,C-2,B,2026-09,1,2026-09-28,actual,billing\n' +
        '10427,C-1,T1,2026-09,1,2026-09-28,actual,billing\n' +
        '10427,C-1,B,2026-13,1,28.09.2026,guess,church\n' +
        '10427,C-1,B,2026-09,123456,2026-09-28,actual,billing\n' +
        '10427,C-1,B,2026-09,"1,0005",2026-09-28,actual,billing\n' +
        '10427,C-1,B,2026-09,-1,2026-09-28,actual,billing\n' +
        '10427,C-1,B,2026-12,1,2026-12-28,actual,billing\n' +
        '10427,C-1,B,2026-09,1,2026-09-28,act\n',
    );
    assert.deepEqual(refusals(report), [
      '2:account:account_unknown',
      '3:serial:meter_unknown',
      '4:register:register_unknown',
      '5:period:not_a_period',
      '5:takenOn:not_a_day',
      '5:kind:not_one_of',
      '5:source:not_one_of',
      '6:value:too_many_digits',
      '7:value:too_many_decimals',
      '8:value:value_not_a_number',
      '9:takenOn:day_in_future',
      '10:row:cells_missing',
      '10:kind:not_one_of',
    ]);
    assert.deepEqual(await office.everything(), before);
  });

  test('V4: a reading without one of its registers is refused, and the register is named', async () => {
    const office = await openSettledOffice(engine);
    const report = await office.bring(
      'readings',
      `${header}10427,E-1,T1,2026-09,1200,2026-09-28,actual,billing\n` +
        '10427,E-1,T1,2026-10,1300,2026-10-28,actual,billing\n' +
        '10427,E-1,T2,2026-10,600,2026-10-27,actual,billing\n',
    );
    assert.deepEqual(refusals(report), [
      '2:register:register_missing',
      '3:register:register_missing',
      '4:row:differs_from_row',
    ]);
    assert.deepEqual(report.refused[0]?.problems[0]?.problem, { code: 'register_missing', register: 'T2' });
    assert.deepEqual(await office.readings(), []);
  });

  test('the duplicate key is meter, register and period, not the value: a zero month is kept', async () => {
    const office = await openSettledOffice(engine);
    const report = await office.bring(
      'readings',
      header + ofC1('2026-08', '100') + ofC1('2026-09', '100') + ofC1('2026-09', '100'),
    );
    assert.deepEqual(refusals(report), ['4:register:row_repeated']);
    assert.deepEqual(counts(report), [2, 0, 0]);
    assert.deepEqual(await standing(office), [
      'C-1 2026-08 {"B":100000} actual billing billed',
      'C-1 2026-09 {"B":100000} actual billing billed',
    ]);
  });

  test('a register that comes again with another value is named as such, and the first row stands', async () => {
    const office = await openSettledOffice(engine);
    const ofE1 = (register: string, value: string) =>
      `10427,E-1,${register},2026-09,${value},2026-09-28,actual,office\n`;
    const report = await office.bring(
      'readings',
      header +
        ofC1('2026-09', '100.5') +
        ofC1('2026-09', '"100,500"') +
        ofC1('2026-09', '101') +
        ofC1('2026-09', '100.5', { on: '2026-09-29' }) +
        ofE1('T1', '1200') +
        ofE1('T1', '1201') +
        ofE1('T2', '500'),
    );
    assert.deepEqual(refusals(report), [
      '3:register:row_repeated',
      '4:register:named_twice',
      '5:register:named_twice',
      '7:register:named_twice',
    ]);
    assert.deepEqual(report.refused.at(-1)?.problems[0]?.problem, { code: 'named_twice', name: 'T1', firstLine: 6 });
    assert.deepEqual(await standing(office), [
      'C-1 2026-09 {"B":100500} actual billing billed',
      'E-1 2026-09 {"T1":120000,"T2":50000} actual office accepted',
    ]);
  });

  test('a broken last row under strict leaves nothing behind', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring('readings', `${header}${ofC1('2026-08', '100')}${ofC1('2026-09', 'x')}`, {
      strict: true,
    });
    assert.equal(report.imported, false);
    assert.deepEqual(counts(report), [1, 0, 0]);
    assert.deepEqual(await office.everything(), before);
  });

  test('I9: what is billed is not changed by a file, whoever read it', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-09', values: { B: 90_000 }, state: 'billed' });
    await office.bring('readings', header + ofC1('2026-08', '80'));
    const before = await office.everything();
    const report = await office.bring('readings', header + ofC1('2026-09', '91') + ofC1('2026-08', '81'));
    assert.deepEqual(refusals(report), ['2:value:reading_billed', '3:value:reading_billed']);
    assert.deepEqual(await office.everything(), before);
  });

  test('W6: what others than billing read is late in a locked period, and the same file again changes nothing', async () => {
    const office = await openSettledOffice(engine);
    office.clock.set('2026-12-20T09:00:00Z');
    const period = '2026-11';
    await residentReads(office, 'C-2', { period, values: { B: 1000 } });
    await newBatch(office.exporting, { period, lock: true });
    const ofE1 = (register: string, value: string) =>
      `10427,E-1,${register},${period},${value},${period}-28,actual,office\n`;
    const file = header + ofC1(period, '100', { source: 'resident' }) + ofE1('T1', '1200') + ofE1('T2', '1300');
    const first = await office.bring('readings', file);
    assert.deepEqual([counts(first), first.late], [[2, 0, 0], 2]);
    const brought = async () =>
      (await office.readings())
        .filter(({ serial }) => serial !== 'C-2')
        .map(({ serial, state, batch_id, findings }) => [serial, state, batch_id, findings]);
    const problems = JSON.stringify([{ code: 'period_locked', period }]);
    assert.deepEqual(await brought(), [
      ['C-1', 'late', null, problems],
      ['E-1', 'late', null, problems],
    ]);
    assert.equal(await startBatch(office.exporting, { period, lock: false }), null);
    const before = await office.everything();
    const again = await office.bring('readings', file);
    assert.deepEqual([counts(again), again.late], [[0, 0, 2], 0]);
    assert.deepEqual(await office.everything(), before);

    assert.deepEqual(
      counts(await office.bring('readings', header + ofE1('T1', '1200') + ofE1('T2', '1301'))),
      [0, 1, 0],
    );
    assert.deepEqual(
      (await brought()).map(([serial, state]) => [serial, state]),
      [
        ['C-1', 'late'],
        ['E-1', 'superseded'],
        ['E-1', 'late'],
      ],
    );
  });

  test('W6: what is late leaves an estimate standing, and billing itself is free of the lock', async () => {
    const office = await openSettledOffice(engine);
    office.clock.set('2026-12-20T09:00:00Z');
    const period = '2026-11';
    await office.bring('readings', header + ofC1(period, '90', { kind: 'estimate', source: 'office' }));
    await residentReads(office, 'C-2', { period, values: { B: 1000 } });
    await newBatch(office.exporting, { period, lock: true });
    await office.bring('readings', header + ofC1(period, '100', { source: 'office' }));
    const ofMeter = async () =>
      (await office.readings())
        .filter(({ serial }) => serial === 'C-1')
        .map(({ kind, state }) => `${kind} ${state}`)
        .sort();
    assert.deepEqual(await ofMeter(), ['actual late', 'estimate accepted']);
    assert.deepEqual(counts(await office.bring('readings', header + ofC1(period, '101'))), [0, 1, 0]);
    assert.deepEqual(await ofMeter(), ['actual billed', 'actual late', 'estimate superseded']);
  });

  test('a file does not overrule a resident, nor an estimate an actual reading (M3)', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-09', values: { B: 90_000 } });
    const before = await office.everything();
    const report = await office.bring('readings', header + ofC1('2026-09', '91'));
    assert.deepEqual(refusals(report), ['2:value:reading_differs']);
    assert.deepEqual(report.refused[0]?.problems[0]?.problem, {
      code: 'reading_differs',
      source: 'resident',
      standing: 'B 90.000',
    });
    const estimate = await office.bring('readings', header + ofC1('2026-09', '91', { kind: 'estimate' }));
    assert.deepEqual(refusals(estimate), ['2:value:actual_stands']);
    assert.deepEqual(await office.everything(), before);
  });

  test('a serial number that hangs twice needs the service', async () => {
    const office = await openSettledOffice(engine);
    await office.bring(
      'meters',
      'account,service,serial,register,unit,digits,decimals,installedOn,initial\n10427,hot-water,C-1,B,m3,5,3,2020-01-01,0\n',
    );
    const report = await office.bring('readings', header + ofC1('2026-09', '5'));
    assert.deepEqual(refusals(report), ['2:serial:meter_ambiguous']);
    const clear = await office.bring(
      'readings',
      'account,service,serial,register,period,value,takenOn,kind,source\n10427,hot-water,C-1,B,2026-09,5,2026-09-28,actual,billing\n',
    );
    assert.deepEqual(counts(clear), [1, 0, 0]);
  });

  test('takes tabs, decimal comma and point, registers that stand apart, and notes what breaks no law (W5)', async () => {
    const office = await openSettledOffice(engine);
    const report = await office.bring('readings', fixtureBytes('readings-tabs.csv'), { chunk: 3 });
    assert.deepEqual(refusals(report), []);
    assert.deepEqual(await standing(office), [
      'C-1 2026-09 {"B":100125} actual billing billed',
      'C-1 2026-10 {"B":100125} actual billing billed',
      'E-1 2026-09 {"T1":120050,"T2":50000} actual billing billed',
    ]);
    const fallen = await office.bring('readings', header + ofC1('2026-11', '99', { on: '2026-11-01' }));
    assert.deepEqual(counts(fallen), [1, 0, 0]);
    const [last] = (await office.readings()).filter(({ period }) => period === '2026-11');
    const problems = JSON.parse(last?.findings ?? '') as { code: string }[];
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['below_previous'],
    );
  });

  test('M1: falls are imported and reported, in a dry run as in the real one', async () => {
    const office = await openSettledOffice(engine);
    const file =
      header +
      ofC1('2026-07', '100') +
      // An estimate binds nothing and is held against nobody (M3).
      ofC1('2026-08', '90', { kind: 'estimate' }) +
      ofC1('2026-09', '95.5') +
      '10427,E-1,T1,2026-09,1200.5,2026-09-28,actual,billing\n' +
      '10427,E-1,T2,2026-09,0,2026-09-28,actual,billing\n';
    const falls = [
      {
        line: 4,
        account: '10427',
        serial: 'C-1',
        register: 'B',
        period: '2026-09',
        value: '95.500',
        previousPeriod: '2026-07',
        previous: '100.000',
      },
      {
        line: 6,
        account: '10427',
        serial: 'E-1',
        register: 'T2',
        period: '2026-09',
        value: '0.00',
        previousPeriod: null,
        previous: '7.00',
      },
    ];
    const dry = await office.bring('readings', file, { dryRun: true });
    assert.deepEqual([dry.falls, counts(dry), refusals(dry)], [falls, [4, 0, 0], []]);
    const real = await office.bring('readings', file);
    assert.deepEqual([real.falls, counts(real), refusals(real)], [falls, [4, 0, 0], []]);
  });

  test('M2: a value that makes a later one fall is reported as that fall', async () => {
    const office = await openSettledOffice(engine);
    await office.bring('readings', header + ofC1('2026-09', '90'));
    const report = await office.bring('readings', header + ofC1('2026-08', '100'));
    assert.deepEqual(report.falls, [
      {
        line: 2,
        account: '10427',
        serial: 'C-1',
        register: 'B',
        period: '2026-09',
        value: '90.000',
        previousPeriod: '2026-08',
        previous: '100.000',
      },
    ]);
  });

  test('a day without a time is noon of that day in the company’s zone, and anything within it', async () => {
    const office = await openSettledOffice(engine);
    await office.bring('readings', header + ofC1('2026-10', '5', { on: '2026-10-25' }));
    const [reading] = await office.readings();
    // The clocks in Riga went back that night: the day has 25 hours.
    assert.equal(reading?.captured_earliest, '2026-10-24T21:00:00.000Z');
    assert.equal(reading?.captured_best, '2026-10-25T10:00:00.000Z');
    assert.equal(reading?.captured_latest, '2026-10-25T22:00:00.000Z');
    assert.equal(reading?.received_at, '2026-11-02T09:00:00.000Z');
  });

  test('the same file twice changes nothing and bumps no version', async () => {
    const office = await openSettledOffice(engine);
    await office.bring('readings', fixtureBytes('readings-tabs.csv'));
    assert.deepEqual(await office.versions(), { '10427': 6, '20315': 2 });
    const before = await office.everything();
    office.clock.advance(86_400_000);
    const report = await office.bring('readings', fixtureBytes('readings-tabs.csv'));
    assert.deepEqual(counts(report), [0, 0, 3]);
    assert.deepEqual(await office.everything(), before);
  });

  test('an equal value is unchanged, also where a resident read it', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-1', { period: '2026-09', values: { B: 90_000 } });
    const before = await office.everything();
    const report = await office.bring('readings', header + ofC1('2026-09', '90.000'));
    assert.deepEqual(counts(report), [0, 0, 1]);
    assert.deepEqual(await office.everything(), before);
  });

  test('what is not billed yet gives way to a correction, and both take a version', async () => {
    const office = await openSettledOffice(engine);
    await office.bring('readings', header + ofC1('2026-09', '90', { source: 'office', kind: 'estimate' }));
    await office.db.write((tx) => tx.updateTable('readings').set({ reason: 'by the neighbours' }).execute());
    const report = await office.bring('readings', header + ofC1('2026-09', '91', { source: 'office' }));
    assert.deepEqual(counts(report), [0, 1, 0]);
    const [old, now] = await office.readings();
    assert.deepEqual([old?.state, old?.version, now?.state, now?.version], ['superseded', 5, 'accepted', 6]);
    assert.equal(now?.supersedes, old?.id);
    assert.deepEqual([old?.reason, now?.reason], ['by the neighbours', null], 'what the office wrote stays readable');
    assert.deepEqual(await office.versions(), { '10427': 6, '20315': 2 });
  });
});
