/** The longest time between two attempts while something is wrong (I8). */
export const backOffCap = 5 * 60_000;
const base = 2_000;

/** Exponential with full jitter, in milliseconds. `failures` in a row, at least 1. */
export function backOff(failures: number, random: () => number): number {
  return Math.round(random() * Math.min(backOffCap, base * 2 ** (failures - 1)));
}
