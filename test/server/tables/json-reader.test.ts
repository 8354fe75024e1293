import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beginsAsJson, readJson } from '../../../server/tables/json-reader.ts';
import { FileRefused } from '../../../server/tables/problems.ts';
import { restore } from '../../../shared/formula.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  // A decoder does not part what is one sign.
  const signs = [...text];
  for (let at = 0; at < signs.length; at += size) yield signs.slice(at, at + size).join('');
}

async function rowsOf(text: string, size = 3): Promise<[number, ...string[]][]> {
  const rows: [number, ...string[]][] = [];
  for await (const some of readJson(() => inPieces(text, size))) {
    for (const { line, cells } of some) rows.push([line, ...cells]);
  }
  return rows;
}

const refused = (code: string, line: number) => (error: unknown) =>
  error instanceof FileRefused && error.code === code && error.line === line;

test('what is no list of objects is refused with the line', async () => {
  for (const [text, line] of [
    ['[\n{"a":1},\n{"a":2}', 3],
    ['[\n{"a":1}\n{"a":2}]', 3],
    ['[{"a":1},\n]', 2],
    ['[,{"a":1}]', 1],
    ['[[{"a":1}]]', 1],
    ['{"a":1},{"a":2}', 1],
    ['[{"a":1}] []', 1],
    ['[\n\n{"a":}]', 3],
    ['[{"a":"1', 1],
  ] as const) {
    await assert.rejects(rowsOf(text), refused('json_broken', line), text);
  }
});

test('a cell is a text, a number that is exact, or nothing', async () => {
  for (const cell of ['{}', '[1]', 'true', '12345678901234567890']) {
    await assert.rejects(rowsOf(`[{"a":1},\n{"a":${cell}}]`), refused('json_cell', 2), cell);
  }
  assert.deepEqual(await rowsOf('[{"a":12.345,"b":null,"c":"{\\"}]"}]'), [
    [1, 'a', 'b', 'c'],
    [1, '12.345', '', '{"}]'],
  ]);
});

test('a list, or one object after the other; a name that an object lacks is an empty cell', async () => {
  const rows = [
    [2, 'Account', 'value'],
    [2, '1', ''],
    [3, '2', '5'],
  ];
  assert.deepEqual(await rowsOf('[\n{"Account":"1"},\n{"value":5,"account":"2"}\n]\n'), rows);
  assert.deepEqual(await rowsOf('\n{"Account":"1"}\n{"value":5,"account":"2"}\n'), rows);
  assert.deepEqual(await rowsOf('[]'), []);
});

test('JSON is told from CSV by its first sign', async () => {
  for (const [text, is] of [
    ['\n [', true],
    ['{"a":1}', true],
    ['account;value', false],
    ['"account"', false],
    ['', false],
  ] as const) {
    assert.equal(await beginsAsJson(inPieces(text, 1)), is, text);
  }
});

test('whatever is written as JSON is read back, in any chunks', async () => {
  const table = fc.array(fc.record({ a: fc.string({ unit: 'grapheme' }), b: fc.string() }, { noNullPrototype: true }), {
    minLength: 1,
    maxLength: 20,
  });
  const sizes = fc.integer({ min: 1, max: 50 });
  await fc.assert(
    fc.asyncProperty(table, sizes, fc.boolean(), async (rows, size, pretty) => {
      const read = await rowsOf(JSON.stringify(rows, null, pretty ? 2 : 0), size);
      assert.deepEqual(
        read.slice(1).map(([, a = '', b = '']) => ({ a: restore(a), b: restore(b) })),
        rows,
      );
    }),
  );
});
