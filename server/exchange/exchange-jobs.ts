import { v7 } from 'uuid';
import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import type { BatchId, JobId, UploadId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { JobKind } from '../jobs/kinds.ts';
import type { Encoding } from '../tables/encoding.ts';
import { exchangeQueue } from './exchange-queue.ts';
import { inThread } from './in-thread.ts';
import type { AttachContent, ImportContent, UndoContent } from './job-results.ts';
import { batchById, takeTurn } from './queries.ts';
import { refuseUnlessUndoable, refuseWhileUndoing } from './undo-export.ts';
import { openUpload } from './uploads.ts';

export const exchangeKinds = ['import', 'attach', 'undo'] as const;

/** What the server does of the exchange when it has time. */
export const exchangeJobs = (needs: Pick<Services, 'db' | 'company' | 'clock'>): JobKind[] =>
  exchangeKinds.map((kind) => ({
    kind,
    queue: exchangeQueue,
    run: (job, context) => inThread(needs, job, context),
    abandon: (job, context) => inThread(needs, job, context, { abandon: true }),
  }));

type Starting = Pick<Services, 'db' | 'clock' | 'jobs'>;

/**
 * The transaction in which a job is begun, by `begin`: what is thrown before or after it keeps the job from being begun, and what
 * is written there is written together with it. Whoever looks at other jobs before it takes the turn.
 */
export type BeginWithin = (tx: Writer, begin: () => Promise<JobId>) => Promise<JobId>;

/** Brings a file in when its turn comes. Throws the problem `not_found` where there is no such upload. */
export async function startImport(
  services: Starting,
  request: {
    kind: ExchangeKind;
    upload: UploadId;
    profile: MappingProfile | null;
    dryRun: boolean;
    strict: boolean;
    encoding?: Encoding | null;
    actor: string;
    within?: BeginWithin;
  },
): Promise<JobId> {
  const { kind, upload, profile, dryRun, strict, encoding = null, actor, within } = request;
  const { name: fileName, hash } = (await openUpload(services.db, upload)).upload;
  const content: ImportContent = { kind, upload, fileName, profile, encoding, dryRun, strict, batch: v7() };
  return start(services, { kind: 'import', content, actor, detail: { kind, hash, dryRun, strict }, within });
}

/** Gives statements the PDFs of a ZIP. Throws the problem `not_found`. */
export async function startAttach(
  services: Starting,
  { upload, dryRun, actor, within }: { upload: UploadId; dryRun: boolean; actor: string; within?: BeginWithin },
): Promise<JobId> {
  const { name: fileName, hash } = (await openUpload(services.db, upload)).upload;
  const content: AttachContent = { upload, fileName, dryRun, batch: v7() };
  return start(services, { kind: 'attach', content, actor, detail: { hash, dryRun }, within });
}

/** Undoes a batch, or says what it would undo. Throws UndoRefused where it plainly cannot be. */
export async function startUndo(
  services: Starting,
  {
    batch,
    reason = null,
    dryRun = false,
    actor,
    within = alone,
  }: { batch: BatchId; reason?: string | null; dryRun?: boolean; actor: string; within?: BeginWithin },
): Promise<JobId> {
  const content: UndoContent = { batch, reason, dryRun };
  return start(services, {
    kind: 'undo',
    content,
    actor,
    detail: { batch, dryRun },
    async within(tx, begin) {
      await takeTurn(tx);
      await refuseUnlessUndoable(tx, await batchById(tx, batch), { id: batch });
      await refuseWhileUndoing(tx, batch);
      return within(tx, begin);
    },
  });
}

interface Wanted {
  kind: (typeof exchangeKinds)[number];
  content: object;
  actor: string;
  detail: Readonly<Record<string, string | boolean>>;
  within: BeginWithin | undefined;
}

const alone: BeginWithin = (_, begin) => begin();

async function start(
  { db, clock, jobs }: Starting,
  { kind, content, actor, detail, within = alone }: Wanted,
): Promise<JobId> {
  const id = await db.write((tx) =>
    within(tx, async () => {
      const at = toInstant(clock.now());
      const job = await enqueue(tx, { queue: exchangeQueue, kind, content, actor, at });
      await appendAudit(tx, { at, actor, action: `start-${kind}`, subject: job, detail });
      return job;
    }),
  );
  jobs.nudge();
  return id;
}
