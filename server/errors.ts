import { type TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server';
import type { Problem, ProblemCode } from '../shared/problem.ts';
import { pathOf } from '../shared/sync.ts';
import { z } from '../shared/zod.ts';
import { isTransient } from './db/database.ts';

/** HTTP statuses of whole requests. Problems of single operations travel inside a 200 and have none. */
const statuses: Readonly<Partial<Record<ProblemCode, number>>> = {
  bad_input: 400,
  signed_out: 401,
  sign_in_failed: 401,
  forbidden: 403,
  not_found: 404,
  link_unknown: 404,
  link_used: 409,
  link_expired: 409,
  password_refused: 400,
  password_wrong: 403,
  email_taken: 409,
  account_mismatch: 404,
  kiosk_locked: 403,
  account_linked: 409,
  passkey_refused: 403,
  photo_refused: 415,
  payment_off: 404,
  payment_unavailable: 503,
  other_user: 409,
  id_reused: 409,
  changed_meanwhile: 409,
  name_taken: 409,
  file_applied: 409,
  undo_refused: 409,
  code_wrong: 403,
  sign_in_lapsed: 409,
  last_administrator: 409,
  window_day_begun: 409,
  window_open: 409,
  period_locked: 409,
  period_billed: 409,
  upgrade_required: 412,
  too_large: 413,
  too_many: 429,
  try_again: 503,
};

export const statusOf = (problem: Problem): number => statuses[problem.code] ?? 500;

const trpcCodes: Readonly<Record<number, TRPC_ERROR_CODE_KEY>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  412: 'PRECONDITION_FAILED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

/** What a domain throws when a request cannot be done: the caller gets the problem, and nothing else of the inside. */
export class ProblemError extends TRPCError {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super({ code: trpcCodes[statusOf(problem)] ?? 'INTERNAL_SERVER_ERROR', message: problem.code });
    this.problem = problem;
  }
}

/** What the caller is told: from our own errors the problem, from tRPC's the nearest one, from the inside nothing. */
export function problemOf(error: TRPCError): Problem {
  if (error instanceof ProblemError) return error.problem;
  const { cause } = error;
  if (cause instanceof z.core.$ZodError) return { code: 'bad_input', path: pathOf(cause as z.ZodError) };
  if (isTransient(cause)) return { code: 'try_again' };
  switch (error.code) {
    case 'NOT_FOUND':
      return { code: 'not_found' };
    case 'UNAUTHORIZED':
      return { code: 'signed_out' };
    case 'PAYLOAD_TOO_LARGE':
      return { code: 'too_large' };
    case 'PARSE_ERROR':
    case 'BAD_REQUEST':
    case 'METHOD_NOT_SUPPORTED':
    case 'UNSUPPORTED_MEDIA_TYPE':
      return { code: 'bad_input', path: '' };
    default:
      return { code: 'internal' };
  }
}

/** The body of an error answer, the same whether tRPC or a middleware before it refuses. */
export function errorBody(problem: Problem): {
  error: { message: string; data: { httpStatus: number; problem: Problem } };
} {
  return { error: { message: problem.code, data: { httpStatus: statusOf(problem), problem } } };
}
