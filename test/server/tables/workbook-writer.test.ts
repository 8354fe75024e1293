import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { columnsOf } from '../../../server/exchange/columns-of.ts';
import { refusedCsv, refusedFile } from '../../../server/exchange/refused-file.ts';
import { openRaw, openTable } from '../../../server/tables/open-table.ts';
import type { RefusedRow } from '../../../server/tables/problems.ts';
import { isBroken } from '../../../server/tables/table.ts';
import { type SheetCells, type SheetColumn, writeWorkbook } from '../../../server/tables/workbook-writer.ts';
import { restore } from '../../../shared/formula.ts';
import { column, constant, plainProfile } from '../../support/mapping-profiles.ts';

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function* inOne<T>(...all: T[]): AsyncGenerator<T> {
  yield* all;
}

const columnsFor = (...forms: SheetColumn['form'][]): SheetColumn[] =>
  forms.map((form, at) => ({ name: `c${at}`, form, width: 10 }));

const write = (columns: SheetColumn[], ...rows: SheetCells[]): Promise<Buffer> =>
  bytesOf(writeWorkbook({ sheet: 'A & "B"', columns }, inOne(rows)));

async function read(bytes: Buffer): Promise<string[][]> {
  const raw = await openRaw({ open: () => inOne(bytes) }, { languages: ['lv'] });
  const rows: string[][] = [];
  for await (const some of raw.rows(new Set())) rows.push(...some.map(({ cells }) => cells.map(restore)));
  return rows;
}

describe('a workbook that we write', () => {
  it('breaks where its rows break, and leaves nothing open when nobody wants the rest', async () => {
    async function* broken(): AsyncGenerator<SheetCells[]> {
      yield [['1']];
      throw new Error('the database is gone');
    }
    await assert.rejects(bytesOf(writeWorkbook({ sheet: 'x', columns: columnsFor('text') }, broken())), {
      message: 'the database is gone',
    });
    let ended = false;
    async function* endless(): AsyncGenerator<SheetCells[]> {
      try {
        for (let at = 0; ; at++) yield [[String(Math.sin(at)).repeat(1000)]];
      } finally {
        ended = true;
      }
    }
    let size = 0;
    for await (const piece of writeWorkbook({ sheet: 'x', columns: columnsFor('text') }, endless())) {
      size += piece.length;
      if (size > 100_000) break;
    }
    assert.equal(ended, true);
  });

  it('has numbers as numbers, days as days, and texts as texts that nothing runs', async () => {
    const columns = columnsFor('text', 'number', 'day', 'month', 'number');
    const bytes = await write(
      columns,
      ['007', '12.50', '2026-03-31', '2026-03', '=1+1'],
      ['=2+2', '', '', '', '1234567890123456'],
    );
    assert.deepEqual(await read(bytes), [
      ['c0', 'c1', 'c2', 'c3', 'c4'],
      ['007', '12.5', '2026-03-31', '2026-03', '=1+1'],
      ['=2+2', '', '', '', '1234567890123456'],
    ]);
    const [sheet] = await readWorkbook(bytes);
    assert.equal(sheet?.sheet, 'A & "B"');
    assert.deepEqual(sheet?.data[1]?.slice(0, 3), ['007', 12.5, new Date('2026-03-31T00:00:00Z')]);
  });

  it('is the same file for the same rows', async () => {
    const columns = columnsFor('text', 'number');
    assert.ok((await write(columns, ['a', '1'])).equals(await write(columns, ['a', '1'])));
  });

  it('is read as it was written, whatever the texts', async () => {
    const sign = fc.oneof(
      fc.constantFrom(...'_x000D_\r\n\t\0\u001f\ud800<>&"\'=+-@ \ufffe'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const cell = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const filled = all.filter((cells) => cells.some((one) => one.trim() !== ''));
        const [, ...found] = await read(await write(columnsFor('text', 'text', 'text'), ...filled));
        assert.deepEqual(found, filled);
      }),
      { numRuns: 60 },
    );
  });

  it('has numbers and days that are read as they were written', async () => {
    const number = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }));
    const day = fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(number, day, async ([digits, decimals], date) => {
        const written = (digits / 10 ** decimals).toFixed(decimals);
        const iso = date.toISOString().slice(0, 10);
        const [, row] = await read(await write(columnsFor('number', 'day'), [written, iso]));
        assert.deepEqual([Number(row?.[0]), row?.[1]], [Number(written), iso]);
        assert.doesNotMatch(row?.[0] ?? '', /e/i);
      }),
      { numRuns: 60 },
    );
  });
});

describe('refused rows of a workbook', () => {
  it('runs nothing where the file itself named its column like a formula', () => {
    const refused: RefusedRow[] = [
      { line: 2, cells: ['7'], problems: [{ column: '=1+1', problem: { code: 'account_unknown' } }] },
    ];
    const cells = refusedCsv({ header: ['=1+1'], refused })
      .replace('\ufeff', '')
      .split(/[,\r\n]+/);
    assert.deepEqual(
      cells.filter((cell) => /^"?[=+@-]/.test(cell)),
      [],
    );
    assert.ok(cells.some((cell) => cell.startsWith("'=1+1: ")));
  });

  it('come back as a workbook that the same profile reads: below its titles, with its days and numbers', async () => {
    const profile = plainProfile('payments', {
      skipRows: 2,
      dates: { order: 'DMY', mark: '.', years: 4 },
      numbers: { decimal: ',', thousands: ' ' },
      fields: {
        account: column('Konts'),
        date: column('Datums'),
        amount: column('Summa'),
        number: column('Nr'),
        source: constant('Banka'),
      },
    });
    const refused: RefusedRow[] = [
      {
        line: 7,
        cells: ['007', '2026-03-31', '12.5', "'=A1"],
        forms: ['text', 'day', 'number', 'text'],
        problems: [{ column: 'Konts', problem: { code: 'account_unknown' } }],
      },
    ];
    const { bytes, extension } = refusedFile(
      { header: ['Konts', 'Datums', 'Summa', 'Nr'], refused },
      { container: 'xlsx', profile },
    );
    assert.equal(extension, 'xlsx');
    const whole = await bytesOf(bytes);
    const table = await openTable({ open: () => inOne(whole) }, { languages: ['lv'], profile });
    const values = [];
    for await (const { header, body } of table.read(
      columnsOf('payments', { accountNumber: { pattern: '', example: '', inputMode: 'text' } }),
    )) {
      assert.deepEqual(header.ignored, ['error']);
      for (const row of body) {
        assert.ok(!isBroken(row));
        values.push(row.values);
      }
    }
    assert.deepEqual(values, [{ account: '007', date: '2026-03-31', amount: 1250, number: '=A1', source: 'Banka' }]);
  });
});
