import type { BatchId, WindowExceptionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Period } from './period.ts';
import type { WindowException } from './window.ts';

/** How far the office's calendar of windows reaches: so many months back, and ahead. */
export const calendarMonths = { back: 12, ahead: 6 } as const;

/** W9: an exception as the office sees it. */
export interface OfficeException extends WindowException {
  id: WindowExceptionId;
  madeAt: Instant;
  /** Null: somebody who is not of the office's people (any more). */
  madeBy: string | null;
}

/** W6: a lock as the office sees it. */
export interface PeriodLock {
  period: Period;
  lockedAt: Instant;
  /** Null: because it was exported. */
  reason: string | null;
  /** What billing was given with it; null where nothing was left to give. */
  batch: { id: BatchId; readings: number } | null;
}

/** What stands in the calendar beside the company's rules. */
export interface WindowCalendar {
  exceptions: OfficeException[];
  locks: PeriodLock[];
}

/** How far a month's readings have come, counted as a `Tally` is. */
export interface MonthCounts {
  /** Meters that should be read, and those with an actual reading that stands. */
  expected: number;
  read: number;
  /** W6: of those, what billing has or was given. */
  given: number;
  /** Readings that wait for the office. */
  review: number;
  late: number;
}
