import type { Problem } from '../../shared/problem.ts';
import type { Words } from './words.ts';

/** A problem, or why there was no answer. */
type Trouble = Problem | 'no-network' | 'unanswered';

/** For what a press of a button sends: nothing was typed that could be lost. */
export const pressedTroubleText = (words: Words, trouble: Trouble): string =>
  typeof trouble === 'string' ? words.text('access-offline-pressed', { why: trouble }) : troubleText(words, trouble);

/**
 * Why nothing came of what was sent, as a sentence: for problems that speak of no meter (`problem-words` is for those that
 * do). Without an answer, what was typed is still there; the words for that come with the accounts' area.
 */
export const troubleText = (words: Words, trouble: Trouble): string =>
  typeof trouble === 'string'
    ? words.text('access-offline', { why: trouble })
    : words.text(`problem-${trouble.code}`, requestDetails(trouble));

/** What the words of a request's problem need to know. */
export function requestDetails(problem: Problem): Record<string, string | number> {
  if (problem.code === 'password_refused') return { why: problem.why };
  return problem.code === 'too_many' ? wait(problem.seconds) : {};
}

/** As long as somebody would say: minutes up to an hour and a half, then hours. */
function wait(seconds = 0): Record<string, string | number> {
  const minutes = Math.ceil(seconds / 60);
  return minutes > 90 ? { unit: 'hours', count: Math.round(minutes / 60) } : { unit: 'minutes', count: minutes };
}
