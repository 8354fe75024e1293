import { addAccountInput, removeAccountInput } from '../../shared/account-forms.ts';
import { kioskPairedInput, showAtKioskInput } from '../../shared/kiosk-forms.ts';
import { endAtKiosk, meetKiosk, showAtKiosk } from '../kiosks/show-at-kiosk.ts';
import { resident, router } from '../trpc.ts';
import { addAccount } from './add-account.ts';
import { removeAccount } from './remove-account.ts';

export const accountsRouter = router({
  add: resident.input(addAccountInput).mutation(({ ctx, input }) => addAccount(ctx.services, ctx.user, input)),

  remove: resident.input(removeAccountInput).mutation(async ({ ctx, input }) => {
    await removeAccount(ctx.services, ctx.user, input);
    return {};
  }),

  /** The resident's bills at the kiosk that shows this code: it is opened, the number chosen, and the showing ended. */
  meetKiosk: resident
    .input(kioskPairedInput)
    .mutation(({ ctx, input }) => meetKiosk(ctx.services, ctx.user, input.code)),

  showAtKiosk: resident
    .input(showAtKioskInput)
    .mutation(({ ctx, input }) => showAtKiosk(ctx.services, ctx.user, input)),

  endAtKiosk: resident.input(kioskPairedInput).mutation(async ({ ctx, input }) => {
    await endAtKiosk(ctx.services, ctx.user, input.code);
    return {};
  }),
});
