import type { LedgerRow, Statement } from '../../shared/bill.ts';
import type { Language } from '../../shared/company.ts';
import type { AccountId, StatementId } from '../../shared/ids.ts';
import type { Trouble } from './account-actions.ts';

/**
 * The seam between the screens and the PDFs of bills and of the ledger: those that are kept on this device, and the server
 * for the others. Its code comes when it is asked for (`AppStore.documents`).
 */
export interface Documents {
  /** Billing's own PDF, or one drawn in the language. From the device where it is kept and still right, or else fetched. */
  statement(statement: Statement, language: Language): Promise<DocumentAnswer>;
  /** The whole ledger of the account, drawn in the language. */
  ledger(account: AccountId, ledger: readonly LedgerRow[], language: Language): Promise<DocumentAnswer>;
  /** The bills of the account whose PDFs are on this device. */
  kept(account: AccountId): Promise<ReadonlySet<StatementId>>;
}

export type DocumentAnswer =
  | {
      ok: true;
      pdf: Blob /** Kept before the last change of what it shows, and there is no newer one to be had now. */;
      outdated: boolean;
    }
  | { ok: false; problem: Trouble };
