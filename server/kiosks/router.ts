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

/** What a kiosk asks for whoever stands before it. */
export const kioskProcedures = {
  lookUp: kiosk
    .input(kioskLookUpInput)
    .mutation(({ ctx, input }) => lookUp(ctx.services, { kiosk: ctx.kiosk, proof: input })),

  deliver: kioskHandingIn.input(kioskDeliverInput).mutation(async ({ ctx, input }) => ({
    results: await deliver(ctx.services, { kiosk: ctx.kiosk, credentialHash: ctx.credentialHash }, input),
  })),

  signIn: kiosk
    .input(kioskSignInInput)
    .mutation(({ ctx, input }) =>
      signInAtKiosk(ctx.services, { kiosk: ctx.kiosk, input, address: ctx.request.address }),
    ),

  pair: kiosk.mutation(({ ctx }) => pair(ctx.services, ctx.kiosk)),

  paired: kiosk
    .input(kioskPairedInput)
    .mutation(({ ctx, input }) => paired(ctx.services, { kiosk: ctx.kiosk, code: input.code })),

  /** For longer, where whoever stands there asks for it. */
  stay: kiosk
    .input(kioskVisitInput)
    .mutation(({ ctx: { services, kiosk }, input }) =>
      services.visits.prolong(services.visits.read(input.visit, kiosk.id)),
    ),

  bills: kiosk
    .input(kioskVisitInput)
    .query(({ ctx, input }) => readBills(ctx.services, ctx.services.visits.read(input.visit, ctx.kiosk.id))),

  bill: kiosk
    .input(kioskBillInput)
    .query(({ ctx, input }) =>
      readBill(ctx.services, { visit: ctx.services.visits.read(input.visit, ctx.kiosk.id), bill: input.bill }),
    ),
};
