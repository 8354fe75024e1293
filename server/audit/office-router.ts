import { auditFindInput, auditSearchInput } from '../../shared/audit-forms.ts';
import { administrator, router } from '../trpc.ts';
import { findForAudit, searchAudit } from './search.ts';
import { newestVerification, startVerification } from './verify-job.ts';

export const auditRouter = router({
  search: administrator
    .input(auditSearchInput)
    .query(({ ctx, input }) => searchAudit(ctx.services, input, ctx.staff.id)),

  /** Whom and what a text may mean. */
  find: administrator.input(auditFindInput).query(({ ctx, input }) => findForAudit(ctx.services.db.reader, input.text)),

  /** Follows the chain of hashes; `verification` says how far it is. */
  verify: administrator.mutation(async ({ ctx }) => {
    await startVerification(ctx.services, ctx.staff.id);
    return {};
  }),

  verification: administrator.query(({ ctx }) => newestVerification(ctx.services.db.reader)),
});
