import type { Meter } from '../../shared/meter.ts';
import type { MeterSeen } from './queries.ts';

/** A meter as devices and the office know it. */
export const toMeter = (row: MeterSeen): Meter => ({
  id: row.id,
  account: row.account_id,
  service: row.service,
  serial: row.serial,
  place: row.place,
  unit: row.unit,
  ratio: row.ratio,
  installedOn: row.installed_on,
  verifiedUntil: row.verified_until,
  retiredOn: row.retired_on,
  replaces: row.replaces,
  registers: row.registers.map(({ code, digits, decimals, initial }) => ({ code, digits, decimals, initial })),
});
