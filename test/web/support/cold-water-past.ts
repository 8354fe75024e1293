import type { Meter, Register } from '../../../shared/meter.ts';
import type { Period } from '../../../shared/period.ts';
import type { PastReading } from '../../../shared/reading.ts';
import type { MeterPast } from '../../../shared/replacement.ts';
import { coldWater } from './flat.ts';

/** The one register of the cold water. */
export const register = coldWater.registers[0] as Register;

export const read = (period: Period, value: number, change: Partial<PastReading> = {}): PastReading => ({
  period,
  kind: 'actual',
  values: { B: value },
  capturedAt: 0,
  rollover: false,
  ...change,
});

/** The cold water's readings, as what its use is calculated from. */
export const past = (history: PastReading[], change: Partial<Meter> = {}): MeterPast => ({
  meter: { ...coldWater, ...change },
  history,
});
