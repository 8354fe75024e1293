import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Statement, type StatementLine, sumOfLines } from '../../shared/bill.ts';
import { billChanges } from '../../shared/bill-changes.ts';
import type { Period } from '../../shared/period.ts';

const line: StatementLine = {
  service: 'Cold water',
  volume: '3.000',
  unit: 'm³',
  tariff: '1.25',
  method: 'meter',
  charged: 375,
  recalculated: 0,
  benefit: 0,
  penalty: 0,
};
const billOf = (period: Period, lines: StatementLine[]): Statement => ({
  id: '01890000-0000-7000-8000-00000b000001',
  account: '01890000-0000-7000-8000-00000a000001',
  revision: 1,
  period,
  issuedOn: '2026-11-03',
  number: 'R-1',
  description: '',
  due: '2026-11-30',
  total: sumOfLines(lines),
  lines,
  printed: false,
});
const between = (before: StatementLine[], now: StatementLine[]) =>
  billChanges(billOf('2026-10', now), billOf('2026-09', before));

describe('what changed since the bill before (B4)', () => {
  it('is nothing between bills with the same lines, however billing writes its decimals', () => {
    const again = { ...line, volume: '3', tariff: '1.250' };
    assert.deepEqual(between([line], [again]), {
      since: '2026-09',
      difference: 0,
      changes: [],
      same: { count: 1, amount: 375 },
    });
  });

  it('does not take 30 for 3, nor 0.5 for 0.05', () => {
    for (const [from, to] of [
      ['30', '3'],
      ['0.5', '0.05'],
      ['100', '1.00'],
    ] as const) {
      const { changes } = between([{ ...line, volume: from }], [{ ...line, volume: to }]);
      assert.deepEqual(changes[0]?.reasons[0], { kind: 'volume', from, to, units: ['m³', 'm³'] });
    }
  });

  it('names volume, tariff and method, which explain the charge', () => {
    const now = { ...line, volume: '3.400', tariff: '1.32', method: 'average', charged: 449 } as const;
    assert.deepEqual(between([line], [now]).changes, [
      {
        service: 'Cold water',
        kind: 'changed',
        difference: 74,
        reasons: [
          { kind: 'volume', from: '3.000', to: '3.400', units: ['m³', 'm³'] },
          { kind: 'tariff', from: '1.25', to: '1.32', units: ['m³', 'm³'] },
          { kind: 'method', from: 'meter', to: 'average' },
        ],
      },
    ]);
  });

  it('names the charge itself where nothing explains it', () => {
    const house = { ...line, volume: null, unit: null, tariff: null, method: null };
    assert.deepEqual(between([house], [{ ...house, charged: 400 }]).changes[0]?.reasons, [
      { kind: 'charged', from: 375, to: 400 },
    ]);
  });

  it('names a volume in another unit, also with the same number', () => {
    const { changes } = between([line], [{ ...line, unit: 'l' }]);
    assert.deepEqual(changes[0]?.reasons, [{ kind: 'volume', from: '3.000', to: '3.000', units: ['m³', 'l'] }]);
  });

  it('names recalculation, benefit and penalty also where they come to the same amount together', () => {
    const now = { ...line, recalculated: -50, penalty: 80, benefit: 30 };
    assert.deepEqual(between([line], [now]).changes, [
      {
        service: 'Cold water',
        kind: 'changed',
        difference: 0,
        reasons: [
          { kind: 'recalculated', from: 0, to: -50 },
          { kind: 'benefit', from: 0, to: 30 },
          { kind: 'penalty', from: 0, to: 80 },
        ],
      },
    ]);
  });

  it('tells two lines of one service apart by their order', () => {
    const second = { ...line, volume: '1.000', charged: 125 };
    const { changes, same } = between([line, second], [line, { ...second, volume: '2.000', charged: 250 }]);
    assert.deepEqual(
      changes.map(({ difference }) => difference),
      [125],
    );
    assert.deepEqual(same, { count: 1, amount: 375 });
  });

  it('lists the biggest first, with services that are new or have ended, and adds up to the difference of the totals', () => {
    const of = (service: string, charged: number) => ({ ...line, service, charged });
    const { changes, difference, same } = between(
      [line, of('Lift', 410), of('House', 421)],
      [of('Heating', 28_180), { ...line, volume: '3.400', charged: 425 }, of('House', 421)],
    );
    assert.deepEqual(
      changes.map(({ service, kind }) => `${service} ${kind}`),
      ['Heating new', 'Lift ended', 'Cold water changed'],
    );
    assert.equal(
      changes.reduce((sum, one) => sum + one.difference, 0),
      difference,
    );
    assert.deepEqual(same, { count: 1, amount: 421 });
  });
});
