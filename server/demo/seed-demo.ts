import { stringify } from 'csv-stringify/sync';
import type { Company, DemoStaff } from '../../shared/company.ts';
import type { UserId } from '../../shared/ids.ts';
import { type EpochMs, type Instant, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { addMonths, type Period } from '../../shared/period.ts';
import { policyOf } from '../../shared/policy.ts';
import { localDay, windowOf, windowToOffer } from '../../shared/window.ts';
import { createUser, readApplication } from '../accounts/create-user.ts';
import { appendAudit } from '../audit/append.ts';
import { createPasswords } from '../auth/passwords.ts';
import { setPasswordHash } from '../auth/queries.ts';
import type { Database } from '../db/database.ts';
import { importAccounts } from '../exchange/import-accounts.ts';
import { importLedger } from '../exchange/import-ledger.ts';
import { importMeters } from '../exchange/import-meters.ts';
import { importPayments } from '../exchange/import-payments.ts';
import { importReadings } from '../exchange/import-readings.ts';
import type { ImportOptions, ImportReport } from '../exchange/import-run.ts';
import { importStatements } from '../exchange/import-statements.ts';
import { wordsOf } from '../tables/problems.ts';
import { demoPassword } from './demo-companies.ts';
import type { DemoAccount, DemoMeter, Households } from './demo-households.ts';
import { seedDemoStaff } from './demo-staff.ts';
import { usesOf } from './demo-uses.ts';
import { inventBills } from './living-bills.ts';
import { dayOfWork, inventReadings } from './living-history.ts';
import { markSeeded, numbersWithMeters, seededOn, standingBySerial, userByEmail } from './queries.ts';

interface Demo {
  db: Database;
  company: Company;
  households: Households;
  /** Of the office; otherwise those of the first company. */
  staff?: readonly DemoStaff[];
  now: EpochMs;
}

type Row = Readonly<Record<string, string>>;
type Verb = (options: ImportOptions) => Promise<ImportReport>;

/**
 * Loads the households through the same verbs as a billing file, and adds the months of history that are missing up to
 * now. What is there already stays; a start that was cut off is made good by the next one, and so is a household that a
 * newer version invented.
 */
export async function seedDemo(demo: Demo): Promise<void> {
  const { db, households, now, company } = demo;
  const seeded = await seededOn(db.reader);
  const anchorAt = seeded === null ? now : toEpochMs(seeded);
  const anchor = periodAt(demo, anchorAt);
  const missing = without(households, await numbersWithMeters(db.reader));
  await load(demo, importAccounts, accountRows(missing));
  await load(demo, importMeters, meterRows(missing, anchor, localDay(anchorAt, company.timeZone)));
  if (seeded === null) await loadFixedReadings(demo);
  await addHistory(demo, anchor);
  await addBills(demo, anchor);
  await seedDemoStaff(db, now, demo.staff);
  if (seeded !== null) return;
  await addUsers(demo);
  await db.write((tx) => markSeeded(tx, toInstant(now)));
}

const companyRule = (company: Company) => policyOf(company, { building: '', service: 'cold-water' }, []).rule;

const periodAt = ({ company }: Demo, at: EpochMs): Period => windowToOffer(companyRule(company), at).period;

async function load({ db, company, now }: Demo, verb: Verb, rows: readonly Row[], at: EpochMs = now): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const text = stringify([Object.keys(first), ...rows.map((row) => Object.values(row))]);
  const bytes = new TextEncoder().encode(text);
  const report = await verb({
    db,
    company,
    clock: { now: () => at },
    file: { open: () => once(bytes) },
    actor: 'demo',
    strict: true,
  });
  const [refused] = report.refused;
  if (!refused) return;
  const why = refused.problems.map(({ column, problem }) => `${column}: ${wordsOf(problem)}`).join('; ');
  throw new Error(`the demo data is refused: ${refused.cells.join(', ')}: ${why}`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The households but for accounts that are there already. */
function without({ fixed, accounts, ...rest }: Households, known: ReadonlySet<string>): Households {
  return {
    ...rest,
    accounts: accounts.filter(({ number }) => !known.has(number)),
    ...(fixed && !known.has(fixed.account.number) && { fixed }),
  };
}

function accountRows({ accounts, fixed }: Households): Row[] {
  const all = fixed ? [fixed.account, ...accounts] : accounts;
  return all.map(({ number, holder, address, premises, email, phone }) => ({
    account: number,
    holder,
    address,
    premises,
    email,
    phone,
  }));
}

function meterRows({ accounts, fixed }: Households, anchor: Period, today: string): Row[] {
  const rows = accounts.flatMap(({ number, meters }) =>
    meters.flatMap((meter) => meter.registers.map((register) => meterRow(number, meter, register, anchor, today))),
  );
  const fixedRows = fixed?.meters.map((meter) => ({
    account: fixed.account.number,
    service: meter.service,
    serial: meter.serial,
    place: '',
    register: meter.register,
    unit: meter.unit,
    digits: String(meter.digits),
    decimals: String(meter.decimals),
    installedOn: meter.installedOn,
    verifiedUntil: '',
    retiredOn: meter.retiredOn ?? '',
    initial: meter.initial,
    replaces: meter.replaces ?? '',
  }));
  return [...(fixedRows ?? []), ...rows];
}

function meterRow(
  account: string,
  meter: DemoMeter,
  { code, initial = '0' }: DemoMeter['registers'][number],
  anchor: Period,
  today: string,
): Row {
  const { verifiedForDays, retiredMonthsAgo } = meter;
  return {
    account,
    service: meter.service,
    serial: meter.serial,
    place: meter.place,
    register: code,
    unit: meter.unit,
    digits: String(meter.digits),
    decimals: String(meter.decimals),
    installedOn: dayOfWork(addMonths(anchor, -meter.installedMonthsAgo)),
    verifiedUntil:
      verifiedForDays === undefined ? '' : Temporal.PlainDate.from(today).add({ days: verifiedForDays }).toString(),
    retiredOn: retiredMonthsAgo === undefined ? '' : dayOfWork(addMonths(anchor, -retiredMonthsAgo)),
    initial,
    replaces: meter.replaces ?? '',
  };
}

async function loadFixedReadings(demo: Demo): Promise<void> {
  const { fixed } = demo.households;
  if (!fixed) return;
  for (const [period, receivedAt] of Object.entries(fixed.receivedAt)) {
    const rows = fixed.readings
      .filter((reading) => reading.period === period)
      .map((reading) => readingRow(fixed.account.number, { ...reading, kind: 'actual' }));
    if (receivedAt !== undefined) await load(demo, importReadings, rows, toEpochMs(receivedAt));
  }
}

/** A month at a time, each as if it had come when that month's window was over. */
async function addHistory(demo: Demo, anchor: Period): Promise<void> {
  const { company, now, households } = demo;
  const rule = companyRule(company);
  const upTo = periodAt(demo, now);
  const byPeriod = new Map<Period, Row[]>();
  for (const account of households.accounts) {
    for (const [period, row] of await missingRows(demo, account, anchor, upTo)) {
      const rows = byPeriod.get(period);
      if (rows) rows.push(row);
      else byPeriod.set(period, [row]);
    }
  }
  for (const period of [...byPeriod.keys()].sort()) {
    const received = windowOf(rule, period).closesAt + 10 * 3_600_000;
    await load(demo, importReadings, byPeriod.get(period) ?? [], Math.min(received, now));
  }
}

async function missingRows(
  { db, company }: Demo,
  { number, meters }: DemoAccount,
  anchor: Period,
  upTo: Period,
): Promise<[Period, Row][]> {
  const standing = await standingBySerial(db.reader, number);
  return meters.flatMap((meter) => {
    const newest = standing.filter(({ serial }) => serial === meter.serial).at(-1);
    const last = newest
      ? { period: newest.period, values: JSON.parse(newest.register_values) as RegisterValues }
      : null;
    return inventReadings(meter, { anchor, upTo, rule: companyRule(company), last }).map((reading): [Period, Row] => [
      reading.period,
      readingRow(number, { ...reading, serial: meter.serial }),
    ]);
  });
}

/** What is there already comes out the same again, so that only the newest month is new. */
async function addBills(demo: Demo, anchor: Period): Promise<void> {
  const { db, company, now, households } = demo;
  const { accounts, tariffs, fixed } = households;
  const today = localDay(now, company.timeZone);
  const files = fixed ? [fixed.bills] : [];
  for (const { number, meters, billing } of accounts) {
    const uses = usesOf(meters, await standingBySerial(db.reader, number));
    files.push(inventBills({ account: number, billing, tariffs, uses, anchor, today }));
  }
  for (const { statements, ledger, payments } of files) {
    await load(demo, importStatements, statements);
    await load(demo, importLedger, ledger);
    await load(demo, importPayments, payments);
  }
}

const readingRow = (
  account: string,
  reading: { serial: string; register: string; period: string; value: string; takenOn: string; kind: string },
): Row => ({
  account,
  serial: reading.serial,
  register: reading.register,
  period: reading.period,
  value: reading.value,
  takenOn: reading.takenOn,
  kind: reading.kind,
  source: 'billing',
});

/** Nobody opens letters for invented people, so that their password is set without one. */
async function addUsers({ db, households, now }: Demo): Promise<void> {
  const passwords = createPasswords();
  const clock = { now: () => now };
  for (const { name, email, language, accounts } of households.users) {
    const known = await userByEmail(db.reader, email);
    if (known && known.password_hash !== null) continue;
    let id = known?.id;
    if (id === undefined) {
      const user = await readApplication(db.reader, { accountNumbers: accounts, name, email, language });
      await createUser({ db, clock }, user, { activation: null, actor: 'demo' });
      id = user.id;
    }
    await setDemoPassword(db, id, { hash: await passwords.hash(demoPassword), at: toInstant(now) });
  }
}

const setDemoPassword = (db: Database, user: UserId, { hash, at }: { hash: string; at: Instant }): Promise<void> =>
  db.write(async (tx) => {
    await setPasswordHash(tx, user, hash);
    await appendAudit(tx, { at, actor: 'demo', action: 'set-password', subject: user, detail: {} });
  });
