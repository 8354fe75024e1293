import type { AccountId, BatchId } from '../../shared/ids.ts';
import type { BatchRowKind } from './batch-changes.ts';

/** Why a row of an undone batch stays as it is. */
export type LeftReason =
  /** `batch`: the one that changed it since; null: the office or a resident did. */
  | { code: 'changed_since'; batch: BatchId | null }
  /** I9 */
  | { code: 'billed' }
  /** A later export carried it to billing. */
  | { code: 'exported' }
  | { code: 'has_pdf' }
  | { code: 'paid_online' }
  | { code: 'has_readings' }
  /** Something else belongs to it: users, meters, bills. */
  | { code: 'in_use' }
  /** The name of its earlier file is another bill's by now. */
  | { code: 'file_taken' }
  /** Another reading stands in its place by now (I3). */
  | { code: 'other_stands' }
  /** The lock stays: another batch of the period is billed. */
  | { code: 'period_billed' };

export interface LeftRow {
  kind: BatchRowKind | 'locks';
  /** As `batch_changes.row_id`. */
  id: string;
  /** The account's number; empty where it is about none. */
  account: string;
  /** By which people know it: serial and period, the bill's number, the month. */
  name: string;
  reason: LeftReason;
}

export interface UndoReport {
  batch: BatchId;
  kind: string;
  /** Rows that it had made and that are no more, or count no more. */
  removed: number;
  /** Rows that say again what they said before. */
  restored: number;
  /** The first of those that stay as they are; `leftCount` are all. */
  left: LeftRow[];
  leftCount: number;
}

/** Why a batch cannot be undone at all. */
export class UndoRefused extends Error {
  /** batch_undoing: somebody has asked for it already. batch_too_old: it was made before it was noted what batches change. */
  readonly code:
    | 'batch_unknown'
    | 'batch_running'
    | 'batch_undone'
    | 'batch_undoing'
    | 'batch_billed'
    | 'batch_too_old';

  constructor(code: UndoRefused['code'], words: string) {
    super(words);
    this.name = 'UndoRefused';
    this.code = code;
  }
}

export const mostLeft = 200;

/** What the steps of an undo work with. */
export interface Undoing {
  batch: BatchId;
  /** The batch never came to its end: nothing of it is anybody's yet. */
  unfinished: boolean;
  /** What residents read with readings that are taken back. */
  reason: string | null;
  /** The run's one moment. */
  now: number;
  actor: string;
  removed(): void;
  restored(): void;
  leave(row: Omit<LeftRow, 'account'>, account: AccountId | null): void;
}
