import type { PublicCompany } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import { addMonths, type Day, type Period, periodOfDay } from '../../shared/period.ts';
import { localDay, type Place, placesOf, ruleAt, type Window, windowOf } from '../../shared/window.ts';
import {
  calendarMonths,
  type OfficeException,
  type PeriodLock,
  type WindowCalendar,
} from '../../shared/window-calendar.ts';

/** What the calendar of windows shows: pure functions of the company's rules, what the server told, and the time. */

/** One month of the calendar, for one place. */
export interface CalendarMonth {
  period: Period;
  /** The month in which today lies, in one before or in one after. */
  when: 'past' | 'now' | 'ahead';
  window: Window;
  /** Residents can hand in for it at this place now. */
  open: boolean;
  /** The exception that holds at this place. */
  exception: OfficeException | null;
  /** Those of the month that hold at other places. */
  elsewhere: readonly OfficeException[];
  /** W6: from when on no resident can read for it, wherever. */
  lockableFrom: EpochMs;
  lock: PeriodLock | null;
}

type Windows = Pick<PublicCompany, 'windows'>;

/** For whom there is a rule of their own or an exception, the company first. */
export function scopesOf({ windows }: Windows, { exceptions }: Pick<WindowCalendar, 'exceptions'>): Place[] {
  const scopes = new Map<string, Place>([
    [keyOf({ building: null, service: null }), { building: null, service: null }],
  ]);
  for (const { building = null, service = null } of [...windows, ...exceptions]) {
    scopes.set(keyOf({ building, service }), { building, service });
  }
  return [...scopes.values()];
}

/** A place as the value of a choice. */
export const keyOf = ({ building, service }: Place): string => `${service ?? ''} ${building ?? ''}`;

/** The months around today, the latest first. */
export function monthsOf(
  company: Windows & Pick<PublicCompany, 'timeZone'>,
  calendar: WindowCalendar,
  place: Place,
  now: EpochMs,
): CalendarMonth[] {
  const { exceptions, locks } = calendar;
  const rule = ruleAt(company.windows, place, exceptions);
  const today = periodOfDay(localDay(now, company.timeZone));
  const count = calendarMonths.back + calendarMonths.ahead + 1;
  return Array.from({ length: count }, (_, at) => {
    const period = addMonths(today, calendarMonths.ahead - at);
    const window = windowOf(rule, period);
    const ofMonth = exceptions.filter((one) => one.period === period);
    const held = rule.exceptions?.find((one) => one.period === period);
    const exception = ofMonth.find((one) => one === held) ?? null;
    const lock = locks.find((one) => one.period === period) ?? null;
    return {
      period,
      when: period === today ? 'now' : period < today ? 'past' : 'ahead',
      window,
      open: lock === null && window.opensAt <= now && now < window.closesAt,
      exception,
      elsewhere: ofMonth.filter((one) => one !== exception),
      lockableFrom: Math.max(
        ...placesOf(company.windows, ofMonth).map(
          (one) => windowOf(ruleAt(company.windows, one, ofMonth), period).graceEndsAt,
        ),
      ),
      lock,
    };
  });
}

/** W9: whom an exception for a place leaves alone, because they have a nearer rule of their own. */
export function leftAlone({ windows }: Windows, place: Place): Place[] {
  return windows
    .map(({ building = null, service = null }) => ({ building, service }))
    .filter(
      (of) =>
        (place.building === null || place.building === of.building) &&
        (place.service === null || place.service === of.service || (of.service === null && of.building !== null)) &&
        nearness(of) > nearness(place),
    );
}

const nearness = ({ building, service }: Place): number => (building === null ? 0 : 2) + (service === null ? 0 : 1);

/** The rule of a place without exceptions: what the month would be otherwise. */
export const usualDays = ({ windows }: Windows, place: Place, period: Period): [Day, Day] => {
  const { opensOn, closesOn } = windowOf(ruleAt(windows, place, []), period);
  return [opensOn, closesOn];
};
