import {
  buildingsInput,
  missingInput,
  monthInput,
  remindInput,
  verificationFilter,
  verificationsInput,
} from '../../shared/progress-forms.ts';
import { clerk, manager, router } from '../trpc.ts';
import { listMissing } from './missing.ts';
import { listBuildings, monthProgress } from './month.ts';
import { startReadingReminders, startVerificationReminders } from './remind.ts';
import { lettersDue, listVerifications } from './verifications.ts';

/** How far the month is, who has not read, which verifications end. */
export const progressRouter = router({
  month: clerk.input(monthInput).query(({ ctx, input }) => monthProgress(ctx.services, input)),
  buildings: clerk.input(buildingsInput).query(({ ctx, input }) => listBuildings(ctx.services, input)),
  missing: clerk.input(missingInput).query(({ ctx, input }) => listMissing(ctx.services.db.reader, input)),
  remind: manager.input(remindInput).mutation(async ({ ctx, input }) => ({
    job: await startReadingReminders({ ...ctx.services, actor: ctx.staff.id }, input),
  })),
  verifications: clerk.input(verificationsInput).query(({ ctx, input }) => listVerifications(ctx.services, input)),
  verificationLetters: manager.input(verificationFilter).query(({ ctx, input }) => lettersDue(ctx.services, input)),
  remindVerifications: manager.input(verificationFilter).mutation(async ({ ctx, input }) => ({
    job: await startVerificationReminders({ ...ctx.services, actor: ctx.staff.id }, input),
  })),
});
