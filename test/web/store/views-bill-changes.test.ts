import { expect } from 'chai';
import type { Statement, StatementLine } from '../../../shared/bill.ts';
import { sumOfLines } from '../../../shared/bill.ts';
import { billChanges } from '../../../web/store/views-bill-changes.ts';
import { sampleBills } from '../support/bills.ts';

const [september, october] = sampleBills(2).statements as [Statement, Statement];

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
const billOf = (of: Statement, ...lines: StatementLine[]): Statement => ({ ...of, lines, total: sumOfLines(lines) });
const between = (before: StatementLine[], now: StatementLine[]) =>
  billChanges(billOf(october, ...now), billOf(september, ...before));

describe('what changed since the bill before (B4)', () => {
  it('is nothing between bills with the same lines, however billing writes its decimals', () => {
    const again = { ...line, volume: '3', tariff: '1.250' };
    expect(between([line], [again])).to.deep.equal({
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
      expect(changes[0]?.reasons[0]).to.deep.include({ kind: 'volume', from, to });
    }
  });

  it('names volume, tariff and method, which explain the charge', () => {
    const now = { ...line, volume: '3.400', tariff: '1.32', method: 'average', charged: 449 } as const;
    expect(between([line], [now]).changes).to.deep.equal([
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
    expect(between([house], [{ ...house, charged: 400 }]).changes[0]?.reasons).to.deep.equal([
      { kind: 'charged', from: 375, to: 400 },
    ]);
  });

  it('names a volume in another unit, also with the same number', () => {
    const { changes } = between([line], [{ ...line, unit: 'l' }]);
    expect(changes[0]?.reasons).to.deep.equal([{ kind: 'volume', from: '3.000', to: '3.000', units: ['m³', 'l'] }]);
  });

  it('names recalculation, benefit and penalty also where they come to the same amount together', () => {
    const now = { ...line, recalculated: -50, penalty: 80, benefit: 30 };
    expect(between([line], [now]).changes).to.deep.equal([
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
    expect(changes.map(({ difference }) => difference)).to.deep.equal([125]);
    expect(same).to.deep.equal({ count: 1, amount: 375 });
  });

  it('lists the biggest first, with services that are new or have ended, and adds up to the difference of the totals', () => {
    const { changes, difference, same } = billChanges(october, september);
    expect(changes.map(({ service, kind }) => `${service} ${kind}`)).to.deep.equal([
      'Apkure new',
      'Apsaimniekošana changed',
      'Lifta remonts ended',
      'Karstais ūdens changed',
      'Kanalizācija changed',
      'Atkritumu izvešana changed',
      'Aukstais ūdens changed',
    ]);
    expect(changes.reduce((sum, one) => sum + one.difference, 0)).to.equal(difference);
    expect(same).to.deep.equal({ count: 1, amount: 421 });
  });
});
