import { type CaptureInterval, timeliness } from './capture.ts';
import { outsideWindow } from './outside-window.ts';
import type { Problem } from './problem.ts';
import { isCurrent, type Reading } from './reading.ts';
import { type WindowRule, windowOf } from './window.ts';

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
