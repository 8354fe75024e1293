import type { EpochMs } from '../../shared/instant.ts';
import type { Meter } from '../../shared/meter.ts';
import { verificationDue } from '../../shared/verification.ts';
import { localDay } from '../../shared/window.ts';
import type { Words } from '../words/words.ts';

/** What is to be said of a meter's verification (W8). `grave`: it has ended, or ends within a week. */
export interface VerificationWarning {
  text: string;
  grave: boolean;
}

/** Null where there is nothing to say yet. */
export function verificationWarning(
  words: Words,
  meter: Pick<Meter, 'verifiedUntil' | 'retiredOn'>,
  now: EpochMs,
): VerificationWarning | null {
  const due = verificationDue(meter, localDay(now, words.timeZone));
  if (!due || meter.verifiedUntil === null) return null;
  const ended = due.reached === 'ended';
  const text = ended
    ? words.text('meter-verified-expired', { day: words.date(meter.verifiedUntil) })
    : words.text('meter-verified-soon', { days: Math.max(1, due.daysLeft) });
  return { text, grave: ended || due.reached === 7 };
}
