import { type Consumption, consumptions, useAcrossReplacement, useUpTo } from '../../shared/consumption.ts';
import type { Meter, Register } from '../../shared/meter.ts';
import { comparePeriods, monthsBetween, periodOfDay } from '../../shared/period.ts';
import type { PastReading } from '../../shared/reading.ts';

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
export function usesOf({ meter, history }: MeterPast, register: Register, replaced: MeterPast | null): RegisterUse[] {
  const across = replaced && useAcross({ meter, history }, register, replaced);
  const own = consumptions(history, register).map(({ use, ...one }) => ({
    ...one,
    use: use === null ? null : use * meter.ratio,
    withOld: false,
  }));
  return across ? [across, ...own] : own;
}

/**
 * M6. Null without a reading of the month in which the old meter was taken out: what it used to its end is unknown. The
 * faces and ratios of the two may differ; what is answered is in the smallest unit of the new one.
 */
function useAcross(now: MeterPast, register: Register, old: MeterPast): RegisterUse | null {
  const oldRegister = old.meter.registers.find(({ code }) => code === register.code);
  if (!oldRegister || old.meter.unit !== now.meter.unit || old.meter.retiredOn === null) return null;
  const first = actualOf(now, register)[0];
  const [final, previous] = actualOf(old, oldRegister).reverse();
  if (!first || !final || !previous) return null;
  if (final.reading.period !== periodOfDay(old.meter.retiredOn) || first.reading.period < final.reading.period)
    return null;
  const oldUse = useUpTo(final.reading, previous.value, oldRegister);
  const newUse = useUpTo(first.reading, register.initial, register);
  if (oldUse === null || newUse === null) return null;
  const oldScale = old.meter.ratio * 10 ** (register.decimals - oldRegister.decimals);
  const { ratio } = now.meter;
  // As if the faces had no end: a pass through zero is in the uses already (M5).
  const use = useAcrossReplacement(
    { previous: previous.value * oldScale, final: (previous.value + oldUse) * oldScale },
    { first: register.initial * ratio, value: (register.initial + newUse) * ratio },
  );
  const { period } = first.reading;
  return { period, months: monthsBetween(previous.reading.period, period), use: Math.round(use), withOld: true };
}

function actualOf({ history }: MeterPast, { code }: Register): { reading: PastReading; value: number }[] {
  return history
    .flatMap((reading) => {
      const value = reading.values[code];
      return reading.kind === 'actual' && value !== undefined ? [{ reading, value }] : [];
    })
    .sort((a, b) => comparePeriods(a.reading.period, b.reading.period));
}
