import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Problem } from '../../shared/problem.ts';
import {
  capacity,
  drums,
  type Face,
  formatQuantity,
  isValue,
  parseExactQuantity,
  parseQuantity,
} from '../../shared/quantity.ts';
import { vectors } from '../support/vectors.ts';

type FaceText = [digits: number, decimals: number];
interface Refused {
  title: string;
  text: string;
  face: FaceText;
  problem: Problem;
}
interface Parsed {
  title: string;
  text: string;
  face: FaceText;
  value: number;
}

const cases = vectors<{
  parseInvalid: Refused[];
  parseValid: Parsed[];
  parseExactInvalid: Refused[];
  parseExactValid: Parsed[];
  notValues: { title: string; value: unknown; face: FaceText }[];
  format: { title: string; value: number; decimals: number; text: string }[];
  drums: { title: string; value: number; face: FaceText; whole: string; fraction: string }[];
}>('quantity');

const faceOf = ([digits, decimals]: FaceText): Face => ({ digits, decimals });

describe('typed values are refused by name', () => {
  for (const { title, text, face, problem } of cases.parseInvalid) {
    it(title, () => assert.deepEqual(parseQuantity(text, faceOf(face)), { ok: false, problem }));
  }
  for (const { title, value, face } of cases.notValues)
    it(title, () => assert.equal(isValue(value, faceOf(face)), false));
});

describe('typed values are read exactly', () => {
  for (const { title, text, face, value } of cases.parseValid) {
    it(title, () => {
      assert.deepEqual(parseQuantity(text, faceOf(face)), { ok: true, value });
      assert.equal(isValue(value, faceOf(face)), true);
    });
  }
});

describe('values in files may have other decimals, as long as nothing but zeros is cut', () => {
  for (const { title, text, face, problem } of cases.parseExactInvalid) {
    it(title, () => assert.deepEqual(parseExactQuantity(text, faceOf(face)), { ok: false, problem }));
  }
  for (const { title, text, face, value } of cases.parseExactValid) {
    it(title, () => assert.deepEqual(parseExactQuantity(text, faceOf(face)), { ok: true, value }));
  }
});

describe('values are shown as the face shows them', () => {
  for (const { title, value, decimals, text } of cases.format) {
    it(title, () => assert.equal(formatQuantity(value, decimals), text));
  }
  for (const { title, value, face, whole, fraction } of cases.drums) {
    it(title, () => assert.deepEqual(drums(value, faceOf(face)), { whole, fraction }));
  }
  it('V3: capacity is 10^(digits+decimals)', () => {
    assert.equal(capacity({ digits: 5, decimals: 3 }), 100_000_000);
    assert.equal(capacity({ digits: 9, decimals: 6 }), 1e15);
    assert.equal(capacity({ digits: 1, decimals: 0 }), 10);
  });
});
