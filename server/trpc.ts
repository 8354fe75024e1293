import { initTRPC } from '@trpc/server';
import type { StaffRole } from '../shared/staff.ts';
import { handingIn, signedIn } from './auth/signed-in.ts';
import type { Context } from './context.ts';
import { ProblemError, problemOf, statusOf } from './errors.ts';
import { isHostile } from './hostile.ts';
import { kioskHandsIn, kioskSignedIn } from './kiosks/signed-in.ts';
import { staffSignedIn } from './staff/signed-in.ts';
import { whileAllowed } from './staff/while-allowed.ts';

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

/** So may one who turned out to be another user meanwhile, with what a device had saved. */
export const formerResident = open.use(async ({ ctx, next }) => next({ ctx: await handingIn(ctx) }));

/** A kiosk in use may call it. */
export const kiosk = open
  .use(async ({ ctx, next }) => next({ ctx: await kioskSignedIn(ctx) }))
  .use(async ({ getRawInput, next }) => {
    refuseHostile(await getRawInput());
    return next();
  });

/** So may one whose credential has ended, with what it had sealed. Its envelopes are looked at one by one, so that a bad one holds no good one back. */
export const kioskHandingIn = open
  .use(async ({ ctx, next }) => next({ ctx: await kioskHandsIn(ctx) }))
  .use(async ({ getRawInput, next }) => {
    const input = await getRawInput();
    refuseHostile(isObject(input) && 'envelopes' in input ? { ...input, envelopes: null } : input);
    return next();
  });

/** Who is signed in to the office may call it, with this role or one above it. */
const staffFrom = (least: StaffRole) =>
  open
    .use(async ({ ctx, next }) => {
      const signed = await staffSignedIn(ctx, least);
      return next({ ctx: { ...signed, services: whileAllowed(ctx.services, signed.staffSession, least) } });
    })
    .use(async ({ getRawInput, next }) => {
      refuseHostile(await getRawInput());
      return next();
    });
export const clerk = staffFrom('clerk');
export const manager = staffFrom('manager');
export const administrator = staffFrom('administrator');

function refuseHostile(input: unknown): void {
  if (isHostile(input)) throw new ProblemError({ code: 'bad_input', path: '' });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
