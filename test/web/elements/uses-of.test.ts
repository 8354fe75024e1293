import { expect } from 'chai';
import type { Meter, Register } from '../../../shared/meter.ts';
import type { Period } from '../../../shared/period.ts';
import type { PastReading } from '../../../shared/reading.ts';
import { useByMonth } from '../../../web/elements/use-by-month.ts';
import { type MeterPast, usesOf } from '../../../web/elements/uses-of.ts';
import { coldWater } from '../support/flat.ts';

const face = coldWater.registers[0] as Register;
const read = (period: Period, value: number, change: Partial<PastReading> = {}): PastReading => ({
  period,
  kind: 'actual',
  values: { B: value },
  capturedAt: 0,
  rollover: false,
  ...change,
});
const past = (history: PastReading[], change: Partial<Meter> = {}): MeterPast => ({
  meter: { ...coldWater, ...change },
  history,
});

/** Taken out on 12 June with 108.000 m³ on its face, after 105.000 at the end of May. */
const old = (change: Partial<Meter> = {}, history = [read('2026-05', 105_000), read('2026-06', 108_000)]) =>
  past(history, { retiredOn: '2026-06-12', ...change });
/** The new one came with 0.500 m³ on it. */
const register = { ...face, initial: 500 };
const now = past([read('2026-06', 2_500), read('2026-07', 7_500)], { registers: [register] });

const first = (of: MeterPast, replaced: MeterPast | null, its = register) => {
  const [use] = usesOf(of, its, replaced);
  return use?.withOld ? [use.period, use.months, use.use] : null;
};

describe('the use across a replacement (M6)', () => {
  it('is not known where the old meter was not read to its end', () => {
    expect(first(now, old({ retiredOn: '2026-07-02' }))).to.equal(null);
    expect(first(now, old({ retiredOn: null }))).to.equal(null);
    expect(first(now, old({}, [read('2026-05', 105_000), read('2026-06', 108_000, { kind: 'estimate' })]))).to.equal(
      null,
    );
  });

  it('is not known from the old meter’s only reading, nor while the new one has none', () => {
    expect(first(now, old({}, [read('2026-06', 108_000)]))).to.equal(null);
    expect(first(past([]), old())).to.equal(null);
    expect(first(past([read('2026-06', 1_000, { kind: 'estimate' })]), old())).to.equal(null);
  });

  it('is not known where a value fell, or where the two do not count the same', () => {
    expect(first(now, old({}, [read('2026-05', 108_000), read('2026-06', 105_000)]))).to.equal(null);
    expect(first(now, old(), { ...register, initial: 3_000 })).to.equal(null);
    expect(first(now, old({ unit: 'kWh' }))).to.equal(null);
    expect(first(now, old({ registers: [{ ...face, code: 'T1' }] }))).to.equal(null);
    expect(first(past([read('2026-05', 2_500)]), old())).to.equal(null);
  });

  it('is (old final − old previous) + (new − new first)', () => {
    expect(first(now, old())).to.deep.equal(['2026-06', 1, 5_000]);
    expect(usesOf(now, register, old()).map(({ use, withOld }) => [use, withOld])).to.deep.equal([
      [5_000, true],
      [5_000, false],
    ]);
  });

  it('goes on over zero where that was declared (M5)', () => {
    const over = [read('2026-05', 99_999_000), read('2026-06', 2_000, { rollover: true })];
    expect(first(now, old({}, over))).to.deep.equal(['2026-06', 1, 5_000]);
  });

  it('is in the digits of the new face, each part times the ratio of its meter', () => {
    const coarse = old({ ratio: 10, registers: [{ ...face, decimals: 1 }] }, [
      read('2026-05', 1_050),
      read('2026-06', 1_080),
    ]);
    expect(first(past(now.history as PastReading[], { ratio: 40 }), coarse)).to.deep.equal([
      '2026-06',
      1,
      3_000 * 10 + 2_000 * 40,
    ]);
  });

  it('is shared out among the months from the old meter’s last but one reading to the new one’s first', () => {
    const late = past([read('2026-07', 2_500)]);
    expect(first(late, old())).to.deep.equal(['2026-07', 2, 5_000]);
    const months = useByMonth(late, register, '2026-07', old());
    expect(months.slice(-3).map(({ use, averaged, withOld }) => [use, averaged, withOld])).to.deep.equal([
      [null, false, false],
      [2_500, true, true],
      [2_500, true, true],
    ]);
  });
});
