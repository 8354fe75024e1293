import type { LedgerRow, OnlinePayment, Payment, Statement } from '../../shared/bill.ts';
import type { AccountId } from '../../shared/ids.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader } from '../db/tables.ts';
import { readLines } from './stored-lines.ts';

type Range = { account: AccountId; after: number; upTo: number; most: number };

const statementsQuery = prepared((db, param: Range) =>
  db
    .selectFrom('statements')
    .where('account_id', '=', param.account)
    .where('version', '>', param.after)
    .where('version', '<=', param.upTo)
    .select(['id', 'version', 'period', 'number', 'issued_on', 'due', 'description', 'total', 'lines', 'file_hash'])
    .orderBy('version')
    .limit(param.most),
);

const ledgerQuery = prepared((db, param: Range) =>
  db
    .selectFrom('ledger_months')
    .where('account_id', '=', param.account)
    .where('version', '>', param.after)
    .where('version', '<=', param.upTo)
    .select(['version', 'period', 'services', 'total'])
    .orderBy('version')
    .limit(param.most),
);

const paymentsQuery = prepared((db, param: Range) =>
  db
    .selectFrom('payments')
    .where('account_id', '=', param.account)
    .where('version', '>', param.after)
    .where('version', '<=', param.upTo)
    .select(['id', 'version', 'date', 'amount', 'number', 'source'])
    .orderBy('version')
    .limit(param.most),
);

const onlinePaymentsQuery = prepared((db, param: Range) =>
  db
    .selectFrom('online_payments')
    .where('account_id', '=', param.account)
    .where('version', '>', param.after)
    .where('version', '<=', param.upTo)
    .select(['id', 'version', 'statement_id', 'amount', 'refunded', 'reference', 'state', 'started_at', 'changed_at'])
    .orderBy('version')
    .limit(param.most),
);

/** The bills of an account that changed above a version and up to another, in the order of their versions. */
export async function changedStatements(
  db: Reader,
  range: Range,
): Promise<{ version: number; statement: Statement }[]> {
  const rows = await statementsQuery(db, range);
  return rows.map(({ version, issued_on, lines, file_hash, ...row }) => ({
    version,
    statement: {
      ...row,
      account: range.account,
      revision: version,
      issuedOn: issued_on,
      lines: readLines(lines),
      printed: file_hash !== null,
    },
  }));
}

/** The months of the ledger, likewise. */
export async function changedLedger(db: Reader, range: Range): Promise<{ version: number; month: LedgerRow }[]> {
  const rows = await ledgerQuery(db, range);
  return rows.map(({ version, period, services, total }) => ({
    version,
    month: {
      account: range.account,
      revision: version,
      period,
      services: JSON.parse(services) as LedgerRow['services'],
      total: total === null ? null : (JSON.parse(total) as LedgerRow['total']),
    },
  }));
}

/** What was paid, likewise. */
export async function changedPayments(db: Reader, range: Range): Promise<{ version: number; payment: Payment }[]> {
  const rows = await paymentsQuery(db, range);
  return rows.map(({ version, ...payment }) => ({ version, payment: { ...payment, account: range.account } }));
}

/** What was begun to be paid in the portal, likewise. */
export async function changedOnlinePayments(
  db: Reader,
  range: Range,
): Promise<{ version: number; onlinePayment: OnlinePayment }[]> {
  const rows = await onlinePaymentsQuery(db, range);
  return rows.map(({ version, statement_id, started_at, changed_at, ...row }) => ({
    version,
    onlinePayment: {
      ...row,
      account: range.account,
      statement: statement_id,
      startedAt: started_at,
      changedAt: changed_at,
    },
  }));
}
