import type { AccountId, OperationId, PhotoId, UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { SealedOperation } from '../../shared/operation.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { type AccountChanges, type Cursor, isTerminal, type OperationResult } from '../../shared/protocol.ts';
import type { WindowException } from '../../shared/window.ts';
import type { Contact } from '../contact/contact.ts';
import type { CacheDb, StateRow } from './cache-db.ts';
import { staysRefused } from './entries.ts';
import type { OperationRow, OutboxDb } from './outbox-db.ts';
import { type PhotoToSend, photosToSend, requeuePhotos, settlePhoto } from './photo-outbox.ts';
import { queuedMessages, queuedReadings } from './queued-readings.ts';
import { wipe } from './session-rows.ts';
import type { SyncSession, SyncStorage } from './sync-storage.ts';

/** What a pull brings of an account, beside the account itself; the tables of the cache have the same names. */
const ofAccount = [
  'meters',
  'readings',
  'statements',
  'ledger',
  'payments',
  'onlinePayments',
  'conversations',
  'messages',
] as const;

/** The sync's view of the two Dexie databases. */
export class DexieSyncStorage implements SyncStorage {
  readonly #outbox: OutboxDb;
  readonly #cache: CacheDb;

  constructor(outbox: OutboxDb, cache: CacheDb) {
    this.#outbox = outbox;
    this.#cache = cache;
  }

  session(): Promise<SyncSession | null> {
    return this.#cache.read('session');
  }

  async expireSession({ user, since }: SyncSession): Promise<void> {
    await this.#cache.transaction('rw', this.#cache.state, async () => {
      const session = await this.#cache.read('session');
      if (session?.user === user && session.since === since) {
        await this.#cache.write('session', { ...session, expired: true });
      }
    });
  }

  async forgetSession({ user, since }: SyncSession): Promise<void> {
    const cache = this.#cache;
    await cache.transaction('rw', cache.tables, async () => {
      const session = await cache.read('session');
      if (session?.user === user && session.since === since) await wipe(cache);
    });
  }

  contact(): Promise<Contact | null> {
    return this.#cache.read('contact');
  }

  recordContact(user: UserId, contact: Contact): Promise<void> {
    return this.#asUser(user, async () => {
      await this.#cache.write('contact', contact);
    });
  }

  async queued(user: UserId): Promise<SealedOperation[]> {
    const rows = await this.#outbox.operations.where({ user, state: 'queued' }).sortBy('number');
    return rows.map((row) => row.sealed);
  }

  async countQueued(user: UserId): Promise<number> {
    return queuedReadings(await this.queued(user)).length;
  }

  async countMessages(user: UserId): Promise<number> {
    const photos = await this.#outbox.photos.where({ state: 'queued' }).toArray();
    const own = photos.filter((photo) => photo.user === user);
    return queuedMessages(await this.queued(user), own).length;
  }

  async settle(user: UserId, results: readonly OperationResult[], at: EpochMs): Promise<void> {
    await this.#outbox.transaction('rw', this.#outbox.operations, async () => {
      for (const result of results) {
        const row = await this.#row(result.id);
        if (row?.user !== user || row.state !== 'queued') continue;
        const change = isTerminal(result.outcome)
          ? ({ state: 'received', answer: result, settledAt: at } as const)
          : { answer: result, attempts: row.attempts + 1 };
        await this.#outbox.operations.put({ ...row, ...change });
      }
    });
  }

  async received(user: UserId, account: AccountId): Promise<OperationId[]> {
    const rows = await this.#outbox.operations
      .where({ account })
      .filter((row) => row.user === user && row.state === 'received')
      .sortBy('number');
    const readings = await this.#cache.readings.bulkGet(rows.map((row) => row.id));
    // What was dismissed and counts after all (W9) is as good as what was never refused.
    return rows.filter((row, at) => row.dismissedAt === null || !staysRefused(row, readings[at])).map((row) => row.id);
  }

  async requeue(user: UserId, ids: readonly OperationId[]): Promise<number> {
    const lost = await this.#outbox.operations
      .where('id')
      .anyOf(ids)
      .and((row) => row.user === user && row.state === 'received')
      .modify({ state: 'queued', answer: null, settledAt: null, dismissedAt: null });
    if (lost > 0) await requeuePhotos(this.#outbox, ids);
    return lost;
  }

  photosToSend(user: UserId): Promise<PhotoToSend[]> {
    return photosToSend(this.#outbox, user);
  }

  async photoBytes(id: PhotoId): Promise<ArrayBuffer | null> {
    return (await this.#outbox.photoBytes.get(id))?.bytes ?? null;
  }

  settlePhoto(user: UserId, id: PhotoId, problem: Problem | null): Promise<void> {
    return settlePhoto(this.#outbox, user, id, problem);
  }

  async prune(user: UserId): Promise<number> {
    const rows = await this.#outbox.operations.where({ user, state: 'received' }).toArray();
    // So it is at most starts, which therefore come without the code for it.
    if (rows.length === 0) return 0;
    let pruning: typeof import('./prune-outbox.ts');
    try {
      pruning = await import('./prune-outbox.ts');
    } catch {
      // The code cannot be had just now. Nothing hurries: the next cycle asks for it again.
      return 0;
    }
    return pruning.pruneOutbox(this.#outbox, this.#cache, rows);
  }

  async cursors(user: UserId): Promise<ReadonlyMap<AccountId, Cursor | null> | null> {
    const { accounts, cursors, state } = this.#cache;
    return this.#cache.transaction('r', accounts, cursors, state, async () => {
      if ((await this.session())?.user !== user) return null;
      // Signing in brings the accounts alone.
      const known = (await accounts.toCollection().primaryKeys()).map((account) => [account, null] as const);
      const pulled = (await cursors.toArray()).map(
        ({ account, epoch, version }) => [account, { epoch, version }] as const,
      );
      return new Map<AccountId, Cursor | null>([...known, ...pulled]);
    });
  }

  async apply(user: UserId, from: Cursor | null, page: AccountChanges): Promise<boolean> {
    const { accounts, cursors } = this.#cache;
    const { account, epoch, version, reset, changes } = page;
    let applied = false;
    await this.#asUser(user, async () => {
      const [now] = await cursors.where({ account }).toArray();
      if (now?.epoch !== from?.epoch || now?.version !== from?.version) return;
      if (reset) await this.#forget(account);
      await accounts.bulkPut(changes.accounts);
      // A server that is older than this app, in the middle of a deploy, does not know all of them.
      for (const kind of ofAccount) await this.#cache.table(kind).bulkPut(changes[kind] ?? []);
      for (const { kind, id } of changes.removed ?? []) {
        await this.#cache.table(kind).delete(kind === 'ledger' ? [account, id] : id);
      }
      await cursors.put({ account, epoch, version });
      applied = true;
    });
    return applied;
  }

  revoke(user: UserId, accounts: readonly AccountId[]): Promise<void> {
    return this.#asUser(user, async () => {
      for (const account of accounts) {
        await this.#forget(account);
        await this.#cache.accounts.delete(account);
        await this.#cache.cursors.delete(account);
        if ((await this.#cache.read('account')) === account) await this.#cache.state.delete('account');
      }
    });
  }

  setPeriods(user: UserId, locked: readonly Period[], windows: readonly WindowException[]): Promise<void> {
    return this.#asUser(user, async () => {
      // Unchanged rows are not written: every write repaints the screens.
      for (const [key, value] of [
        ['locked', locked],
        ['windows', windows],
      ] as const) {
        if (JSON.stringify((await this.#cache.read(key)) ?? []) !== JSON.stringify(value)) {
          await this.#cache.state.put({ key, value } as StateRow);
        }
      }
    });
  }

  async #forget(account: AccountId): Promise<void> {
    for (const table of [...ofAccount, 'documents', 'documentBytes'])
      await this.#cache.table(table).where({ account }).delete();
  }

  async #row(id: OperationId | null): Promise<OperationRow | undefined> {
    return id === null ? undefined : this.#outbox.operations.get(id);
  }

  /** One transaction over the whole cache, and only while this user is the signed-in one. */
  #asUser(user: UserId, work: () => Promise<void>): Promise<void> {
    return this.#cache.transaction('rw', this.#cache.tables, async () => {
      if ((await this.session())?.user === user) await work();
    });
  }
}
