import { addAccountInput, removeAccountInput } from '../../shared/account-forms.ts';
import { kioskPairedInput } from '../../shared/kiosk-forms.ts';
import { showAtKiosk } from '../kiosks/pairing.ts';
import { resident, router } from '../trpc.ts';
import { addAccount } from './add-account.ts';
import { removeAccount } from './remove-account.ts';

export const accountsRouter = router({
  add: resident.input(addAccountInput).mutation(({ ctx, input }) => addAccount(ctx.services, ctx.user, input)),

  remove: resident.input(removeAccountInput).mutation(async ({ ctx, input }) => {
    await removeAccount(ctx.services, ctx.user, input);
    return {};
  }),

  /** The resident's bills at the kiosk that shows this code. */
  showAtKiosk: resident
    .input(kioskPairedInput)
    .mutation(({ ctx, input }) => showAtKiosk(ctx.services, ctx.user, input.code)),
});
