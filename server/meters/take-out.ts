import type { ReadingId } from '../../shared/ids.ts';
import { toEpochMs } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { type Day, periodOfDay } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { noClaims, stands, type Verdict } from '../../shared/reading.ts';
import { objections } from '../../shared/review.ts';
import { localDay, noonOf } from '../../shared/window.ts';
import type { Row } from '../db/tables.ts';
import { readingAfter } from '../readings/queries.ts';
import { captureColumns, toPastReading } from '../readings/rows.ts';
import { everyRegister, judgeForOffice } from '../review/judge.ts';
import { enterOfficeReading } from '../review/office-reading.ts';
import { adjusts, lookAtPlace, type Place } from '../review/place.ts';
import type { MeterSeen } from '../review/queries.ts';
import { type Change, refuse } from './as-seen.ts';
import { updateMeter } from './queries.ts';

/** The end of a meter. */
export interface End {
  day: Day;
  /** Null: nobody read it; what it used to its end stays unknown. */
  finals: Readonly<Record<string, number>> | null;
  rollover: boolean;
  override: boolean;
  reason: string;
}

/**
 * M6: takes a meter out on a day. Its final values are a reading of that day's month, entered by the office with a reason that the
 * resident reads; what stood or waited there for the month steps aside. Refuses a day that the meter was read after, a month that
 * billing has, values that the rules refuse, and unlikely ones without an override. Answers with the final reading.
 */
export async function takeOut(change: Change, meter: MeterSeen, end: End): Promise<ReadingId | null> {
  const { tx, company, now, at, today, account, versions } = change;
  const { day, finals, rollover, override, reason } = end;
  if (meter.retired_on !== null) refuse([{ code: 'meter_retired', retiredOn: meter.retired_on }]);
  if (day > today) refuse([{ code: 'day_in_future' }]);
  if (day < meter.installed_on) refuse([{ code: 'day_before_installed', installedOn: meter.installed_on }]);
  const period = periodOfDay(day);
  const place = await lookAtPlace(tx, { meter: meter.id, period });
  const readOn = await lastReadAfter(change, meter, place, day);
  if (readOn !== null) refuse([{ code: 'day_before_reading', readOn }]);

  let reading: ReadingId | null = null;
  if (finals !== null) {
    const given = adjusts(place);
    if (given !== 'no') refuse([{ code: 'month_given', period, billed: given === 'billed' }]);
    const noon = Math.min(noonOf(day, company.timeZone), now);
    const capture = { earliest: noon, best: noon, latest: noon };
    const values = finals as RegisterValues;
    const judged = await judgeForOffice(tx, company, meter, {
      ...place,
      values,
      claims: { ...noClaims, rollover: rollover ? everyRegister(meter) : [] },
      capture,
    });
    const verdict = withoutVerification(judged);
    const falls = rollover ? [] : belowStanding(meter, place, values);
    if (falls.length > 0) refuse(falls);
    // It is gone: what is said of it cannot be set aside as that of a meter which will be read again.
    const { problems } = objections(verdict, ({ effect }) => effect === 'refuse');
    if (problems.length > 0) refuse(problems);
    const doubts = objections(verdict, ({ effect }) => effect !== 'note');
    if (doubts.problems.length > 0 && !override) refuse(doubts.problems, { stops: false });
    const decided = await enterOfficeReading(tx, place, {
      account,
      values,
      capture: captureColumns(capture),
      supersedes: place.readings.find(({ state }) => stands(state))?.id ?? null,
      problems: verdict.findings.map(({ problem }) => problem),
      reason,
      versions,
      at,
    });
    reading = decided.reading;
    const detail = { account, meter: meter.id, period, final: true };
    await change.note({ action: 'enter-reading', subject: reading, detail });
  }
  await updateMeter(tx, { ...meter, retired_on: day, version: versions.next(account) });
  return reading;
}

/** On which day after this one the meter was read, if it was; estimates bind nothing (M3). */
async function lastReadAfter(
  { tx, company }: Change,
  meter: MeterSeen,
  { period, readings }: Place,
  day: Day,
): Promise<Day | null> {
  const dayOf = (row: Pick<Row<'readings'>, 'captured_best'>): Day =>
    localDay(toEpochMs(row.captured_best), company.timeZone);
  const [later] = await readingAfter(tx, { meter: meter.id, period });
  if (later) return dayOf(later);
  const standing = readings.find(({ state, kind }) => stands(state) && kind === 'actual');
  return standing && dayOf(standing) > day ? dayOf(standing) : null;
}

/** M1 within the month: what it showed at its end is not below what was read before that. */
function belowStanding({ registers }: MeterSeen, { period, readings }: Place, values: RegisterValues): Problem[] {
  const row = readings.find(({ state, kind }) => stands(state) && kind === 'actual');
  if (!row) return [];
  const standing = toPastReading(row).values;
  return registers.flatMap(({ code }): Problem[] => {
    const previous = standing[code];
    const value = values[code];
    if (previous === undefined || value === undefined || value >= previous) return [];
    return [
      {
        code: 'below_previous',
        register: code,
        previous,
        previousPeriod: period,
        explanations: [{ kind: 'rollover' }],
      },
    ];
  });
}

/** W8 is about readings to come; that its verification had ended says nothing against its end. */
const withoutVerification = ({ findings, ...verdict }: Verdict): Verdict => ({
  ...verdict,
  findings: findings.filter(({ problem }) => problem.code !== 'verification_expired'),
});
