import { isVoid } from '../../shared/consumption.ts';
import type { Register } from '../../shared/meter.ts';
import { addMonths, type Period } from '../../shared/period.ts';
import { type MeterPast, usesOf } from '../../shared/replacement.ts';

/** The use of one month; null where it is not known. `averaged`: it is a part of the use of several months. */
export interface MonthUse {
  period: Period;
  use: number | null;
  averaged: boolean;
  /** A part of it was used through the meter that hung there before (M6). */
  withOld: boolean;
  /** The estimate that there is for the month is void (M3). */
  voidEstimate: boolean;
  /** The same month a year before. */
  lastYear: number | null;
}

/**
 * The use of the twelve months up to `last`, oldest first: the differences times the meter's ratio. Use that covers several
 * months is shared out among them evenly. The month in which a meter took the place of `replaced` has the use of both (M6).
 */
export function useByMonth(
  past: MeterPast,
  register: Register,
  last: Period,
  replaced: MeterPast | null = null,
): MonthUse[] {
  const known = new Map<Period, Pick<MonthUse, 'averaged' | 'withOld'> & { use: number }>();
  for (const { period, months, use, withOld } of usesOf(past, register, replaced)) {
    if (use === null) continue;
    for (let back = 0; back < months; back++) {
      known.set(addMonths(period, -back), { use: Math.round(use / months), averaged: months > 1, withOld });
    }
  }
  const { history } = past;
  const voided = new Set(history.filter((reading) => isVoid(reading, history)).map(({ period }) => period));
  return Array.from({ length: 12 }, (_, at) => {
    const period = addMonths(last, at - 11);
    const month = known.get(period);
    return {
      period,
      use: month?.use ?? null,
      averaged: month?.averaged ?? false,
      withOld: month?.withOld ?? false,
      voidEstimate: voided.has(period),
      lastYear: known.get(addMonths(period, -12))?.use ?? null,
    };
  });
}
