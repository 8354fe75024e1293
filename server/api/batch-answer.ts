import type { Row } from '../db/tables.ts';
import type { BatchAnswer } from './shapes.ts';

/** As programs are told of it. */
export const batchAnswer = (row: Row<'batches'>): BatchAnswer => ({
  id: row.id,
  kind: row.kind,
  period: row.period,
  state: row.state,
  rows: row.rows,
  fileName: row.file_name,
  createdAt: row.created_at,
  createdBy: row.created_by,
  undoneAt: row.undone_at,
});
