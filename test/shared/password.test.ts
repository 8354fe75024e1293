import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPassword } from '../../shared/password.ts';

const check = (password: string): string | null =>
  checkPassword({
    password,
    accountNumbers: ['12345678', 'AB-1234567'],
    email: 'Anna@Example.com',
    isCommon: (plain) => plain === 'password123',
  });

describe('a password', () => {
  it('has 8 to 256 characters, whatever they are', () => {
    assert.equal(check('sēnes 7'), 'password_too_short');
    assert.equal(check('sēnes 77'), null);
    // A character outside the first plane is one, though it takes two units.
    assert.equal(check('🍄🍄🍄🍄'), 'password_too_short');
    assert.equal(check('🍄'.repeat(8)), null);
    assert.equal(check('x'.repeat(256)), null);
    assert.equal(check('x'.repeat(257)), 'password_too_long');
  });

  it('is no account number, no e-mail address and none of the common ones, in any case', () => {
    assert.equal(check('12345678'), 'password_is_account');
    assert.equal(check('ab-1234567'), 'password_is_account');
    assert.equal(check('anna@example.com'), 'password_is_email');
    assert.equal(check('PassWord123'), 'password_common');
    assert.equal(check(' password123 '), 'password_common');
    assert.equal(check('password1234'), null);
  });
});
