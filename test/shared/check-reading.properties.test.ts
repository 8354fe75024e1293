import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkReading } from '../../shared/check-reading.ts';
import type { RegisterCode } from '../../shared/meter.ts';
import { isPeriod, type Period } from '../../shared/period.ts';
import type { PastReading, ReadingToCheck, Verdict } from '../../shared/reading.ts';
import { captureNear, estimateFor, readingToCheck } from '../support/arbitraries.ts';

const anyPeriod = fc
  .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Period);

/** Own keys of every kind, `__proto__` and `toString` among them, with whatever for values. */
const anyValues = fc
  .array(
    fc.tuple(
      fc.oneof(fc.string(), fc.constantFrom('B', 'T1', 'T2', 'T3', 'T4', '__proto__', 'toString')),
      fc.anything(),
    ),
  )
  .map((entries) => Object.fromEntries(entries) as Record<string, number>);

const anyHistory = fc.array(
  fc.record<PastReading>({
    period: anyPeriod,
    kind: fc.constantFrom('actual', 'estimate'),
    values: fc.dictionary(fc.constantFrom('B', 'T1', 'T2', 'T3', 'T4'), fc.maxSafeInteger()),
    capturedAt: fc.integer({ min: -1e14, max: 1e14 }),
    rollover: fc.boolean(),
  }),
);

/** What the verdict must follow from, said a second time: the neighbours of one register among the actual readings. */
function neighboursOf({ history, period }: ReadingToCheck, code: RegisterCode) {
  const known = history
    .filter(({ kind, values }) => kind === 'actual' && values[code] !== undefined)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  return {
    before: known.filter((one) => one.period < period).at(-1),
    after: known.find((one) => one.period > period),
  };
}

describe('the verdict, for every reading', () => {
  it('V4: whatever is handed in, there is a verdict and nothing is thrown', () => {
    const anything = fc.tuple(readingToCheck, fc.boolean()).chain(([reading, keep]) =>
      fc.record<ReadingToCheck>({
        meter: fc.constant(reading.meter),
        period: fc.oneof(anyPeriod, fc.constant(reading.period)),
        values: keep ? fc.constant(reading.values) : anyValues,
        claims: fc.constant(reading.claims),
        history: anyHistory,
        // With the widest wrong clock that an operation can carry.
        capture: fc.oneof(
          captureNear(Date.UTC(2017, 6)),
          fc.record({
            earliest: fc.constant(null),
            best: fc.integer({ min: -1.7e14, max: 1e12 }),
            latest: fc.constant(1.5e12),
          }),
        ),
        rule: fc.constant(reading.rule),
        locked: fc.boolean(),
        source: fc.constant(reading.source),
        verification: fc.constant(reading.verification),
        possiblePerDay: fc.constant(reading.possiblePerDay),
      }),
    );
    fc.assert(
      fc.property(anything, (reading) => {
        assert.ok(isPeriod(reading.period));
        const { outcome, findings } = checkReading(reading);
        assert.equal(
          outcome === 'refused',
          findings.some(({ effect }) => effect === 'refuse'),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('M1, M2: what is accepted lies between its neighbours, or beyond zero as declared', () => {
    const seen: Record<Verdict['outcome'], number> = { accepted: 0, review: 0, late: 0, refused: 0 };
    fc.assert(
      fc.property(readingToCheck, (reading) => {
        const { outcome } = checkReading(reading);
        seen[outcome] += 1;
        if (outcome !== 'accepted' || reading.source === 'billing') return;
        for (const { code, initial } of reading.meter.registers) {
          const value = reading.values[code] as number;
          const { before, after } = neighboursOf(reading, code);
          const floor = before?.values[code] ?? initial;
          const ceiling = after?.values[code] ?? Number.POSITIVE_INFINITY;
          const nextIsBeyondZero = after?.rollover === true && ceiling < floor;
          if (value >= floor) assert.ok(nextIsBeyondZero || value <= ceiling, `M2 for ${code}`);
          else {
            assert.ok(reading.claims.rollover.includes(code), `M1 for ${code}`);
            assert.ok(after === undefined || (nextIsBeyondZero && value <= ceiling), `M2 beyond zero for ${code}`);
          }
        }
      }),
      { numRuns: 1500 },
    );
    for (const [outcome, times] of Object.entries(seen)) assert.ok(times > 5, `${outcome} came up ${times} times only`);
  });

  it('M1: what is below the last actual reading is refused unless it was declared or explained', () => {
    fc.assert(
      fc.property(readingToCheck, (reading) => {
        fc.pre(reading.source !== 'billing' && !reading.claims.replaced);
        const { findings } = checkReading(reading);
        for (const { code, initial } of reading.meter.registers) {
          const fell = (reading.values[code] as number) < (neighboursOf(reading, code).before?.values[code] ?? initial);
          const refused = findings.some(
            ({ problem }) => problem.code === 'below_previous' && problem.register === code,
          );
          assert.equal(refused, fell && !reading.claims.rollover.includes(code));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('M3: one more estimate in the history changes nothing at all', () => {
    const withEstimate = readingToCheck.chain((reading) => fc.tuple(fc.constant(reading), estimateFor(reading)));
    fc.assert(
      fc.property(withEstimate, ([reading, estimate]) => {
        assert.deepEqual(checkReading({ ...reading, history: [estimate, ...reading.history] }), checkReading(reading));
      }),
      { numRuns: 500 },
    );
  });

  it('M1: the order of the history means nothing', () => {
    const shuffled = readingToCheck.chain((reading) =>
      fc.tuple(fc.constant(reading), fc.shuffledSubarray([...reading.history], { minLength: reading.history.length })),
    );
    fc.assert(
      fc.property(shuffled, ([reading, history]) => {
        assert.deepEqual(checkReading({ ...reading, history }), checkReading(reading));
      }),
    );
  });

  it('W5: nothing but the shape of a file of history is ever refused', () => {
    fc.assert(
      fc.property(readingToCheck, (reading) => {
        const { outcome, findings } = checkReading({ ...reading, source: 'billing' });
        assert.equal(outcome, 'accepted');
        assert.ok(findings.every(({ effect }) => effect === 'note'));
      }),
    );
  });
});
