import type { CaptureInterval } from '../../shared/capture.ts';
import { checkReading } from '../../shared/check-reading.ts';
import { checkWithdrawal } from '../../shared/check-withdrawal.ts';
import type { OperationBodies } from '../../shared/operation.ts';
import type { Problem } from '../../shared/problem.ts';
import type { AccountView, MeterView, ReadingEntry } from './views.ts';
import { readingToCheck } from './views-derived.ts';

/** What the device says before it saves; the server has the last word. `ask`: only a confirmation is missing (U1). */
export interface Courtesy {
  verdict: 'save' | 'ask' | 'refuse';
  problems: readonly Problem[];
}

/** `capture` is what the device knows of the time (C2): only what is surely outside the window is refused for it. */
export function checkSaving(
  view: Pick<AccountView, 'locked'>,
  meter: MeterView,
  reading: OperationBodies['reading-submitted'],
  capture: CaptureInterval,
): Courtesy {
  const corrected = meter.entries.find((entry) => entry.id === reading.supersedes);
  if (corrected?.stage === 'billed') return { verdict: 'refuse', problems: [{ code: 'reading_billed' }] };
  const { findings } = checkReading(readingToCheck(view, meter, { ...reading, capture }));
  for (const effect of ['refuse', 'ask'] as const) {
    const problems = findings.filter((finding) => finding.effect === effect).map(({ problem }) => problem);
    // What else was found belongs to a reading that is not handed in.
    if (problems.length > 0) return { verdict: effect, problems: unanswered(problems) };
  }
  const problems = findings.map(({ problem }) => problem);
  // To the device every time since the last contact is uncertain; whether that matters, the server says when it arrives.
  return { verdict: 'save', problems: problems.filter(({ code }) => code !== 'time_uncertain') };
}

/** M4: "these two were swapped" answers what is wrong with the other register as well; it is asked once. */
function unanswered(problems: readonly Problem[]): readonly Problem[] {
  const explanations = problems.flatMap((problem) => ('explanations' in problem ? problem.explanations : []));
  // Two registers never explain each other: each would have to lie beyond the other's bounds.
  const answered = explanations.flatMap<unknown>((one) => (one.kind === 'registers_swapped' ? [one.with] : []));
  return problems.filter((problem) => !('register' in problem) || !answered.includes(problem.register));
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
