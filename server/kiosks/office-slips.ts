import type { SlipId } from '../../shared/ids.ts';
import { isUuid } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { DeliveredReading } from '../../shared/kiosk-answers.ts';
import type {
  KioskWork,
  OfficeSlip,
  OfficeSlipReading,
  SlipRow,
  SlipState,
  WaitingSlipState,
} from '../../shared/kiosk-office.ts';
import { metersNamed } from '../../shared/kiosk-resolve.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Meter } from '../../shared/meter.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Staff } from '../../shared/staff.ts';
import { z } from '../../shared/zod.ts';
import { accountOnPage } from '../accounts/page-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { noteView } from '../audit/note-view.ts';
import type { Services } from '../context.ts';
import type { Reader, Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { metersOfAccounts } from '../meters/queries.ts';
import { toMeter } from '../meters/to-meter.ts';
import { placeIn } from '../place-in.ts';
import { staffNames } from '../staff/queries.ts';
import { countLocks, countSlips, type ListedSlip, setSlipSettled, slipsPage } from './office-queries.ts';
import { kioskById } from './queries.ts';
import { lockSlip, slipById } from './slip-queries.ts';

/** What waits is counted so far. */
const mostCounted = 1000;

export async function kioskWork(db: Reader): Promise<KioskWork> {
  return {
    office: await countSlips(db, 'office', mostCounted),
    held: await countSlips(db, 'held', mostCounted),
    locked: await countLocks(db, mostCounted),
    most: mostCounted,
  };
}

/** A page of what was left at kiosks. Throws `bad_input` for an `after` that no page has given out. */
export async function listSlips(
  db: Reader,
  { state, after }: { state: SlipState | 'all'; after: string | null },
): Promise<Page<SlipRow>> {
  const behind = after === null ? null : placeIn(z.string().refine(isUuid), after);
  const found = await slipsPage(db, { state, after: behind, most: rowsPerList + 1 });
  const page = found.slice(0, rowsPerList);
  const last = page.at(-1);
  return {
    rows: page.map(toSlipRow),
    next: found.length > page.length && last ? JSON.stringify(last.id) : null,
  };
}

function toSlipRow(row: ListedSlip): SlipRow {
  const { id, kiosk_id, kiosk, state, account_id, number, holder } = row;
  const { account: typedAccount, period, readings } = slipIn(row);
  return {
    id,
    kiosk: { id: kiosk_id, name: kiosk },
    state,
    account: account_id === null || number === null || holder === null ? null : { id: account_id, number, holder },
    typedAccount,
    period,
    savedAt: row.saved_at,
    receivedAt: row.received_at,
    readings: readings.length,
    notEntered: resultsIn(row).filter(({ outcome }) => outcome === 'office').length,
  };
}

const slipIn = ({ content }: Pick<Row<'kiosk_slips'>, 'content'>): KioskSlip => JSON.parse(content) as KioskSlip;
const resultsIn = ({ results }: Pick<Row<'kiosk_slips'>, 'results'>): readonly DeliveredReading[] =>
  JSON.parse(results) as DeliveredReading[];

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
  return {
    id,
    kiosk: { id: kiosk.id, name: kiosk.name },
    state: row.state,
    account: await accountOf(reader, row),
    typedAccount: slip.account,
    serial: slip.serial,
    contact: slip.contact,
    language: slip.language,
    period: slip.period,
    savedAt: row.saved_at,
    receivedAt: row.received_at,
    problems,
    readings: await readingsOf(reader, row, problems.length > 0),
    settled: await settledOf(reader, row),
  };
}

async function accountOf(db: Reader, { account_id }: Row<'kiosk_slips'>): Promise<OfficeSlip['account']> {
  if (account_id === null) return null;
  const [account] = await accountOnPage(db, { account: account_id });
  if (!account) return null;
  const { id, number, holder, address } = account;
  return { id, number, holder, address };
}

/** These are about the account: where one of them is, each reading says the same. */
const ofWhole: ReadonlySet<Problem['code']> = new Set(['account_unknown', 'account_mismatch', 'kiosk_locked']);

const problemsOfWhole = (row: Row<'kiosk_slips'>): readonly Problem[] =>
  resultsIn(row)[0]?.problems.filter(({ code }) => ofWhole.has(code)) ?? [];

async function readingsOf(db: Reader, row: Row<'kiosk_slips'>, isSaidOfWhole: boolean): Promise<OfficeSlipReading[]> {
  const { readings, period } = slipIn(row);
  const meters = row.account_id === null ? [] : await metersOf(db, row.account_id);
  const results = new Map(resultsIn(row).map((result) => [result.id, result]));
  return readings.map((reading) => {
    const { id, serial, service, typed } = reading;
    const result = row.state === 'held' ? undefined : results.get(id);
    const [meter = null, another] = metersNamed(reading, period, meters);
    return {
      id,
      serial,
      service,
      typed,
      meter: another ? null : meter,
      outcome: result?.outcome ?? null,
      problems: isSaidOfWhole ? [] : (result?.problems ?? []),
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

/**
 * The office is done with a slip; nothing of it is entered by that. Throws `not_found`, and `changed_meanwhile` where it does not
 * wait any more as it was seen.
 */
export async function settleSlip(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: Pick<Staff, 'id'>,
  { id, seen, note }: { id: SlipId; seen: WaitingSlipState; note: string },
): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    const slip = await lockSlip(tx, id);
    if (!slip) throw new ProblemError({ code: 'not_found' });
    if (slip.state !== seen) throw new ProblemError({ code: 'changed_meanwhile' });
    await setSlipSettled(tx, id, { settled_at: at, settled_by: staff.id, note });
    const detail = { slip: id, state: seen, account: slip.account_id };
    await appendAudit(tx, { at, actor: staff.id, action: 'settle-slip', subject: slip.kiosk_id, detail });
  });
}
