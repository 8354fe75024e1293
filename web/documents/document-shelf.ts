import type { AccountId, StatementId, UserId } from '../../shared/ids.ts';
import { storageProblem } from '../storage/storage-error.ts';
import type { CacheDb } from '../store/cache-db.ts';
import type { DocumentRow } from '../store/document-row.ts';
import { documentBudget, makeRoom } from './document-space.ts';

export interface Document extends Omit<DocumentRow, 'size'> {
  bytes: ArrayBuffer;
}

/** The PDFs in the device's database. They give way to everything else in it. */
export class DocumentShelf {
  readonly #cache: CacheDb;
  readonly #estimate: () => Promise<StorageEstimate>;

  constructor(cache: CacheDb, estimate: () => Promise<StorageEstimate> = browserEstimate) {
    this.#cache = cache;
    this.#estimate = estimate;
  }

  /** What is known of a document, without its bytes. */
  look(key: string): Promise<DocumentRow | undefined> {
    return this.#cache.documents.get(key);
  }

  read(key: string): Promise<Document | null> {
    const { documents, documentBytes } = this.#cache;
    return this.#cache.transaction('r', documents, documentBytes, async () => {
      const [row, content] = await Promise.all([documents.get(key), documentBytes.get(key)]);
      if (!row || !content) return null;
      const { size: _, ...known } = row;
      return { ...known, bytes: content.bytes };
    });
  }

  /** The bills of the account that are here. */
  async kept(account: AccountId): Promise<ReadonlySet<StatementId>> {
    const rows = await this.#cache.documents.where({ account }).toArray();
    return new Set(rows.flatMap(({ statement }) => statement ?? []));
  }

  /**
   * Puts a document here in place of its former one, if there is room for it and it is still the affair of this device: the
   * same user is signed in and has the account. False where it is not kept; that is no fault.
   */
  async put(user: UserId, document: Document): Promise<boolean> {
    const estimate = await this.#estimate();
    try {
      return await this.#put(user, document, estimate);
    } catch (error) {
      if (storageProblem(error)?.code !== 'storage_full') throw error;
    }
    // The browser gives less than it said. What is kept shrinks by as much again as is wanted.
    const kept = await this.#size();
    const less = { usage: 0, quota: 0, kept: Math.max(0, kept - document.bytes.byteLength) };
    try {
      return await this.#put(user, document, less);
    } catch (error) {
      if (storageProblem(error)?.code !== 'storage_full') throw error;
      return false;
    }
  }

  #put(user: UserId, document: Document, estimate: StorageEstimate & { kept?: number }): Promise<boolean> {
    const { accounts, state, statements, documents, documentBytes } = this.#cache;
    const { bytes, ...known } = document;
    const row: DocumentRow = { ...known, size: bytes.byteLength };
    return this.#cache.transaction('rw', accounts, state, statements, documents, documentBytes, async () => {
      const session = await this.#cache.read('session');
      if (session?.user !== user || !(await accounts.get(row.account))) return false;
      const [all, bills] = await Promise.all([documents.toArray(), statements.toArray()]);
      const kept = estimate.kept ?? all.reduce((sum, { size }) => sum + size, 0);
      const leaving = makeRoom(row, all, documentBudget(estimate, kept), bills);
      if (leaving === null) return false;
      const keys = leaving.map(({ key }) => key);
      await Promise.all([documents.bulkDelete(keys), documentBytes.bulkDelete(keys)]);
      await documents.put(row);
      await documentBytes.put({ key: row.key, account: row.account, bytes });
      return true;
    });
  }

  async #size(): Promise<number> {
    const rows = await this.#cache.documents.toArray();
    return rows.reduce((sum, { size }) => sum + size, 0);
  }
}

/** What the browser says of the space for this site; nothing where it does not. */
async function browserEstimate(): Promise<StorageEstimate> {
  return (await navigator.storage?.estimate?.()) ?? {};
}
