import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCommonPassword } from '../../../server/accounts/common-passwords.ts';

test('the list of common passwords knows those of every language and keyboard, and not a sentence', () => {
  for (const common of ['qwerty123', 'password', 'parole123', 'пароль123', 'gfhjkm123']) {
    assert.ok(isCommonPassword(common), common);
  }
  for (const other of ['a long one', 'Qwerty123']) assert.equal(isCommonPassword(other), false, other);
});
