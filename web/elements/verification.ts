import type { EpochMs } from '../../shared/instant.ts';
import type { Meter } from '../../shared/meter.ts';
import { localDay } from '../../shared/window.ts';
import type { Words } from '../words/words.ts';

/** What is to be said of a meter's verification (W8). `grave`: it has ended, or ends within a week. */
export interface VerificationWarning {
  text: string;
  grave: boolean;
}

/** W8: from 60 days before its end on the verification is spoken of; null where nothing is to be said. */
export function verificationWarning(
  words: Words,
  { verifiedUntil, retiredOn }: Pick<Meter, 'verifiedUntil' | 'retiredOn'>,
  now: EpochMs,
): VerificationWarning | null {
  if (verifiedUntil === null || retiredOn !== null) return null;
  const days = (Date.parse(verifiedUntil) - Date.parse(localDay(now, words.timeZone))) / 86_400_000;
  if (days > 60) return null;
  const text =
    days < 0
      ? words.text('meter-verified-expired', { day: words.date(verifiedUntil) })
      : words.text('meter-verified-soon', { days: Math.max(1, days) });
  return { text, grave: days <= 7 };
}
