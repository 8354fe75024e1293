import type { AccountId, BatchId } from '../../shared/ids.ts';
import { insertMany } from '../db/insert-many.ts';
import { lookUp } from '../db/look-up.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** By their tables; `files`: the PDFs of statements. */
export type BatchRowKind =
  | 'accounts'
  | 'meters'
  | 'readings'
  | 'statements'
  | 'ledger'
  | 'payments'
  | 'online-payments'
  | 'files';

/** A row that a batch changes, or that it makes without the row saying so. */
export interface Change {
  kind: BatchRowKind;
  /** Of a month of the ledger `ledgerRowId`. */
  id: string;
  account: AccountId;
  /** What stood before; null where nothing did. */
  before: object | null;
  /** The version that the batch gives it. */
  version: number;
}

export const ledgerRowId = (account: AccountId, period: string): string => `${account}/${period}`;

const upsert = prepared((db, param: Row<'batch_changes'>) =>
  db
    .insertInto('batch_changes')
    .values({
      batch_id: param.batch_id,
      kind: param.kind,
      row_id: param.row_id,
      account_id: param.account_id,
      before: param.before,
      version: param.version,
    })
    .onConflict((conflict) =>
      // What stood before the first change is what stood before the batch.
      conflict.columns(['batch_id', 'kind', 'row_id']).doUpdateSet((row) => ({ version: row.ref('excluded.version') })),
    ),
);

const insertChanges = insertMany('batch_changes', ['batch_id', 'kind', 'row_id', 'account_id', 'before', 'version']);

const toRow = (batch: BatchId, { kind, id, account, before, version }: Change): Row<'batch_changes'> => ({
  batch_id: batch,
  kind,
  row_id: id,
  account_id: account,
  before: JSON.stringify(before),
  version,
});

/** Notes what stood before a batch changes it, in the same transaction. */
export async function noteChanges(tx: Writer, batch: BatchId, changes: readonly Change[]): Promise<void> {
  for (const change of changes) await upsert(tx, toRow(batch, change));
}

/** The same for rows that nobody has noted before, because they are new. */
export const noteMade = (tx: Writer, batch: BatchId, changes: readonly Change[]): Promise<void> =>
  insertChanges(
    tx,
    changes.map((change) => toRow(batch, change)),
  );

const changesQuery = lookUp(1, (db, ids) =>
  db
    .selectFrom('batch_changes')
    .where('row_id', 'in', ids.flat())
    .select(['batch_id', 'kind', 'row_id', 'before', 'version']),
);

/** Of these rows what a batch has noted, by their ids. */
export async function changesOf(
  db: Reader,
  batch: BatchId,
  kind: BatchRowKind,
  ids: readonly string[],
): Promise<Map<string, { before: string; version: number }>> {
  const rows = await changesQuery(
    db,
    [...new Set(ids)].map((id) => [id]),
  );
  return new Map(rows.filter((row) => row.batch_id === batch && row.kind === kind).map((row) => [row.row_id, row]));
}

/** The last batch that changed a row, other than this one. */
export async function lastChangeBeside(
  db: Reader,
  { batch, kind, id }: { batch: BatchId; kind: BatchRowKind; id: string },
): Promise<BatchId | null> {
  const row = await db
    .selectFrom('batch_changes')
    .where('row_id', '=', id)
    .where('kind', '=', kind)
    .where('batch_id', '>', batch)
    .select('batch_id')
    .orderBy('batch_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.batch_id ?? null;
}

/** What a batch has noted behind a row, in the order of their ids. */
export function changesAfter(
  db: Reader,
  { batch, kind, after, most }: { batch: BatchId; kind: BatchRowKind; after: string; most: number },
): Promise<Row<'batch_changes'>[]> {
  return db
    .selectFrom('batch_changes')
    .where('batch_id', '=', batch)
    .where('kind', '=', kind)
    .where('row_id', '>', after)
    .selectAll()
    .orderBy('row_id')
    .limit(most)
    .execute();
}

/** What was put back is noted no more. */
export const deleteChange = prepared((db, param: { batch: BatchId; kind: string; id: string }) =>
  db
    .deleteFrom('batch_changes')
    .where('batch_id', '=', param.batch)
    .where('kind', '=', param.kind)
    .where('row_id', '=', param.id),
);
