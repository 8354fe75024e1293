import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessProfile } from '../../../server/exchange/guess-profile.ts';
import type { ImportFile } from '../../../server/tables/import-file.ts';
import { readJson } from '../../../server/tables/json-reader.ts';
import { openRaw } from '../../../server/tables/open-table.ts';
import { FileRefused } from '../../../server/tables/problems.ts';
import { formOfCode, isNumber } from '../../../server/tables/workbook-numbers.ts';
import { plainProfile } from '../../support/mapping-profiles.ts';
import { textRow, workbookFile } from '../../support/workbook-file.ts';

const fileOf = (bytes: Uint8Array): ImportFile => ({
  async *open() {
    yield bytes;
  },
});

async function rowsOf(bytes: Uint8Array) {
  const raw = await openRaw(fileOf(bytes), { languages: ['lv'], profile: plainProfile('payments') });
  const rows = [];
  for await (const some of raw.rows(new Set())) rows.push(...some);
  return rows;
}

const refused = (code: string, bytes: Uint8Array) =>
  assert.rejects(rowsOf(bytes), (error: unknown) => error instanceof FileRefused && error.code === code);

const times = (some: string, count: number): string => some.repeat(count);
const header = textRow(1, ['account', 'amount']);
const manyCells = (count: number): string => times('<c t="s"><v>0</v></c>', count);

describe('a file of some kilobytes that was made to fill the memory', () => {
  it('is refused where one long text stands in many cells', async () => {
    const rows = `${header}<row r="2">${manyCells(900)}</row>`;
    await refused('row_too_long', workbookFile([{ rows }], { shared: [`<t>${times('a', 30_000)}</t>`] }));
  });

  it('is refused where a text that cells name is longer than any', async () => {
    const rows = `${header}<row r="2">${manyCells(1)}</row>`;
    await refused('row_too_long', workbookFile([{ rows }], { shared: [`<t>${times('a', 70_000)}</t>`] }));
    await refused('row_too_long', workbookFile([{ rows }], { shared: [times(`<t>${times('a', 1000)}</t>`, 70)] }));
  });

  it('is refused where an element, or the text behind it, goes on and on', async () => {
    await refused('zip_bomb', workbookFile([{ rows: `${header}${times(' ', 5_000_000)}<row r="2"/>` }]));
    const attributes = Array.from({ length: 400_000 }, (_, at) => `a${at}="1"`).join(' ');
    await refused('zip_bomb', workbookFile([{ rows: `<row r="1" ${attributes}/>` }]));
  });

  it('is refused where it has more styles or sheets than any workbook', async () => {
    const formats = Array.from({ length: 100_001 }, () => '0');
    await refused('workbook_broken', workbookFile([{ rows: header }], { formats }));
    await refused('workbook_broken', workbookFile(Array.from({ length: 1001 }, () => ({ rows: '' }))));
  });

  it('is refused where each object of a list has names of its own', async () => {
    const objects = Array.from({ length: 20 }, (_, row) =>
      Object.fromEntries(Array.from({ length: 100 }, (__, at) => [`n${row}-${at}`, ''])),
    );
    const read = readJson(async function* () {
      yield JSON.stringify(objects);
    });
    await assert.rejects(read.next(), (error: unknown) => (error as FileRefused).code === 'too_many_columns');
  });
});

describe('a text that was made to be looked at without an end', () => {
  // Each of them took minutes where it was read in more than one way; the bound is far above what a slow machine needs.
  const takesNoTime = (work: () => void): void => {
    const start = performance.now();
    work();
    assert.ok(performance.now() - start < 2000);
  };

  it('is no number', () => {
    takesNoTime(() => assert.equal(isNumber(`${times('1', 1_000_000)}x`), false));
    takesNoTime(() => assert.equal(isNumber(`${times('1', 1_000_000)}.${times('1', 1_000_000)}e`), false));
    assert.deepEqual(
      ['1', '-1.', '+.5', '1.5e-3', '1E9'].filter((one) => !isNumber(one)),
      [],
    );
    assert.deepEqual(
      ['', '.', '1.5.', 'e5', '1e', '--1'].filter((one) => isNumber(one)),
      [],
    );
  });

  it('is a row of thousands of cells, in which a header is looked for', () => {
    const rows = Array.from({ length: 15 }, (_, at) => ({
      line: at + 1,
      cells: Array(at === 0 ? 4 : 30_000).fill('a'),
    }));
    takesNoTime(() => assert.equal(guessProfile(rows, 'statements', { languages: ['lv'] }).profile.header, false));
  });

  it('is a format of numbers that is read as far as it goes', () => {
    for (const sign of ['[', '"', '[h', '\\', '_', '*']) {
      takesNoTime(() => formOfCode(times(sign, 500_000)));
    }
    assert.equal(formOfCode('[$-426][Red]dd.mm.yyyy'), 'day');
    assert.equal(formOfCode('[hh]:mm'), 'time');
  });
});
