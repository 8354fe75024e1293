import { makeApiKeyInput, revokeApiKeyInput } from '../../shared/api-key-forms.ts';
import { administrator, router } from '../trpc.ts';
import { listKeys, makeKey, revokeKey } from './keys.ts';

/** The keys of programs that exchange files by HTTP. */
export const keysRouter = router({
  list: administrator.query(({ ctx }) => listKeys(ctx.services.db.reader)),
  make: administrator.input(makeApiKeyInput).mutation(({ ctx, input }) => makeKey(ctx.services, input, ctx.staff)),
  revoke: administrator.input(revokeApiKeyInput).mutation(async ({ ctx, input }) => {
    await revokeKey(ctx.services, input.id, ctx.staff.id);
    return {};
  }),
});
