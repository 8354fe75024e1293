import { toInstant } from '../../shared/instant.ts';
import { pullInput, pushInput, reconcileInput } from '../../shared/sync.ts';
import { ProblemError } from '../errors.ts';
import { formerResident, resident, router } from '../trpc.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { knownOperations } from './queries.ts';

export const syncRouter = router({
  push: formerResident
    .input(pushInput)
    .mutation(({ ctx, input }) => push(ctx.services, ctx.user, input, { linkedAs: ctx.linkedAs })),

  pull: resident.input(pullInput).query(({ ctx, input }) => pull(ctx.services, ctx.user, input)),

  /** After the epoch changed: which of a device's acknowledged operations the restored server does not know (I6). */
  reconcile: resident.input(reconcileInput).query(async ({ ctx: { services, user }, input }) => {
    if (input.user !== user.id) throw new ProblemError({ code: 'other_user' });
    const known = new Set(await knownOperations(services.db.reader, user.id, input.ids));
    return { serverTime: toInstant(services.clock.now()), missing: input.ids.filter((id) => !known.has(id)) };
  }),
});
