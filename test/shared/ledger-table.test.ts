import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LedgerMonth, ServiceCells } from '../../shared/ledger.ts';
import { ledgerTable } from '../../shared/ledger-table.ts';
import type { Period } from '../../shared/period.ts';
import { goldenLedger } from '../support/golden-ledger.ts';

const cells = (service: string): ServiceCells => ({
  service,
  opening: 0,
  charged: 100,
  paid: 0,
  recalculated: 0,
  closing: 100,
});

const month = (period: Period, ...services: string[]): LedgerMonth => ({
  period,
  services: services.map(cells),
  total: null,
});

const services = (...months: LedgerMonth[]): readonly string[] => ledgerTable(months).services;

describe('the columns of the ledger', () => {
  it('are the services of all months, those of the newest leading in billing’s order', () => {
    assert.deepEqual(services(month('2026-01', 'b', 'a'), month('2026-02', 'a', 'b', 'c')), ['a', 'b', 'c']);
  });

  it('have a service that ended behind the one that it followed', () => {
    assert.deepEqual(services(month('2026-02', 'a', 'c'), month('2026-01', 'a', 'x', 'y', 'c')), ['a', 'x', 'y', 'c']);
    assert.deepEqual(services(month('2026-02', 'a'), month('2026-01', 'x', 'a')), ['x', 'a']);
  });

  it('are the same in whatever order the months come', () => {
    const months = goldenLedger();
    assert.deepEqual(ledgerTable([...months].reverse()), ledgerTable(months));
  });

  it('have penalties last, however billing writes them', () => {
    for (const penalty of ['Пеня', 'ПЕНИ', 'Пени за ХВС', 'Līgumsods', 'līgumsodi', 'Penalty', 'PENALTIES']) {
      assert.deepEqual(services(month('2026-01', penalty, 'z', 'a')), ['z', 'a', penalty], penalty);
    }
    assert.deepEqual(services(month('2026-01', 'Пенсионный взнос', 'a')), ['Пенсионный взнос', 'a']);
  });
});

describe('the table of the ledger', () => {
  it('has the newest month first, the printed total, and nothing where a month has no such service', () => {
    const printed = { opening: 1, charged: 2, paid: 3, recalculated: 4, closing: 5 };
    const { months } = ledgerTable([month('2026-01', 'a'), { ...month('2026-02', 'b'), total: printed }]);
    assert.deepEqual(
      months.map(({ period, total }) => [period, total]),
      [
        ['2026-02', printed],
        ['2026-01', { opening: 0, charged: 100, paid: 0, recalculated: 0, closing: 100 }],
      ],
    );
    assert.equal(months[0]?.cells.get('a'), undefined);
    assert.deepEqual(months[1]?.cells.get('a'), cells('a'));
  });
});
