import type { AccountId, OperationId, StreamId, UserId } from '../../shared/ids.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/**
 * I4: locks the account for this transaction, if it is the user's; answers with its version. Writing the row is the one
 * way of locking it that both engines know.
 */
export const lockAccount = prepared((db, param: { account: AccountId; user: UserId }) =>
  db
    .updateTable('account_versions')
    .set((row) => ({ head: row.ref('head') }))
    .where('account_id', '=', param.account)
    .where((row) =>
      row.exists(
        row
          .selectFrom('user_accounts')
          .where('user_accounts.account_id', '=', param.account)
          .where('user_accounts.user_id', '=', param.user)
          .select('user_accounts.user_id'),
      ),
    )
    .returning('head'),
);

export const setHead = prepared((db, param: { account: AccountId; head: number }) =>
  db.updateTable('account_versions').set({ head: param.head }).where('account_id', '=', param.account),
);

/** I2: the ledger's entry of that id, or of that place in the stream. */
export const ledgerEntries = prepared((db, param: { id: OperationId; stream: StreamId; number: number }) =>
  db
    .selectFrom('operations')
    .where((row) =>
      row.or([row('id', '=', param.id), row.and([row('stream', '=', param.stream), row('number', '=', param.number)])]),
    )
    .select(['id', 'hash', 'user_id', 'outcome', 'problems', 'version']),
);

export const insertOperation = prepared((db, param: Row<'operations'>) =>
  db.insertInto('operations').values({
    id: param.id,
    hash: param.hash,
    stream: param.stream,
    number: param.number,
    user_id: param.user_id,
    account_id: param.account_id,
    kind: param.kind,
    content: param.content,
    outcome: param.outcome,
    problems: param.problems,
    version: param.version,
    received_at: param.received_at,
  }),
);

export async function keepConflict(tx: Writer, row: Row<'operation_conflicts'>): Promise<void> {
  await tx
    .insertInto('operation_conflicts')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Where the accounts of a user stand now. */
export const headsOf = prepared((db, param: { user: UserId }) =>
  db
    .selectFrom('user_accounts')
    .innerJoin('account_versions', 'account_versions.account_id', 'user_accounts.account_id')
    .where('user_accounts.user_id', '=', param.user)
    .select(['account_versions.account_id as account', 'account_versions.head']),
);

/** Which of these operations of a user are in the ledger. */
export async function knownOperations(db: Reader, user: UserId, ids: readonly OperationId[]): Promise<OperationId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('operations')
    .where('user_id', '=', user)
    .where('id', 'in', ids)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}
