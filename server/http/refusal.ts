import type { Context } from 'koa';
import { isTransient } from '../db/database.ts';
import { errorBody, ProblemError, statusOf } from '../errors.ts';

/** Answers a request with why it cannot be done. What nobody foresaw is thrown on. */
export function answerRefusal(ctx: Context, error: unknown): void {
  const problem = error instanceof ProblemError ? error.problem : isTransient(error) ? tryAgain : null;
  if (!problem) throw error;
  ctx.status = statusOf(problem);
  ctx.body = errorBody(problem);
}

const tryAgain = { code: 'try_again' } as const;
