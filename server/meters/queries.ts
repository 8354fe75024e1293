import type { AccountId, MeterId } from '../../shared/ids.ts';
import type { Register } from '../../shared/meter.ts';
import { insertMany } from '../db/insert-many.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row } from '../db/tables.ts';

export type StoredMeter = Row<'meters'> & { registers: Register[] };

/** The meters of accounts with their registers, by account. */
export async function metersOfAccounts(
  db: Reader,
  accounts: readonly AccountId[],
): Promise<Map<AccountId, StoredMeter[]>> {
  const found = new Map<AccountId, StoredMeter[]>();
  if (accounts.length === 0) return found;
  const rows = await db.selectFrom('meters').where('account_id', 'in', accounts).selectAll().execute();
  const byId = new Map<MeterId, StoredMeter>();
  for (const row of rows) {
    const meter = { ...row, registers: [] };
    byId.set(row.id, meter);
    const meters = found.get(row.account_id);
    if (meters) meters.push(meter);
    else found.set(row.account_id, [meter]);
  }
  for (const { meter_id, code, digits, decimals, initial } of await registersOfAccounts(db, accounts)) {
    byId.get(meter_id)?.registers.push({ code, digits, decimals, initial });
  }
  return found;
}

function registersOfAccounts(db: Reader, accounts: readonly AccountId[]): Promise<Row<'registers'>[]> {
  return db
    .selectFrom('registers')
    .innerJoin('meters', 'meters.id', 'registers.meter_id')
    .where('meters.account_id', 'in', accounts)
    .selectAll('registers')
    .orderBy('registers.code')
    .execute();
}

/** Which of these meters have any reading, in whatever state. */
export async function metersWithReadings(
  db: Reader,
  meters: readonly Pick<Row<'meters'>, 'id' | 'account_id'>[],
): Promise<Set<MeterId>> {
  if (meters.length === 0) return new Set();
  const rows = await db
    .selectFrom('readings')
    // By account, because an index leads with it.
    .where('account_id', 'in', [...new Set(meters.map(({ account_id }) => account_id))])
    .select('meter_id')
    .distinct()
    .execute();
  return new Set(rows.map(({ meter_id }) => meter_id));
}

/** The faces of the registers of these meters. */
export function registersOf(db: Reader, meters: readonly MeterId[]): Promise<Row<'registers'>[]> {
  if (meters.length === 0) return Promise.resolve([]);
  return db.selectFrom('registers').selectAll().where('meter_id', 'in', meters).execute();
}

export const insertMeters = insertMany('meters', [
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
  'batch_id',
]);
export const insertRegisters = insertMany('registers', [
  'meter_id',
  'code',
  'account_id',
  'digits',
  'decimals',
  'initial',
]);

export const updateMeter = prepared(
  (db, param: Omit<Row<'meters'>, 'account_id' | 'service' | 'serial' | 'batch_id'>) =>
    db
      .updateTable('meters')
      .set({
        version: param.version,
        place: param.place,
        unit: param.unit,
        ratio: param.ratio,
        installed_on: param.installed_on,
        verified_until: param.verified_until,
        retired_on: param.retired_on,
        replaces: param.replaces,
      })
      .where('id', '=', param.id),
);

export const updateRegister = prepared((db, param: Omit<Row<'registers'>, 'account_id'>) =>
  db
    .updateTable('registers')
    .set({ digits: param.digits, decimals: param.decimals, initial: param.initial })
    .where('meter_id', '=', param.meter_id)
    .where('code', '=', param.code),
);
