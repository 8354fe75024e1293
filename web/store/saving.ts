import type { CaptureInterval } from '../../shared/capture.ts';
import { checkReading } from '../../shared/check-reading.ts';
import { checkWithdrawal } from '../../shared/check-withdrawal.ts';
import type { OperationBodies } from '../../shared/operation.ts';
import type { Problem } from '../../shared/problem.ts';
import { type Courtesy, courtesyOf } from '../readings/courtesy.ts';
import type { AccountView, MeterView, ReadingEntry } from './views.ts';
import { readingToCheck } from './views-derived.ts';

/** `capture` is what the device knows of the time (C2): only what is surely outside the window is refused for it. */
export function checkSaving(
  view: Pick<AccountView, 'locked'>,
  meter: MeterView,
  reading: OperationBodies['reading-submitted'],
  capture: CaptureInterval,
): Courtesy {
  const corrected = meter.entries.find((entry) => entry.id === reading.supersedes);
  if (corrected?.stage === 'billed') return { verdict: 'refuse', problems: [{ code: 'reading_billed' }] };
  return courtesyOf(checkReading(readingToCheck(view, meter, { ...reading, capture })));
}

/** W7: within the window and before the lock, and never what was billed or is being withdrawn already. */
export function checkWithdrawing(
  view: Pick<AccountView, 'locked'>,
  meter: Pick<MeterView, 'policy'>,
  entry: ReadingEntry,
  capture: CaptureInterval,
): Courtesy {
  const problem = withdrawalProblem(view.locked, meter.policy, entry, capture);
  return problem ? { verdict: 'refuse', problems: [problem] } : { verdict: 'save', problems: [] };
}

function withdrawalProblem(
  locked: AccountView['locked'],
  { rule }: MeterView['policy'],
  entry: ReadingEntry,
  capture: CaptureInterval,
): Problem | null {
  if (entry.stage === 'refused' || entry.withdrawing) return { code: 'reading_not_current' };
  // What is only on this device counts as far as the device can tell.
  const reading = { state: entry.state ?? 'accepted', source: entry.source, period: entry.period } as const;
  return checkWithdrawal({ reading, capture, rule, locked: locked.includes(entry.period) });
}
