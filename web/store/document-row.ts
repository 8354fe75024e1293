import type { Language } from '../../shared/company.ts';
import type { AccountId, StatementId } from '../../shared/ids.ts';

/** A PDF that is kept on this device: a bill, or the whole ledger of an account. */
export interface DocumentRow {
  /** `statement/<id>/<language>` or `ledger/<account>/<language>`. */
  key: string;
  account: AccountId;
  /** Null for the ledger. */
  statement: StatementId | null;
  language: Language;
  /** Of what it shows: an older one than that of the rows is out of date. */
  revision: number;
  bytes: ArrayBuffer;
  /** When it was put here, milliseconds of the device's clock. */
  keptAt: number;
}
