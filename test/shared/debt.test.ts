import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { debtOf, owedByMonth } from '../../shared/debt.ts';
import type { LedgerMonth } from '../../shared/ledger.ts';
import { addMonths, type Period } from '../../shared/period.ts';
import { goldenLedger } from '../support/golden-ledger.ts';

const first: Period = '2017-01';

/** Months from January 2017 on, each with what was charged, paid and recalculated. */
function ledger(opening: number, rows: readonly (readonly [charged: number, paid: number, recalculated?: number])[]) {
  let balance = opening;
  return rows.map(([charged, paid, recalculated = 0], at): LedgerMonth => {
    const before = balance;
    balance += charged - paid + recalculated;
    const total = { opening: before, charged, paid, recalculated, closing: balance };
    return { period: addMonths(first, at), services: [], total };
  });
}

describe('the debt (B3)', () => {
  it('is none where nothing is known, or more was paid than was charged', () => {
    assert.deepEqual(debtOf([], '2017-06'), { balance: 0, since: null, months: 0 });
    assert.deepEqual(debtOf(ledger(0, [[100, 150]]), '2017-06'), { balance: -50, since: null, months: 0 });
    assert.deepEqual(debtOf(ledger(0, [[100, 100]]), '2017-06'), { balance: 0, since: null, months: 0 });
  });

  it('is as old as the oldest charge that is not fully settled: payments settle the oldest first', () => {
    const months = ledger(0, [
      [100, 0],
      [100, 0],
      [100, 150],
    ]);
    assert.deepEqual(debtOf(months, '2017-04'), { balance: 150, since: '2017-02', months: 2 });
    assert.deepEqual(debtOf(months, '2017-03'), { balance: 150, since: '2017-02', months: 1 });
  });

  it('that was there before the first month is of the month before it', () => {
    assert.deepEqual(debtOf(ledger(500, [[100, 0]]), '2017-02'), { balance: 600, since: '2016-12', months: 2 });
  });

  describe('where the ledger lacks months', () => {
    /** January is charged and paid, or not; February is missing. */
    const withoutFebruary = (paidInJanuary: number, paidInFebruary: number, paidInMarch: number) =>
      ledger(0, [
        [100, paidInJanuary],
        [80, paidInFebruary],
        [70, paidInMarch],
      ]).filter(({ period }) => period !== '2017-02');

    it('is not put on a month that closed with nothing: it is of the last of those that are missing', () => {
      const months = withoutFebruary(100, 0, 0);
      assert.deepEqual(owedByMonth(months), [
        { period: '2017-03', charged: 70, owed: 70 },
        { period: '2017-02', charged: 80, owed: 80 },
        { period: '2017-01', charged: 100, owed: 0 },
      ]);
      assert.deepEqual(debtOf(months, '2017-05'), { balance: 150, since: '2017-02', months: 3 });
    });

    it('is on the month before them as far as that one closed with a debt', () => {
      assert.deepEqual(owedByMonth(withoutFebruary(40, 0, 20)), [
        { period: '2017-03', charged: 70, owed: 70 },
        { period: '2017-02', charged: 80, owed: 60 },
        { period: '2017-01', charged: 100, owed: 60 },
      ]);
    });

    it('names none of them where nothing is owed of them', () => {
      assert.deepEqual(
        owedByMonth(withoutFebruary(100, 80, 0)).map(({ period, owed }) => [period, owed]),
        [
          ['2017-03', 70],
          ['2017-01', 0],
        ],
      );
    });
  });

  it('counts a recalculation that adds as a charge of its month, and one that takes off as a payment', () => {
    assert.equal(
      debtOf(
        ledger(0, [
          [100, 100],
          [0, 0, 30],
        ]),
        '2017-04',
      ).since,
      '2017-02',
    );
    assert.equal(
      debtOf(
        ledger(0, [
          [100, 0],
          [100, 0, -100],
        ]),
        '2017-04',
      ).since,
      '2017-02',
    );
  });

  it('of the golden ledger is of one month in May, and none in June', () => {
    const golden = goldenLedger();
    assert.deepEqual(debtOf(golden, '2017-07'), { balance: -1_186, since: null, months: 0 });
    const untilMay = golden.filter(({ period }) => period <= '2017-05');
    assert.deepEqual(debtOf(untilMay, '2017-06'), { balance: 595_586, since: '2017-05', months: 1 });
  });

  it('is what remains where every payment is put against the oldest open charge, kopeck by kopeck', () => {
    const amount = fc.nat({ max: 40 });
    fc.assert(
      fc.property(amount, fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 }), (opening, rows) => {
        const months = ledger(opening, rows);
        const open = [{ since: addMonths(first, -1), left: opening }];
        let credit = 0;
        rows.forEach(([charged, paid], at) => {
          open.push({ since: addMonths(first, at), left: charged });
          credit += paid;
        });
        for (const charge of open) {
          const settled = Math.min(charge.left, credit);
          charge.left -= settled;
          credit -= settled;
        }
        const oldest = open.find(({ left }) => left > 0);
        assert.equal(debtOf(months, '2018-12').since, oldest?.since ?? null);
      }),
    );
  });
});
