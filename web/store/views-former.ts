import type { MeterId, ReadingId } from '../../shared/ids.ts';
import { type EpochMs, toEpochMs } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { AccountRows } from './account-view.ts';
import { capturedAt, isRefused, overlay } from './entries.ts';

/** A reading that counts no more (W7): what it was, since when, and what the office wrote. */
export interface FormerReading {
  id: ReadingId;
  period: Period;
  values: RegisterValues;
  how: 'superseded' | 'withdrawn';
  /** When it ceased to count; where only this device knows of the correction, when that was captured. */
  at: EpochMs;
  reason: string | null;
}

/** What was corrected or taken back of one meter, here or elsewhere, the latest first. */
export function formerReadings(
  { readings, operations }: Pick<AccountRows, 'readings' | 'operations'>,
  meter: MeterId,
): FormerReading[] {
  const shown = new Set(overlay(readings, operations).map(({ id }) => id));
  const known = new Set(readings.map(({ id }) => id));
  const rows = operations.filter((row) => !isRefused(row));
  /** When the device itself has corrected a reading that the server has not heard of, or not answered. */
  const correctedAt = new Map<ReadingId, EpochMs>();
  for (const row of rows) {
    const { sealed } = row;
    if (sealed.kind !== 'reading-submitted' || sealed.body.supersedes === null) continue;
    correctedAt.set(sealed.body.supersedes, capturedAt(row));
  }
  const received = readings
    .filter((reading) => reading.meter === meter && reading.state !== 'refused' && !shown.has(reading.id))
    .map(({ id, period, values, state, changedAt, reason }): FormerReading => {
      const settled = state === 'superseded' || state === 'withdrawn';
      const at = settled ? toEpochMs(changedAt) : (correctedAt.get(id) ?? toEpochMs(changedAt));
      return { id, period, values, how: state === 'withdrawn' ? 'withdrawn' : 'superseded', at, reason };
    });
  const kept = rows.flatMap((row): FormerReading[] => {
    const { id, sealed } = row;
    if (sealed.kind !== 'reading-submitted' || sealed.body.meter !== meter || known.has(id) || shown.has(id)) return [];
    const { period, values } = sealed.body;
    const at = correctedAt.get(id) ?? capturedAt(row);
    return [{ id, period, values: values as RegisterValues, how: 'superseded', at, reason: null }];
  });
  return [...received, ...kept].sort((a, b) => b.at - a.at);
}
