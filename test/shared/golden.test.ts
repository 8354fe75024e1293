import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useUpTo } from '../../shared/consumption.ts';
import { type Register, type RegisterCode, registerCodes, type Service, services, units } from '../../shared/meter.ts';
import { addMonths, isDay, isPeriod, type Period } from '../../shared/period.ts';
import { type Face, formatQuantity, parseQuantity } from '../../shared/quantity.ts';
import { vectors } from '../support/vectors.ts';

interface GoldenRegister {
  label: string;
  service: Service;
  serial: string;
  register: RegisterCode;
  retiredOn: string | null;
  unit: string;
  previous: string;
  current: string;
  difference: string;
}

const meters = vectors<{ period: string; registers: GoldenRegister[] }>('golden-meters-2017-06');

describe('the meter table of the second company, June 2017', () => {
  const face: Face = { digits: 5, decimals: 3 };
  const parsed = (text: string): number => {
    const result = parseQuantity(text, face);
    assert.ok(result.ok, `${text} is refused`);
    return result.value;
  };

  it('has five registers, two of them on one meter', () => {
    assert.ok(isPeriod(meters.period));
    assert.equal(meters.registers.length, 5);
    assert.equal(new Set(meters.registers.map(({ serial }) => serial)).size, 4);
  });
  for (const { label, register: code, previous, current, difference, ...rest } of meters.registers) {
    it(`V2, M8: ${label}: previous, current and difference come out exactly as printed`, () => {
      const register: Register = { code, ...face, initial: 0 };
      const reading = {
        period: meters.period as Period,
        kind: 'actual',
        values: { [code]: parsed(current) },
        capturedAt: 0,
        rollover: false,
      } as const;
      const use = useUpTo(reading, parsed(previous), register);
      assert.ok(use !== null);
      assert.equal(formatQuantity(parsed(previous), face.decimals), previous);
      assert.equal(formatQuantity(parsed(current), face.decimals), current);
      assert.equal(formatQuantity(use, face.decimals), difference);
      assert.ok(registerCodes.includes(code) && services.includes(rest.service));
      assert.ok((units as readonly string[]).includes(rest.unit));
      assert.ok(rest.retiredOn === null || isDay(rest.retiredOn));
    });
  }
});

type Row = Record<string, number>;
interface GoldenMonth {
  opening: Row;
  charged: Row;
  paid: Row;
  recalculated: Row;
  closing: Row;
}

const ledger = vectors<{ columns: string[]; months: Record<string, GoldenMonth> }>('golden-ledger-2017');

describe('the ledger of the second company, 2017', () => {
  const [total = '', ...columns] = ledger.columns;
  for (const [period, month] of Object.entries(ledger.months)) {
    it(`B2: ${period}: opening + charged − paid + recalculated = closing in every column`, () => {
      assert.ok(isPeriod(period));
      for (const column of ledger.columns) {
        const of = (row: Row): number => row[column] ?? 0;
        const closing = of(month.opening) + of(month.charged) - of(month.paid) + of(month.recalculated);
        assert.equal(closing, of(month.closing), column);
      }
    });
    it(`B2: ${period}: the services of every row add up to its total`, () => {
      for (const [name, row] of Object.entries(month) as [string, Row][]) {
        const sum = columns.reduce((so, column) => so + (row[column] ?? 0), 0);
        assert.equal(sum, row[total] ?? 0, name);
      }
    });
    const before = isPeriod(period) ? ledger.months[addMonths(period, -1)] : undefined;
    if (before) {
      it(`B2: ${period} opens where the month before it closed`, () => {
        for (const column of ledger.columns)
          assert.equal(month.opening[column] ?? 0, before.closing[column] ?? 0, column);
      });
    }
  }
});
