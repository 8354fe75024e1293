import { neighbours, type UsualUse, usualUse } from './consumption.ts';
import type { Register } from './meter.ts';
import { monthsBetween, type Period } from './period.ts';
import { isValue } from './quantity.ts';
import type { ReadingToCheck } from './reading.ts';
import { noonOf } from './window.ts';

/** What the neighbours and the past of one register say about a new value for a period. */
export interface Bounds {
  register: Register;
  /** M1: the last actual value before, or the initial one. */
  previous: number;
  /** Null when `previous` is the initial value. */
  previousPeriod: Period | null;
  /**
   * M2: the first actual value after; null when there is none. `overZero`: the register passed zero between `previous`
   * and it (M5), so that it binds only the values that lie beyond zero as well.
   */
  next: { value: number; period: Period; overZero: boolean } | null;
  usual: UsualUse;
  /** The months that the new use covers: more than one where months were skipped. */
  months: number;
  /** U2: the most that can have been used since; null when the company sets no bound. */
  possible: number | null;
}

export function boundsOf(reading: ReadingToCheck, register: Register): Bounds {
  const known = reading.history.filter((past) => past.values[register.code] !== undefined);
  const { previous, next } = neighbours(known, reading.period);
  const before = previous?.values[register.code] ?? register.initial;
  const after = next?.values[register.code];
  return {
    register,
    previous: before,
    previousPeriod: previous?.period ?? null,
    next:
      next && after !== undefined
        ? { value: after, period: next.period, overZero: next.rollover && after < before }
        : null,
    usual: usualUse(reading.history, register, reading.period),
    months: previous ? monthsBetween(previous.period, reading.period) : 1,
    possible: possibleUse(reading, register, previous?.capturedAt),
  };
}

/** The value would pass M1, M2, U1 and U2. */
export function fits(value: number, bounds: Bounds): boolean {
  const use = value - bounds.previous;
  return (
    isValue(value, bounds.register) &&
    use >= 0 &&
    !isAboveNext(value, bounds) &&
    (bounds.possible === null || use <= bounds.possible) &&
    !isUnusual(use, bounds)
  );
}

/** M2. A value below the previous one is taken to lie beyond zero. */
export function isAboveNext(value: number, { previous, next }: Pick<Bounds, 'previous' | 'next'>): boolean {
  return next !== null && next.overZero === value < previous && value > next.value;
}

/** U1, in whole numbers: more than three times the mean of the last six known periods, at least three of them known. */
export function isUnusual(use: number, { usual, months }: Pick<Bounds, 'usual' | 'months'>): boolean {
  return usual.known >= 3 && use * usual.months > 3 * usual.use * months;
}

function possibleUse(reading: ReadingToCheck, register: Register, since: number | undefined): number | null {
  const perDay = reading.possiblePerDay(register);
  if (perDay === null) return null;
  const from = since ?? noonOf(reading.meter.installedOn, reading.rule.timeZone);
  return perDay * Math.max(1, Math.ceil((reading.capture.best - from) / 86_400_000));
}
