import type { AccountId, MeterId } from '../../shared/ids.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import { lastDayOf, type Period } from '../../shared/period.ts';
import type { MissingAccount, MissingMeter } from '../../shared/progress.ts';
import { z } from '../../shared/zod.ts';
import { searchAccounts } from '../accounts/search-accounts.ts';
import type { Reader } from '../db/tables.ts';
import { placeIn } from '../place-in.ts';
import {
  lastReadings,
  type MissingRow,
  missingMeters,
  type PremisesPlace,
  premisesBehind,
  registersOf,
  remindersOf,
  usersByMail,
} from './missing-queries.ts';

/** However few are missing: no page looks at more places than so many, each look at so many. */
const looks = 8;
const premisesAtOnce = 250;

interface Wanted {
  period: Period;
  building: string | null;
  text: string;
  after: string | null;
}

/**
 * Accounts with meters of which nobody has handed anything in, by building. A page may have few rows, or none, and still a next
 * one: nearly everybody may have read. With a text, among the accounts that it finds. Throws `bad_input` for an `after` that it
 * never gave.
 */
export async function listMissing(db: Reader, wanted: Wanted): Promise<Page<MissingAccount>> {
  return wanted.text.trim() === '' ? byBuilding(db, wanted) : bySearch(db, wanted);
}

async function byBuilding(db: Reader, { period, building, after }: Wanted): Promise<Page<MissingAccount>> {
  const rows: MissingAccount[] = [];
  let at = after === null ? null : placeFrom(after);
  for (let look = 0; look < looks; look++) {
    const places = await premisesBehind(db, { building, after: at, most: premisesAtOnce });
    const found = await missingOf(db, period, { premises: places.map(({ id }) => id) });
    for (const place of places) {
      const here = found.get(place.id) ?? [];
      // The accounts of one place stay together, so that the next page begins behind it.
      if (rows.length > 0 && rows.length + here.length > rowsPerList) return finish(db, period, rows, textOf(at));
      rows.push(...here);
      at = place;
    }
    if (places.length < premisesAtOnce) return finish(db, period, rows, null);
    if (rows.length === rowsPerList) break;
  }
  return finish(db, period, rows, textOf(at));
}

async function bySearch(db: Reader, { period, building, text, after }: Wanted): Promise<Page<MissingAccount>> {
  const { rows, next } = await searchAccounts(db, { text, after });
  const ids = [...new Set(rows.map(({ id }) => id))];
  const missing = [...(await missingOf(db, period, { accounts: ids })).values()].flat();
  const place = new Map(ids.map((id, at) => [id, at]));
  const here = missing
    .filter((one) => building === null || one.building === building)
    .sort((a, b) => (place.get(a.account) ?? 0) - (place.get(b.account) ?? 0));
  return finish(db, period, here, next);
}

/** By premises, each account once. */
async function missingOf(
  db: Reader,
  period: Period,
  among: { premises: readonly string[] } | { accounts: readonly AccountId[] },
): Promise<Map<string, MissingAccount[]>> {
  if (('premises' in among ? among.premises : among.accounts).length === 0) return new Map();
  const rows = await missingMeters(db, { period, lastDay: lastDayOf(period), among });
  const accounts = new Map<AccountId, MissingAccount>();
  const places = new Map<string, MissingAccount[]>();
  for (const row of rows) {
    const known = accounts.get(row.account);
    const account = known ?? toAccount(row);
    account.meters.push(toMeter(row));
    if (known) continue;
    accounts.set(row.account, account);
    places.set(row.premises, [...(places.get(row.premises) ?? []), account]);
  }
  return places;
}

/** What a page shows of its accounts beyond their names. */
async function finish(
  db: Reader,
  period: Period,
  rows: MissingAccount[],
  next: string | null,
): Promise<Page<MissingAccount>> {
  const accounts = rows.map(({ account }) => account);
  const meters = rows.flatMap((row) => row.meters);
  const ids = meters.map(({ meter }) => meter);
  const byMail = new Set((await usersByMail(db, accounts)).map(({ account_id }) => account_id));
  const reminded = new Map((await remindersOf(db, accounts, period)).map((one) => [one.account_id, one.sent_at]));
  const last = new Map((await lastReadings(db, ids, period)).map((one) => [one.meter_id, one]));
  const registers = new Map<MeterId, MissingMeter['registers']>();
  for (const { meter_id, code, decimals } of await registersOf(db, ids)) {
    registers.set(meter_id, [...(registers.get(meter_id) ?? []), { code, decimals }]);
  }
  for (const row of rows) {
    row.byMail = byMail.has(row.account);
    row.remindedAt = reminded.get(row.account) ?? null;
    row.meters.sort((a, b) =>
      a.service === b.service ? (a.serial < b.serial ? -1 : 1) : a.service < b.service ? -1 : 1,
    );
    for (const meter of row.meters) {
      const reading = last.get(meter.meter);
      meter.registers = registers.get(meter.meter) ?? [];
      meter.last = reading
        ? {
            period: reading.period,
            values: JSON.parse(reading.register_values) as NonNullable<MissingMeter['last']>['values'],
            estimate: reading.kind === 'estimate',
          }
        : null;
    }
  }
  return { rows, next };
}

const toAccount = ({ account, number, holder, building, address, phone, email }: MissingRow): MissingAccount => ({
  account,
  number,
  holder,
  building,
  address,
  phone,
  email,
  byMail: false,
  remindedAt: null,
  meters: [],
});

const toMeter = ({ meter, service, serial, place, unit }: MissingRow): MissingMeter => ({
  meter,
  service,
  serial,
  place,
  unit,
  registers: [],
  last: null,
});

const textOf = (at: PremisesPlace | null): string | null => at && JSON.stringify([at.building, at.id]);
const place = z.tuple([z.string(), z.string()]);

function placeFrom(after: string): PremisesPlace {
  const [building, id] = placeIn(place, after);
  return { building, id };
}
