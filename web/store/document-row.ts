import type { Language } from '../../shared/company.ts';
import type { AccountId, StatementId } from '../../shared/ids.ts';

/**
 * A PDF that is kept on this device: a bill, or the whole ledger of an account. One of each, in the language in which it was
 * last asked for. Its bytes are a row of their own, so that looking at what is there does not read them.
 */
export interface DocumentRow {
  /** `statement/<id>` or `ledger/<account>`. */
  key: string;
  account: AccountId;
  /** Null for the ledger. */
  statement: StatementId | null;
  /** Null where it is the same in all languages: billing's own. */
  language: Language | null;
  /** Of what it shows: an older one than that of the rows is out of date. */
  revision: number;
  /** Bytes. */
  size: number;
}

export interface DocumentBytesRow {
  key: DocumentRow['key'];
  account: AccountId;
  bytes: ArrayBuffer;
}
