import { toEpochMs } from '../../../shared/instant.ts';
import type { PastReading, Reading } from '../../../shared/reading.ts';

/** Readings that stand, as the rules look at them. */
export const pastOf = (readings: readonly Reading[]): PastReading[] =>
  readings.map(({ period, kind, values, capturedAt, rollover }) => ({
    period,
    kind,
    values,
    capturedAt: toEpochMs(capturedAt),
    rollover,
  }));
