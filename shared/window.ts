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
  /** W9: the months in which it does not hold, each once: what `ruleAt` found for a place. A company's own rules have none. */
  exceptions?: readonly WindowException[];
}

/** W2: a rule and where it holds. Without building and service it is the company's own. */
export interface ScopedWindowRule extends WindowRule {
  building?: string | undefined;
  service?: Service | undefined;
}

/** W9: when one month's window opens and closes, other than by rule: held open, or moved for a holiday. */
export interface WindowException {
  period: Period;
  /** Null: of every building, of every service. */
  building: string | null;
  service: Service | null;
  /** A day of the period's own month, so that windows keep the order of their months. */
  opensOn: Day;
  /** Not before `opensOn`, and at the latest the last day of the month after the period's. */
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
  /** W9: why it is not by rule; only where it is not. */
  reason?: string;
}

export type WindowState = { open: true; window: Window } | { open: false; next: Window };

/** Where a meter hangs, and what it measures; null: a building, or a service, that no rule names. */
export interface Place {
  building: string | null;
  service: Service | null;
}
type Scope = { [K in keyof Place]?: Place[K] | undefined };

/** W2: the nearest rule wins: service of a building, building, service, company. The company's own rule must be among them. */
export function nearestRule(rules: readonly ScopedWindowRule[], place: Place): ScopedWindowRule {
  const [nearest] = byNearness(rules, place);
  if (!nearest) throw new RangeError('no window rule holds for the whole company');
  return nearest;
}

/**
 * W9: the rule that holds at a place, with the exceptions that go before it there: of each month the nearest one, unless
 * the rule is nearer still. `exceptions` are those in force, of any place and in any order.
 */
export function ruleAt(
  rules: readonly ScopedWindowRule[],
  place: Place,
  exceptions: readonly WindowException[],
): WindowRule {
  const rule = nearestRule(rules, place);
  const least = nearness(rule, place);
  const months = new Map<Period, WindowException>();
  for (const exception of byNearness(exceptions, place)) {
    if (nearness(exception, place) >= least && !months.has(exception.period)) months.set(exception.period, exception);
  }
  return months.size === 0 ? rule : { ...rule, exceptions: [...months.values()] };
}

/** Places among which is every combination of rule and exceptions that there can be. */
export function placesOf(rules: readonly ScopedWindowRule[], exceptions: readonly WindowException[]): Place[] {
  const scopes: Scope[] = [...rules, ...exceptions];
  const buildings = new Set([null, ...scopes.map(({ building }) => building ?? null)]);
  const services = new Set([null, ...scopes.map(({ service }) => service ?? null)]);
  return [...buildings].flatMap((building) => [...services].map((service) => ({ building, service })));
}

/** What holds at a place, the nearest first; of equally near ones in the order given. */
function byNearness<T extends Scope>(scoped: readonly T[], place: Place): T[] {
  return scoped.filter((one) => nearness(one, place) >= 0).sort((a, b) => nearness(b, place) - nearness(a, place));
}

/** W2: 3 for the service of the building, 2 for the building, 1 for the service, 0 for the company; negative where it is of elsewhere. */
function nearness({ building, service }: Scope, place: Place): number {
  return (
    (building == null ? 0 : building === place.building ? 2 : -4) +
    (service == null ? 0 : service === place.service ? 1 : -4)
  );
}

/** The window of a period: by exception (W9), or else by rule (W1). */
export function windowOf(rule: WindowRule, period: Period): Window {
  const exception = rule.exceptions?.find((one) => one.period === period);
  const [opensOn, closesOn] = exception
    ? [Temporal.PlainDate.from(exception.opensOn), Temporal.PlainDate.from(exception.closesOn)]
    : daysByRule(rule, period);
  const opensAt = opensOn.toZonedDateTime(rule.timeZone).epochMilliseconds;
  const closesAt = closesOn.add({ days: 1 }).toZonedDateTime(rule.timeZone).epochMilliseconds;
  return {
    period,
    opensOn: opensOn.toString() as Day,
    closesOn: closesOn.toString() as Day,
    opensAt,
    closesAt,
    graceEndsAt: closesAt + rule.graceHours * 3_600_000,
    ...(exception && { reason: exception.reason }),
  };
}

function daysByRule(rule: WindowRule, period: Period): [Temporal.PlainDate, Temporal.PlainDate] {
  const lastDay = clampedDay(rule.closesOn < rule.opensOn ? nextPeriod(period) : period, rule.closesOn);
  const closesOn = rule.shift === 'next-working-day' ? workingDayFrom(lastDay, rule.holidays) : lastDay;
  return [clampedDay(period, rule.opensOn), closesOn];
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
