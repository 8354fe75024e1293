import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Register } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { PastReading } from '../../shared/reading.ts';
import { type MeterPast, usesOf } from '../../shared/replacement.ts';

const face: Register = { code: 'B', digits: 5, decimals: 3, initial: 0 };

const read = (period: Period, value: number, change: Partial<PastReading> = {}): PastReading => ({
  period,
  kind: 'actual',
  values: { B: value },
  capturedAt: 0,
  rollover: false,
  ...change,
});

const past = (history: PastReading[], change: Partial<MeterPast['meter']> = {}): MeterPast => ({
  meter: { unit: 'm3', ratio: 1, retiredOn: null, registers: [face], ...change },
  history,
});

/** Taken out on 12 June with 108.000 m³ on its face, after 105.000 at the end of May. */
const old = (
  change: Partial<MeterPast['meter']> = {},
  history = [read('2026-05', 105_000), read('2026-06', 108_000)],
) => past(history, { retiredOn: '2026-06-12', ...change });
/** The new one came with 0.500 m³ on it. */
const register = { ...face, initial: 500 };
const now = past([read('2026-06', 2_500), read('2026-07', 7_500)], { registers: [register] });

const first = (of: MeterPast, replaced: MeterPast | null, its = register) => {
  const [use] = usesOf(of, its, replaced);
  return use?.withOld ? [use.period, use.months, use.use] : null;
};

describe('the use across a replacement (M6)', () => {
  it('is not known where the old meter was not read to its end', () => {
    assert.equal(first(now, old({ retiredOn: '2026-07-02' })), null);
    assert.equal(first(now, old({ retiredOn: null })), null);
    assert.equal(first(now, old({}, [read('2026-05', 105_000), read('2026-06', 108_000, { kind: 'estimate' })])), null);
  });

  it('is not known from the old meter’s only reading, nor while the new one has none', () => {
    assert.equal(first(now, old({}, [read('2026-06', 108_000)])), null);
    assert.equal(first(past([]), old()), null);
    assert.equal(first(past([read('2026-06', 1_000, { kind: 'estimate' })]), old()), null);
  });

  it('is not known where a value fell, or where the two do not count the same', () => {
    assert.equal(first(now, old({}, [read('2026-05', 108_000), read('2026-06', 105_000)])), null);
    assert.equal(first(now, old(), { ...register, initial: 3_000 }), null);
    assert.equal(first(now, old({ unit: 'kWh' })), null);
    assert.equal(first(now, old({ registers: [{ ...face, code: 'T1' }] })), null);
    assert.equal(first(past([read('2026-05', 2_500)]), old()), null);
  });

  it('is (old final − old previous) + (new − new first)', () => {
    assert.deepEqual(first(now, old()), ['2026-06', 1, 5_000]);
    assert.deepEqual(
      usesOf(now, register, old()).map(({ use, withOld }) => [use, withOld]),
      [
        [5_000, true],
        [5_000, false],
      ],
    );
  });

  it('goes on over zero where that was declared (M5)', () => {
    const over = [read('2026-05', 99_999_000), read('2026-06', 2_000, { rollover: true })];
    assert.deepEqual(first(now, old({}, over)), ['2026-06', 1, 5_000]);
  });

  it('covers the months from the old meter’s last but one reading to the new one’s first', () => {
    assert.deepEqual(first(past([read('2026-07', 2_500)]), old()), ['2026-07', 2, 5_000]);
  });

  it('is in the digits of the new face, each part times the ratio of its meter', () => {
    const coarse = old({ ratio: 10, registers: [{ ...face, decimals: 1 }] }, [
      read('2026-05', 1_050),
      read('2026-06', 1_080),
    ]);
    assert.deepEqual(first(past(now.history as PastReading[], { ratio: 40 }), coarse), [
      '2026-06',
      1,
      3_000 * 10 + 2_000 * 40,
    ]);
  });
});
