import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { consumptions, useOverZero } from '../../shared/consumption.ts';
import type { Register } from '../../shared/meter.ts';
import { addMonths, monthsBetween } from '../../shared/period.ts';
import { capacity } from '../../shared/quantity.ts';
import type { PastReading } from '../../shared/reading.ts';
import { face, faceValue, period } from '../support/arbitraries.ts';

const register: Register = { code: 'B', digits: 9, decimals: 3, initial: 0 };

/** Readings of rising values in rising periods. */
const rising: fc.Arbitrary<PastReading[]> = fc
  .tuple(period, fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat()), { minLength: 2, maxLength: 12 }))
  .map(([from, steps]) => {
    let value = 0;
    let at = from;
    return steps.map(([months, use]) => {
      value += use;
      at = addMonths(at, months);
      return { period: at, kind: 'actual', values: { B: value }, capturedAt: 0, rollover: false };
    });
  });

const sum = (numbers: (number | null)[]): number => numbers.reduce<number>((so, one) => so + (one ?? Number.NaN), 0);

describe('consumption, for every history', () => {
  it('M8: uses and months add up to what lies between the first and the last reading', () => {
    fc.assert(
      fc.property(rising, (history) => {
        const first = history[0] as PastReading;
        const last = history.at(-1) as PastReading;
        const all = consumptions(history, register);
        assert.equal(sum(all.map(({ use }) => use)), (last.values.B as number) - (first.values.B as number));
        assert.equal(sum(all.map(({ months }) => months)), monthsBetween(first.period, last.period));
      }),
    );
  });
  it('M8: a corrected reading in the middle moves use between its neighbours and loses none', () => {
    const corrected = rising
      .filter((history) => history.length > 2)
      .chain((history) => fc.tuple(fc.constant(history), fc.integer({ min: 1, max: history.length - 2 })));
    fc.assert(
      fc.property(corrected, ([history, at]) => {
        const one = history[at] as PastReading;
        const after = history.with(at, { ...one, values: { B: (history[at - 1] as PastReading).values.B as number } });
        const uses = (of: PastReading[]): (number | null)[] => consumptions(of, register).map(({ use }) => use);
        assert.equal(sum(uses(after)), sum(uses(history)));
        assert.equal(uses(after)[at - 1], 0);
      }),
    );
  });
  it('M5: use over zero is what is left of the face and what came after, and never reaches the capacity', () => {
    const fall = face
      .chain((of) => fc.tuple(fc.constant(of), faceValue(of), faceValue(of)))
      .filter(([, a, b]) => a > b);
    fc.assert(
      fc.property(fall, ([of, previous, current]) => {
        const use = useOverZero({ code: 'B', ...of, initial: 0 }, previous, current);
        assert.ok(use > 0 && use < capacity(of));
        assert.equal((previous + use) % capacity(of), current);
      }),
    );
  });
});
