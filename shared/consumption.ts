import type { Register, RegisterCode } from './meter.ts';
import { comparePeriods, monthsBetween, type Period } from './period.ts';
import { capacity } from './quantity.ts';
import type { PastReading } from './reading.ts';

/** What one register used between two readings that bind (M8): derived, never stored. */
export interface Consumption {
  period: Period;
  /** How many months it covers; more than one where months were skipped. */
  months: number;
  /** Null where the value fell without a declared pass through zero: nobody knows, and a guess would be a lie. */
  use: number | null;
}

/** M5: use of a register that passed zero between two values. */
export const useOverZero = (register: Register, previous: number, current: number): number =>
  capacity(register) - previous + current;

/** M8: use of a register up to a reading; null where the value fell and nobody declared a pass through zero. */
export function useUpTo(reading: PastReading, previous: number, register: Register): number | null {
  const value = valueIn(reading, register.code);
  if (value >= previous) return value - previous;
  return reading.rollover ? useOverZero(register, previous, value) : null;
}

/** The last actual reading before a period and the first one after it: what M1 and M2 compare with. Estimates bind nothing (M3). */
export function neighbours(
  history: readonly PastReading[],
  period: Period,
): { previous: PastReading | null; next: PastReading | null } {
  let previous: PastReading | null = null;
  let next: PastReading | null = null;
  for (const reading of history) {
    if (reading.kind !== 'actual') continue;
    if (reading.period < period && (!previous || reading.period > previous.period)) previous = reading;
    if (reading.period > period && (!next || reading.period < next.period)) next = reading;
  }
  return { previous, next };
}

/** Use of one register for every pair of consecutive actual readings, oldest first (M3, M8). */
export function consumptions(history: readonly PastReading[], register: Register): Consumption[] {
  const actual = history
    .filter((reading) => reading.kind === 'actual' && reading.values[register.code] !== undefined)
    .sort((a, b) => comparePeriods(a.period, b.period));
  return actual.slice(1).map((reading, at) => {
    const before = actual[at] as PastReading;
    return {
      period: reading.period,
      months: monthsBetween(before.period, reading.period),
      use: useUpTo(reading, valueIn(before, register.code), register),
    };
  });
}

/** U1 and U3 look back at so many actual readings and no farther: in months at a year. A server reads no more of them. */
export const readingsToLookBack = 13;

/** The uses before a period that say what is usual (U1) and whether the register ran (U3), oldest first. */
export function usesBefore(history: readonly PastReading[], register: Register, period: Period): Consumption[] {
  const behind = history
    .filter((reading) => reading.kind === 'actual' && reading.period < period)
    .sort((a, b) => comparePeriods(a.period, b.period))
    .slice(-readingsToLookBack);
  return consumptions(behind, register);
}

/** The two sums behind "the usual month" (U1): of the last six known consumptions. */
export interface UsualUse {
  use: number;
  months: number;
  /** How many consumptions are behind it; U1 asks for at least three. */
  known: number;
}

export function usualUse(history: readonly PastReading[], register: Register, before: Period): UsualUse {
  const known = usesBefore(history, register, before)
    .filter((one) => one.use !== null)
    .slice(-6);
  return {
    use: known.reduce((sum, one) => sum + (one.use ?? 0), 0),
    months: known.reduce((sum, one) => sum + one.months, 0),
    known: known.length,
  };
}

/** The usual use of one month, rounded to the smallest unit for showing; null when nothing is known. */
export const perMonth = (usual: UsualUse): number | null =>
  usual.months === 0 ? null : Math.round(usual.use / usual.months);

/**
 * M3: an estimate that later truth contradicts: it lies above the next actual reading. A pass through zero on the way
 * there (M5) contradicts nothing.
 */
export function isVoid(estimate: PastReading, history: readonly PastReading[]): boolean {
  if (estimate.kind !== 'estimate') return false;
  const { next } = neighbours(history, estimate.period);
  return (
    next !== null &&
    !next.rollover &&
    Object.entries(estimate.values).some(([code, value]) => value > (next.values[code as RegisterCode] ?? Infinity))
  );
}

function valueIn(reading: PastReading, code: RegisterCode): number {
  return reading.values[code] as number;
}
