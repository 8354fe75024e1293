import { whyNotTelling } from '../../../shared/identity.ts';
import type { Problem } from '../../../shared/problem.ts';
import { problemText } from '../../words/problem-words.ts';
import type { Words } from '../../words/words.ts';

/** Why a serial number cannot be the proof, before anybody is asked. Empty for one that can. */
export function uselessText(words: Words, serial: string): string {
  const why = whyNotTelling(serial);
  return why === null ? '' : words.text(`kiosk-identify-serial-${why}`);
}

/** Why the proof was refused; and, before the last one that may be wrong, that it is the last. */
export function refusalText(words: Words, problem: Problem): string {
  if (problem.code !== 'account_mismatch') return problemText(words, problem, null);
  const said = words.text('kiosk-identify-wrong');
  return problem.last ? `${said} ${words.text('kiosk-identify-last')}` : said;
}
