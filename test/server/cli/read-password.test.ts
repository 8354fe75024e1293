import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { askPassword } from '../../../server/cli/read-password.ts';

/** A terminal at which somebody types a line at each prompt, and what is to be read on it. */
function terminalWith(typed: string[]): { input: PassThrough; output: PassThrough; shown: () => string } {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (data) => {
    shown += String(data);
    if (String(data).endsWith(': ')) input.write(typed.shift() ?? '\u0004');
  });
  return { input, output, shown: () => shown };
}

describe('a password at the terminal', () => {
  test('is asked for twice, shows nothing of what is typed, and must be the same', async () => {
    const terminal = terminalWith(['two words\r', 'two words\r']);
    assert.equal(await askPassword(terminal), 'two words');
    assert.equal(terminal.shown(), 'Password (empty: none for now): \nThe same again: \n');
    await assert.rejects(askPassword(terminalWith(['two words\r', 'other words\r'])), /the two passwords differ/);
  });

  test('may be left out', async () => {
    assert.equal(await askPassword(terminalWith(['\r'])), null);
  });

  test('ends with an error where the person gives up', async () => {
    for (const key of ['\u0003', '\u0004']) {
      await assert.rejects(askPassword(terminalWith([key])), /no password was typed/);
      await assert.rejects(askPassword(terminalWith(['two words\r', key])), /no password was typed/);
    }
  });
});
