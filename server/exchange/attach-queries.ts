import type { BatchId, StatementId } from '../../shared/ids.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

const byFile = prepared((db, param: { file: string }) =>
  db.selectFrom('statements').where('file', '=', param.file).select(['id', 'account_id', 'file_hash']),
);

/** The statement that announced a file of this name. */
export async function statementOfFile(
  db: Reader,
  file: string,
): Promise<Pick<Row<'statements'>, 'id' | 'account_id' | 'file_hash'> | undefined> {
  const [statement] = await byFile(db, { file });
  return statement;
}

/** In place of the one that was there before. */
export const storeFile: (tx: Writer, file: Row<'statement_files'>) => Promise<unknown> = prepared(
  (db, param: Row<'statement_files'>) =>
    db
      .insertInto('statement_files')
      .values({
        statement_id: param.statement_id,
        hash: param.hash,
        bytes: param.bytes,
        stored_at: param.stored_at,
        batch_id: param.batch_id,
      })
      .onConflict((conflict) =>
        conflict.column('statement_id').doUpdateSet((row) => ({
          hash: row.ref('excluded.hash'),
          bytes: row.ref('excluded.bytes'),
          stored_at: row.ref('excluded.stored_at'),
          batch_id: row.ref('excluded.batch_id'),
        })),
      ),
);

export const setFileHash = prepared((db, param: { id: StatementId; hash: string | null; version: number }) =>
  db.updateTable('statements').set({ file_hash: param.hash, version: param.version }).where('id', '=', param.id),
);

/** The batches that brought the PDFs of these statements. */
export async function batchesOfFiles(
  db: Reader,
  statements: readonly StatementId[],
): Promise<Map<StatementId, BatchId>> {
  if (statements.length === 0) return new Map();
  const rows = await db
    .selectFrom('statement_files')
    .where('statement_id', 'in', [...statements])
    .select(['statement_id', 'batch_id'])
    .execute();
  return new Map(rows.map(({ statement_id, batch_id }) => [statement_id, batch_id]));
}

/** How many statements announced a file that has not come. */
export async function countWaiting(db: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('statements')
    .where('file', 'is not', null)
    .where('file_hash', 'is', null)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
