import type { EpochMs } from './instant.ts';
import type { Service } from './meter.ts';
import { addMonths, type Day, daysInMonth, nextPeriod, type Period } from './period.ts';

/** W1: when residents may hand in readings, in inclusive local calendar days. */
export interface WindowRule {
  /** 1 to 31, clamped to the month's length: 31 means the last day. */
  opensOn: number;
  /** 1 to 31, clamped likewise; below `opensOn` the window runs over the month's end. */
  closesOn: number;
  /** IANA name, `Europe/Riga`. */
  timeZone: string;
  /** Readings captured inside and delivered this long after the close still count. */
  graceHours: number;
  /** `next-working-day` moves the closing day off weekends and `holidays`. */
  shift: 'none' | 'next-working-day';
  holidays: readonly Day[];
}

/** W2: a rule and where it holds. Without building and service it is the company's own. */
export interface ScopedWindowRule extends WindowRule {
  building?: string | undefined;
  service?: Service | undefined;
}

/** W1: when one month's window opens and closes, other than by rule: held open, or moved for a holiday. */
export interface WindowException {
  period: Period;
  /** Null: of every building, of every service. */
  building: string | null;
  service: Service | null;
  opensOn: Day;
  closesOn: Day;
  /** Residents read it. */
  reason: string;
}

/** One window in time: `opensAt` ≤ t < `closesAt`. Its period is the month in which it opens. */
export interface Window {
  period: Period;
  opensOn: Day;
  closesOn: Day;
  opensAt: EpochMs;
  closesAt: EpochMs;
  graceEndsAt: EpochMs;
}

export type WindowState = { open: true; window: Window } | { open: false; next: Window };

/** W2: the nearest rule wins: service of a building, building, service, company. The company's own rule must be among them. */
export function nearestRule(
  rules: readonly ScopedWindowRule[],
  place: { building: string; service: Service },
): ScopedWindowRule {
  const nearness = (rule: ScopedWindowRule): number =>
    (rule.building === undefined ? 0 : rule.building === place.building ? 2 : -4) +
    (rule.service === undefined ? 0 : rule.service === place.service ? 1 : -4);
  const fitting = rules.filter((rule) => nearness(rule) >= 0).sort((a, b) => nearness(b) - nearness(a));
  const nearest = fitting[0];
  if (!nearest) throw new RangeError('no window rule holds for the whole company');
  return nearest;
}

/** The window of a period (W1). */
export function windowOf(rule: WindowRule, period: Period): Window {
  const opensOn = clampedDay(period, rule.opensOn);
  const lastDay = clampedDay(rule.closesOn < rule.opensOn ? nextPeriod(period) : period, rule.closesOn);
  const closesOn = rule.shift === 'next-working-day' ? workingDayFrom(lastDay, rule.holidays) : lastDay;
  const opensAt = opensOn.toZonedDateTime(rule.timeZone).epochMilliseconds;
  const closesAt = closesOn.add({ days: 1 }).toZonedDateTime(rule.timeZone).epochMilliseconds;
  return {
    period,
    opensOn: opensOn.toString() as Day,
    closesOn: closesOn.toString() as Day,
    opensAt,
    closesAt,
    graceEndsAt: closesAt + rule.graceHours * 3_600_000,
  };
}

/** Where an instant stands: in a window (of overlapping ones the later), or before the next one. */
export function windowAt(rule: WindowRule, at: EpochMs): WindowState {
  const month = localDay(at, rule.timeZone).slice(0, 7) as Period;
  const near = [1, 0, -1, -2].map((months) => windowOf(rule, addMonths(month, months)));
  const open = near.find((window) => window.opensAt <= at && at < window.closesAt);
  if (open) return { open: true, window: open };
  return { open: false, next: near.filter((window) => window.opensAt > at).at(-1) as Window };
}

/** The window that is open, or else the next one: what a resident who is too late or too early is told. */
export function windowToOffer(rule: WindowRule, at: EpochMs): Window {
  const state = windowAt(rule, at);
  return state.open ? state.window : state.next;
}

/** The calendar day that a clock on the wall shows at an instant. */
export function localDay(at: EpochMs, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day;
}

/** Noon of a calendar day: where a date without a time stands in the rules. */
export function noonOf(day: Day, timeZone: string): EpochMs {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds;
}

function clampedDay(period: Period, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(`${period}-${String(Math.min(day, daysInMonth(period))).padStart(2, '0')}`);
}

function workingDayFrom(day: Temporal.PlainDate, holidays: readonly Day[]): Temporal.PlainDate {
  let candidate = day;
  while (candidate.dayOfWeek > 5 || holidays.includes(candidate.toString() as Day))
    candidate = candidate.add({ days: 1 });
  return candidate;
}
