import type { RemovedKind, RemovedRow } from '../../shared/protocol.ts';
import { type ChangeRange, changedRows } from '../db/changed-rows.ts';
import type { Reader } from '../db/tables.ts';

const removals = changedRows('removed_rows', ['version', 'kind', 'row_id']);

/** What went from an account above a version and up to another, in the order of their versions. */
export async function changedRemovals(
  db: Reader,
  range: ChangeRange,
): Promise<{ version: number; removed: RemovedRow }[]> {
  const rows = await removals(db, range);
  return rows.map(({ version, kind, row_id }) => ({ version, removed: { kind: kind as RemovedKind, id: row_id } }));
}
