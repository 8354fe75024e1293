import type { Meter, Register } from '../../shared/meter.ts';
import type { Row } from '../db/tables.ts';

/** A meter as devices and the office know it. */
export const toMeter = (
  row: Omit<Row<'meters'>, 'version' | 'batch_id'> & { registers: readonly Register[] },
): Meter => ({
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
