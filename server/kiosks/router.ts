import {
  kioskBillInput,
  kioskDeliverInput,
  kioskLookUpInput,
  kioskPairedInput,
  kioskSignInInput,
  kioskVisitInput,
} from '../../shared/kiosk-forms.ts';
import { kiosk, kioskHandingIn } from '../trpc.ts';
import { readBill, readBills } from './bills.ts';
import { deliver } from './deliver.ts';
import { lookUp } from './look-up.ts';
import { pair, paired } from './pairing.ts';
import { signInAtKiosk } from './sign-in.ts';
import { endAsNotThem, readVisit } from './user-visit.ts';

/** What a kiosk asks for whoever stands before it. */
export const kioskProcedures = {
  lookUp: kiosk
    .input(kioskLookUpInput)
    .mutation(({ ctx, input }) => lookUp(ctx.services, { kiosk: ctx.kiosk, proof: input })),

  deliver: kioskHandingIn.input(kioskDeliverInput).mutation(async ({ ctx, input }) => ({
    epoch: ctx.services.epoch,
    results: await deliver(ctx.services, { kiosk: ctx.kiosk, credentialHash: ctx.credentialHash, may: ctx.may }, input),
  })),

  signIn: kiosk
    .input(kioskSignInInput)
    .mutation(({ ctx, input }) => signInAtKiosk(ctx.services, { kiosk: ctx.kiosk, input })),

  pair: kiosk.mutation(({ ctx }) => pair(ctx.services, ctx.kiosk)),

  paired: kiosk
    .input(kioskPairedInput)
    .mutation(({ ctx, input }) => paired(ctx.services, { kiosk: ctx.kiosk, code: input.code })),

  /** For longer, where whoever stands there asks for it. */
  stay: kiosk
    .input(kioskVisitInput)
    .mutation(async ({ ctx: { services, kiosk }, input }) =>
      services.visits.prolong(await readVisit(services, input.visit, kiosk)),
    ),

  /** Whether it may still be shown; by this it lasts no longer. Asked every few seconds, and refused once it has ended elsewhere. */
  holds: kiosk.input(kioskVisitInput).query(async ({ ctx: { services, kiosk }, input }) => {
    await readVisit(services, input.visit, kiosk);
    return {};
  }),

  /** Who was told by the phone to be there is not. */
  notThem: kiosk.input(kioskVisitInput).mutation(async ({ ctx: { services, kiosk }, input }) => {
    await endAsNotThem(services, { kiosk, visit: input.visit });
    return {};
  }),

  bills: kiosk
    .input(kioskVisitInput)
    .query(async ({ ctx: { services, kiosk }, input }) =>
      readBills(services, await readVisit(services, input.visit, kiosk)),
    ),

  bill: kiosk.input(kioskBillInput).query(async ({ ctx: { services, kiosk }, input }) => {
    const visit = await readVisit(services, input.visit, kiosk);
    return readBill(services, { visit, bill: input.bill });
  }),
};
