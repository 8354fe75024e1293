import type { Service } from '../../shared/meter.ts';
import { accountsByNumber, type StoredAccount } from '../accounts/queries.ts';
import type { Reader } from '../db/tables.ts';
import { metersOfAccounts, type StoredMeter } from '../meters/queries.ts';
import type { RowProblem } from '../tables/problems.ts';

interface Named {
  account: string;
  serial: string;
  service?: Service | null | undefined;
}

export type FoundMeter =
  | { ok: true; account: StoredAccount; meter: StoredMeter }
  | { ok: false; column: string; problem: RowProblem };

/** Finds the meters that rows name by account and serial number; where the same number hangs twice, the service tells. */
export async function meterFinder(db: Reader, rows: readonly Named[]): Promise<(row: Named) => FoundMeter> {
  const accounts = await accountsByNumber(db, [...new Set(rows.map(({ account }) => account))]);
  const meters = await metersOfAccounts(
    db,
    [...accounts.values()].map(({ id }) => id),
  );
  return ({ account: number, serial, service }) => {
    const account = accounts.get(number);
    if (!account) return { ok: false, column: 'account', problem: { code: 'account_unknown' } };
    const found = (meters.get(account.id) ?? []).filter(
      (meter) => meter.serial === serial && (!service || meter.service === service),
    );
    const [meter, other] = found;
    if (!meter) return { ok: false, column: 'serial', problem: { code: 'meter_unknown' } };
    if (other) {
      const services = found.map((one) => one.service);
      return { ok: false, column: 'serial', problem: { code: 'meter_ambiguous', services } };
    }
    return { ok: true, account, meter };
  };
}
