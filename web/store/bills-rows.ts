import type { LedgerRow, OnlinePayment, Payment, Statement } from '../../shared/bill.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { CacheDb } from './cache-db.ts';

/** Everything of billing that the device holds of one account, in no order. */
export interface BillsRows {
  statements: readonly Statement[];
  ledger: readonly LedgerRow[];
  payments: readonly Payment[];
  onlinePayments: readonly OnlinePayment[];
}

/** Null while the device knows nothing of the account. May stand in Dexie's `liveQuery`. */
export async function billsRows(cache: CacheDb, account: AccountId): Promise<BillsRows | null> {
  const [known, statements, ledger, payments, onlinePayments] = await Promise.all([
    cache.accounts.get(account),
    cache.statements.where({ account }).toArray(),
    cache.ledger.where({ account }).toArray(),
    cache.payments.where({ account }).toArray(),
    cache.onlinePayments.where({ account }).toArray(),
  ]);
  return known ? { statements, ledger, payments, onlinePayments } : null;
}
