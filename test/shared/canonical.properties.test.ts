import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../shared/canonical.ts';

/** Zero has one sign in JSON (RFC 8785 3.2.2.3). */
const anyJson = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** The same content with its keys in another order, at every depth. */
function reordered(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, seed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, reordered(item, seed)] as const);
  const turn = entries.length === 0 ? 0 : seed % entries.length;
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse());
}

describe('canonical JSON, for every content', () => {
  it('RFC 8785: the order of keys means nothing', () => {
    fc.assert(
      fc.property(anyJson, fc.nat({ max: 9 }), (value, seed) => {
        assert.equal(canonicalJson(reordered(value, seed)), canonicalJson(value));
      }),
      { numRuns: 500 },
    );
  });
  it('RFC 8785: nothing is lost', () => {
    fc.assert(
      fc.property(anyJson, (value) => assert.deepEqual(JSON.parse(canonicalJson(value)), value)),
      { numRuns: 500 },
    );
  });
  it('RFC 8785: other content has other text', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (a, b) => {
        const equal = canonicalJson(a) === canonicalJson(b);
        if (equal) assert.deepEqual(a, b);
        else assert.notDeepEqual(a, b);
      }),
    );
  });
});
