import {
  guessInput,
  listProfilesInput,
  previewInput,
  removeProfileInput,
  saveProfileInput,
} from '../../shared/exchange-forms.ts';
import { clerk, manager, router } from '../trpc.ts';
import { guessUpload, previewUpload } from './preview.ts';
import { listProfiles, removeProfile, saveProfile } from './profiles.ts';
import { openUpload } from './uploads.ts';

/** How the company's own columns are read. */
export const profilesRouter = router({
  list: clerk.input(listProfilesInput).query(({ ctx, input }) => listProfiles(ctx.services.db, input.kind)),
  save: manager.input(saveProfileInput).mutation(({ ctx, input }) => saveProfile(ctx.services, input, ctx.staff.id)),
  remove: manager
    .input(removeProfileInput)
    .mutation(({ ctx, input }) => removeProfile(ctx.services, input.id, ctx.staff.id)),
});

/** Looking at a file before it is brought in. */
export const previewProcedures = {
  preview: clerk
    .input(previewInput)
    .query(async ({ ctx: { services }, input }) =>
      previewUpload(await openUpload(services.db, input.upload), services.company, input),
    ),
  guess: clerk
    .input(guessInput)
    .query(async ({ ctx: { services }, input }) =>
      guessUpload(await openUpload(services.db, input.upload), services.company, input),
    ),
};
