import type { AccountId } from '../../shared/ids.ts';
import type { Meter } from '../../shared/meter.ts';
import { type ChangeRange, changedRows } from '../db/changed-rows.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader } from '../db/tables.ts';
import { toMeter } from './to-meter.ts';

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
    meter: toMeter({ ...row, registers: registers.filter(({ meter_id }) => meter_id === row.id) }),
  }));
}
