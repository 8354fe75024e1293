import type { AccountId, BatchId } from '../../shared/ids.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { type BatchRowKind, changesAfter } from './batch-changes.ts';
import type { Undoing } from './undo-report.ts';

/** One part of undoing a batch: rows of one sort, page by page in an order of their own, some in a transaction. */
export interface UndoStep {
  /** What follows behind a key (null: the first ones). */
  page(db: Reader, batch: BatchId, after: string | null): Promise<UndoKey[]>;
  /** The rows may have changed since they were listed. */
  undo(tx: Writer, keys: readonly UndoKey[], undoing: Undoing): Promise<void>;
}

export interface UndoKey {
  /** As `batch_changes.row_id`. */
  id: string;
  /** What the page after this one is asked for with. */
  key: string;
}

/** Of rows that are asked for in the order of their ids. */
export const keysOf = (ids: readonly string[]): UndoKey[] => ids.map((id) => ({ id, key: id }));
export const idsOf = (keys: readonly UndoKey[]): string[] => keys.map(({ id }) => id);
export const accountsOf = (rows: readonly { account_id: AccountId }[]): AccountId[] =>
  rows.map(({ account_id }) => account_id);

export const keysPerPage = 1000;

/** The rows of a kind that a batch noted; `made`: those that it made, otherwise those that it changed. */
export const notedPage =
  (kind: BatchRowKind, made: boolean): UndoStep['page'] =>
  async (db, batch, after) => {
    for (let from = after ?? ''; ; ) {
      const rows = await changesAfter(db, { batch, kind, after: from, most: keysPerPage });
      const keys = rows.filter(({ before }) => (before === 'null') === made).map(({ row_id }) => row_id);
      const last = rows.at(-1)?.row_id;
      if (keys.length > 0 || last === undefined) return keysOf(keys);
      from = last;
    }
  };
