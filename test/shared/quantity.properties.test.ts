import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { drums, type Face, formatQuantity, isValue, parseExactQuantity, parseQuantity } from '../../shared/quantity.ts';
import { face, faceValue } from '../support/arbitraries.ts';

const faceAndValue = face.chain((of) => fc.tuple(fc.constant(of), faceValue(of)));

/** Any text at all, and text that nearly is a number. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,- \u00a0\u202f'), maxLength: 24 }),
);

describe('quantities, for every face', () => {
  it('V2: whatever is typed, the answer is a value of the face or a problem', () => {
    fc.assert(
      fc.property(anyText, face, (text, of) => {
        for (const result of [parseQuantity(text, of), parseExactQuantity(text, of)]) {
          assert.ok(result.ok ? isValue(result.value, of) : result.problem.code !== undefined);
        }
      }),
      { numRuns: 2000 },
    );
  });
  it('V1: what is shown reads back as the same value', () => {
    fc.assert(
      fc.property(faceAndValue, ([of, value]) => {
        const text = formatQuantity(value, of.decimals);
        assert.deepEqual(parseQuantity(text, of), { ok: true, value });
        assert.deepEqual(parseExactQuantity(`${text}${of.decimals ? '00' : ''}`, of), { ok: true, value });
      }),
      { numRuns: 1000 },
    );
  });
  it('V2: comma or point, with or without spaces and leading zeros, is the same value', () => {
    fc.assert(
      fc.property(
        faceAndValue,
        fc.nat({ max: 5 }),
        fc.constantFrom(' ', '\u00a0', '\u202f'),
        ([of, value], zeros, space) => {
          const text = formatQuantity(value, of.decimals).replace('.', ',');
          const typed = [...'0'.repeat(zeros), ...text].join(space);
          assert.deepEqual(parseQuantity(typed, of), { ok: true, value });
        },
      ),
    );
  });
  it('V2: nothing is rounded: a decimal more than the face has is refused', () => {
    const withDecimals = faceAndValue.filter(([of]) => of.decimals > 0);
    fc.assert(
      fc.property(withDecimals, fc.nat({ max: 9 }), ([of, value], digit) => {
        const result = parseQuantity(`${formatQuantity(value, of.decimals)}${digit}`, of);
        assert.deepEqual(result, { ok: false, problem: { code: 'too_many_decimals', decimals: of.decimals } });
      }),
    );
  });
  it('V1: the drums are as many as the face has, and spell the value', () => {
    fc.assert(
      fc.property(faceAndValue, ([of, value]: [Face, number]) => {
        const { whole, fraction } = drums(value, of);
        assert.equal(whole.length, of.digits);
        assert.equal(fraction.length, of.decimals);
        assert.equal(Number(whole + fraction), value);
      }),
    );
  });
});
