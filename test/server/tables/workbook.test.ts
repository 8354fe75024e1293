import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ImportFile } from '../../../server/tables/import-file.ts';
import { openRaw } from '../../../server/tables/open-table.ts';
import { FileRefused } from '../../../server/tables/problems.ts';
import { plainProfile } from '../../support/mapping-profiles.ts';
import { textRow, workbookFile } from '../../support/workbook-file.ts';
import { smallPdf, zipFile } from '../../support/zip-file.ts';

const fileOf = (bytes: Uint8Array): ImportFile => ({
  async *open() {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  },
});

async function read(bytes: Uint8Array, { sheet = null as string | null, skipRows = 0 } = {}) {
  const profile = plainProfile('payments', { sheet, skipRows });
  const raw = await openRaw(fileOf(bytes), { languages: ['lv'], profile });
  const rows = [];
  for await (const some of raw.rows(new Set())) rows.push(...some);
  return { raw, rows };
}

const refusedAs = (code: string) => (error: unknown) => {
  assert.ok(error instanceof FileRefused, String(error));
  assert.equal(error.code, code, error.message);
  return true;
};

const refused = (code: string, bytes: Uint8Array, options = {}) =>
  assert.rejects(read(bytes, options), refusedAs(code));

/** The cells of a sheet of one row. */
async function cellsOf(cells: string, more: Parameters<typeof workbookFile>[1] = {}) {
  const { rows } = await read(workbookFile([{ rows: `<row r="1">${cells}</row>` }], more));
  return rows[0];
}

const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;

describe('a file that is no workbook, whatever its name', () => {
  it('is refused as a PDF or a picture', async () => {
    await refused('not_a_table', smallPdf('bill'));
    await refused('not_a_table', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]));
    await refused('not_a_table', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]));
  });

  it('is refused as a ZIP of something else, an OpenDocument, or a cut workbook', async () => {
    await refused('not_a_table', zipFile([{ name: 'bill.pdf', bytes: smallPdf('bill') }]));
    await refused('not_a_table', zipFile([{ name: 'content.xml', bytes: Buffer.from('<x/>') }]));
    const whole = workbookFile([{ rows: textRow(1, ['a']) }]);
    await refused('not_a_table', whole.subarray(0, whole.length - 100));
  });

  it('is refused as a workbook of Excel 97, or with a password', async () => {
    const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]);
    await refused('workbook_old', compound);
    await refused('workbook_encrypted', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]));
  });
});

describe('a workbook that is broken or hostile', () => {
  it('is refused where its XML is cut, declares entities, or has rows in no order', async () => {
    await refused('workbook_broken', workbookFile([{ rows: '<row><c><v>1</v>' }]));
    await refused('workbook_broken', workbookFile([{ rows: '<row><c><v>&bomb;</v></c></row>' }]));
    await refused('workbook_broken', workbookFile([{ rows: `${textRow(5, ['a'])}${textRow(4, ['b'])}` }]));
    await refused('workbook_broken', workbookFile([{ rows: '<row><c r="A1"><v>1.2.3</v></c></row>' }]));
    await refused(
      'workbook_broken',
      workbookFile([{ rows: '<row><c t="s"><v>7</v></c></row>' }], { shared: ['<t>a</t>'] }),
    );
    await refused('workbook_broken', workbookFile([{ rows: '<row><c r="ZZZZ1"><v>1</v></c></row>' }]));
  });

  it('is refused where a small file inflates without an end', async () => {
    const bomb = Buffer.alloc(40 * 1024 * 1024, ' ');
    await refused('zip_bomb', workbookFile([{ rows: `${textRow(1, ['a'])}${bomb.toString('latin1')}` }]));
  });

  it('is refused where it has a million columns, and not where it only has their format', async () => {
    const wide = Array.from({ length: 1001 }, (_, at) => `h${at}`);
    await refused('too_many_columns', workbookFile([{ rows: textRow(1, wide) }]));
    const { rows } = await read(workbookFile([{ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>' }]));
    assert.deepEqual(rows[0]?.cells, ['1']);
  });

  it('is refused where it has not the sheet that the profile names, or none that is not hidden', async () => {
    await refused('sheet_unknown', workbookFile([{ name: 'Konti', rows: '' }]), { sheet: 'Skaitītāji' });
    await refused('file_empty', workbookFile([{ state: 'hidden', rows: '' }]));
  });
});

describe('cells that nothing can be read from', () => {
  it('are errors, and formulas that were saved without a value', async () => {
    const row = await cellsOf('<c t="e"><f>A9</f><v>#REF!</v></c><c><f>SUM(A1:A9)</f></c><c><v>1</v></c>');
    assert.deepEqual(
      [...(row?.broken ?? [])],
      [
        [0, { code: 'cell_error', text: '#REF!' }],
        [1, { code: 'formula_without_value' }],
      ],
    );
    assert.deepEqual(row?.cells, ['#REF!', '', '1']);
  });

  it('are numbers longer than a workbook keeps them, and days that there never were', async () => {
    const row = await cellsOf(number('1234567890123456') + number('60', 1) + number('-1', 1) + number('2958466', 1), {
      formats: ['dd.mm.yyyy'],
    });
    assert.deepEqual(
      [...(row?.broken?.values() ?? [])].map(({ code }) => code),
      ['number_cut', 'not_a_day', 'not_a_day', 'not_a_day'],
    );
  });
});

describe('a workbook', () => {
  it('has its numbers as they were typed', async () => {
    const typed = [
      '0',
      '0.1',
      '1.1000000000000001',
      '126.34999999999999',
      '0.30000000000000004',
      '1E+05',
      '1E-07',
      '-12.5',
    ];
    const row = await cellsOf([...typed, '123456789012345', '4.5e-3'].map((one) => number(one)).join(''));
    assert.deepEqual(row?.cells, [
      ...['0', '0.1', '1.1', '126.35', '0.3', '100000', '0.0000001', '-12.5'],
      ...['123456789012345', '0.0045'],
    ]);
    assert.ok(row?.forms?.every((form) => form === 'number'));
  });

  it('has its days by the format of the cell, in both ways to count them', async () => {
    const formats = [
      'dd\\.mm\\.yyyy',
      '[$-426]d. mmmm yyyy',
      'mmm yy',
      'dd.mm.yyyy hh:mm',
      'hh:mm:ss',
      '0.00" d"',
      '#,##0.00 [$€-426]',
    ];
    const cells = [1, 2, 3, 4].map((style) => number('46112', style)).join('');
    const rest = number('46112.604166666664', 4) + number('0.5', 5) + number('12.5', 6) + number('12.5', 7);
    const row = await cellsOf(cells + rest, { formats });
    assert.deepEqual(row?.cells, [
      ...['2026-03-31', '2026-03-31', '2026-03', '2026-03-31'],
      ...['2026-03-31 14:30:00', '12:00:00', '12.5', '12.5'],
    ]);
    assert.deepEqual((await cellsOf(number('44650', 1), { formats, date1904: true }))?.cells, ['2026-03-31']);
    assert.deepEqual((await cellsOf(number('1', 1) + number('59', 1) + number('61', 1), { formats }))?.cells, [
      ...['1900-01-01', '1900-02-28', '1900-03-01'],
    ]);
  });

  it('has texts of all kinds, and what formulas came to', async () => {
    const cells =
      '<c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>Rī</t></r><r><t>ga</t></r></is></c>' +
      '<c t="str"><f>A1</f><v>x_x000D_y</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-03-31T00:00:00</v></c>' +
      '<c><f>1+1</f><v>2</v></c><c t="s"><v>2</v></c>';
    const shared = ['<t>007</t>', '<r><t>Ан</t></r><r><t>на</t></r><rPh><t>ア</t></rPh>', '<t>=1+1</t>'];
    const { raw, rows } = await read(workbookFile([{ rows: `<row>${cells}</row>` }], { shared }));
    assert.deepEqual(rows[0]?.cells, ['Анна', '007', 'Rīga', 'x\ry', 'true', '2026-03-31', '2', "'=1+1"]);
    assert.equal(raw.formulas(), 2);
  });

  it('has rows where they stand, without those that are empty, and as wide as the first', async () => {
    const rows = `${textRow(2, ['a', 'b', 'c'])}<row r="3"><c r="B3" s="1"/></row><row r="7"><c r="B7"><v>5</v></c></row>`;
    const file = workbookFile([{ rows }]);
    assert.deepEqual(
      (await read(file)).rows.map(({ line, cells }) => [line, ...cells]),
      [
        [2, 'a', 'b', 'c'],
        [7, '', '5', ''],
      ],
    );
    assert.deepEqual(
      (await read(file, { skipRows: 2 })).rows.map(({ line }) => line),
      [7],
    );
  });

  it('is read from its first sheet that is not hidden, or from the one that is named', async () => {
    const file = workbookFile([
      { name: 'Old', state: 'hidden', rows: textRow(1, ['old']) },
      { name: 'Konti', rows: textRow(1, ['konti']) },
      { name: 'Citi & vēl', rows: textRow(1, ['citi']) },
    ]);
    const { raw, rows } = await read(file);
    assert.deepEqual(rows[0]?.cells, ['konti']);
    assert.deepEqual(raw.sheets, ['Konti', 'Citi & vēl']);
    assert.deepEqual((await read(file, { sheet: ' citi & VĒL ' })).rows[0]?.cells, ['citi']);
    assert.deepEqual((await read(file, { sheet: 'Old' })).rows[0]?.cells, ['old']);
  });
});
