import type { LedgerRow, OnlinePayment, Payment, Statement } from '../../shared/bill.ts';
import { type ChangeRange, changedRows } from '../db/changed-rows.ts';
import type { Reader } from '../db/tables.ts';
import { readLines } from './stored-lines.ts';

const statements = changedRows('statements', [
  'id',
  'version',
  'period',
  'number',
  'issued_on',
  'due',
  'description',
  'total',
  'lines',
  'file_hash',
]);
const ledgerMonths = changedRows('ledger_months', ['version', 'period', 'services', 'total']);
const payments = changedRows('payments', ['id', 'version', 'date', 'amount', 'number', 'source']);
const onlinePayments = changedRows('online_payments', [
  'id',
  'version',
  'statement_id',
  'amount',
  'refunded',
  'reference',
  'state',
  'started_at',
  'changed_at',
]);

/** The bills of an account that changed above a version and up to another, in the order of their versions. */
export async function changedStatements(
  db: Reader,
  range: ChangeRange,
): Promise<{ version: number; statement: Statement }[]> {
  const rows = await statements(db, range);
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
export async function changedLedger(db: Reader, range: ChangeRange): Promise<{ version: number; month: LedgerRow }[]> {
  const rows = await ledgerMonths(db, range);
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
export async function changedPayments(
  db: Reader,
  range: ChangeRange,
): Promise<{ version: number; payment: Payment }[]> {
  const rows = await payments(db, range);
  return rows.map(({ version, ...payment }) => ({ version, payment: { ...payment, account: range.account } }));
}

/** What was begun to be paid in the portal, likewise. */
export async function changedOnlinePayments(
  db: Reader,
  range: ChangeRange,
): Promise<{ version: number; onlinePayment: OnlinePayment }[]> {
  const rows = await onlinePayments(db, range);
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
