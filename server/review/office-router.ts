import {
  acceptInput,
  askInput,
  correctInput,
  enterInput,
  entryBasisInput,
  listInput,
  openInput,
  refuseInput,
} from '../../shared/review-forms.ts';
import { clerk, router } from '../trpc.ts';
import { askAboutReading } from './ask.ts';
import { acceptReading, correctReading, refuseReading } from './decide.ts';
import { enterReading, entryBasis } from './enter.ts';
import { listQueue, summariseQueue } from './list.ts';
import { openCase } from './open-case.ts';

/** Readings that wait for the office, and readings that the office enters itself. */
export const reviewRouter = router({
  list: clerk.input(listInput).query(({ ctx, input }) => listQueue(ctx.services.db.reader, input, ctx.staff.id)),
  summary: clerk.query(({ ctx }) => summariseQueue(ctx.services.db.reader)),
  /** A mutation, because it is noted who looked at whose data. */
  open: clerk.input(openInput).mutation(({ ctx, input }) => openCase(ctx.services, ctx.staff, input.reading)),
  accept: clerk.input(acceptInput).mutation(({ ctx, input }) => acceptReading(ctx.services, ctx.staff, input)),
  correct: clerk.input(correctInput).mutation(({ ctx, input }) => correctReading(ctx.services, ctx.staff, input)),
  refuse: clerk.input(refuseInput).mutation(({ ctx, input }) => refuseReading(ctx.services, ctx.staff, input)),
  ask: clerk.input(askInput).mutation(({ ctx, input }) => askAboutReading(ctx.services, ctx.staff, input)),
  entryBasis: clerk.input(entryBasisInput).query(({ ctx, input }) => entryBasis(ctx.services, ctx.staff, input)),
  enter: clerk.input(enterInput).mutation(({ ctx, input }) => enterReading(ctx.services, ctx.staff, input)),
});
