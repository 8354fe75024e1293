import type { Meter } from '../../shared/meter.ts';
import type { Explanation, Problem } from '../../shared/problem.ts';
import { registerName } from './register-name.ts';
import { requestDetails } from './trouble-words.ts';
import type { Words } from './words.ts';

/** What of a meter is needed to put values into words. */
export type MeterOfProblem = Pick<Meter, 'registers' | 'unit'>;

/** A problem as a sentence. Values are in the smallest unit of their register, so the meter must be known to show them. */
export function problemText(words: Words, problem: Problem, meter: MeterOfProblem | null): string {
  return words.text(`problem-${problem.code}`, detailsOf(words, problem, meter));
}

/** What the button says that chooses an explanation (M4) for a problem of one register. */
export function explanationText(
  words: Words,
  explanation: Explanation,
  register: string,
  meter: MeterOfProblem | null,
  /** It leads on instead of saving. */
  onward = false,
): string {
  const values: Record<string, string> = { register: registerName(words, register), does: onward ? 'on' : 'save' };
  if ('with' in explanation) values.with = registerName(words, explanation.with);
  if ('value' in explanation) values.value = valueText(words, explanation.value, register, meter);
  return words.text(`explanation-${explanation.kind}`, values);
}

/** `255,000 m³` */
export function valueText(
  words: Words,
  value: number,
  register: string,
  meter: MeterOfProblem | null,
  form: 'quantity' | 'roughQuantity' = 'quantity',
): string {
  const face = meter?.registers.find(({ code }) => code === register);
  const text = words[form](value, face?.decimals ?? 0);
  return meter ? `${text}\u00a0${words.unit(meter.unit)}` : text;
}

type Values = Record<string, string | number>;

/** What a sentence about the problem may name, put into words. */
export function detailsOf(words: Words, problem: Problem, meter: MeterOfProblem | null): Values {
  const register = 'register' in problem ? (problem.register ?? '') : '';
  const value = (amount: number) => valueText(words, amount, register, meter);
  switch (problem.code) {
    case 'too_many_digits':
      return { digits: problem.digits };
    case 'too_many_decimals':
      return { decimals: problem.decimals };
    case 'register_missing':
    case 'register_unknown':
      return { register: registerName(words, register) };
    case 'below_previous': {
      const { previousPeriod } = problem;
      return {
        previous: value(problem.previous),
        since: previousPeriod === null ? 'start' : 'period',
        forPeriod: previousPeriod === null ? '' : words.forPeriod(previousPeriod),
      };
    }
    case 'above_next':
      return { next: value(problem.next), forPeriod: words.forPeriod(problem.nextPeriod) };
    case 'rollover':
      return { use: value(problem.use) };
    case 'rollover_unlikely':
      return { cause: problem.cause, previous: value(problem.previous), use: value(problem.use) };
    case 'meter_retired':
      return { day: words.date(problem.retiredOn) };
    case 'day_before_installed':
      return { day: words.date(problem.installedOn) };
    case 'day_before_reading':
      return { day: words.date(problem.readOn) };
    case 'month_given':
      return { period: words.periodTitle(problem.period), how: problem.billed ? 'billed' : 'locked' };
    case 'unusual_high':
      return { use: value(problem.use), usual: valueText(words, problem.usual, register, meter, 'roughQuantity') };
    case 'impossible_use':
      return { use: value(problem.use), possible: value(problem.possible) };
    case 'still_zero':
      return { periods: problem.periods };
    case 'outside_window':
      return { from: words.day(problem.opensOn, 'from'), until: words.day(problem.closesOn, 'until') };
    case 'period_locked':
      return { period: words.periodTitle(problem.period) };
    case 'window_day_begun':
      return { day: words.date(problem.day) };
    case 'window_open':
      return { until: words.fullMoment(Date.parse(problem.until)) };
    case 'file_applied':
      return { at: words.fullMoment(Date.parse(problem.at)) };
    case 'undo_refused':
      return { why: problem.why };
    case 'period_billed':
      return { period: words.periodTitle(problem.period), readings: problem.readings };
    case 'verification_expired':
      return { day: words.date(problem.verifiedUntil) };
    default:
      return requestDetails(problem);
  }
}
