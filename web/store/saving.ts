import { checkReading } from '../../shared/check-reading.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { OperationBodies } from '../../shared/operation.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { windowOf, windowToOffer } from '../../shared/window.ts';
import { readingToCheck } from './account-view.ts';
import type { AccountView, MeterView, ReadingEntry } from './views.ts';

/** What the device says before it saves; the server has the last word. `ask`: only a confirmation is missing (U1). */
export interface Courtesy {
  verdict: 'save' | 'ask' | 'refuse';
  problems: readonly Problem[];
}

/** `now` is the app's time. The device takes it for certain: what doubt there is, the server weighs (C3). */
export function checkSaving(
  view: Pick<AccountView, 'locked'>,
  meter: MeterView,
  reading: OperationBodies['reading-submitted'],
  now: EpochMs,
): Courtesy {
  const corrected = meter.entries.find((entry) => entry.id === reading.supersedes);
  if (corrected?.stage === 'billed') return { verdict: 'refuse', problems: [{ code: 'reading_billed' }] };
  const capture = { earliest: now, best: now, latest: now };
  const { findings } = checkReading(readingToCheck(view, meter, { ...reading, capture }));
  const has = (effect: string): boolean => findings.some((finding) => finding.effect === effect);
  const verdict = has('refuse') ? 'refuse' : has('ask') ? 'ask' : 'save';
  return { verdict, problems: findings.map(({ problem }) => problem) };
}

/** W7: within the window and before the lock, and never what was billed. */
export function checkWithdrawal(
  view: Pick<AccountView, 'locked'>,
  meter: Pick<MeterView, 'policy'>,
  entry: ReadingEntry,
  now: EpochMs,
): Courtesy {
  const problem = withdrawalProblem(view.locked, meter.policy, entry, now);
  return problem ? { verdict: 'refuse', problems: [problem] } : { verdict: 'save', problems: [] };
}

function withdrawalProblem(
  locked: readonly Period[],
  { rule }: MeterView['policy'],
  entry: ReadingEntry,
  now: EpochMs,
): Problem | null {
  if (entry.stage === 'billed') return { code: 'reading_billed' };
  if (entry.stage === 'refused' || entry.withdrawing) return { code: 'reading_not_current' };
  if (locked.includes(entry.period)) return { code: 'period_locked', period: entry.period };
  const window = windowOf(rule, entry.period);
  if (window.opensAt <= now && now < window.closesAt) return null;
  const { opensAt, closesAt, opensOn, closesOn } = windowToOffer(rule, now);
  return { code: 'outside_window', opensAt: toInstant(opensAt), closesAt: toInstant(closesAt), opensOn, closesOn };
}
