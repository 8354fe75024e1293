import type { Meter } from './meter.ts';
import { type Day, daysBetween } from './period.ts';

/** W8: so many days before the end of a verification it is spoken of, each time more urgently. */
export const verificationWarnings = [60, 30, 7] as const;

export interface VerificationDue {
  /** Whole days until the last good day: 0 on that day itself, negative when it has passed. */
  daysLeft: number;
  /** The nearest of the warnings that has been reached, or that the verification has ended. */
  reached: (typeof verificationWarnings)[number] | 'ended';
}

/** W8: what there is to say of a meter's verification on a day; null where there is nothing. */
export function verificationDue(
  { verifiedUntil, retiredOn }: Pick<Meter, 'verifiedUntil' | 'retiredOn'>,
  today: Day,
): VerificationDue | null {
  if (verifiedUntil === null || retiredOn !== null) return null;
  const daysLeft = daysBetween(today, verifiedUntil);
  const reached = daysLeft < 0 ? 'ended' : verificationWarnings.findLast((days) => daysLeft <= days);
  return reached === undefined ? null : { daysLeft, reached };
}
