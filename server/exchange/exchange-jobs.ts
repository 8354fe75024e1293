import { v7 } from 'uuid';
import type { BatchId, JobId, UploadId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { JobKind } from '../jobs/kinds.ts';
import type { Encoding } from './encoding.ts';
import { exchangeQueue } from './exchange-queue.ts';
import type { ImportKind } from './import-kinds.ts';
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

/** What speaks against a job, looked at in the transaction that asks for it, by one at a time. Throws. */
type Check = (tx: Writer) => Promise<void>;

/** What is written together with a job, or not at all. */
type Alongside = (tx: Writer, job: JobId) => Promise<void>;

/** Brings a file in when its turn comes. Throws the problem `not_found` where there is no such upload. */
export async function startImport(
  services: Starting,
  request: {
    kind: ImportKind;
    upload: UploadId;
    profile: MappingProfile | null;
    dryRun: boolean;
    strict: boolean;
    encoding?: Encoding | null;
    actor: string;
    alongside?: Alongside;
  },
  check?: Check,
): Promise<JobId> {
  const { kind, upload, profile, dryRun, strict, encoding = null, actor, alongside } = request;
  const { name: fileName, hash } = (await openUpload(services.db, upload)).upload;
  const content: ImportContent = { kind, upload, fileName, profile, encoding, dryRun, strict, batch: v7() };
  return start(services, { kind: 'import', content, actor, detail: { kind, hash, dryRun, strict }, alongside }, check);
}

/** Gives statements the PDFs of a ZIP. Throws the problem `not_found`. */
export async function startAttach(
  services: Starting,
  { upload, dryRun, actor, alongside }: { upload: UploadId; dryRun: boolean; actor: string; alongside?: Alongside },
  check?: Check,
): Promise<JobId> {
  const { name: fileName, hash } = (await openUpload(services.db, upload)).upload;
  const content: AttachContent = { upload, fileName, dryRun, batch: v7() };
  return start(services, { kind: 'attach', content, actor, detail: { hash, dryRun }, alongside }, check);
}

/** Undoes a batch, or says what it would undo. Throws UndoRefused where it plainly cannot be. */
export async function startUndo(
  services: Starting,
  {
    batch,
    reason = null,
    dryRun = false,
    actor,
    alongside,
  }: { batch: BatchId; reason?: string | null; dryRun?: boolean; actor: string; alongside?: Alongside },
): Promise<JobId> {
  const content: UndoContent = { batch, reason, dryRun };
  return start(services, { kind: 'undo', content, actor, detail: { batch, dryRun }, alongside }, async (tx) => {
    await refuseUnlessUndoable(tx, await batchById(tx, batch), { id: batch });
    await refuseWhileUndoing(tx, batch);
  });
}

interface Wanted {
  kind: (typeof exchangeKinds)[number];
  content: object;
  actor: string;
  detail: Readonly<Record<string, string | boolean>>;
  alongside: Alongside | undefined;
}

async function start(
  { db, clock, jobs }: Starting,
  { kind, content, actor, detail, alongside }: Wanted,
  check?: Check,
): Promise<JobId> {
  const id = await db.write(async (tx) => {
    if (check) {
      await takeTurn(tx);
      await check(tx);
    }
    const at = toInstant(clock.now());
    const job = await enqueue(tx, { queue: exchangeQueue, kind, content, actor, at });
    await appendAudit(tx, { at, actor, action: `start-${kind}`, subject: job, detail });
    await alongside?.(tx, job);
    return job;
  });
  jobs.nudge();
  return id;
}
