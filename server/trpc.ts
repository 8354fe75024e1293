import { initTRPC } from '@trpc/server';
import type { Context } from './context.ts';
import { ProblemError, problemOf, statusOf } from './errors.ts';

const t = initTRPC.context<Context>().create({
  // Neither in production nor in development does an answer carry a message or a stack from the inside.
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const problem = problemOf(error);
    return {
      code: shape.code,
      message: problem.code,
      data: { code: shape.data.code, httpStatus: statusOf(problem), problem },
    };
  },
});

export const router = t.router;

/** Anybody may call it. */
export const open = t.procedure;

/** A signed-in resident may call it. */
export const resident = open.use(async ({ ctx, next }) => {
  const session = await ctx.services.sessions.validate(ctx.request.sessionToken);
  if (!session) throw new ProblemError({ code: 'signed_out' });
  if (session.cookie !== null) ctx.setCookie(session.cookie);
  return next({ ctx: { session: session.id, user: session.user } });
});
