import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import type { WindowExceptionId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { Day, Period } from '../../shared/period.ts';
import { localDay, placesOf, ruleAt, type WindowException, windowOf } from '../../shared/window.ts';
import type { NewException } from '../../shared/window-forms.ts';
import { lockAllAccounts } from '../accounts/queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { takeTurn } from '../exchange/queries.ts';
import { isLocked } from '../readings/queries.ts';
import { isBuilding } from './calendar-queries.ts';
import { type JudgedAgain, judgeWindowsAgain } from './judge-windows-again.ts';
import { endExceptionRow, exceptionById, exceptionsInForce, insertException, toException } from './queries.ts';

type Office = Pick<Services, 'db' | 'company' | 'clock' | 'beacons'> & { actor: string };

/** A day before an opening, wherever that is: nothing that came earlier was captured in the window. */
const anyTimeZone = 86_400_000;

/**
 * W9: gives a month another window, in place of the exception that it `replaces`. Readings that the old window kept out are
 * judged again. Refused as `bad_input` where there is no such building, as `changed_meanwhile` where the place has an exception that is not the one to replace, or that one
 * is no longer in force; as `period_locked`; as `window_day_begun` where a day would be lost on which residents could
 * already hand in.
 */
export function addException(
  { db, company, clock, beacons, actor }: Office,
  { replaces, ...wanted }: NewException,
): Promise<{ id: WindowExceptionId } & JudgedAgain> {
  return db.write(async (tx) => {
    const now = clock.now();
    if (wanted.building !== null && !(await isBuilding(tx, wanted.building))) {
      throw new ProblemError({ code: 'bad_input', path: 'building' });
    }
    const before = await beginChange(tx, wanted.period);
    const rival = before.find(({ building, service }) => building === wanted.building && service === wanted.service);
    if ((rival?.id ?? null) !== replaces) throw new ProblemError({ code: 'changed_meanwhile' });
    const others = before.filter((row) => row !== rival).map(toException);
    refuseLostDays(company, wanted.period, { before: before.map(toException), after: [...others, wanted], now });

    const at = toInstant(now);
    if (rival) await endExceptionRow(tx, rival.id, at);
    const { period, building, service, opensOn, closesOn, reason } = wanted;
    const id = v7();
    await insertException(tx, {
      id,
      period,
      building,
      service,
      opens_on: opensOn,
      closes_on: closesOn,
      reason,
      created_at: at,
      created_by: actor,
      ended_at: null,
    });
    const since = Date.parse(opensOn) - anyTimeZone;
    const counts = await judgeWindowsAgain(tx, { company, beacons }, { period, since, now });
    const detail = { ...wanted, replaces, ...counts };
    await appendAudit(tx, { at, actor, action: 'add-window-exception', subject: id, detail });
    return { id, ...counts };
  });
}

/**
 * W9: takes an exception back; the rule holds again. What was accepted by it stays. Refused like `addException`, and as
 * `not_found`.
 */
export function endException(
  { db, company, clock, actor }: Office,
  { id, reason }: { id: WindowExceptionId; reason: string },
): Promise<void> {
  return db.write(async (tx) => {
    const row = await exceptionById(tx, id);
    if (!row) throw new ProblemError({ code: 'not_found' });
    const now = clock.now();
    const before = await beginChange(tx, row.period);
    const after = before.filter((one) => one.id !== id);
    if (after.length === before.length) throw new ProblemError({ code: 'changed_meanwhile' });
    refuseLostDays(company, row.period, { before: before.map(toException), after: after.map(toException), now });
    const at = toInstant(now);
    await endExceptionRow(tx, id, at);
    const detail = { period: row.period, reason };
    await appendAudit(tx, { at, actor, action: 'end-window-exception', subject: id, detail });
  });
}

/** No push comes in between: it would be judged by a window that is no more. Answers with what is in force. */
async function beginChange(tx: Writer, period: Period): Promise<Row<'window_exceptions'>[]> {
  await takeTurn(tx);
  await lockAllAccounts(tx);
  if (await isLocked(tx, period)) throw new ProblemError({ code: 'period_locked', period });
  return exceptionsInForce(tx, { from: period, to: period });
}

/**
 * W9: residents were told that they could hand in on these days, and telephones without a network may still hold what was
 * captured on them.
 */
function refuseLostDays(
  { windows }: Pick<Company, 'windows'>,
  period: Period,
  { before, after, now }: { before: readonly WindowException[]; after: readonly WindowException[]; now: EpochMs },
): void {
  for (const place of placesOf(windows, [...before, ...after])) {
    const old = ruleAt(windows, place, before);
    const today = localDay(now, old.timeZone);
    const lost = lostDay(windowOf(old, period), windowOf(ruleAt(windows, place, after), period), today);
    if (lost !== null) throw new ProblemError({ code: 'window_day_begun', day: lost });
  }
}

/** The last day up to today that was in the one window and is not in the other. */
function lostDay(old: Days, changed: Days, today: Day): Day | null {
  const begun = old.closesOn < today ? old.closesOn : today;
  if (old.opensOn > begun) return null;
  if (changed.opensOn <= old.opensOn && begun <= changed.closesOn) return null;
  return begun <= changed.closesOn && begun >= changed.opensOn ? old.opensOn : begun;
}
interface Days {
  opensOn: Day;
  closesOn: Day;
}
