import { z } from '../../shared/zod.ts';
import { resident, router } from '../trpc.ts';
import { beginPasskey, finishPasskey } from './create-passkey.ts';
import { passkeyCreated } from './input.ts';
import { removePasskey } from './remove-passkey.ts';

export const passkeysRouter = router({
  begin: resident.mutation(({ ctx: { services, user } }) => beginPasskey(services, user)),

  finish: resident.input(z.strictObject({ response: passkeyCreated })).mutation(async ({ ctx, input }) => {
    await finishPasskey(ctx.services, ctx.user, { ...input, device: ctx.request.device });
    return {};
  }),

  remove: resident.input(z.strictObject({ id: z.string().max(1_364) })).mutation(async ({ ctx, input }) => {
    await removePasskey(ctx.services, ctx.user, input.id);
    return {};
  }),
});
