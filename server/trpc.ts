import { initTRPC } from '@trpc/server';
import type { StaffRole } from '../shared/staff.ts';
import { signedIn } from './auth/signed-in.ts';
import type { Context } from './context.ts';
import { problemOf, statusOf } from './errors.ts';
import { staffSignedIn } from './staff/signed-in.ts';

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
export const resident = open.use(async ({ ctx, next }) => next({ ctx: await signedIn(ctx) }));

/** Who is signed in to the office may call it, with this role or one above it. */
const staffFrom = (least: StaffRole) =>
  open.use(async ({ ctx, next }) => next({ ctx: await staffSignedIn(ctx, least) }));
export const clerk = staffFrom('clerk');
export const manager = staffFrom('manager');
export const administrator = staffFrom('administrator');
