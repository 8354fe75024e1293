import { addKioskInput, kioskIdInput, renameKioskInput } from '../../shared/kiosk-forms.ts';
import { manager, router } from '../trpc.ts';
import { addKiosk, listKiosks, renameKiosk, renewKioskCode, revokeKiosk } from './manage.ts';

export const kiosksRouter = router({
  list: manager.query(({ ctx: { services } }) => listKiosks(services.db.reader, services.clock.now())),

  /** Answers with the code, this once. */
  add: manager.input(addKioskInput).mutation(({ ctx, input }) => addKiosk(ctx.services, input.name, ctx.staff.id)),

  rename: manager.input(renameKioskInput).mutation(async ({ ctx, input }) => {
    await renameKiosk(ctx.services, input, ctx.staff.id);
    return {};
  }),

  renewCode: manager
    .input(kioskIdInput)
    .mutation(({ ctx, input }) => renewKioskCode(ctx.services, input.id, ctx.staff.id)),

  revoke: manager.input(kioskIdInput).mutation(async ({ ctx, input }) => {
    await revokeKiosk(ctx.services, input.id, ctx.staff.id);
    return {};
  }),
});
