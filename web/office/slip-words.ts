import type { Meter } from '../../shared/meter.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemText } from '../words/problem-words.ts';
import type { Words } from '../words/words.ts';
import { findingText } from './finding-words.ts';

/** What is wrong with a slip is said in words of its own where residents read it of themselves. */
const own: ReadonlySet<Problem['code']> = new Set([
  'account_unknown',
  'account_mismatch',
  'kiosk_locked',
  'serial_useless',
  'serial_spread',
  'meter_unknown',
  'meter_unclear',
  'id_reused',
  'stream_reused',
]);

/** What is wrong with a slip, or with a reading of it, as the office reads it. */
export function slipProblemText(words: Words, problem: Problem, meter: Meter | null): string {
  if (own.has(problem.code)) return words.text(`kiosks-problem-${problem.code}`);
  return meter ? findingText(words, problem, meter) : problemText(words, problem, null);
}
