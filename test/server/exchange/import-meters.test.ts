import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { counts, fixtureBytes, openSettledOffice, refusals, residentReads } from './billing-office.ts';

const header =
  'account;service;serial;register;unit;digits;decimals;installedOn;verifiedUntil;retiredOn;initial;replaces\n';
const row = (serial: string, register = 'B', rest = 'm3;5;3;2020-03-01;;;0;') =>
  `10427;hot-water;${serial};${register};${rest}\n`;

forEachEngine((engine) => {
  test('refuses rows of strangers and rows that make no meter', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring(
      'meters',
      header +
        '99999;hot-water;H-1;B;m3;5;3;2020-03-01;;;0;\n' +
        '10427;tea;H-1;B;m3;5;3;2020-03-01;;;0;\n' +
        row('H-2', 'T9') +
        row('H-3', 'B', 'm3;10;3;2020-02-30;;;0;') +
        row('H-4', 'B', 'm3;5;3;2020-03-01;;2019-01-01;0;') +
        row('H-5', 'B', 'm3;5;3;2020-03-01;;;123456;') +
        row('H-6', 'B', 'm3;5;3;2020-03-01;;;0,0005;') +
        row('H-7', 'B', 'm3;5;3;2020-03-01;;;0;H-0') +
        row('H-8', 'B', 'm3;5;3;2020-03-01;;;0;H-8'),
    );
    assert.deepEqual(refusals(report), [
      '2:account:account_unknown',
      '3:service:not_one_of',
      '4:register:not_one_of',
      '5:digits:not_a_whole_number',
      '5:installedOn:not_a_day',
      '6:retiredOn:retired_before_installed',
      '7:initial:too_many_digits',
      '8:initial:too_many_decimals',
      '9:replaces:replaced_meter_unknown',
      '10:replaces:replaces_itself',
    ]);
    assert.deepEqual(await office.everything(), before);
  });

  test('V4: a meter is taken with all its registers or not at all', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring(
      'meters',
      header +
        row('H-1', 'T1') +
        row('H-1', 'T2', 'm3;5;3;2020-03-01;;;seven;') +
        row('H-2', 'T1') +
        row('H-2', 'T9') +
        row('H-3', 'B') +
        row('H-3', 'T1') +
        row('H-4', 'T1') +
        row('H-4', 'T2', 'm3;5;3;2021-03-01;;;0;'),
    );
    assert.deepEqual(refusals(report), [
      '2:row:part_refused',
      '3:initial:value_not_a_number',
      '4:row:part_refused',
      '5:register:not_one_of',
      '6:register:registers_mixed',
      '7:row:part_refused',
      '8:row:part_refused',
      '9:row:differs_from_row',
    ]);
    assert.deepEqual(await office.everything(), before);
  });

  test('refuses a register that comes twice and rows that stand apart', async () => {
    const office = await openSettledOffice(engine);
    const report = await office.bring(
      'meters',
      header + row('H-1', 'T1') + row('H-1', 'T1') + row('H-2') + row('H-1', 'T2'),
    );
    assert.deepEqual(refusals(report), ['3:register:row_repeated', '5:row:rows_apart']);
    assert.deepEqual(counts(report), [2, 0, 0]);
  });

  test('a register that comes again with another face keeps its meter out', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring(
      'meters',
      header + row('H-1', 'T1') + row('H-1', 'T1', 'm3;6;3;2020-03-01;;;0;') + row('H-1', 'T2'),
    );
    assert.deepEqual(refusals(report), ['2:row:part_refused', '3:register:named_twice', '4:row:part_refused']);
    assert.deepEqual(await office.everything(), before);
  });

  test('what readings rest on cannot change any more', async () => {
    const office = await openSettledOffice(engine);
    await residentReads(office, 'C-2', { period: '2026-10', values: { B: 5000 } });
    const head = 'account;service;serial;register;unit;digits;decimals;ratio;installedOn;initial\n';
    for (const [cells, column] of [
      ['kWh;5;3;1;2021-01-10;0', 'unit'],
      ['m3;5;3;2;2021-01-10;0', 'ratio'],
      ['m3;6;3;1;2021-01-10;0', 'digits'],
      ['m3;5;2;1;2021-01-10;0', 'decimals'],
      ['m3;5;3;1;2021-01-10;0,001', 'initial'],
    ]) {
      const report = await office.bring('meters', `${head}20315;cold-water;C-2;B;${cells}\n`);
      assert.deepEqual(refusals(report), [`2:${column}:meter_has_readings`]);
    }
    const report = await office.bring('meters', `${head}20315;cold-water;C-2;B;m3;5;3;1;2021-01-11;0\n`);
    assert.deepEqual(counts(report), [0, 1, 0]);
  });

  test('the same file twice changes nothing and bumps no version', async () => {
    const office = await openSettledOffice(engine);
    assert.deepEqual(await office.versions(), { '10427': 3, '20315': 2 });
    const before = await office.everything();
    const report = await office.bring('meters', fixtureBytes('meters.csv'));
    assert.deepEqual(counts(report), [0, 0, 3]);
    assert.deepEqual(await office.everything(), before);
  });

  test('M6: a meter names the one whose place it took, wherever that stands in the file', async () => {
    const office = await openSettledOffice(engine);
    const report = await office.bring(
      'meters',
      header +
        row('H-3', 'B', 'm3;5;3;2026-01-01;;;0,012;H-2') +
        row('H-2', 'B', 'm3;5;3;2023-01-01;;2026-01-01;0;H-1') +
        row('H-1', 'B', 'm3;5;3;2020-01-01;;2023-01-01;0;'),
    );
    assert.deepEqual(refusals(report), []);
    const meters = await office.db.reader.selectFrom('meters').selectAll().where('service', '=', 'hot-water').execute();
    const bySerial = (serial: string) => meters.find((meter) => meter.serial === serial);
    assert.equal(bySerial('H-3')?.replaces, bySerial('H-2')?.id);
    assert.equal(bySerial('H-2')?.replaces, bySerial('H-1')?.id);
    assert.equal(bySerial('H-1')?.replaces, null);
    const circle = await office.bring('meters', header + row('H-1', 'B', 'm3;5;3;2020-01-01;;2023-01-01;0;H-3'));
    assert.deepEqual(refusals(circle), ['2:replaces:replaces_itself']);
  });

  test('changed meters of one account take consecutive versions', async () => {
    const office = await openSettledOffice(engine);
    const text = new TextDecoder().decode(fixtureBytes('meters.csv')).replaceAll(';2028-03-01;', ';2029-03-01;');
    const more = `${text}10427;electricity;E-1;;T3;kWh;6;2;;2019-06-15;;;0;\n`;
    const report = await office.bring(
      'meters',
      more.replace('E-1;;T1', 'E-1;hall;T1').replace('E-1;;T2', 'E-1;hall;T2').replace('E-1;;T3', 'E-1;hall;T3'),
    );
    assert.deepEqual(refusals(report), ['6:row:rows_apart']);
    assert.deepEqual(counts(report), [0, 2, 1]);
    assert.deepEqual(await office.versions(), { '10427': 5, '20315': 2 });
    const meters = await office.db.reader
      .selectFrom('meters')
      .select(['serial', 'version', 'place'])
      .orderBy('serial')
      .execute();
    assert.deepEqual(meters, [
      { serial: 'C-1', version: 4, place: 'vannas istaba' },
      { serial: 'C-2', version: 2, place: 'virtuve' },
      { serial: 'E-1', version: 5, place: 'hall' },
    ]);
  });

  test('a meter whose registers lie in two chunks of the file is whole', async () => {
    const office = await openSettledOffice(engine);
    // The header and 999 rows before it: the chunks of a thousand rows part T1 from T2.
    const many = Array.from({ length: 998 }, (_, at) => row(`H-${at}`)).join('');
    const report = await office.bring('meters', header + many + row('X', 'T1') + row('X', 'T2'), { chunk: 500 });
    assert.deepEqual(refusals(report), []);
    assert.deepEqual(counts(report), [999, 0, 0]);
    const registers = await office.db.reader
      .selectFrom('registers')
      .innerJoin('meters', 'meters.id', 'registers.meter_id')
      .select('code')
      .where('serial', '=', 'X')
      .orderBy('code')
      .execute();
    assert.deepEqual(registers, [{ code: 'T1' }, { code: 'T2' }]);
  });
});
