import {
  addKioskInput,
  findSlipsInput,
  kioskIdInput,
  kioskPrintsInput,
  locksInput,
  releaseAllInput,
  releaseInput,
  renameKioskInput,
  settleSlipInput,
  slipIdInput,
  slipsInput,
} from '../../shared/kiosk-forms.ts';
import { administrator, clerk, manager, router } from '../trpc.ts';
import { enterHeld } from './enter-held.ts';
import { listKioskKeys, rotateKioskKey } from './keys.ts';
import { listLockers, listLocks } from './locks.ts';
import {
  addKiosk,
  closeKiosk,
  listKiosks,
  renameKiosk,
  renewKioskCode,
  revokeKiosk,
  setKioskPrinting,
} from './manage.ts';
import { findSlips, kioskWork, listSlips, settleSlip } from './office-slips.ts';
import { openSlip } from './open-slip.ts';
import { releaseAccount, releaseAllOf } from './release.ts';

export const kiosksRouter = router({
  list: clerk.query(({ ctx: { services } }) => listKiosks(services.db.reader, services.clock.now())),

  /** Answers with the code, this once. */
  add: manager.input(addKioskInput).mutation(({ ctx, input }) => addKiosk(ctx.services, input.name, ctx.staff.id)),

  rename: manager.input(renameKioskInput).mutation(async ({ ctx, input }) => {
    await renameKiosk(ctx.services, input, ctx.staff.id);
    return {};
  }),

  setPrinting: manager.input(kioskPrintsInput).mutation(async ({ ctx, input }) => {
    await setKioskPrinting(ctx.services, input, ctx.staff.id);
    return {};
  }),

  renewCode: manager
    .input(kioskIdInput)
    .mutation(({ ctx, input }) => renewKioskCode(ctx.services, input.id, ctx.staff.id)),

  revoke: manager.input(kioskIdInput).mutation(async ({ ctx, input }) => {
    await revokeKiosk(ctx.services, input.id, ctx.staff.id);
    return {};
  }),

  close: manager.input(kioskIdInput).mutation(async ({ ctx, input }) => {
    await closeKiosk(ctx.services, input.id, ctx.staff.id);
    return {};
  }),

  /** How much waits for somebody. */
  work: clerk.query(({ ctx }) => kioskWork(ctx.services.db.reader)),

  slips: clerk.input(slipsInput).query(({ ctx, input }) => listSlips(ctx.services.db.reader, input)),

  /** A clerk opens a slip, which is noted. */
  slip: clerk.input(slipIdInput).mutation(({ ctx, input }) => openSlip(ctx.services, ctx.staff, input.id)),

  /** By the number on a receipt. */
  findSlips: clerk.input(findSlipsInput).query(({ ctx, input }) => findSlips(ctx.services.db.reader, input)),

  settle: clerk.input(settleSlipInput).mutation(async ({ ctx, input }) => {
    await settleSlip(ctx.services, ctx.staff, { ...input, seen: 'office' });
    return {};
  }),

  /** What a tablet out of use brought is put away: somebody decides so who could take it in as well. */
  settleHeld: manager.input(settleSlipInput).mutation(async ({ ctx, input }) => {
    await settleSlip(ctx.services, ctx.staff, { ...input, seen: 'held' });
    return {};
  }),

  /** What a tablet out of use brought is entered after all; answers what became of it. */
  takeIn: manager.input(slipIdInput).mutation(async ({ ctx, input }) => {
    const { state } = await enterHeld(ctx.services, input.id, ctx.staff.id);
    return { state };
  }),

  locks: clerk.input(locksInput).query(({ ctx, input }) => listLocks(ctx.services.db.reader, input.after)),

  release: clerk.input(releaseInput).mutation(async ({ ctx, input }) => {
    await releaseAccount(ctx.services, input.account, ctx.staff.id);
    return {};
  }),

  /** At which kiosks accounts were locked, and how many. */
  lockers: clerk.query(({ ctx }) => listLockers(ctx.services.db.reader)),

  /** All that were locked at one kiosk; answers how many. */
  releaseAll: manager
    .input(releaseAllInput)
    .mutation(({ ctx, input }) => releaseAllOf(ctx.services, input.kiosk, ctx.staff.id)),

  keys: administrator.query(({ ctx }) => listKioskKeys(ctx.services)),

  rotateKey: administrator.mutation(async ({ ctx }) => {
    await rotateKioskKey(ctx.services, ctx.staff.id);
    return {};
  }),
});
