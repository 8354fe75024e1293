import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figuresOf } from '../../../server/documents/figures.ts';

describe('figures on paper', () => {
  const russian = figuresOf('ru', 'RUB');
  const latvian = figuresOf('lv', 'EUR');
  const english = figuresOf('en', 'EUR');

  it('have all their digits, however many there are', () => {
    assert.equal(russian.amount(99_999_999_999), '999\u00a0999\u00a0999,99');
    assert.equal(russian.decimal('123456789012.123456'), '123\u00a0456\u00a0789\u00a0012,123456');
    assert.equal(latvian.decimal('-0.100'), '-0,100');
    assert.equal(english.decimal('7'), '7');
  });

  it('break at no space', () => {
    assert.deepEqual([russian.amount(595_586), russian.amount(-1_186)], ['5\u00a0955,86', '-11,86']);
    assert.deepEqual([russian.money(595_586), latvian.money(1_234)], ['5\u00a0955,86\u00a0₽', '12,34\u00a0€']);
    assert.equal(english.money(123_456), '€1,234.56');
  });

  it('are days and months without a time zone', () => {
    assert.deepEqual([russian.day('2017-06-30'), latvian.day('2017-06-30')], ['30.06.2017', '30.06.2017']);
    assert.deepEqual([english.day('2017-06-01'), english.month('2017-01')], ['01 Jun 2017', 'January 2017']);
    assert.equal(russian.month('2017-05'), 'Май 2017 г.');
  });
});
