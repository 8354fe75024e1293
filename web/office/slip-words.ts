import { whyNotTelling } from '../../shared/identity.ts';
import type { SlipRow } from '../../shared/kiosk-office.ts';
import { placeWithoutNumber } from '../../shared/kiosk-slip.ts';
import type { Meter, RegisterCode } from '../../shared/meter.ts';
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
export function slipProblemText(
  words: Words,
  problem: Problem,
  meter: Meter | null,
  confirmed: readonly RegisterCode[] | null = null,
  serial = '',
): string {
  if (own.has(problem.code)) return words.text(`kiosks-problem-${problem.code}`, { why: whyOf(serial) });
  return meter ? findingText(words, problem, meter, confirmed) : problemText(words, problem, null);
}

/** What is wrong with a serial number as it was typed, as far as it tells; empty where it is not kept any more. */
function whyOf(serial: string): string {
  if (serial === '') return 'unknown';
  return placeWithoutNumber(serial) === null ? (whyNotTelling(serial) ?? 'unknown') : 'none';
}

/** The number of a meter on a slip; of one that has none, where it hangs. */
export function slipMeterText(words: Words, serial: string): string {
  const place = placeWithoutNumber(serial);
  if (place === null) return words.text('meter-serial', { serial });
  return [words.text('kiosks-slip-unnumbered'), place].filter(Boolean).join(' · ');
}

/** How it stands with a slip: one that was entered may still wait for a decision. */
export const slipStateWord = ({ state, inReview }: Pick<SlipRow, 'state' | 'inReview'>): string =>
  `kiosks-slip-is-${state === 'entered' && inReview ? 'review' : state}`;
