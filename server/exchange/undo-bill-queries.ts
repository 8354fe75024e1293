import { sql } from 'kysely';
import type { AccountId, BatchId, OnlinePaymentId, StatementId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { keysPerPage } from './undo-step.ts';

/** Which of these statements somebody has paid, or begun to pay, in the portal. */
export async function paidOnline(db: Reader, statements: readonly StatementId[]): Promise<Set<StatementId>> {
  if (statements.length === 0) return new Set();
  const rows = await db
    .selectFrom('online_payments')
    .where('statement_id', 'in', [...statements])
    .select('statement_id')
    .execute();
  return new Set(rows.map(({ statement_id }) => statement_id as StatementId));
}

/** Lets go of the name of a file; the statement's version comes when it is put back itself. */
export async function dropFileName(tx: Writer, statement: StatementId): Promise<void> {
  await tx.updateTable('statements').set({ file: null }).where('id', '=', statement).execute();
}

export async function ledgerOfBatch(
  db: Reader,
  { batch, after }: { batch: BatchId; after: readonly [AccountId, string] | null },
): Promise<Pick<Row<'ledger_months'>, 'account_id' | 'period'>[]> {
  let query = db
    .selectFrom('ledger_months')
    .where('batch_id', '=', batch)
    .select(['account_id', 'period'])
    .orderBy('account_id')
    .orderBy('period')
    .limit(keysPerPage);
  if (after) query = query.where(sql<boolean>`(account_id, period) > (${after[0]}, ${after[1]})`);
  return query.execute();
}

export const deleteLedgerMonth = prepared((db, param: { account: AccountId; period: Period }) =>
  db.deleteFrom('ledger_months').where('account_id', '=', param.account).where('period', '=', param.period),
);

/** What payments of billing confirmed, by their references. */
export function confirmedOnline(
  db: Reader,
  ids: readonly OnlinePaymentId[],
): Promise<Pick<Row<'online_payments'>, 'id' | 'account_id' | 'state' | 'version' | 'reference'>[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('online_payments')
    .where('id', 'in', [...ids])
    .select(['id', 'account_id', 'state', 'version', 'reference'])
    .execute();
}

export const setOnlinePaymentState = prepared(
  (db, param: { id: OnlinePaymentId; state: Row<'online_payments'>['state']; version: number; at: Instant }) =>
    db
      .updateTable('online_payments')
      .set({ state: param.state, version: param.version, changed_at: param.at })
      .where('id', '=', param.id),
);

export async function filesOfBatch(db: Reader, batch: BatchId, after: string | null): Promise<StatementId[]> {
  const rows = await db
    .selectFrom('statement_files')
    .where('batch_id', '=', batch)
    .where('statement_id', '>', after ?? '')
    .select('statement_id')
    .orderBy('statement_id')
    .limit(keysPerPage)
    .execute();
  return rows.map(({ statement_id }) => statement_id);
}
