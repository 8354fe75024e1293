import { sql } from 'kysely';
import type { AccountId, StatementId } from '../../shared/ids.ts';
import { insertMany } from '../db/insert-many.ts';
import { lookUp } from '../db/look-up.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row } from '../db/tables.ts';

type Pair = readonly [string, string];

/** A list of pairs, for `(a, b) in …`. */
const pairs = (keys: readonly (readonly string[])[]) =>
  sql`(values ${sql.join(keys.map(([first, second]) => sql`(${first}, ${second})`))})`;

const accountIdsQuery = lookUp(1, (db, numbers) =>
  db.selectFrom('accounts').where('number', 'in', numbers.flat()).select(['id', 'number']),
);

/** The accounts of these numbers that there are. */
export async function accountIdsByNumber(db: Reader, numbers: Iterable<string>): Promise<Map<string, AccountId>> {
  const rows = await accountIdsQuery(
    db,
    [...new Set(numbers)].map((number) => [number]),
  );
  return new Map(rows.map(({ id, number }) => [number, id]));
}

/** Bills by account and number. */
export const statementsByNumber: (db: Reader, keys: readonly Pair[]) => Promise<Row<'statements'>[]> = lookUp(
  2,
  (db, keys) =>
    db
      .selectFrom('statements')
      .where(sql<boolean>`(account_id, number) in ${pairs(keys)}`)
      .selectAll(),
);

const statementsByFileQuery = lookUp(1, (db, files) =>
  db
    .selectFrom('statements')
    .innerJoin('accounts', 'accounts.id', 'statements.account_id')
    .where('statements.file', 'in', files.flat())
    .select(['statements.id', 'statements.number', 'statements.file', 'accounts.number as account']),
);

/** Whose these files are. */
export async function statementsByFile(
  db: Reader,
  files: Iterable<string>,
): Promise<Map<string, { id: StatementId; account: string; number: string }>> {
  const rows = await statementsByFileQuery(
    db,
    [...new Set(files)].map((file) => [file]),
  );
  return new Map(rows.map(({ id, account, number, file }) => [file as string, { id, account, number }]));
}

export const insertStatements = insertMany('statements', [
  'id',
  'account_id',
  'version',
  'period',
  'number',
  'issued_on',
  'due',
  'description',
  'total',
  'lines',
  'file',
  'file_hash',
  'batch_id',
]);

/** Everything but whose it is. */
export const updateStatement = prepared((db, param: Omit<Row<'statements'>, 'account_id' | 'number'>) =>
  db
    .updateTable('statements')
    .set({
      version: param.version,
      period: param.period,
      issued_on: param.issued_on,
      due: param.due,
      description: param.description,
      total: param.total,
      lines: param.lines,
      file: param.file,
      file_hash: param.file_hash,
      batch_id: param.batch_id,
    })
    .where('id', '=', param.id),
);

export const deleteStatementFile = prepared((db, param: { statement: StatementId }) =>
  db.deleteFrom('statement_files').where('statement_id', '=', param.statement),
);

/** Months of the ledger by account and period. */
export const ledgerMonths: (db: Reader, keys: readonly Pair[]) => Promise<Row<'ledger_months'>[]> = lookUp(
  2,
  (db, keys) =>
    db
      .selectFrom('ledger_months')
      .where(sql<boolean>`(account_id, period) in ${pairs(keys)}`)
      .selectAll(),
);

const ledgersQuery = lookUp(1, (db, accounts) =>
  db
    .selectFrom('ledger_months')
    .innerJoin('accounts', 'accounts.id', 'ledger_months.account_id')
    .where('account_id', 'in', accounts.flat())
    .select(['accounts.number', 'period', 'services', 'ledger_months.batch_id'])
    .orderBy('accounts.number')
    .orderBy('period'),
);

/** The whole ledgers of these accounts, in the order of their numbers, oldest month first. */
export const ledgersOf = (db: Reader, accounts: readonly AccountId[]) =>
  ledgersQuery(
    db,
    accounts.map((account) => [account]),
  );

export const insertLedgerMonths = insertMany('ledger_months', [
  'account_id',
  'period',
  'version',
  'services',
  'total',
  'batch_id',
]);

export const updateLedgerMonth = prepared((db, param: Row<'ledger_months'>) =>
  db
    .updateTable('ledger_months')
    .set({ version: param.version, services: param.services, total: param.total, batch_id: param.batch_id })
    .where('account_id', '=', param.account_id)
    .where('period', '=', param.period),
);

/** Payments by account and number. */
export const paymentsByNumber: (db: Reader, keys: readonly Pair[]) => Promise<Row<'payments'>[]> = lookUp(
  2,
  (db, keys) =>
    db
      .selectFrom('payments')
      .where(sql<boolean>`(account_id, number) in ${pairs(keys)}`)
      .selectAll(),
);

export const insertPayments = insertMany('payments', [
  'id',
  'account_id',
  'version',
  'date',
  'amount',
  'number',
  'source',
  'batch_id',
]);

export const updatePayment = prepared((db, param: Omit<Row<'payments'>, 'account_id' | 'number'>) =>
  db
    .updateTable('payments')
    .set({
      version: param.version,
      date: param.date,
      amount: param.amount,
      source: param.source,
      batch_id: param.batch_id,
    })
    .where('id', '=', param.id),
);
