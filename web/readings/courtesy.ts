import type { Problem } from '../../shared/problem.ts';
import type { Verdict } from '../../shared/reading.ts';

/** What the device says before it saves; the server has the last word. `ask`: only a confirmation is missing (U1). */
export interface Courtesy {
  verdict: 'save' | 'ask' | 'refuse';
  problems: readonly Problem[];
}

/** A reading that has to wait for the office is saved like any other, and it is said. */
export function courtesyOf({ findings }: Verdict): Courtesy {
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
