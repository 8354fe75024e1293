import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { detectEncoding, type ImportFile, readCsv } from '../../../server/exchange/csv-reader.ts';
import { neutralise, restore } from '../../../server/exchange/formula.ts';
import { FileRefused } from '../../../server/exchange/problems.ts';

function fileOf(bytes: Uint8Array, chunk: number): ImportFile {
  return {
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

async function rowsOf(file: ImportFile, known = ['account', 'value']): Promise<[number, ...string[]][]> {
  const rows: [number, ...string[]][] = [];
  for await (const some of readCsv(file, await detectEncoding(file), new Set(known))) {
    for (const { line, cells } of some) rows.push([line, ...cells]);
  }
  return rows;
}

const utf8 = (text: string, chunk = 5) => fileOf(new TextEncoder().encode(text), chunk);

test('a file with zero bytes is no text', async () => {
  await assert.rejects(detectEncoding(fileOf(new Uint8Array([80, 75, 3, 4, 0, 0]), 2)), FileRefused);
});

test('a quotation mark that is never closed is named with its file, not swallowed with the rows behind it', async () => {
  await assert.rejects(rowsOf(utf8('account;value\n1;"2\n3;4\n')), { code: 'quote_open' });
  await assert.rejects(rowsOf(utf8(`account;value\n1;"2\n${'3;4\n'.repeat(40_000)}`, 10_000)), { code: 'quote_open' });
});

test('lines are counted as an editor counts them, with blank lines and line breaks in cells', async () => {
  const text = 'account;value\r\n\r\n1;"two\r\nlines"\r\n3;4\r\n\r\n5;6';
  for (const chunk of [1, 2, 3, 1000]) {
    assert.deepEqual(await rowsOf(utf8(text, chunk)), [
      [1, 'account', 'value'],
      [3, '1', 'two\nlines'],
      [5, '3', '4'],
      [7, '5', '6'],
    ]);
  }
});

test('the separator is the one that shows known columns, whatever stands more often in the header', async () => {
  assert.deepEqual(await rowsOf(utf8('account;value, in m3, as read;value\n1;2,5;3\n')), [
    [1, 'account', 'value, in m3, as read', 'value'],
    [2, '1', '2,5', '3'],
  ]);
  assert.deepEqual((await rowsOf(utf8('"Account"\tVALUE\n1\t2,5\n')))[1], [2, '1', '2,5']);
  assert.deepEqual((await rowsOf(utf8('account,value')))[0], [1, 'account', 'value']);
});

test('windows-1251 is told from UTF-8 wherever the file is cut into chunks', async () => {
  const cyrillic = new Uint8Array([...'account;value\n1;'].map((c) => c.charCodeAt(0)).concat([0xcf, 0xf0, 0xe8]));
  for (const chunk of [1, 16, 1000]) {
    assert.deepEqual((await rowsOf(fileOf(cyrillic, chunk)))[1], [2, '1', 'При']);
    assert.deepEqual((await rowsOf(utf8('\ufeffaccount;value\n1;При', chunk)))[1], [2, '1', 'При']);
  }
});

test('whatever is written as CSV is read back, in any separator and any chunks', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\0\r]/g, ''));
  const tables = fc.array(fc.tuple(cell, cell), { maxLength: 20 });
  const chunks = fc.integer({ min: 1, max: 50 });
  await fc.assert(
    fc.asyncProperty(tables, fc.constantFrom(',', ';', '\t'), chunks, async (table, delimiter, chunk) => {
      const text = stringify([['account', 'value'], ...table], { delimiter, quoted: true });
      const read = await rowsOf(utf8(text, chunk));
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
