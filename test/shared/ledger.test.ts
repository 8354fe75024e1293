import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkLedger, type LedgerCells, type LedgerMonth, missingMonths, totalOf } from '../../shared/ledger.ts';
import type { Period } from '../../shared/period.ts';
import { goldenLedger } from '../support/golden-ledger.ts';

const cells = (opening: number, charged: number, paid: number, recalculated: number, closing: number): LedgerCells => ({
  opening,
  charged,
  paid,
  recalculated,
  closing,
});
const month = (
  period: Period,
  services: Record<string, LedgerCells>,
  total: LedgerCells | null = null,
): LedgerMonth => ({
  period,
  services: Object.entries(services).map(([service, of]) => ({ service, ...of })),
  total,
});

describe('a ledger that does not add up names the cell (B2)', () => {
  it('where opening + charged − paid + recalculated is not the closing', () => {
    assert.deepEqual(checkLedger([month('2017-05', { heat: cells(100, 50, 100, -10, 41) })]), [
      { kind: 'sum', period: '2017-05', service: 'heat', column: 'closing', expected: 40, found: 41 },
    ]);
  });

  it('where the services do not add up to the total', () => {
    const services = { heat: cells(0, 50, 0, 0, 50), water: cells(0, 20, 0, 0, 20) };
    assert.deepEqual(checkLedger([month('2017-05', services, cells(0, 71, 0, 0, 71))]), [
      { kind: 'total', period: '2017-05', service: null, column: 'charged', expected: 70, found: 71 },
      { kind: 'total', period: '2017-05', service: null, column: 'closing', expected: 70, found: 71 },
    ]);
  });

  it('where a month does not open as the one before it closed, also with a service that came or went', () => {
    const months = [
      month('2017-06', { water: cells(21, 0, 0, 0, 21), lift: cells(5, 0, 0, 0, 5) }),
      month('2017-05', { heat: cells(0, 50, 0, 0, 50), water: cells(0, 20, 0, 0, 20) }),
    ];
    assert.deepEqual(
      checkLedger(months).map(({ kind, service, expected, found }) => [kind, service, expected, found]),
      [
        ['carried', 'heat', 50, 0],
        ['carried', 'water', 20, 21],
        ['carried', 'lift', 0, 5],
      ],
    );
  });

  it('but months between which one is missing are not compared', () => {
    const months = [
      month('2017-04', { heat: cells(0, 50, 0, 0, 50) }),
      month('2017-06', { heat: cells(7, 0, 0, 0, 7) }),
    ];
    assert.deepEqual(checkLedger(months), []);
  });

  it('with any one cell of the golden ledger changed by a kopeck, in its month or the next one', () => {
    const golden = goldenLedger();
    for (const { period, services } of golden) {
      for (const { service } of services) {
        for (const column of ['opening', 'charged', 'paid', 'recalculated', 'closing'] as const) {
          const changed = goldenLedger();
          const at = changed.find((one) => one.period === period)?.services.find((one) => one.service === service);
          assert.ok(at);
          at[column]++;
          const faults = checkLedger(changed);
          assert.ok(
            faults.some((fault) => fault.service === service && fault.period === period),
            `${period} ${service} ${column}`,
          );
        }
      }
    }
  });
});

describe('the golden ledger', () => {
  it('adds up (B2)', () => assert.deepEqual(checkLedger(goldenLedger()), []));

  it('has the totals that are printed', () => {
    assert.deepEqual(
      goldenLedger().map((one) => [one.period, totalOf(one).opening, totalOf(one).closing]),
      [
        ['2017-06', 595_586, -1_186],
        ['2017-05', 655_630, 595_586],
        ['2017-04', 1_572_033, 655_630],
        ['2017-03', 912_392, 1_572_033],
      ],
    );
  });

  it('has the same totals where none is printed', () => {
    for (const one of goldenLedger()) assert.deepEqual(totalOf({ ...one, total: null }), one.total);
  });

  it('names the months that are left out between the first and the last, newest first: over them nothing is carried', () => {
    assert.deepEqual(missingMonths([]), []);
    assert.deepEqual(missingMonths([month('2017-06', {})]), []);
    assert.deepEqual(missingMonths([month('2017-06', {}), month('2017-05', {})]), []);
    assert.deepEqual(
      missingMonths((['2017-02', '2016-11', '2016-12', '2017-05'] as const).map((period) => month(period, {}))),
      ['2017-04', '2017-03', '2017-01'],
    );
  });
});
