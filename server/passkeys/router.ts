import { beginPasskeyInput } from '../../shared/account-forms.ts';
import { z } from '../../shared/zod.ts';
import { resident, router } from '../trpc.ts';
import { beginPasskey, finishPasskey } from './create-passkey.ts';
import { credentialId, passkeyCreated } from './input.ts';
import { removePasskey } from './remove-passkey.ts';

export const passkeysRouter = router({
  begin: resident
    .input(beginPasskeyInput)
    .mutation(({ ctx, input }) => beginPasskey(ctx.services, ctx.user, input.current)),

  finish: resident.input(z.strictObject({ response: passkeyCreated })).mutation(async ({ ctx, input }) => {
    await finishPasskey(ctx.services, ctx.user, { ...input, device: ctx.request.device });
    return {};
  }),

  remove: resident.input(z.strictObject({ id: credentialId })).mutation(async ({ ctx, input }) => {
    await removePasskey(ctx.services, ctx.user, input.id);
    return {};
  }),
});
