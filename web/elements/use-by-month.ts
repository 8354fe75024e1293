import { consumptions } from '../../shared/consumption.ts';
import type { Register } from '../../shared/meter.ts';
import { addMonths, type Period } from '../../shared/period.ts';
import type { PastReading } from '../../shared/reading.ts';

/** The use of one month; null where it is not known. `averaged`: it is a part of the use of several months. */
export interface MonthUse {
  period: Period;
  use: number | null;
  averaged: boolean;
  /** The same month a year before. */
  lastYear: number | null;
}

/**
 * The use of the twelve months up to `last`, oldest first: the differences times the meter's `ratio`. Use that covers
 * several months is shared out among them evenly.
 */
export function useByMonth(
  history: readonly PastReading[],
  register: Register,
  last: Period,
  ratio: number,
): MonthUse[] {
  const known = new Map<Period, { use: number; averaged: boolean }>();
  for (const { period, months, use } of consumptions(history, register)) {
    if (use === null) continue;
    for (let back = 0; back < months; back++) {
      known.set(addMonths(period, -back), { use: Math.round((use * ratio) / months), averaged: months > 1 });
    }
  }
  return Array.from({ length: 12 }, (_, at) => {
    const period = addMonths(last, at - 11);
    const month = known.get(period);
    return {
      period,
      use: month?.use ?? null,
      averaged: month?.averaged ?? false,
      lastYear: known.get(addMonths(period, -12))?.use ?? null,
    };
  });
}
