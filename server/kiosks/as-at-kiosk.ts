import type { MeterAtKiosk, ReadingAtKiosk } from '../../shared/kiosk-answers.ts';
import type { Meter } from '../../shared/meter.ts';
import type { Row } from '../db/tables.ts';
import { toReading } from '../readings/rows.ts';

/** What a kiosk is told of meters and readings: field by field, so that what these grow by is not told. */

export const meterAtKiosk = ({
  id,
  service,
  serial,
  place,
  unit,
  ratio,
  installedOn,
  verifiedUntil,
  retiredOn,
  registers,
}: Meter): MeterAtKiosk => ({
  id,
  service,
  serial,
  place,
  unit,
  ratio,
  installedOn,
  verifiedUntil,
  retiredOn,
  registers,
});

export function readingAtKiosk(row: Row<'readings'>): ReadingAtKiosk {
  const { period, values, kind, source, state, capturedAt, receivedAt, rollover } = toReading(row);
  return { period, values, kind, source, state, capturedAt, receivedAt, rollover };
}
