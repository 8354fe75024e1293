import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Relation, type Rival, relate } from '../../shared/concurrent.ts';
import { captureNear } from '../support/arbitraries.ts';

const rival = (id: string): fc.Arbitrary<Rival> =>
  fc.record<Rival>({
    id: fc.constant(id),
    kind: fc.constantFrom('actual', 'actual', 'actual', 'estimate'),
    values: fc.record({ T1: fc.nat({ max: 1 }), T2: fc.nat({ max: 1 }) }, { requiredKeys: ['T1'] }),
    capture: captureNear(Date.UTC(2017, 6)),
    supersedes: fc.constantFrom(...['a', 'b', 'x', null, null].filter((other) => other !== id)),
    origin: fc.option(
      fc.record({ stream: fc.constantFrom('phone', 'tablet'), number: fc.integer({ min: 1, max: 9 }) }),
    ),
  });

/** What the other order of arrival must answer. */
const mirrored: Readonly<Record<Relation, readonly Relation[]>> = {
  corrects: ['earlier'],
  later: ['earlier'],
  earlier: ['later', 'corrects'],
  same: ['same'],
  unclear: ['unclear'],
};

describe('two readings of one meter and period, whatever they are', () => {
  it('C4: which of the two holds does not depend on which arrives first', () => {
    const seen = new Set<Relation>();
    fc.assert(
      fc.property(rival('a'), rival('b'), (a, b) => {
        // Neither can name the other first, numbers are unique in a stream, and of two estimates the order decides (M3).
        fc.pre(!(a.supersedes === b.id && b.supersedes === a.id));
        fc.pre(!(a.origin && b.origin && a.origin.stream === b.origin.stream && a.origin.number === b.origin.number));
        fc.pre(!(a.kind === 'estimate' && b.kind === 'estimate'));
        const relation = relate(a, b);
        seen.add(relation);
        assert.ok(mirrored[relation].includes(relate(b, a)), `${relation} and ${relate(b, a)}`);
      }),
      { numRuns: 2000 },
    );
    assert.equal(seen.size, Object.keys(mirrored).length, 'every relation came up');
  });
  it('M3: an estimate never takes the place of a reading', () => {
    fc.assert(
      fc.property(rival('a'), rival('b'), (a, b) => {
        fc.pre(a.supersedes !== b.id);
        assert.equal(relate({ ...a, kind: 'estimate' }, { ...b, kind: 'actual' }), 'earlier');
      }),
    );
  });
});
