import type { RegisterCode } from '../../shared/meter.ts';
import type { Problem } from '../../shared/problem.ts';
import { detailsOf, type MeterOfProblem, problemText } from '../words/problem-words.ts';
import { registerName } from '../words/register-name.ts';
import type { Words } from '../words/words.ts';

/** What the office reads in words of its own; of everything else it reads what residents do. */
const own: ReadonlySet<Problem['code']> = new Set([
  'rollover_unlikely',
  'rollover',
  'concurrent_reading',
  'impossible_use',
  'unusual_high',
  'still_zero',
  'window_unsure',
  'time_uncertain',
  'period_locked',
  'meter_replaced',
  'corrects_withdrawn',
  'superseded_by_later',
  'verification_expired',
  'below_previous',
  'above_next',
  'meter_retired',
]);

/**
 * A finding as the office reads it: of a meter with several registers it says which one is meant. `confirmed`: the registers whose
 * unusual use the resident has confirmed; null where that is not known, and then nothing is said of it.
 */
export function findingText(
  words: Words,
  problem: Problem,
  meter: MeterOfProblem,
  confirmed: readonly RegisterCode[] | null = null,
): string {
  const text = own.has(problem.code)
    ? words.text(`review-finding-${problem.code}`, {
        ...detailsOf(words, problem, meter),
        confirmed: confirmation(problem, confirmed),
      })
    : problemText(words, problem, meter);
  const register = 'register' in problem && meter.registers.length > 1 ? problem.register : undefined;
  return register === undefined ? text : `${registerName(words, register)}: ${text}`;
}

function confirmation(problem: Problem, confirmed: readonly RegisterCode[] | null): 'yes' | 'no' | 'unknown' {
  if (confirmed === null || problem.code !== 'unusual_high') return 'unknown';
  return confirmed.some((code) => code === problem.register) ? 'yes' : 'no';
}
