import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAmount, plainAmount } from '../../shared/amount.ts';

describe('an amount as people and files write it (B1)', () => {
  for (const text of [
    '',
    ' ',
    '-',
    'abc',
    '12 €',
    '1e3',
    '0x10',
    '1.2.3',
    '1,234.56',
    '1.234,56',
    '12.',
    '.5',
    ',50',
    '1 23',
    '12 34',
    '1  234',
    ' 12',
    '12 ',
    '- 12',
    '--12',
    '+12',
    '12-',
    '(12)',
    '٣',
    '1\t234',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseAmount(text), { ok: false, problem: { code: 'not_an_amount' } });
    });
  }

  it('has no more than two digits after the mark, not even zeros', () => {
    for (const text of ['1.234', '1,000', '0.005', '1 234.500']) {
      assert.deepEqual(parseAmount(text), { ok: false, problem: { code: 'amount_too_precise' } }, text);
    }
  });

  it('is no more than any household owes, so that it stays exact', () => {
    assert.deepEqual(parseAmount('999999999.99'), { ok: true, value: 99_999_999_999 });
    for (const text of ['1000000000', '1 000 000 000.00', '-1000000000', '9'.repeat(400)]) {
      assert.deepEqual(parseAmount(text), { ok: false, problem: { code: 'amount_too_large' } }, text);
    }
  });

  for (const [text, value] of [
    ['0', 0],
    ['12', 1_200],
    ['12.5', 1_250],
    ['12,5', 1_250],
    ['12.34', 1_234],
    ['0,01', 1],
    ['007', 700],
    ['5 955,86', 595_586],
    ['5\u00a0955,86', 595_586],
    ['5\u202f955,86', 595_586],
    ['1 234 567.89', 123_456_789],
    ['5955,86', 595_586],
    ['-11,86', -1_186],
    ['−11.86', -1_186],
    ['-0', 0],
    ['-0.00', 0],
  ] as const) {
    it(`${JSON.stringify(text)} is ${value} minor units`, () => {
      const read = parseAmount(text);
      assert.ok(read.ok);
      // Strictly: a zero has no sign.
      assert.ok(Object.is(read.value, value));
    });
  }

  it('is read again as it is written for files and codes', () => {
    assert.deepEqual([0, 1, 10, 99, 100, 123_456, -1, -1_186].map(plainAmount), [
      '0.00',
      '0.01',
      '0.10',
      '0.99',
      '1.00',
      '1234.56',
      '-0.01',
      '-11.86',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (value) => {
        assert.deepEqual(parseAmount(plainAmount(value)), { ok: true, value });
      }),
    );
  });
});
