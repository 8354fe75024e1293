import { type CaptureInterval, timeliness } from './capture.ts';
import { type EpochMs, toInstant } from './instant.ts';
import type { Problem, ProblemOf } from './problem.ts';
import { isCurrent, type Reading } from './reading.ts';
import { type WindowRule, windowOf, windowToOffer } from './window.ts';

export interface WithdrawalToCheck {
  reading: Pick<Reading, 'state' | 'source' | 'period'>;
  /** When the resident took it back. */
  capture: CaptureInterval;
  /** W2: the nearest rule for the meter. */
  rule: WindowRule;
  /** W6: the office has locked the period. */
  locked: boolean;
}

/** W7: within the window and before the lock a resident takes a reading back; null where nothing stands against it. */
export function checkWithdrawal({ reading, capture, rule, locked }: WithdrawalToCheck): Problem | null {
  if (reading.state === 'billed') return { code: 'reading_billed' };
  // What billing or the office entered is not the resident's to take back.
  const own = reading.source === 'resident' || reading.source === 'kiosk';
  if (!own || !isCurrent(reading.state)) return { code: 'reading_not_current' };
  if (locked) return { code: 'period_locked', period: reading.period };
  // Skew never blocks: only what was surely done outside the window is refused.
  if (timeliness(capture, windowOf(rule, reading.period)) === 'outside') return outsideWindow(rule, capture.latest);
  return null;
}

/** C3: what a resident is told who is too late or too early: the window that is open now, or else the next one. */
export function outsideWindow(rule: WindowRule, now: EpochMs): ProblemOf<'outside_window'> {
  const { opensAt, closesAt, opensOn, closesOn } = windowToOffer(rule, now);
  return { code: 'outside_window', opensAt: toInstant(opensAt), closesAt: toInstant(closesAt), opensOn, closesOn };
}
