import type { AccountId, StatementId, UserId } from '../../shared/ids.ts';
import type { LedgerMonth } from '../../shared/ledger.ts';
import { readLines } from '../bills/stored-lines.ts';
import type { Reader } from '../db/tables.ts';
import type { PrintedStatement } from './draw-statement.ts';
import type { PrintedAccount } from './parts.ts';

export interface StatementToPrint {
  statement: PrintedStatement;
  account: PrintedAccount;
  /** Billing's own PDF, if it has come. */
  file: Uint8Array | null;
}

/** A bill of one of the user's accounts; null where there is none of this id among them. */
export async function statementToPrint(
  db: Reader,
  { user, id }: { user: UserId; id: StatementId },
): Promise<StatementToPrint | null> {
  const row = await db
    .selectFrom('statements')
    .innerJoin('user_accounts', 'user_accounts.account_id', 'statements.account_id')
    .innerJoin('accounts', 'accounts.id', 'statements.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .leftJoin('statement_files', (file) =>
      file
        .onRef('statement_files.statement_id', '=', 'statements.id')
        .onRef('statement_files.hash', '=', 'statements.file_hash'),
    )
    .where('statements.id', '=', id)
    .where('user_accounts.user_id', '=', user)
    .select([
      'statements.period',
      'statements.number',
      'statements.issued_on',
      'statements.due',
      'statements.description',
      'statements.total',
      'statements.lines',
      'accounts.number as account',
      'accounts.holder',
      'premises.address',
      'statement_files.bytes',
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { issued_on, lines, account, holder, address, bytes, ...statement } = row;
  return {
    statement: { ...statement, issuedOn: issued_on, lines: readLines(lines) },
    account: { number: account, holder, address },
    file: bytes,
  };
}

/** The ledger of one of the user's accounts; null where this is none of them. */
export async function ledgerToPrint(
  db: Reader,
  { user, id }: { user: UserId; id: AccountId },
): Promise<{ account: PrintedAccount; months: LedgerMonth[] } | null> {
  const rows = await db
    .selectFrom('accounts')
    .innerJoin('user_accounts', 'user_accounts.account_id', 'accounts.id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .leftJoin('ledger_months', 'ledger_months.account_id', 'accounts.id')
    .where('accounts.id', '=', id)
    .where('user_accounts.user_id', '=', user)
    .select([
      'accounts.number',
      'accounts.holder',
      'premises.address',
      'ledger_months.period',
      'ledger_months.services',
      'ledger_months.total',
    ])
    .execute();
  const [first] = rows;
  if (!first) return null;
  const { number, holder, address } = first;
  const months = rows.flatMap(({ period, services, total }): LedgerMonth[] => {
    // An account without a ledger has one row with nothing of it.
    if (period === null || services === null) return [];
    return [
      {
        period,
        services: JSON.parse(services) as LedgerMonth['services'],
        total: total === null ? null : (JSON.parse(total) as LedgerMonth['total']),
      },
    ];
  });
  return { account: { number, holder, address }, months };
}
