/** A billing month, `2017-06`. Text order is time order. */
export type Period = `${number}-${number}`;

/** A calendar day without a time zone, `2017-06-30`. Text order is time order. */
export type Day = `${number}-${number}-${number}`;

// A window may close in the month after its period's, so that no period is the last month that can be written.
const periodPattern = /^(?!0000|9999)\d{4}-(0[1-9]|1[0-2])$/;

export function isPeriod(text: unknown): text is Period {
  return typeof text === 'string' && periodPattern.test(text);
}

/** The day exists in the calendar: 2017-02-30 does not. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

export const comparePeriods = (a: Period, b: Period): number => (a < b ? -1 : a > b ? 1 : 0);

export function addMonths(period: Period, months: number): Period {
  const at = monthNumber(period) + months;
  const year = Math.floor(at / 12);
  const month = (at % 12) + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Period;
}

export const nextPeriod = (period: Period): Period => addMonths(period, 1);
export const previousPeriod = (period: Period): Period => addMonths(period, -1);

/** How many months `later` lies after `earlier`; negative when it lies before. */
export const monthsBetween = (earlier: Period, later: Period): number => monthNumber(later) - monthNumber(earlier);

/** How many days `until` lies after `from`; negative when it lies before. */
export const daysBetween = (from: Day, until: Day): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;

export const periodOfDay = (day: Day): Period => day.slice(0, 7) as Period;

export function daysInMonth(period: Period): number {
  return new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0)).getUTCDate();
}

/** The last day of a month. */
export const lastDayOf = (period: Period): Day => `${period}-${daysInMonth(period)}` as Day;

const monthNumber = (period: Period): number => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;
