import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consumptions, isVoid, perMonth, usualUse } from '../../shared/consumption.ts';
import type { Register } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import { usesOf } from '../../shared/replacement.ts';
import { type GivenReading, pastReading } from '../support/reading.ts';
import { vectors } from '../support/vectors.ts';

type History = NonNullable<GivenReading['history']>;

const cases = vectors<{
  consumptions: { title: string; history: History; is: [period: Period, months: number, use: number | null][] }[];
  usual: {
    title: string;
    history: History;
    before: Period;
    use: number;
    months: number;
    known: number;
    perMonth: number | null;
  }[];
  void: { title: string; history: History; at: number; is: boolean }[];
  replacement: {
    title: string;
    old: { previous: number; final: number };
    new: { first: number; value: number };
    use: number;
  }[];
}>('consumption');

const register: Register = { code: 'B', digits: 5, decimals: 0, initial: 0 };

describe('what was used', () => {
  for (const { title, history, is } of cases.consumptions) {
    it(title, () => {
      const expected = is.map(([period, months, use]) => ({ period, months, use }));
      assert.deepEqual(consumptions(history.map(pastReading), register), expected);
    });
  }
  for (const { title, old, new: now, use } of cases.replacement) {
    it(title, () => {
      const meter = {
        unit: 'm3',
        ratio: 1,
        retiredOn: null,
        registers: [{ ...register, initial: now.first }],
      } as const;
      const history: History = [
        ['2017-05', old.previous],
        ['2017-06', old.final],
      ];
      const [across] = usesOf({ meter, history: [pastReading(['2017-06', now.value])] }, meter.registers[0], {
        meter: { ...meter, retiredOn: '2017-06-12' },
        history: history.map(pastReading),
      });
      assert.deepEqual(across, { period: '2017-06', months: 1, use, withOld: true });
    });
  }
});

describe('what is usually used', () => {
  for (const { title, history, before, perMonth: month, ...expected } of cases.usual) {
    it(title, () => {
      const { use, months, known } = expected;
      const usual = usualUse(history.map(pastReading), register, before);
      assert.deepEqual(usual, { use, months, known });
      assert.equal(perMonth(usual), month);
    });
  }
});

describe('estimates that later truth contradicts', () => {
  for (const { title, history, at, is } of cases.void) {
    it(title, () => {
      const past = history.map(pastReading);
      const one = past[at];
      assert.ok(one);
      assert.equal(isVoid(one, past), is);
    });
  }
});
