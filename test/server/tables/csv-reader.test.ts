import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { readCsv } from '../../../server/tables/csv-reader.ts';
import { neutralise, restore } from '../../../shared/formula.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  // A decoder does not part what is one sign.
  const signs = [...text];
  for (let at = 0; at < signs.length; at += size) yield signs.slice(at, at + size).join('');
}

async function rowsOf(text: AsyncIterable<string>, known = ['account', 'value']): Promise<[number, ...string[]][]> {
  const rows: [number, ...string[]][] = [];
  for await (const some of readCsv(text, new Set(known))) {
    for (const { line, cells } of some) rows.push([line, ...cells]);
  }
  return rows;
}

const csv = (text: string, size = 5) => inPieces(text, size);

test('a quotation mark that is never closed is named with its file, not swallowed with the rows behind it', async () => {
  await assert.rejects(rowsOf(csv('account;value\n1;"2\n3;4\n')), { code: 'quote_open' });
  await assert.rejects(rowsOf(csv(`account;value\n1;"2\n${'3;4\n'.repeat(40_000)}`, 10_000)), { code: 'quote_open' });
});

test('a quotation mark in the middle of a cell is named with its line, and a row without an end is none', async () => {
  for (const row of ['An"na;1', '"Anna"x;1', ' "Anna";1', '"Anna" ;1', '1;"two\nlines"x']) {
    const line = row.includes('\n') ? 3 : 2;
    await assert.rejects(rowsOf(csv(`account;value\n${row}\n`)), { code: 'quote_misplaced', line }, row);
  }
  await assert.rejects(rowsOf(csv(`account;value\n${'1'.repeat(70_000)}`, 10_000)), { code: 'row_too_long' });
  await assert.rejects(rowsOf(csv(`account;value\n${'1'.repeat(70_000)};2\n3;4\n`, 100_000)), { code: 'row_too_long' });
});

test('whatever csv-parse reads is read alike, and what it refuses is refused', async () => {
  const signs = fc.constantFrom('"', '"', ';', ';', '\n', 'a', 'ā', ' ', '""', '";"', '"\n"');
  const texts = fc.array(signs, { maxLength: 24 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, chunk) => {
      const file = `account;value\n${text}`;
      const options = { delimiter: ';', record_delimiter: '\n', relax_column_count: true, skip_empty_lines: true };
      const attempt = async (read: () => Promise<string[][]> | string[][]) => {
        try {
          return await read();
        } catch {
          return 'refused';
        }
      };
      const ours = await attempt(async () => (await rowsOf(csv(file, chunk))).map(([, ...cells]) => cells));
      assert.deepEqual(ours, await attempt(() => parse(file, options) as string[][]));
    }),
    { numRuns: 2000 },
  );
});

test('lines are counted as an editor counts them, with blank lines and line breaks in cells', async () => {
  const text = 'account;value\n\n1;"two\nlines"\n3;4\n\n5;6';
  for (const chunk of [1, 2, 3, 1000]) {
    assert.deepEqual(await rowsOf(csv(text, chunk)), [
      [1, 'account', 'value'],
      [3, '1', 'two\nlines'],
      [5, '3', '4'],
      [7, '5', '6'],
    ]);
  }
});

test('the separator is the one that shows known columns, whatever stands more often in the header', async () => {
  assert.deepEqual(await rowsOf(csv('account;value, in m3, as read;value\n1;2,5;3\n')), [
    [1, 'account', 'value, in m3, as read', 'value'],
    [2, '1', '2,5', '3'],
  ]);
  assert.deepEqual((await rowsOf(csv('"Account"\tVALUE\n1\t2,5\n')))[1], [2, '1', '2,5']);
  assert.deepEqual((await rowsOf(csv('account,value')))[0], [1, 'account', 'value']);
});

test('whatever is written as CSV is read back, in any separator and any chunks', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\0\r]/g, ''));
  const tables = fc.array(fc.tuple(cell, cell), { maxLength: 20 });
  const chunks = fc.integer({ min: 1, max: 50 });
  await fc.assert(
    fc.asyncProperty(tables, fc.constantFrom(',', ';', '\t'), chunks, async (table, delimiter, chunk) => {
      const text = stringify([['account', 'value'], ...table], { delimiter, quoted: true });
      const read = await rowsOf(csv(text, chunk));
      assert.deepEqual(
        read.slice(1).map(([, ...cells]) => cells),
        table,
      );
    }),
  );
});

test('what begins like a formula never begins a cell, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^['=+\-@\t\r]{0,4}\w*$/)), (text) => {
      assert.doesNotMatch(neutralise(text), /^[=+\-@\t\r]/);
      assert.equal(restore(neutralise(text)), text);
    }),
  );
});
