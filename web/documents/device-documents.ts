import type { LedgerRow, Statement } from '../../shared/bill.ts';
import type { Language } from '../../shared/company.ts';
import type { AccountId, StatementId } from '../../shared/ids.ts';
import type { DocumentAnswer, Documents } from '../screens/documents.ts';
import type { CacheDb } from '../store/cache-db.ts';
import { silenceOf } from '../sync/call.ts';

/** The PDFs that are kept in the device's database, and the server's for the others. */
export class DeviceDocuments implements Documents {
  readonly #cache: CacheDb;

  constructor(cache: CacheDb) {
    this.#cache = cache;
  }

  statement({ id }: Statement, language: Language): Promise<DocumentAnswer> {
    return this.#fetch(`/documents/statements/${id}.pdf?language=${language}`);
  }

  ledger(account: AccountId, _ledger: readonly LedgerRow[], language: Language): Promise<DocumentAnswer> {
    return this.#fetch(`/documents/ledger/${account}.pdf?language=${language}`);
  }

  async kept(account: AccountId): Promise<ReadonlySet<StatementId>> {
    const rows = await this.#cache.documents.where({ account }).toArray();
    return new Set(rows.flatMap(({ statement }) => statement ?? []));
  }

  async #fetch(url: string): Promise<DocumentAnswer> {
    const answer = await fetch(url).catch(() => null);
    if (!answer?.ok) return { ok: false, problem: silenceOf(navigator.onLine) };
    return { ok: true, pdf: await answer.blob(), outdated: false };
  }
}
