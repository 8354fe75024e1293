import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkReading, checkRegisters } from '../../shared/check-reading.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Effect, Verdict } from '../../shared/reading.ts';
import { type Fixtures, type GivenReading, readingToCheck } from '../support/reading.ts';
import { vectors } from '../support/vectors.ts';

type Case = GivenReading & { title: string; outcome: Verdict['outcome']; findings: [Effect, Problem][] };

const { cases, ...fixtures } = vectors<Fixtures & { cases: Case[] }>('check-reading');

/** Refusals first. */
for (const outcome of ['refused', 'late', 'review', 'accepted'] as const) {
  describe(`readings that are ${outcome === 'review' ? 'for the office to review' : outcome}`, () => {
    for (const one of cases.filter((some) => some.outcome === outcome)) {
      it(one.title, () => {
        const findings = one.findings.map(([effect, problem]) => ({ effect, problem }));
        assert.deepEqual(checkReading(readingToCheck(one, fixtures)), { outcome, findings });
      });
    }
  });
}

describe('values by register', () => {
  it('V4: a value that is only inherited is none', () => {
    const meter = fixtures.meters.single;
    assert.ok(meter);
    const problem = { code: 'register_missing', register: 'B' } as const;
    assert.deepEqual(checkRegisters({ meter, values: Object.create({ B: 5 }) }), [{ effect: 'refuse', problem }]);
    assert.deepEqual(checkRegisters({ meter, values: { B: 5 } }), []);
  });
});
