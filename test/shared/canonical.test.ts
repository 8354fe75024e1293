import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson } from '../../shared/canonical.ts';
import { vectors } from '../support/vectors.ts';

const { cases } = vectors<{ cases: { title: string; input: string; canonical: string }[] }>('canonical');

describe('what JSON cannot carry is refused', () => {
  const nothing = undefined;
  for (const value of [nothing, Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('s'), () => 1, new Array(1)]) {
    it(`${typeof value} ${Array.isArray(value) ? 'with a hole' : String(value)}`, () => {
      assert.throws(() => canonicalJson(value), TypeError);
      assert.throws(() => canonicalJson({ within: [value] }), TypeError);
    });
  }
  it('more than 32 levels', () => {
    assert.throws(() => canonicalJson(nested(33)), RangeError);
    assert.equal(canonicalJson(nested(32)), `${'['.repeat(32)}1${']'.repeat(32)}`);
  });
});

describe('canonical JSON', () => {
  for (const { title, input, canonical } of cases) {
    it(title, () => {
      assert.equal(canonicalJson(JSON.parse(input)), canonical);
      assert.equal(canonicalJson(JSON.parse(canonical)), canonical, 'is its own canonical form');
    });
  }
});

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}
