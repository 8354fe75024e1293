import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { amountOf, type StatementLine, sumOfLines } from '../../shared/bill.ts';

const line: StatementLine = {
  service: 'Отопление',
  volume: '0.412',
  unit: 'Гкал',
  tariff: '2392.50',
  method: 'norm',
  charged: 98_571,
  recalculated: 0,
  benefit: 0,
  penalty: 0,
};

describe('the lines of a bill (B5)', () => {
  it('come to what was charged, whatever volume and tariff would (B4)', () => {
    assert.equal(amountOf({ ...line, charged: 98_500 }), 98_500);
  });

  it('have recalculations and penalties added and benefits taken off', () => {
    assert.equal(
      amountOf({ ...line, recalculated: -4_000, benefit: 10_000, penalty: 71 }),
      98_571 - 4_000 - 10_000 + 71,
    );
  });

  it('may come to less than nothing, where more is given back than charged', () => {
    assert.equal(amountOf({ ...line, charged: 0, recalculated: -4_000 }), -4_000);
  });

  it('come to the total together, and to nothing where there are none', () => {
    assert.equal(sumOfLines([line, { ...line, charged: 0, recalculated: -71 }, line]), 2 * 98_571 - 71);
    assert.equal(sumOfLines([]), 0);
  });
});
