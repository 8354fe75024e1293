import type { LedgerRow, Statement } from '../../shared/bill.ts';
import type { Language } from '../../shared/company.ts';
import type { AccountId, StatementId } from '../../shared/ids.ts';
import type { Failure } from '../contact/answer.ts';
import { browserClock, type Clock } from '../contact/clock.ts';
import type { DocumentAnswer, Documents } from '../screens/documents.ts';
import type { CacheDb } from '../store/cache-db.ts';
import type { DocumentRow } from '../store/document-row.ts';
import { silenceOf } from '../sync/call.ts';
import { DocumentShelf } from './document-shelf.ts';
import { fetchDocument } from './fetch-document.ts';

export interface DeviceDocumentsParts {
  cache: CacheDb;
  /** The server knows of no session here (any more). */
  signedOut: () => void;
  clock?: Clock;
  fetch?: typeof fetch;
  online?: () => boolean;
  shelf?: DocumentShelf;
}

/** What came of keeping a document: it is here and right, there is no room for it, or it could not be had. */
export type Keeping = 'kept' | 'no-room' | { failure: Failure };

/** A document as somebody wants it. */
type Wanted = Omit<DocumentRow, 'size'> & { url: string };

/** The PDFs that are kept in the device's database, and the server's for the others. */
export class DeviceDocuments implements Documents {
  readonly #parts: Required<DeviceDocumentsParts>;

  constructor({
    clock = browserClock(),
    fetch: ask = (...request) => fetch(...request),
    online = () => navigator.onLine,
    shelf,
    ...parts
  }: DeviceDocumentsParts) {
    this.#parts = { ...parts, clock, fetch: ask, online, shelf: shelf ?? new DocumentShelf(parts.cache) };
  }

  statement(statement: Statement, language: Language): Promise<DocumentAnswer> {
    return this.#give(statementWanted(statement, language), language);
  }

  ledger(account: AccountId, ledger: readonly LedgerRow[], language: Language): Promise<DocumentAnswer> {
    return this.#give(ledgerWanted(account, ledger, language), language);
  }

  kept(account: AccountId): Promise<ReadonlySet<StatementId>> {
    return this.#parts.shelf.kept(account);
  }

  /** Fetches the bill's PDF where this device does not have it as it should be. */
  keepStatement(statement: Statement, language: Language): Promise<Keeping> {
    return this.#keep(statementWanted(statement, language), language);
  }

  keepLedger(account: AccountId, ledger: readonly LedgerRow[], language: Language): Promise<Keeping> {
    return this.#keep(ledgerWanted(account, ledger, language), language);
  }

  async #give(wanted: Wanted, language: Language): Promise<DocumentAnswer> {
    const here = await this.#parts.shelf.read(wanted.key);
    if (here && isRight(here, wanted)) return shown(here.bytes, false);
    const fetched = await this.#fetch(wanted, language);
    if (fetched.ok) return shown(fetched.bytes, false);
    // In another language, or of before: better than nothing where there is no newer one to be had.
    if (here) return shown(here.bytes, here.revision < wanted.revision);
    const { failure } = fetched;
    return {
      ok: false,
      problem: failure.kind === 'refused' ? failure.problem : silenceOf(this.#parts.online()),
    };
  }

  async #keep(wanted: Wanted, language: Language): Promise<Keeping> {
    const here = await this.#parts.shelf.look(wanted.key);
    if (here && isRight(here, wanted)) return 'kept';
    const fetched = await this.#fetch(wanted, language);
    if (!fetched.ok) return fetched;
    return fetched.kept ? 'kept' : 'no-room';
  }

  /** Fetches it, and keeps it where there is room. */
  async #fetch(
    { url, ...wanted }: Wanted,
    language: Language,
  ): Promise<{ ok: true; bytes: ArrayBuffer; kept: boolean } | { ok: false; failure: Failure }> {
    const { cache, clock, fetch: ask, shelf, signedOut } = this.#parts;
    const session = await cache.read('session');
    const answer = await fetchDocument(`${url}?language=${language}`, clock, ask);
    if (!answer.ok) {
      const { failure } = answer;
      if (failure.kind === 'refused' && failure.problem.code === 'signed_out') signedOut();
      return { ok: false, failure };
    }
    const bytes = answer.value;
    return { ok: true, bytes, kept: session !== null && (await shelf.put(session.user, { ...wanted, bytes })) };
  }
}

const statementWanted = ({ id, account, revision, printed }: Statement, language: Language): Wanted => ({
  key: `statement/${id}`,
  account,
  statement: id,
  language: printed ? null : language,
  revision,
  url: `/documents/statements/${id}.pdf`,
});

const ledgerWanted = (account: AccountId, ledger: readonly LedgerRow[], language: Language): Wanted => ({
  key: `ledger/${account}`,
  account,
  statement: null,
  language,
  revision: ledger.reduce((newest, { revision }) => Math.max(newest, revision), 0),
  url: `/documents/ledger/${account}.pdf`,
});

/** Not older than what the screens show, and in the language that is wanted where it has one. */
const isRight = (here: Pick<DocumentRow, 'revision' | 'language'>, wanted: Wanted): boolean =>
  here.revision >= wanted.revision && here.language === wanted.language;

const shown = (bytes: ArrayBuffer, outdated: boolean): DocumentAnswer => ({
  ok: true,
  pdf: new Blob([bytes], { type: 'application/pdf' }),
  outdated,
});
