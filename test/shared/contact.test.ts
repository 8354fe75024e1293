import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { registerInput } from '../../shared/account-forms.ts';
import { isEmail, isLine, isPhone, longest } from '../../shared/contact.ts';
import { vectors } from '../support/vectors.ts';

interface Cases {
  taken: string[];
  refused: { title: string; text: string }[];
}

const { lines, emails, phones } = vectors<{ lines: Cases; emails: Cases; phones: Cases }>('contact');

for (const [what, { taken, refused }, can] of [
  ['one line', lines, isLine],
  ['an e-mail address', emails, isEmail],
  ['a phone number', phones, isPhone],
] as const) {
  describe(`${what} can`, () => {
    for (const text of taken) it(`be ${text}`, () => assert.equal(can(text), true));
    for (const { title, text } of refused) it(`not have ${title}`, () => assert.equal(can(text), false));
  });
}

describe('an e-mail address', () => {
  it('has at most 64 units before the at sign and 254 in all (RFC 5321 § 4.5.3.1)', () => {
    assert.equal(isEmail(`${'a'.repeat(64)}@example.com`), true);
    assert.equal(isEmail(`${'a'.repeat(65)}@example.com`), false);
    const labels = `${'a'.repeat(63)}.`.repeat(3);
    const address = (length: number) =>
      `${'b'.repeat(length - labels.length - '@.com'.length - 40)}@${labels}${'c'.repeat(40)}.com`;
    assert.equal(isEmail(address(longest.email)), true);
    assert.equal(isEmail(address(longest.email + 1)), false);
    assert.equal(isEmail(`anna@${'a'.repeat(64)}.com`), false);
  });

  it('is told in linear time: a long text of nearly right parts keeps nobody busy', () => {
    const texts = [`${'a.'.repeat(100_000)}@`, `a@${'a.'.repeat(100_000)}`, `a@${'-'.repeat(200_000)}`];
    const begun = performance.now();
    for (const text of texts) assert.equal(isEmail(text), false);
    assert.ok(performance.now() - begun < 1_000);
  });
});

describe('what is taken, whatever it is,', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });

  it('is one line that a letter’s header can hold', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.emailAddress()), (text) => {
        if (isLine(text)) assert.doesNotMatch(text, /[\r\n\0\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        if (isEmail(text)) assert.match(text, /^[^\s@<>,;"]+@[^\s@<>,;"]+$/);
        if (isPhone(text)) assert.ok(/^[+\d ().-]+$/.test(text) && text.length <= longest.phone);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is no half of a character', () => {
    assert.equal(isLine('Anna \ud83c'), false);
    assert.equal(isLine('\udf44 Anna'), false);
  });
});

describe('the form of registration', () => {
  const good = {
    number: '12345',
    holder: 'Anna Bērziņa',
    proof: null,
    email: 'anna@example.com',
    phone: null,
    language: 'lv',
  };
  const pathOf = (change: object): PropertyKey | undefined => {
    const parsed = registerInput.safeParse({ ...good, ...change });
    return parsed.success ? undefined : (parsed.error.issues[0]?.path[0] ?? '');
  };

  it('is trimmed, and otherwise taken as it was typed', () => {
    const typed = { ...good, number: ' 12345 ', holder: ' anna  BĒRZIŅA\u00a0', email: ' Anna@Example.com\n' };
    assert.deepEqual(registerInput.parse(typed), {
      ...good,
      holder: 'anna  BĒRZIŅA',
      email: 'Anna@Example.com',
    });
  });

  it('names the field that is wrong, missing, over-long or not asked for', () => {
    assert.equal(pathOf({}), undefined);
    assert.equal(pathOf({ number: '' }), 'number');
    assert.equal(pathOf({ number: '1'.repeat(longest.accountNumber + 1) }), 'number');
    assert.equal(pathOf({ holder: ' ' }), 'holder');
    assert.equal(pathOf({ holder: 'x'.repeat(longest.line + 1) }), 'holder');
    assert.equal(pathOf({ proof: 'x'.repeat(longest.proof + 1) }), 'proof');
    assert.equal(pathOf({ proof: undefined }), 'proof');
    assert.equal(pathOf({ email: 'anna' }), 'email');
    assert.equal(pathOf({ phone: '12' }), 'phone');
    assert.equal(pathOf({ phone: undefined }), 'phone');
    assert.equal(pathOf({ language: 'de' }), 'language');
    assert.equal(pathOf({ user: 'admin' }), '');
  });
});
