import type { Company } from '../../shared/company.ts';
import type { AccountId, BatchId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import { type Database, isTransient } from '../db/database.ts';
import { withPrivateCopy } from '../db/private-copy.ts';
import type { Writer } from '../db/tables.ts';
import { batchById } from './queries.ts';
import { createSlices, Ended } from './slices.ts';
import { accountSteps, meterSteps } from './undo-accounts.ts';
import { ledgerSteps, paymentSteps, pdfSteps, statementSteps } from './undo-bills.ts';
import { refuseUnlessUndoable, undoExport } from './undo-export.ts';
import { accountNumbers, beginUndo, endUndo } from './undo-queries.ts';
import { acknowledgementSteps, readingSteps } from './undo-readings.ts';
import { type LeftRow, mostLeft, type Undoing, type UndoReport } from './undo-report.ts';
import type { UndoStep } from './undo-step.ts';

export interface UndoOptions {
  db: Database;
  company: Company;
  clock: Clock;
  /** Who undoes it: a staff member's id, or `command line`. */
  actor: string;
  /** Ends it between two slices; it goes on when it is begun again. */
  signal?: AbortSignal;
  pauseMs?: number | undefined;
  onProgress?: (rows: number) => void;
}

export interface UndoRequest {
  batch: BatchId;
  /** Why; residents read it with readings that are taken back, and the audit log keeps it. */
  reason?: string | null;
  /** A run that was cut off is undone; otherwise only what is done can be. */
  unfinished?: boolean;
  /** Says what it would do and does nothing. */
  dryRun?: boolean;
  /** What was undone before it was cut off. */
  before?: UndoReport | null;
  /** Keeps the report so far, in the transaction of every slice. */
  keep?: (tx: Writer, report: UndoReport) => Promise<void>;
}

const steps: Readonly<Record<string, readonly UndoStep[]>> = {
  accounts: accountSteps,
  meters: meterSteps,
  readings: readingSteps,
  acknowledgement: acknowledgementSteps,
  statements: statementSteps,
  ledger: ledgerSteps,
  payments: paymentSteps,
  pdfs: pdfSteps,
};

/**
 * Takes back what a batch made and puts back what it changed, in slices. A row that somebody else has changed since, and
 * what others rest on, stays as it is and is named in the report; so does what is billed (I9). Residents' devices hear of it
 * in their next pull. It may be cut off anywhere and begun again. Throws UndoRefused where nothing can be undone, and Ended.
 */
export async function undoBatch(options: UndoOptions, request: UndoRequest): Promise<UndoReport> {
  if (!request.dryRun) return undo(options, request);
  return withPrivateCopy(options.db, (copy) => undo({ ...options, db: copy }, request));
}

/**
 * A run that makes a batch: where it does not come to its end what it has entered is undone, unless somebody goes on with it.
 * `isKnown`: the batch was named beforehand, so that others find it where this process fails. Throws what the run threw.
 */
export async function wholeOrUndone<T>(
  { db, company, clock, actor, pauseMs }: Omit<UndoOptions, 'signal' | 'onProgress'>,
  { batch, isKnown }: { batch: BatchId; isKnown: boolean },
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const goesOn = error instanceof Ended ? error.reason !== 'cancelled' : isKnown && isTransient(error);
    if (goesOn || !(await batchById(db.reader, batch))) throw error;
    const undone = await undoBatch({ db, company, clock, actor, pauseMs }, { batch, unfinished: true });
    if (error instanceof Ended) error.undone = undone;
    throw error;
  }
}

async function undo(
  { db, company, clock, actor, signal, pauseMs, onProgress }: UndoOptions,
  { batch: id, reason = null, unfinished = false, before = null, keep = async () => {} }: UndoRequest,
): Promise<UndoReport> {
  const slices = createSlices(db, { ...(signal && { signal }), pauseMs });
  const now = clock.now();
  const batch = await slices.run(async (tx) => {
    const found = await refuseUnlessUndoable(tx, await batchById(tx, id), { id, unfinished });
    await beginUndo(tx, { id, by: actor });
    return found;
  });
  // Rows are counted when it is done; that outlives an undo that is cut off.
  const isUnfinished = batch.rows === 0;
  let report: UndoReport = before ?? { batch: id, kind: batch.kind, removed: 0, restored: 0, left: [], leftCount: 0 };

  /** A slice may begin again: its part of the report counts when it is written. */
  async function inSlice(
    tx: Writer,
    soFar: UndoReport,
    work: (undoing: Undoing) => Promise<void>,
  ): Promise<UndoReport> {
    let removed = 0;
    let restored = 0;
    const left: { row: Omit<LeftRow, 'account'>; account: AccountId | null }[] = [];
    await work({
      batch: id,
      unfinished: isUnfinished,
      reason,
      now,
      actor,
      removed: () => {
        removed++;
      },
      restored: () => {
        restored++;
      },
      leave: (row, account) => {
        left.push({ row, account });
      },
    });
    const named = left.slice(0, Math.max(0, mostLeft - soFar.left.length));
    const numbers = await accountNumbers(
      tx,
      named.flatMap(({ account }) => account ?? []),
    );
    const sum: UndoReport = {
      ...soFar,
      removed: soFar.removed + removed,
      restored: soFar.restored + restored,
      left: [
        ...soFar.left,
        ...named.map(({ row, account }) => ({ ...row, account: numbers.get(account ?? '') ?? '' })),
      ],
      leftCount: soFar.leftCount + left.length,
    };
    await keep(tx, sum);
    return sum;
  }

  if (batch.kind === 'readings-out') {
    report = await slices.run((tx) =>
      inSlice(tx, report, (undoing) => undoExport(tx, { batch, undoing, company, clock })),
    );
  }
  for (const step of steps[batch.kind] ?? []) {
    for (let after: string | null = null; ; ) {
      const keys = await step.page(db.reader, id, after);
      const last = keys.at(-1);
      if (!last) break;
      let slice: Writer | null = null;
      let sum = report;
      await slices.each(
        keys,
        async (tx, some) => {
          if (slice !== tx) sum = report;
          slice = tx;
          sum = await inSlice(tx, sum, (undoing) => step.undo(tx, some, undoing));
        },
        () => {
          slice = null;
          report = sum;
          onProgress?.(report.removed + report.restored + report.leftCount);
        },
      );
      after = last.key;
    }
  }
  const { removed, restored, leftCount } = report;
  await slices.run(async (tx) => {
    const at = toInstant(now);
    await endUndo(tx, { id, at });
    const detail = { kind: batch.kind, removed, restored, left: leftCount, ...(reason !== null && { reason }) };
    await appendAudit(tx, { at, actor, action: 'undo', subject: id, detail });
  });
  return report;
}
