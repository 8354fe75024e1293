import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Page } from '../../shared/page.ts';
import { rowsPerList } from '../../shared/page.ts';
import { addMonths, daysBetween, type Period, periodOfDay } from '../../shared/period.ts';
import {
  type BuildingRow,
  type CountedMonth,
  hundredths,
  type MonthProgress,
  readByDay,
  type Tally,
} from '../../shared/progress.ts';
import { localDay, ruleAt, type Window, type WindowException, windowOf } from '../../shared/window.ts';
import { z } from '../../shared/zod.ts';
import type { Services } from '../context.ts';
import type { Reader, Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { lockableFrom } from '../exchange/export-readings.ts';
import { exceptionsInForce, toException } from '../periods/queries.ts';
import { placeIn } from '../place-in.ts';
import { countMonth } from './count.ts';
import { buildingsBehind, buildingsNamed, countedMonth, spoilt } from './count-queries.ts';
import { lockOf, openConversations, workUnderWay } from './queries.ts';

type Needs = Pick<Services, 'db' | 'clock' | 'company'>;

/** A count of the month that goes on is good for a minute, and for longer where counting takes long: it is a 20th of the work. */
const freshMs = 60_000;
const shareOfWork = 20;
/** Months that are over change little. */
const freshOfPastMs = 6 * 3_600_000;

/**
 * How far a month is. What was counted before is answered at once; with `count`, the first of what is older than it need be is
 * counted anew before. Refused as `bad_input` for a month that is not yet.
 */
export async function monthProgress(
  needs: Needs,
  { period: wanted, count }: { period: Period | null; count: boolean },
): Promise<MonthProgress> {
  const { db, clock, company } = needs;
  const { reader } = db;
  const now = clock.now();
  const today = localDay(now, company.timeZone);
  const present = await presentPeriod(needs, now);
  const period = wanted ?? present;
  if (period > present) throw new ProblemError({ code: 'bad_input', path: 'period' });
  const periods = [period, addMonths(period, -1), addMonths(period, -12)] as const;
  if (count) {
    const stale = await firstStale(reader, periods, { now, present });
    if (stale !== null) await countMonth(needs, stale);
  }
  const exceptions = (await exceptionsInForce(reader, { from: addMonths(period, -12), to: period })).map(toException);
  const [current, lastMonth, lastYear] = await Promise.all(
    periods.map(async (one) => toCounted(needs, one, exceptions, await countedMonth(reader, one))),
  );
  const window = windowOfCompany(needs, period, exceptions);
  const lockedAt = await lockOf(reader, period);
  const from = lockableFrom(
    company,
    period,
    exceptions.filter((one) => one.period === period),
  );
  const { reminding, ...jobs } = await workUnderWay(reader);
  return {
    period,
    present,
    today,
    state: stateOf(window, { now, lockedAt, from }),
    opensOn: window.opensOn,
    closesOn: window.closesOn,
    lockableFrom: toInstant(from),
    lockedAt,
    now: current ?? null,
    lastMonth: lastMonth ?? null,
    lastYear: lastYear ?? null,
    stale: (await firstStale(reader, periods, { now, present })) !== null,
    openConversations: await openConversations(reader),
    jobs,
    reminding,
  };
}

/** The month whose window is open for the whole company, or was last. */
export async function presentPeriod({ db, company, clock }: Needs, now: EpochMs = clock.now()): Promise<Period> {
  const month = periodOfDay(localDay(now, company.timeZone));
  const near = [0, -1, -2].map((months) => addMonths(month, months));
  const range = { from: addMonths(month, -2), to: month };
  const exceptions = (await exceptionsInForce(db.reader, range)).map(toException);
  const begun = near.find((one) => windowOfCompany({ company }, one, exceptions).opensAt <= now);
  return begun ?? addMonths(month, -1);
}

const windowOfCompany = (
  { company }: Pick<Services, 'company'>,
  period: Period,
  exceptions: readonly WindowException[],
): Window => windowOf(ruleAt(company.windows, { building: null, service: null }, exceptions), period);

function stateOf(
  { opensAt, closesAt }: Window,
  { now, lockedAt, from }: { now: EpochMs; lockedAt: string | null; from: EpochMs },
): MonthProgress['state'] {
  if (lockedAt !== null) return 'locked';
  if (now < opensAt) return 'ahead';
  if (now < closesAt) return 'open';
  return now < from ? 'grace' : 'closed';
}

async function firstStale(
  db: Reader,
  periods: readonly Period[],
  { now, present }: { now: EpochMs; present: Period },
): Promise<Period | null> {
  for (const period of periods) {
    const row = await countedMonth(db, period);
    if (!row?.counted_at || row.took_ms === spoilt) return period;
    const fresh = period < present ? freshOfPastMs : freshMs;
    if (now - toEpochMs(row.counted_at) >= Math.max(fresh, row.took_ms * shareOfWork)) return period;
  }
  return null;
}

function toCounted(
  { company }: Pick<Services, 'company'>,
  period: Period,
  exceptions: readonly WindowException[],
  row: Row<'progress_months'> | undefined,
): CountedMonth | null {
  if (!row?.counted_at || row.tally === null) return null;
  const { opensOn, closesOn } = windowOfCompany({ company }, period, exceptions);
  return { period, opensOn, closesOn, countedAt: row.counted_at, tally: JSON.parse(row.tally) as Tally };
}

/** How many are missing, and the building. */
const place = z.tuple([z.int32(), z.string()]);

/** The buildings of a counted month, where most is missing first, each beside the same day of the months compared. */
export async function listBuildings(
  needs: Needs,
  { period, after }: { period: Period; after: string | null },
): Promise<Page<BuildingRow>> {
  const { db, clock, company } = needs;
  const [missing, building] = after === null ? [] : placeIn(place, after);
  const behind = missing === undefined || building === undefined ? null : { missing, building };
  const rows = await buildingsBehind(db.reader, { period, after: behind, most: rowsPerList + 1 });
  const shown = rows.slice(0, rowsPerList);
  const buildings = shown.map(({ building }) => building);
  const exceptions = (await exceptionsInForce(db.reader, { from: addMonths(period, -12), to: period })).map(
    toException,
  );
  const { opensOn } = windowOfCompany(needs, period, exceptions);
  const offset = daysBetween(opensOn, localDay(clock.now(), company.timeZone));
  const [lastMonth, lastYear] = await Promise.all(
    [-1, -12].map(async (months) => {
      const other = addMonths(period, months);
      const opened = windowOfCompany(needs, other, exceptions).opensOn;
      const found = await buildingsNamed(db.reader, { period: other, buildings });
      return new Map(
        found.map(({ building, tally: text }) => {
          const tally = JSON.parse(text) as Tally;
          return [building, hundredths(readByDay(tally, opened, offset).registers, tally.expected.registers)];
        }),
      );
    }),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map(({ building, tally: text }) => {
      const { expected, read, waiting, missing, accounts } = JSON.parse(text) as Tally;
      return {
        building,
        expected: expected.registers,
        read: read.registers,
        waiting: waiting.registers,
        missing: missing.registers,
        accounts: { missing: accounts.missing, remindable: accounts.remindable },
        lastMonth: lastMonth?.get(building) ?? null,
        lastYear: lastYear?.get(building) ?? null,
      };
    }),
    next: rows.length > shown.length && last ? JSON.stringify([Number(last.missing), last.building]) : null,
  };
}
