import {
  type BroughtKind,
  batchInput,
  bringInInput,
  giveOutAndLockInput,
  giveOutInput,
  jobInput,
  newestInput,
  outlookInput,
  proposeInput,
  tryOutInput,
  undoInput,
  uploadInput,
} from '../../shared/exchange-desk.ts';
import type { UploadId } from '../../shared/ids.ts';
import type { Services } from '../context.ts';
import { type FileKind, kindOfFile } from '../tables/sniff.ts';
import { clerk, manager } from '../trpc.ts';
import { type AppliedBefore, appliedBefore } from './applied-before.ts';
import { batchLines, batchView } from './batch-view.ts';
import { applyTried, endJob, tryOut, undoOf } from './desk-jobs.ts';
import { jobView, newestJobLines } from './job-view.ts';
import { giveOut, outlookOf } from './outlook.ts';
import { guessKind, propose } from './propose.ts';
import { openUpload } from './uploads.ts';

export interface UploadView {
  id: UploadId;
  name: string;
  size: number;
  holds: FileKind;
  /** What it is most likely about. */
  guessed: BroughtKind | null;
  applied: AppliedBefore[];
}

async function uploadView({ db, company }: Services, id: UploadId): Promise<UploadView> {
  const file = await openUpload(db, id);
  const { name, size, hash } = file.upload;
  return {
    id,
    name,
    size,
    holds: await kindOfFile(file),
    guessed: await guessKind(file, company),
    applied: await appliedBefore(db.reader, hash),
  };
}

/** Bringing files in: what is tried out is what is brought in. */
const inward = {
  upload: clerk.input(uploadInput).query(({ ctx, input }) => uploadView(ctx.services, input.upload)),
  propose: clerk
    .input(proposeInput)
    .query(async ({ ctx: { services }, input }) =>
      propose(services, await openUpload(services.db, input.upload), input.kind),
    ),
  tryOut: clerk.input(tryOutInput).mutation(async ({ ctx, input }) => ({
    job: await tryOut(ctx.services, input, ctx.staff.id),
  })),
  bringIn: manager.input(bringInInput).mutation(async ({ ctx, input }) => ({
    job: await applyTried(ctx.services, input, ctx.staff.id),
  })),
  job: clerk
    .input(jobInput)
    .query(({ ctx, input }) => jobView(ctx.services.db.reader, { job: input.job, viewer: ctx.staff.id })),
  jobs: clerk
    .input(newestInput)
    .query(({ ctx, input }) => newestJobLines(ctx.services.db.reader, { after: input.after, viewer: ctx.staff.id })),
  cancel: clerk.input(jobInput).mutation(async ({ ctx, input }) => ({
    cancelled: await endJob(ctx.services, input.job, ctx.staff),
  })),
};

const batches = {
  batches: clerk.input(newestInput).query(({ ctx, input }) => batchLines(ctx.services.db.reader, input.after)),
  batch: clerk.input(batchInput).query(({ ctx, input }) => batchView(ctx.services.db.reader, input.batch)),
  tryUndo: manager.input(batchInput).mutation(async ({ ctx, input }) => ({
    job: await undoOf(ctx.services, { batch: input.batch, dryRun: true, actor: ctx.staff.id }),
  })),
  undo: manager.input(undoInput).mutation(async ({ ctx, input }) => ({
    job: await undoOf(ctx.services, { ...input, actor: ctx.staff.id }),
  })),
};

/** Giving readings out. */
const outward = {
  outlook: clerk.input(outlookInput).query(({ ctx, input }) => outlookOf(ctx.services, input.period)),
  giveOut: manager
    .input(giveOutInput)
    .mutation(({ ctx, input }) => giveOut(ctx.services, { period: input.period, lock: false, actor: ctx.staff.id })),
  giveOutAndLock: manager
    .input(giveOutAndLockInput)
    .mutation(({ ctx, input }) => giveOut(ctx.services, { ...input, lock: true, actor: ctx.staff.id })),
};

export const deskProcedures = { ...inward, ...batches, ...outward };
