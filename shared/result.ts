import type { Problem } from './problem.ts';

/** Either a value or the one problem that stands in its way. Used where a failure is an expected answer, not a fault. */
export type Result<T, P extends Problem = Problem> = { ok: true; value: T } | { ok: false; problem: P };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <P extends Problem>(problem: P): { ok: false; problem: P } => ({ ok: false, problem });
