import type { ReadingId, SlipId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { OfficeSlip, OfficeSlipReading } from '../../shared/kiosk-office.ts';
import { metersNamed } from '../../shared/kiosk-resolve.ts';
import type { Meter } from '../../shared/meter.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Staff } from '../../shared/staff.ts';
import { accountOnPage } from '../accounts/page-queries.ts';
import { noteView } from '../audit/note-view.ts';
import type { Services } from '../context.ts';
import type { Reader, Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { metersOfAccounts } from '../meters/queries.ts';
import { toMeter } from '../meters/to-meter.ts';
import { staffNames } from '../staff/queries.ts';
import { isShutOut } from './locks.ts';
import { kioskById } from './queries.ts';
import { keptOf } from './slip-keeping.ts';
import { inReview } from './slip-keeping-queries.ts';
import { slipById } from './slip-queries.ts';
import { ofWhole, resultsIn, slipIn, toReview } from './slip-results.ts';

/** A slip, opened by a clerk: a resident's data is looked at, which is noted. Throws `not_found`. */
export async function openSlip(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: Pick<Staff, 'id'>,
  id: SlipId,
): Promise<OfficeSlip> {
  const { reader } = db;
  const row = await slipById(reader, id);
  const kiosk = row && (await kioskById(reader, row.kiosk_id));
  if (!row || !kiosk) throw new ProblemError({ code: 'not_found' });
  const seen = row.account_id === null ? { slipOf: kiosk.id } : { account: row.account_id };
  await db.write((tx) => noteView(tx, { now: clock.now(), staff: staff.id, ...seen, detail: { slip: id } }));
  const slip = slipIn(row);
  const problems = problemsOfWhole(row);
  const account = await accountOf(reader, row);
  const meters = row.account_id === null || row.emptied_at !== null ? [] : await metersOf(reader, row.account_id);
  const waiting = await inReview(reader, toReview(resultsIn(row)));
  return {
    id,
    kiosk: { id: kiosk.id, name: kiosk.name },
    state: row.state,
    account,
    meters: row.state === 'office' ? meters : [],
    inReview: waiting.size > 0,
    typedAccount: slip.account,
    serial: slip.serial,
    kept: keptOf(row),
    contact: slip.contact,
    language: slip.language,
    period: slip.period,
    savedAt: row.saved_at,
    receivedAt: row.received_at,
    broughtBy: await bringerOf(reader, row),
    shutOut: account !== null && (await isShutOut(reader, account, toInstant(clock.now()))),
    problems,
    readings: await readingsOf(reader, row, { meters, waiting, isSaidOfWhole: problems.length > 0 }),
    settled: await settledOf(reader, row),
  };
}

async function accountOf(db: Reader, { account_id }: Row<'kiosk_slips'>): Promise<OfficeSlip['account']> {
  if (account_id === null) return null;
  const [account] = await accountOnPage(db, { account: account_id });
  if (!account) return null;
  const { id, number, holder, address, email, phone } = account;
  return { id, number, holder, address, email, phone };
}

async function bringerOf(db: Reader, { brought_by }: Row<'kiosk_slips'>): Promise<OfficeSlip['broughtBy']> {
  const kiosk = brought_by === null ? undefined : await kioskById(db, brought_by);
  return kiosk ? { id: kiosk.id, name: kiosk.name } : null;
}

/** Where the office has entered all of it, nothing is wrong any more. */
const problemsOfWhole = (row: Row<'kiosk_slips'>): readonly Problem[] =>
  row.state === 'entered' ? [] : (resultsIn(row)[0]?.problems.filter(({ code }) => ofWhole.has(code)) ?? []);

async function readingsOf(
  db: Reader,
  row: Row<'kiosk_slips'>,
  {
    meters,
    waiting,
    isSaidOfWhole,
  }: { meters: readonly Meter[]; waiting: ReadonlySet<ReadingId>; isSaidOfWhole: boolean },
): Promise<OfficeSlipReading[]> {
  const { readings, period } = slipIn(row);
  const all = resultsIn(row);
  const results = new Map(all.map((result) => [result.id, result]));
  const names = await staffNames(
    db,
    all.flatMap(({ byOffice }) => (byOffice ? [byOffice.staff] : [])),
  );
  return readings.map((reading) => {
    const { id, serial, service, typed } = reading;
    const result = row.state === 'held' ? undefined : results.get(id);
    const byOffice = result?.byOffice;
    const [meter = null, another] = metersNamed(reading, period, meters);
    return {
      id,
      serial,
      service,
      typed,
      meter: another ? null : meter,
      outcome: result?.outcome ?? null,
      inReview: waiting.has(id),
      confirmed: reading.claims.confirmed,
      problems: isSaidOfWhole || byOffice ? [] : (result?.problems ?? []),
      byOffice: byOffice ? { reading: byOffice.reading, by: names.get(byOffice.staff) ?? '', at: byOffice.at } : null,
    };
  });
}

const metersOf = async (db: Reader, account: string): Promise<Meter[]> =>
  ((await metersOfAccounts(db, [account])).get(account) ?? []).map(toMeter);

async function settledOf(
  db: Reader,
  { settled_at, settled_by, note }: Row<'kiosk_slips'>,
): Promise<OfficeSlip['settled']> {
  if (settled_at === null || settled_by === null) return null;
  const names = await staffNames(db, [settled_by]);
  return { at: settled_at, by: names.get(settled_by) ?? '', note: note ?? '' };
}
