import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readDay, readNumber, readPeriod, stylesThatFit } from '../../../server/tables/cell-styles.ts';
import type { DateStyle, NumberStyle } from '../../../shared/mapping-profile.ts';

/** `DD.MM.YY` as a profile has it. */
const style = (name: string): DateStyle => ({
  order: name.replace(/[^YMD]/g, '').replace(/(.)\1+/g, '$1') as 'YMD',
  mark: name.replace(/[YMD]/g, '').charAt(0) as '.' | '',
  years: name.includes('YYYY') ? 4 : 2,
});
const dayIn = (cell: string, as: string) => readDay(cell, style(as));
const refusal = (cell: string, as: string) => {
  const read = dayIn(cell, as);
  return read.ok ? null : { ...read.problem, style: undefined };
};
const decimal = (mark: '.' | ',', thousands: NumberStyle['thousands'] = ''): NumberStyle => ({
  decimal: mark,
  thousands,
});

describe('a day that is none in the style of the profile', () => {
  it('is refused, and the other style that it fits is named: nothing is guessed', () => {
    assert.deepEqual(refusal('03/31/2026', 'DD/MM/YYYY'), {
      ...{ code: 'day_not_in_style', style: undefined, fits: 'MM/DD/YYYY' },
    });
    assert.deepEqual(refusal('2026-03-31', 'DD.MM.YYYY')?.code, 'day_not_in_style');
    assert.deepEqual(refusal('2026-31-03', 'YYYY-MM-DD'), {
      ...{ code: 'day_not_in_style', style: undefined, fits: 'YYYY-DD-MM' },
    });
    assert.deepEqual(refusal('31.03.26', 'DD.MM.YYYY'), {
      ...{ code: 'day_not_in_style', style: undefined, fits: 'DD.MM.YY' },
    });
  });

  it('is refused where the calendar has no such day in any order', () => {
    for (const cell of ['31.02.2026', '00.01.2026', '31.04.2026.01', 'marts', '1.1', '30.02.2025']) {
      const read = dayIn(cell, 'DD.MM.YYYY');
      assert.ok(!read.ok && read.problem.code === 'day_not_in_style' && read.problem.fits === null, cell);
    }
  });

  it('is refused where it is a number, unless days are numbers', () => {
    assert.ok(!readDay('46112', style('DD.MM.YYYY'), 'number').ok);
    assert.deepEqual(readDay('46112', { order: 'serial', from: 1900 }, 'number'), { ok: true, value: '2026-03-31' });
    assert.deepEqual(readDay('46112', { order: 'serial', from: 1900 }), { ok: true, value: '2026-03-31' });
    for (const cell of ['60', '0', '9999999', 'x']) assert.ok(!readDay(cell, { order: 'serial', from: 1900 }).ok, cell);
  });
});

describe('a day in the style of the profile', () => {
  it('is read in each order and with each mark', () => {
    for (const [cell, as] of [
      ['2026-03-31', 'YYYY-MM-DD'],
      ['31.03.2026', 'DD.MM.YYYY'],
      ['31.3.2026.', 'DD.MM.YYYY'],
      ['03/31/2026', 'MM/DD/YYYY'],
      ['2026-31-03', 'YYYY-DD-MM'],
      ['31/03/26', 'DD/MM/YY'],
      ['31.03.2026 14:30:05', 'DD.MM.YYYY'],
      ['20260331', 'YYYYMMDD'],
    ] as const) {
      assert.deepEqual(dayIn(cell, as), { ok: true, value: '2026-03-31' }, cell);
    }
  });

  it('comes out as it went in, whatever the style', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const orders = fc.constantFrom('YMD', 'DMY', 'MDY', 'YDM');
    fc.assert(
      fc.property(days, orders, fc.constantFrom('-', '.', '/'), (date, order, mark) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const cell = [...order].map((part) => ({ Y: year, M: month, D: day })[part as 'Y']).join(mark);
        const written = { order, mark, years: 4 } as DateStyle;
        assert.deepEqual(readDay(cell, written), { ok: true, value: iso });
        assert.ok(stylesThatFit(cell).some((one) => JSON.stringify(one) === JSON.stringify(written)));
      }),
    );
  });
});

describe('a month', () => {
  it('is read by its name, by number, or from a day, and otherwise refused', () => {
    const dmy = style('DD.MM.YYYY');
    for (const cell of [
      ...['2026-03', '03.2026', '3.2026', '31.03.2026', 'Март 2026 г.', 'март 2026', '2026. gada marts', 'Marts 2026'],
      ...['March 2026'],
    ]) {
      assert.deepEqual(readPeriod(cell, dmy), { ok: true, value: '2026-03' }, cell);
    }
    assert.deepEqual(readPeriod('2026-03-01', dmy, 'day'), { ok: true, value: '2026-03' });
    for (const cell of ['13.2026', '2026', 'brumaire 2026', '03/2026', '202603', '46112']) {
      assert.ok(!readPeriod(cell, dmy).ok, cell);
    }
  });
});

describe('a number', () => {
  it('that is written in another style is refused', () => {
    for (const [cell, as] of [
      ['1.234,56', decimal('.')],
      ['1,5', decimal('.')],
      ['1.5', decimal(',')],
      ['1 23,5', decimal(',', ' ')],
      ['12.34.567,5', decimal(',', '.')],
      ['1,2,3', decimal(',')],
      ['12 kWh', decimal('.')],
      ['', decimal('.')],
    ] as const) {
      const read = readNumber(cell, as);
      assert.ok(!read.ok && read.problem.code === 'number_not_in_style', cell);
    }
  });

  it('is read with the marks of its style; one of a workbook needs none', () => {
    for (const [cell, as, value] of [
      ['1234.56', decimal('.'), '1234.56'],
      ['1 234 567,05', decimal(',', ' '), '1234567.05'],
      ['1\u00a0234,5', decimal(',', ' '), '1234.5'],
      ['1.234,56', decimal(',', '.'), '1234.56'],
      ["1'234.5", decimal('.', "'"), '1234.5'],
      ['−5,00', decimal(','), '-5.00'],
      ['0,100', decimal(','), '0.100'],
    ] as const) {
      assert.deepEqual(readNumber(cell, as), { ok: true, value }, cell);
    }
    assert.deepEqual(readNumber('1234.56', decimal(','), 'number'), { ok: true, value: '1234.56' });
  });
});
