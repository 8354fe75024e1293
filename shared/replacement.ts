import { type Consumption, consumptions, useUpTo } from './consumption.ts';
import type { Meter, Register } from './meter.ts';
import { monthsBetween, periodOfDay } from './period.ts';
import type { PastReading } from './reading.ts';

/** A meter and those of its readings that stand. */
export interface MeterPast {
  meter: Pick<Meter, 'unit' | 'ratio' | 'retiredOn'> & { registers: readonly Register[] };
  history: readonly PastReading[];
}

export interface RegisterUse extends Consumption {
  /** A part of it was used through the meter that hung there before. */
  withOld: boolean;
}

/**
 * What one register of a meter used up to each of its readings, oldest first, times the meter's ratio. Where the meter took
 * the place of `replaced`, the first use is that across the replacement (M6), if it can be known.
 */
export function usesOf(now: MeterPast, register: Register, replaced: MeterPast | null): RegisterUse[] {
  const across = replaced && useAcrossReplacement(replaced, now, register);
  const own = consumptions(now.history, register).map(({ use, ...one }) => ({
    ...one,
    use: use === null ? null : use * now.meter.ratio,
    withOld: false,
  }));
  return across ? [across, ...own] : own;
}

/**
 * M6: (old final − old previous) + (new − new first), each times the ratio of its meter. Null without a reading of the month
 * in which the old meter was taken out: what it used to its end is unknown. The faces of the two may differ; what is
 * answered is in the smallest unit of the new one. `register` is the new meter's.
 */
function useAcrossReplacement(old: MeterPast, now: MeterPast, register: Register): RegisterUse | null {
  const before = old.meter.registers.find(({ code }) => code === register.code);
  if (!before || old.meter.unit !== now.meter.unit || old.meter.retiredOn === null) return null;
  const last = consumptions(old.history, before).at(-1);
  const first = firstReading(now.history, register);
  if (!last || last.use === null || !first) return null;
  if (last.period !== periodOfDay(old.meter.retiredOn) || first.period < last.period) return null;
  const since = useUpTo(first, register.initial, register);
  if (since === null) return null;
  const oldUse = last.use * old.meter.ratio * 10 ** (register.decimals - before.decimals);
  return {
    period: first.period,
    months: last.months + monthsBetween(last.period, first.period),
    use: Math.round(oldUse + since * now.meter.ratio),
    withOld: true,
  };
}

function firstReading(history: readonly PastReading[], { code }: Register): PastReading | null {
  const actual = history.filter(({ kind, values }) => kind === 'actual' && values[code] !== undefined);
  return actual.reduce<PastReading | null>((first, one) => (first && first.period < one.period ? first : one), null);
}
