import type { BroughtKind } from '../../shared/exchange-desk.ts';
import type { JobId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader } from '../db/tables.ts';
import { batchesByIds, jobsSince, namesOfActors, uploadsOfHash } from './desk-queries.ts';
import type { ImportContent } from './job-results.ts';
import { kindOfContent } from './job-view.ts';

/** Somebody has brought in the same content, or is about to. */
export interface AppliedBefore {
  job: JobId;
  kind: BroughtKind;
  at: Instant;
  /** Null: not one of the office's people. */
  by: string | null;
  isOver: boolean;
}

/**
 * What was made, or is being made, of files with this content in the last month: what came to nothing and what was undone
 * does not count.
 */
export async function appliedBefore(db: Reader, hash: string): Promise<AppliedBefore[]> {
  const uploads = await uploadsOfHash(db, hash);
  const [oldest] = uploads;
  if (!oldest) return [];
  const ids = new Set<unknown>(uploads.map(({ id }) => id));
  const jobs = (await jobsSince(db, oldest.created_at))
    .filter(({ kind }) => kind !== 'undo')
    .map((job) => ({ ...job, content: JSON.parse(job.content) as ImportContent }))
    .filter(({ content }) => ids.has(content.upload) && !content.dryRun);
  const batches = await batchesByIds(
    db,
    jobs.map(({ content }) => content.batch),
  );
  const stand = jobs.filter(({ state, content }) => {
    const batch = batches.get(content.batch);
    return state !== 'done' || (batch !== undefined && batch.state === 'done');
  });
  const names = await namesOfActors(
    db,
    stand.map(({ created_by }) => created_by),
  );
  return stand.map(({ id, kind, content, state, created_at, ended_at, created_by }) => ({
    job: id,
    kind: kindOfContent(kind, content),
    at: ended_at ?? created_at,
    by: names.get(created_by) ?? null,
    isOver: state === 'done',
  }));
}
