import { type EpochMs, toInstant } from './instant.ts';
import type { ProblemOf } from './problem.ts';
import { type WindowRule, windowToOffer } from './window.ts';

/** C3: what a resident is told who is too late or too early: the window that is open now, or else the next one. */
export function outsideWindow(rule: WindowRule, now: EpochMs): ProblemOf<'outside_window'> {
  const { opensAt, closesAt, opensOn, closesOn } = windowToOffer(rule, now);
  return { code: 'outside_window', opensAt: toInstant(opensAt), closesAt: toInstant(closesAt), opensOn, closesOn };
}
