import { type Bounds, boundsOf, fits } from './bounds.ts';
import type { Register } from './meter.ts';
import type { Explanation } from './problem.ts';
import type { ReadingToCheck } from './reading.ts';

/**
 * M4: every explanation that would make a value right which is below the previous one (or, U1, far above the usual).
 * A fall can always be a pass through zero or a new meter; the others are listed only where the numbers bear them out.
 */
export function explain(reading: ReadingToCheck, register: Register): Explanation[] {
  const bounds = boundsOf(reading, register);
  const value = reading.values[register.code] as number;
  const fell = value < bounds.previous;
  return [
    ...(fell ? [{ kind: 'rollover' } as const] : []),
    ...swapped(reading, bounds, value),
    ...slipped(bounds, value),
    ...(fell ? consumptionTyped(bounds, value) : []),
    ...(fell ? [{ kind: 'meter_replaced' } as const] : []),
  ];
}

/** Two registers of the meter whose values fit each other's past. */
function swapped(reading: ReadingToCheck, bounds: Bounds, value: number): Explanation[] {
  return reading.meter.registers
    .filter((other) => other.code !== bounds.register.code)
    .filter((other) => fits(value, boundsOf(reading, other)) && fits(reading.values[other.code] as number, bounds))
    .map((other) => ({ kind: 'registers_swapped', with: other.code }));
}

/** The mark was set some places off: value × 10ⁿ fits. At most one is offered, the one that means the least use. */
function slipped(bounds: Bounds, value: number): Explanation[] {
  if (value === 0) return [];
  const candidates: number[] = [];
  for (let n = 1; n <= 6; n++) {
    candidates.push(value * 10 ** n);
    if (value % 10 ** n === 0) candidates.push(value / 10 ** n);
  }
  const [least] = candidates.filter((candidate) => fits(candidate, bounds)).sort((a, b) => a - b);
  return least === undefined ? [] : [{ kind: 'decimal_slip', value: least }];
}

/** The month's use was typed in place of the reading: it lies between a third and three times the usual month's. */
function consumptionTyped(bounds: Bounds, value: number): Explanation[] {
  const { use, months } = bounds.usual;
  const looksLikeUse =
    value > 0 && months > 0 && value * months * 3 >= use * bounds.months && value * months <= 3 * use * bounds.months;
  const meant = bounds.previous + value;
  return looksLikeUse && fits(meant, bounds) ? [{ kind: 'consumption_not_reading', value: meant }] : [];
}
