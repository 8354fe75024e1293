import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isInstant, toEpochMs, toInstant } from '../../shared/instant.ts';
import {
  addMonths,
  comparePeriods,
  daysInMonth,
  isDay,
  isPeriod,
  monthsBetween,
  nextPeriod,
  type Period,
  periodOfDay,
  previousPeriod,
} from '../../shared/period.ts';
import { vectors } from '../support/vectors.ts';

interface NotText {
  title: string;
  text: unknown;
}

const cases = vectors<{
  notPeriods: NotText[];
  periods: string[];
  notDays: NotText[];
  days: string[];
  notInstants: NotText[];
  instants: string[];
  months: { title: string; period: Period; add: number; is: Period }[];
  lengths: { title: string; period: Period; days: number }[];
}>('period');

describe('what is no period, day or instant is refused', () => {
  for (const { title, text } of cases.notPeriods)
    it(`${title} is no period`, () => assert.equal(isPeriod(text), false));
  for (const { title, text } of cases.notDays) it(`${title} is no day`, () => assert.equal(isDay(text), false));
  for (const { title, text } of cases.notInstants)
    it(`${title} is no instant`, () => assert.equal(isInstant(text), false));
});

describe('periods, days and instants', () => {
  for (const text of cases.periods) it(`${text} is a period`, () => assert.equal(isPeriod(text), true));
  for (const text of cases.days) it(`${text} is a day`, () => assert.equal(isDay(text), true));
  for (const text of cases.instants) {
    it(`C1: ${text} is an instant and comes back unchanged`, () => {
      assert.equal(isInstant(text), true);
      assert.equal(toInstant(toEpochMs(text)), text);
    });
  }
  for (const { title, period, add, is } of cases.months) {
    it(`${title}: ${period} and ${add} months is ${is}`, () => {
      assert.equal(addMonths(period, add), is);
      assert.equal(monthsBetween(period, is), add);
      assert.equal(comparePeriods(is, period), Math.sign(add));
    });
  }
  for (const { title, period, days } of cases.lengths) it(title, () => assert.equal(daysInMonth(period), days));
  it('a month has one before and one after it', () => {
    assert.equal(nextPeriod('2017-12'), '2018-01');
    assert.equal(previousPeriod('2017-01'), '2016-12');
    assert.equal(periodOfDay('2017-06-30'), '2017-06');
  });
});
