import { expect } from 'chai';
import { useByMonth } from '../../../web/elements/use-by-month.ts';
import { past, read, register } from '../support/cold-water-past.ts';

describe('the use by month', () => {
  it('shares out what covers several months, and marks it', () => {
    const months = useByMonth(
      past([read('2026-01', 0), read('2026-02', 3_000), read('2026-05', 9_000)]),
      register,
      '2026-05',
    );
    expect(months.map(({ use }) => use)).to.deep.equal([
      ...Array.from({ length: 8 }, () => null),
      3_000,
      2_000,
      2_000,
      2_000,
    ]);
    expect(months.map(({ averaged }) => averaged).slice(-4)).to.deep.equal([false, true, true, true]);
  });

  it('is the difference times the ratio of the meter', () => {
    const months = useByMonth(
      past([read('2026-03', 4_000), read('2026-04', 9_000)], { ratio: 40 }),
      register,
      '2026-04',
    );
    expect(months.at(-1)?.use).to.equal(200_000);
  });

  it('finds the same month of the year before', () => {
    const months = useByMonth(
      past([read('2025-03', 0), read('2025-04', 4_000), read('2026-03', 4_000), read('2026-04', 9_000)]),
      register,
      '2026-04',
    );
    expect(months.at(-1)).to.include({ period: '2026-04', use: 5_000, averaged: false, lastYear: 4_000 });
  });

  it('is shared out from the old meter’s last but one reading to the new one’s first (M6)', () => {
    const old = past([read('2026-05', 105_000), read('2026-06', 108_000)], { retiredOn: '2026-06-12' });
    const its = { ...register, initial: 500 };
    const months = useByMonth(past([read('2026-07', 2_500)], { registers: [its] }), its, '2026-07', old);
    expect(months.slice(-3).map(({ use, averaged, withOld }) => [use, averaged, withOld])).to.deep.equal([
      [null, false, false],
      [2_500, true, true],
      [2_500, true, true],
    ]);
  });
});
