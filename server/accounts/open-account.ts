import type { AccountPage, DoneHere, OfficeMeter, OfficeReading } from '../../shared/account-page.ts';
import type { AccountId } from '../../shared/ids.ts';
import { addMonths, periodOfDay } from '../../shared/period.ts';
import type { Staff } from '../../shared/staff.ts';
import { localDay } from '../../shared/window.ts';
import { noteView } from '../audit/note-view.ts';
import type { Services } from '../context.ts';
import type { Reader, Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { changedMeters } from '../meters/changes.ts';
import { toReading } from '../readings/rows.ts';
import {
  accountOnPage,
  auditOf,
  conversationsOnPage,
  ledgerOnPage,
  locksSince,
  namesOf,
  onlinePaymentsOnPage,
  paymentsOnPage,
  readingsOnPage,
  readMeters,
  rejectedOnPage,
  sendersOf,
  statementsOnPage,
  usersOnPage,
} from './page-queries.ts';

/** Two years and the month: a chart shows a year beside the year before. */
const monthsShown = 25;
/** Of these the log is looked through; the newest come first. */
const readingsInLog = 100;

/**
 * All that the office sees of an account. It shows one resident's data, so the audit log notes who looked. Throws `not_found`.
 */
export function openAccount(
  { db, clock, company }: Pick<Services, 'db' | 'clock' | 'company'>,
  staff: Staff,
  account: AccountId,
): Promise<AccountPage> {
  return db.write(async (tx) => {
    const now = clock.now();
    const [row] = await accountOnPage(tx, { account });
    if (!row) throw new ProblemError({ code: 'not_found' });
    const today = localDay(now, company.timeZone);
    const readingsFrom = addMonths(periodOfDay(today), -monthsShown);
    const readings = await readingsOnPage(tx, { account, from: readingsFrom });
    const meters = await metersOnPage(tx, account);
    const done = await doneHere(tx, { account, meters, readings });
    await noteView(tx, { now, staff: staff.id, account });
    return {
      account: {
        id: account,
        version: Number(row.version),
        number: row.number,
        holder: row.holder,
        building: row.building,
        address: row.address,
        email: row.email,
        phone: row.phone,
      },
      meters,
      readings: await withSenders(tx, readings),
      readingsFrom,
      rejected: await rejectedOnPage(tx, account),
      locked: (await locksSince(tx, { from: readingsFrom })).map(({ period }) => period),
      statements: await statementsOnPage(tx, account),
      ledger: await ledgerOnPage(tx, account),
      payments: await paymentsOnPage(tx, account),
      onlinePayments: await onlinePaymentsOnPage(tx, account),
      users: (await usersOnPage(tx, account)).map(({ linked_at, ...user }) => ({ ...user, linkedAt: linked_at })),
      conversations: await conversationsOnPage(tx, account),
      done,
    };
  });
}

async function metersOnPage(db: Reader, account: AccountId): Promise<OfficeMeter[]> {
  const all = await changedMeters(db, { account, after: 0, upTo: Number.MAX_SAFE_INTEGER, most: 500 });
  const newest = new Map((await readMeters(db, { account })).map((row) => [row.meter_id, Number(row.newest)]));
  return all.map(({ version, meter }) => ({
    ...meter,
    version: Math.max(Number(version), newest.get(meter.id) ?? 0),
    hasReadings: newest.has(meter.id),
  }));
}

/** Who handed it in, or who of the office entered it. */
async function withSenders(db: Reader, rows: readonly Row<'readings'>[]): Promise<OfficeReading[]> {
  const senders = await sendersOf(
    db,
    rows.filter(({ stream }) => stream !== null).map(({ id }) => id),
  );
  const enteredAs = rows.flatMap(({ id, source, supersedes }) =>
    source === 'office' ? [id, ...(supersedes === null ? [] : [supersedes])] : [],
  );
  const entries = (await auditOf(db, enteredAs)).filter(({ action }) => enterings.has(action));
  const { staff } = await namesOf(db, [...new Set(entries.map(({ actor }) => actor))]);
  const enteredBy = new Map(entries.map(({ subject, actor }) => [subject, staff.get(actor) ?? null]));
  return rows.map((row) => ({
    ...toReading(row),
    by: senders.get(row.id) ?? enteredBy.get(row.id) ?? enteredBy.get(row.supersedes ?? '') ?? null,
    exported: row.batch_id !== null && row.source !== 'billing',
  }));
}

/** What of the log makes a reading of the office's own; a correction is noted at what it corrects. */
const enterings: ReadonlySet<string> = new Set(['enter-reading', 'correct-reading', 'accept-reading']);

async function doneHere(
  db: Reader,
  {
    account,
    meters,
    readings,
  }: { account: AccountId; meters: readonly OfficeMeter[]; readings: readonly Row<'readings'>[] },
): Promise<DoneHere[]> {
  const meterOf = new Map<string, string>([
    ...meters.map(({ id }): [string, string] => [id, id]),
    ...readings.slice(0, readingsInLog).map(({ id, meter_id }): [string, string] => [id, meter_id]),
  ]);
  const rows = await auditOf(db, [account, ...meterOf.keys()]);
  const { staff, kiosks, users } = await namesOf(db, [...new Set(rows.map(({ actor }) => actor))]);
  return rows.map(({ seq, at, actor, action, subject }) => ({
    seq,
    at,
    by: staff.get(actor) ?? kiosks.get(actor) ?? null,
    actor: staff.has(actor) ? 'staff' : users.has(actor) ? 'resident' : 'other',
    action,
    meter: meterOf.get(subject) ?? null,
  }));
}
