import type { Register, RegisterCode } from '../../shared/meter.ts';
import type { Explanation, Problem } from '../../shared/problem.ts';
import { type Claims, noClaims } from '../../shared/reading.ts';
import { applyExplanation, confirmAsked, type Texts } from './entry-values.ts';

/** What somebody types for one meter, all its registers together (V4); what is declared about it; and what is wrong with it. */
export interface Typing {
  texts: Texts;
  claims: Claims;
  problems: readonly Problem[];
}

export const untyped: Typing = { texts: {}, claims: noClaims, problems: [] };

/** Another text in one field. What was declared or complained about belongs to what stood there before. */
export const withText = ({ texts, problems }: Typing, register: RegisterCode, text: string): Typing => ({
  texts: { ...texts, [register]: text },
  claims: noClaims,
  problems: problems.filter((problem) => 'register' in problem && problem.register !== register),
});

/**
 * The resident has said what happened (M4). `settled`: so it leads on; otherwise the field at `place` is looked at once more.
 * Null where the problem is of none of these registers.
 */
export function withExplanation(
  { texts, claims }: Typing,
  registers: readonly Register[],
  { problem, explanation }: { problem: Problem; explanation: Explanation },
  mark: string,
): { typing: Typing; settled: boolean; place: number } | null {
  const place = registers.findIndex(({ code }) => 'register' in problem && code === problem.register);
  const register = registers[place];
  if (!register) return null;
  const { settled, ...explained } = applyExplanation(explanation, register, texts, claims, mark);
  return { typing: { ...explained, problems: [] }, settled, place };
}

/** U1: the meter really shows it. */
export const withUseConfirmed = (typing: Typing): Typing => ({
  ...typing,
  claims: confirmAsked(typing.claims, typing.problems),
});

/** What is wrong with one register. */
export const problemsOf = (problems: readonly Problem[], register: RegisterCode): readonly Problem[] =>
  problems.filter((problem) => 'register' in problem && problem.register === register);

/** What stands in a field of its own, which says what is wrong; the rest is said or asked below the fields. */
export const isOfField = (problem: Problem): boolean => 'register' in problem && !('explanations' in problem);

/** Which field has the word after this one; null after the last. */
export function placeAfter(registers: readonly Register[], register: RegisterCode): number | null {
  const next = registers.findIndex(({ code }) => code === register) + 1;
  return next < registers.length ? next : null;
}

/** The first field with something wrong; null where what is wrong is said or asked below the fields. */
export function placeOfFault(registers: readonly Register[], problems: readonly Problem[]): number | null {
  const fault = problems.find(isOfField);
  const place = registers.findIndex(({ code }) => fault && 'register' in fault && code === fault.register);
  return place < 0 ? null : place;
}
