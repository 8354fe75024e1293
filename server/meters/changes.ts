import type { AccountId } from '../../shared/ids.ts';
import type { Meter } from '../../shared/meter.ts';
import { type ChangeRange, changedRows } from '../db/changed-rows.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader } from '../db/tables.ts';

const changed = changedRows('meters', [
  'id',
  'account_id',
  'version',
  'service',
  'serial',
  'place',
  'unit',
  'ratio',
  'installed_on',
  'verified_until',
  'retired_on',
  'replaces',
]);

const registersOf = prepared((db, param: { account: AccountId }) =>
  db
    .selectFrom('registers')
    .where('account_id', '=', param.account)
    .select(['meter_id', 'code', 'digits', 'decimals', 'initial'])
    .orderBy('code'),
);

/** The meters of an account that changed above a version and up to another, whole, in the order of their versions. */
export async function changedMeters(db: Reader, range: ChangeRange): Promise<{ version: number; meter: Meter }[]> {
  const rows = await changed(db, range);
  if (rows.length === 0) return [];
  const registers = await registersOf(db, { account: range.account });
  return rows.map((row) => ({
    version: row.version,
    meter: {
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
      registers: registers
        .filter((register) => register.meter_id === row.id)
        .map(({ code, digits, decimals, initial }) => ({ code, digits, decimals, initial })),
    },
  }));
}
