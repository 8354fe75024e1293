import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteOf, RowKeys } from '../../../server/tables/row-keys.ts';

test('a key is known by the line and the note that came first, however many there are', () => {
  const keys = new RowKeys();
  for (let line = 1; line <= 20_000; line++) assert.equal(keys.meet(`key ${line}`, line, line % 7), null);
  for (let line = 1; line <= 20_000; line += 97) {
    assert.deepEqual(keys.meet(`key ${line}`, 99_999, 5), { line, note: line % 7 });
    assert.deepEqual(keys.find(`key ${line}`), { line, note: line % 7 });
  }
  assert.equal(keys.find('key 0'), null);
});

test('another note can be left with a key', () => {
  const keys = new RowKeys();
  keys.meet('a', 2);
  keys.note('a', 4_000_000_000);
  assert.deepEqual(keys.find('a'), { line: 2, note: 4_000_000_000 });
  assert.notEqual(noteOf('said'), noteOf('said otherwise'));
});
