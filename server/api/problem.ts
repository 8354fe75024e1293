import type { ApiScope } from '../../shared/api-key.ts';
import type { Instant } from '../../shared/instant.ts';
import { isTransient } from '../db/database.ts';
import { ProblemError } from '../errors.ts';
import { LockRefused } from '../exchange/export-readings.ts';
import { UndoRefused } from '../exchange/undo-report.ts';

/**
 * What a program is told that cannot be done: its code, its HTTP status, and what it is called. The codes are stable; they are
 * the portal's own where those say it.
 */
export const apiProblems = {
  /** The body is no JSON, or broke off. */
  body_unreadable: [400, 'The body cannot be read'],
  idempotency_key_missing: [400, 'The header Idempotency-Key is missing, or is none'],
  key_refused: [401, 'There is no valid key'],
  scope_missing: [403, 'The key does not permit this'],
  not_found: [404, 'There is no such thing here'],
  method_not_allowed: [405, 'This method is not for this address'],
  window_open: [409, 'Residents may still read for the period'],
  batch_running: [409, 'The batch is still being brought in'],
  batch_undone: [409, 'The batch is undone already'],
  batch_undoing: [409, 'The batch is being undone'],
  batch_billed: [409, 'Billing has answered about the batch, and what is billed stays'],
  batch_too_old: [409, 'The batch is older than the notes of what batches change'],
  job_ended: [409, 'The job has come to its end'],
  idempotency_key_busy: [409, 'The first request with this Idempotency-Key is still under way'],
  too_large: [413, 'The body is too large'],
  media_type_refused: [415, 'The body is of a kind that is not taken here'],
  bad_input: [422, 'Something in the request is not as it is described'],
  idempotency_key_reused: [422, 'Another request had this Idempotency-Key'],
  too_many: [429, 'There were too many requests'],
  internal: [500, 'Something went wrong here'],
  try_again: [503, 'The same request may succeed soon'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ApiProblemCode = keyof typeof apiProblems;

/** What each problem tells besides its code. */
interface Details {
  /** One of these would permit it. */
  scope_missing: { scopes: readonly ApiScope[] };
  method_not_allowed: { allow: readonly string[] };
  /** From when on the period can be locked. */
  window_open: { until: Instant };
  /** In bytes. */
  too_large: { most: number };
  media_type_refused: { allowed: readonly string[] };
  /** Where in the request: a parameter, or a member of the body. */
  bad_input: { path: string };
  /** Until it is worth while again. */
  too_many: { seconds: number };
}

export type ApiProblem = {
  [C in ApiProblemCode]: { code: C } & (C extends keyof Details ? Details[C] : unknown);
}[ApiProblemCode];

/** Thrown where a program's request cannot be done. */
export class ApiRefused extends Error {
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(problem.code);
    this.name = 'ApiRefused';
    this.problem = problem;
  }
}

export const apiStatusOf = ({ code }: Pick<ApiProblem, 'code'>): number => apiProblems[code][0];

/** RFC 9457. `type` names the problem and leads nowhere. */
export function problemBody(problem: ApiProblem): {
  type: string;
  title: string;
  status: number;
  code: ApiProblemCode;
  details: Readonly<Record<string, unknown>>;
} {
  const { code, ...details } = problem;
  const [status, title] = apiProblems[code];
  return { type: `urn:meterbook:problem:${code}`, title, status, code, details };
}

/** What a program is told of an error; null: nobody foresaw it. */
export function apiProblemOf(error: unknown, { mostBytes }: { mostBytes: number }): ApiProblem | null {
  if (error instanceof ApiRefused) return error.problem;
  if (error instanceof LockRefused) {
    return { code: 'window_open', until: new Date(error.from).toISOString() };
  }
  if (error instanceof UndoRefused) {
    return error.code === 'batch_unknown' ? { code: 'not_found' } : { code: error.code };
  }
  if (error instanceof ProblemError) return ofDomain(error, mostBytes);
  return isTransient(error) ? { code: 'try_again' } : null;
}

function ofDomain({ problem }: ProblemError, mostBytes: number): ApiProblem | null {
  switch (problem.code) {
    case 'too_many':
      return { code: 'too_many', seconds: problem.seconds ?? 60 };
    case 'too_large':
      return { code: 'too_large', most: mostBytes };
    case 'bad_input':
      return { code: 'bad_input', path: problem.path };
    case 'not_found':
    case 'try_again':
      return { code: problem.code };
    default:
      return null;
  }
}
