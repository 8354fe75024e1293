import type { AuditVerification } from '../../shared/audit-forms.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { JobKind } from '../jobs/kinds.ts';
import { newestJob } from '../jobs/queries.ts';
import { appendAudit } from './append.ts';
import { lockAuditHead } from './queries.ts';
import { lastAuditSeq } from './search-queries.ts';
import { type ChainVerdict, verifyAudit } from './verify.ts';

const kind = 'verify-audit';
const queue = 'audit';

/** Follows the log's chain when the server has time, however long the log is. */
export const auditJobs = ({ db, clock }: Pick<Services, 'db' | 'clock'>): JobKind[] => [
  {
    kind,
    queue,
    async run(job, { signal, progress }) {
      const total = await lastAuditSeq(db.reader);
      const follow = verifyAudit(db.reader, async (rows) => {
        progress(rows, Math.max(rows, total));
        // Whoever else wants something of this process has a turn.
        await new Promise(setImmediate);
        signal.throwIfAborted();
      });
      let verdict: ChainVerdict;
      try {
        verdict = await follow;
      } catch (error) {
        if (signal.aborted && signal.reason === 'cancelled') return { state: 'cancelled', result: null };
        throw error;
      }
      await db.write((tx) =>
        appendAudit(tx, {
          at: toInstant(clock.now()),
          actor: job.createdBy,
          action: 'audit-verified',
          subject: job.id,
          detail: { ...verdict },
        }),
      );
      return { state: 'done', result: verdict };
    },
  },
];

/** Has the chain followed, unless that is under way. */
export async function startVerification(
  { db, clock, jobs }: Pick<Services, 'db' | 'clock' | 'jobs'>,
  actor: string,
): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    // Of two at once the second one finds what the first one asked for.
    await lockAuditHead(tx);
    const newest = await newestJob(tx, queue);
    const isOver = !newest || newest.endedAt !== null;
    const job = isOver ? await enqueue(tx, { queue, kind, content: {}, actor, at }) : newest.id;
    await appendAudit(tx, { at, actor, action: 'verify-audit', subject: job, detail: {} });
  });
  jobs.nudge();
}

/** The newest following of the chain; null: there was none. */
export async function newestVerification(db: Reader): Promise<AuditVerification | null> {
  const job = await newestJob(db, queue);
  if (!job) return null;
  const { state, done, total, createdAt, endedAt, result } = job;
  const verdict = state === 'done' ? (result as ChainVerdict) : null;
  return { state, done, total, askedAt: createdAt, endedAt, verdict };
}
