import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '../../../server/bills/stored-lines.ts';
import { FileRefused, wordsOf } from '../../../server/tables/problems.ts';
import { forEachEngine } from '../../support/databases.ts';
import { type BillingOffice, counts, openSettledOffice, refusals } from './billing-office.ts';

const columns = [
  'account',
  'period',
  'issuedOn',
  'number',
  'description',
  'due',
  'total',
  'file',
  'service',
  'volume',
  'unit',
  'tariff',
  'method',
  'charged',
  'recalculated',
  'benefit',
  'penalty',
] as const;
type Cells = Partial<Record<(typeof columns)[number], string>>;

const header = `${columns.join(';')}\n`;
const usual: Cells = {
  account: '10427',
  period: '2026-09',
  issuedOn: '2026-10-01',
  number: 'R-1',
  description: 'Rēķins par septembri',
  due: '2026-10-20',
  total: '10.00',
  service: 'Aukstais ūdens',
  volume: '3,500',
  unit: 'm3',
  tariff: '2.857',
  method: 'meter',
  charged: '10.00',
  recalculated: '0',
};
const row = (cells: Cells = {}) => `${columns.map((name) => ({ ...usual, ...cells })[name] ?? '').join(';')}\n`;

/** A bill of two lines, 12.34 and 7.66. */
const bill = (cells: Cells = {}) =>
  row({ total: '20', charged: '12.34', ...cells }) +
  row({ total: '20', service: 'Apkure', volume: '', unit: '', tariff: '', method: '', charged: '7.66', ...cells });

const statements = (office: BillingOffice) =>
  office.db.reader.selectFrom('statements').selectAll().orderBy('number').execute();

forEachEngine((engine) => {
  test('refuses amounts, decimals, days and names that are none, each by line and column, and keeps their bills out', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const wrong: [Cells, string][] = [
      [{ charged: '-10.00', total: '-10.00' }, 'charged:amount_sign'],
      [{ benefit: '-1' }, 'benefit:amount_sign'],
      [{ penalty: '−1' }, 'penalty:amount_sign'],
      [{ charged: '10.001' }, 'charged:amount_too_precise'],
      [{ charged: '1 0.00' }, 'charged:not_an_amount'],
      [{ charged: '1.000,00' }, 'charged:not_an_amount'],
      [{ charged: '10.00 EUR' }, 'charged:not_an_amount'],
      [{ total: '1e3' }, 'total:not_an_amount'],
      [{ total: '1000000000' }, 'total:amount_too_large'],
      [{ recalculated: '' }, 'recalculated:cell_empty'],
      [{ volume: '1.1234567' }, 'volume:not_a_decimal'],
      [{ volume: '1234567.123456' }, 'volume:not_a_decimal'],
      [{ tariff: 'free' }, 'tariff:not_a_decimal'],
      [{ method: 'guess' }, 'method:not_one_of'],
      [{ due: '2026-09-30' }, 'due:due_before_issued'],
      [{ issuedOn: '2026-02-30' }, 'issuedOn:not_a_day'],
      [{ period: '2026-13' }, 'period:not_a_period'],
      [{ file: '../10427.pdf' }, 'file:not_a_file_name'],
      [{ file: 'bills\\10427.pdf' }, 'file:not_a_file_name'],
      [{ file: '10427.exe' }, 'file:not_a_file_name'],
      [{ account: '99999' }, 'account:account_unknown'],
      [{ total: '10.01' }, 'total:sum_differs'],
    ];
    const report = await office.bring(
      'statements',
      header + wrong.map(([cells], at) => row({ number: `R-${at}`, ...cells })).join(''),
    );
    assert.deepEqual(
      refusals(report),
      wrong.map(([, problem], at) => `${at + 2}:${problem}`),
    );
    assert.deepEqual(await office.everything(), before);
  });

  test('B5: a bill whose lines do not come to its total is kept out whole, with what was expected and found', async () => {
    const office = await openSettledOffice(engine);
    const report = await office.bring(
      'statements',
      header +
        bill({ number: 'R-1', total: '20.01' }) +
        bill({ number: 'R-2' }) +
        bill({ number: 'R-3', recalculated: '-2.50', benefit: '1.00', penalty: '0.25', total: '13.50' }),
    );
    assert.deepEqual(refusals(report), ['2:total:sum_differs', '3:row:part_refused']);
    assert.deepEqual(report.refused[0]?.problems[0]?.problem, {
      code: 'sum_differs',
      rule: 'B5',
      expected: '20.00',
      found: '20.01',
    });
    assert.equal(
      report.refused[0]?.problems.map(({ problem }) => wordsOf(problem)).join(),
      'is 20.01, and the others come to 20.00 (B5)',
    );
    assert.deepEqual(counts(report), [2, 0, 0]);
  });

  test('a refused row keeps its whole bill out, wherever in it it stands, and no other', async () => {
    const office = await openSettledOffice(engine);
    const broken = (cells: Cells) => row({ total: '20', ...cells });
    const report = await office.bring(
      'statements',
      header +
        broken({ number: 'R-1', charged: 'ten' }) +
        bill({ number: 'R-1' }) +
        bill({ number: 'R-2' }) +
        broken({ number: 'R-2', charged: 'ten' }) +
        bill({ number: 'R-3' }) +
        // Whose row it is nobody can tell: it may be of the bill before it or of the one after it.
        broken({ number: '', charged: '1' }) +
        bill({ number: 'R-4' }) +
        bill({ number: 'R-5' }),
    );
    assert.deepEqual(refusals(report), [
      '2:charged:not_an_amount',
      '3:row:part_refused',
      '4:row:part_refused',
      '5:row:part_refused',
      '6:row:part_refused',
      '7:charged:not_an_amount',
      '8:row:part_refused',
      '9:row:part_refused',
      '10:number:cell_empty',
      '11:row:part_refused',
      '12:row:part_refused',
    ]);
    assert.deepEqual(
      (await statements(office)).map(({ number }) => number),
      ['R-5'],
    );
  });

  test('refuses rows of a bill that say something else of it, and rows that do not stand together', async () => {
    const office = await openSettledOffice(engine);
    const half = (cells: Cells) => row({ total: '20', charged: '10.00', ...cells });
    const report = await office.bring(
      'statements',
      header +
        half({ number: 'R-1' }) +
        half({ number: 'R-1', due: '2026-10-21' }) +
        bill({ number: 'R-2' }) +
        bill({ number: 'R-3' }) +
        row({ number: 'R-2' }),
    );
    assert.deepEqual(refusals(report), ['2:row:part_refused', '3:due:differs_from_row', '8:row:rows_apart']);
    assert.deepEqual(counts(report), [2, 0, 0]);
  });

  test('a file that says the same number in every row does not fill the memory with one bill', async () => {
    const office = await openSettledOffice(engine);
    const before = await office.everything();
    const report = await office.bring('statements', header + row({ total: '11000' }).repeat(1100));
    assert.equal(report.refused.length, 1100);
    assert.deepEqual(
      refusals(report).filter((one) => !one.endsWith('part_refused')),
      ['1002:row:too_many_together'],
    );
    assert.deepEqual(await office.everything(), before);
  });

  test('a PDF belongs to one bill alone, in the file and in the database', async () => {
    const office = await openSettledOffice(engine);
    const first = await office.bring(
      'statements',
      header + row({ number: 'R-1', file: 'a.pdf' }) + row({ number: 'R-2', file: 'a.pdf' }),
    );
    assert.deepEqual(refusals(first), ['3:file:file_taken']);
    const later = row({ account: '20315', number: 'R-1', file: 'a.pdf' });
    const second = await office.bring('statements', header + later);
    assert.deepEqual(refusals(second), ['2:file:file_taken']);
    assert.deepEqual(second.refused[0]?.problems[0]?.problem, { code: 'file_taken', account: '10427', number: 'R-1' });
    // Once the bill has another one it is free.
    const third = await office.bring('statements', header + row({ number: 'R-1', file: 'b.pdf' }) + later);
    assert.deepEqual(refusals(third), []);
    assert.deepEqual(counts(third), [1, 1, 0]);
  });

  test('a file that is cut leaves nothing half imported', async () => {
    const office = await openSettledOffice(engine);
    const file = header + bill({ number: 'R-1' }) + bill({ number: 'R-2', description: '"a quoted; cell"' });
    const [cutInCell, cutInRow, cutBetweenRows] = [
      file.slice(0, file.lastIndexOf('quoted')),
      file.slice(0, -8),
      file.slice(0, file.lastIndexOf('\n', file.length - 2) + 1),
    ];
    const before = await office.everything();
    await assert.rejects(
      office.bring('statements', cutInCell),
      (error) => error instanceof FileRefused && error.code === 'quote_open' && error.line === 5,
    );
    assert.deepEqual(await office.everything(), before);

    const inRow = await office.bring('statements', cutInRow, { dryRun: true });
    assert.deepEqual(refusals(inRow), ['4:row:part_refused', '5:row:cells_missing']);
    assert.deepEqual(counts(inRow), [1, 0, 0]);
    assert.deepEqual(await office.everything(), before);

    const betweenRows = await office.bring('statements', cutBetweenRows);
    assert.deepEqual(refusals(betweenRows), ['4:total:sum_differs']);
    assert.deepEqual(
      (await statements(office)).map(({ number }) => number),
      ['R-1'],
    );
  });

  test('a bill is stored with its lines in billing’s order, and the same file twice changes nothing', async () => {
    const office = await openSettledOffice(engine);
    const file = header + bill({ file: 'Re\u0304kins.pdf', volume: '-1 234,500', benefit: '0', penalty: '' });
    assert.deepEqual(counts(await office.bring('statements', file)), [1, 0, 0]);
    const [statement] = await statements(office);
    assert.ok(statement);
    const { id: _id, account_id: _account, batch_id: _batch, lines, ...rest } = statement;
    assert.deepEqual(rest, {
      version: 4,
      period: '2026-09',
      number: 'R-1',
      issued_on: '2026-10-01',
      due: '2026-10-20',
      description: 'Rēķins par septembri',
      total: 2000,
      file: 'Rēkins.pdf'.normalize('NFC'),
      file_hash: null,
    });
    const line = { recalculated: 0, benefit: 0, penalty: 0 };
    assert.deepEqual(readLines(lines), [
      {
        service: 'Aukstais ūdens',
        volume: '-1234.500',
        unit: 'm3',
        tariff: '2.857',
        method: 'meter',
        charged: 1234,
        ...line,
      },
      { service: 'Apkure', volume: '-1234.500', unit: null, tariff: null, method: null, charged: 766, ...line },
    ]);
    const before = await office.everything();
    assert.deepEqual(counts(await office.bring('statements', file)), [0, 0, 1]);
    assert.deepEqual(await office.everything(), before);
  });

  test('a bill that says something else takes the place of the one before, with a new version and without its PDF', async () => {
    const office = await openSettledOffice(engine);
    await office.bring('statements', header + bill({ file: 'a.pdf' }) + bill({ number: 'R-2', file: 'b.pdf' }));
    const [old, other] = await statements(office);
    assert.ok(old && other);
    await office.db.write(async (tx) => {
      for (const { id, batch_id } of [old, other]) {
        const file = {
          statement_id: id,
          hash: 'hash',
          bytes: new Uint8Array([1]),
          stored_at: '2026-10-02T00:00:00.000Z',
        };
        await tx
          .insertInto('statement_files')
          .values({ ...file, batch_id })
          .execute();
        await tx.updateTable('statements').set({ file_hash: 'hash' }).where('id', '=', id).execute();
      }
    });
    // Without the column the file stays announced.
    const lean = (text: string): string =>
      text.replace(/^.*$/gm, (line) =>
        line
          .split(';')
          .filter((_, at) => at !== columns.indexOf('file'))
          .join(';'),
      );
    const report = await office.bring(
      'statements',
      lean(header + bill({ due: '2026-10-25' }) + bill({ number: 'R-2' })),
    );
    assert.deepEqual(counts(report), [0, 1, 1]);
    const [now, same] = await statements(office);
    assert.deepEqual(now, {
      ...old,
      version: 6,
      due: '2026-10-25',
      file_hash: null,
      batch_id: report.batch,
    });
    assert.deepEqual(same, { ...other, file_hash: 'hash' });
    assert.deepEqual(await office.db.reader.selectFrom('statement_files').select('statement_id').execute(), [
      { statement_id: other.id },
    ]);
    assert.equal((await office.versions())['10427'], 6);
  });

  test('bills across the chunks of a file are whole, and as JSON they are the same', async () => {
    const office = await openSettledOffice(engine);
    const numbers = Array.from({ length: 700 }, (_, at) => `R-${at}`);
    const file = header + numbers.map((number) => bill({ number })).join('');
    assert.deepEqual(counts(await office.bring('statements', file, { chunk: 1000 })), [700, 0, 0]);
    assert.equal((await office.versions())['10427'], 703);
    const objects = file
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Object.fromEntries(line.split(';').map((cell, at) => [columns[at], cell])));
    assert.deepEqual(counts(await office.bring('statements', JSON.stringify(objects))), [0, 0, 700]);
  });
});
