import type { SealedOperation } from '../../../shared/operation.ts';
import type { Problem } from '../../../shared/problem.ts';
import { type AccountChanges, type Cursor, isTerminal, type OperationResult } from '../../../shared/protocol.ts';
import type { Reading } from '../../../shared/reading.ts';
import type { WindowException } from '../../../shared/window.ts';
import type { Contact } from '../../../web/contact/contact.ts';
import { staysRefused } from '../../../web/store/entries.ts';
import type { OperationRow, PhotoRow } from '../../../web/store/outbox-db.ts';
import { prunable } from '../../../web/store/prune.ts';
import { queuedMessages, queuedReadings } from '../../../web/store/queued-readings.ts';
import type { SyncSession, SyncStorage } from '../../../web/store/sync-storage.ts';
import { row } from './household.ts';

/** The sync's storage without a browser: for the loop under a virtual clock. Held to the contract of the real one. */
export class MemoryStorage implements SyncStorage {
  signedIn: SyncSession | null = null;
  lastContact: Contact | null = null;
  readonly operations = new Map<string, OperationRow>();
  readonly photos = new Map<string, PhotoRow>();
  readonly readings = new Map<string, Reading>();
  /** Null: signing in has brought the account, and nothing was pulled yet. */
  readonly at = new Map<string, Cursor | null>();
  locked: readonly string[] = [];
  windows: readonly WindowException[] = [];

  save(operation: SealedOperation): void {
    this.operations.set(operation.id, row(operation));
  }

  async session() {
    return this.signedIn;
  }

  async expireSession({ user, since }: SyncSession) {
    if (this.signedIn?.user === user && this.signedIn.since === since) {
      this.signedIn = { ...this.signedIn, expired: true };
    }
  }

  async forgetSession({ user, since }: SyncSession) {
    if (this.signedIn?.user !== user || this.signedIn.since !== since) return;
    this.signedIn = null;
    this.lastContact = null;
    this.readings.clear();
    this.at.clear();
    this.locked = [];
    this.windows = [];
  }

  async contact() {
    return this.lastContact;
  }

  async recordContact(user: string, contact: Contact) {
    if (this.#is(user)) this.lastContact = contact;
  }

  async queued(user: string) {
    return this.#of(user, 'queued').map(({ sealed }) => sealed);
  }

  async countQueued(user: string) {
    return queuedReadings(await this.queued(user)).length;
  }

  async countMessages(user: string) {
    const photos = [...this.photos.values()].filter((photo) => photo.user === user && photo.state === 'queued');
    return queuedMessages(await this.queued(user), photos).length;
  }

  async photosToSend(user: string) {
    return [...this.photos.values()]
      .filter((photo) => photo.user === user && photo.state === 'queued')
      .filter(({ operation }) => this.operations.get(operation)?.state === 'received')
      .map(({ id, of, operation }) => ({ id, of: of === 'message' ? { message: operation } : { reading: operation } }));
  }

  async photoBytes(id: string) {
    return this.photos.has(id) ? new ArrayBuffer(1) : null;
  }

  async settlePhoto(user: string, id: string, problem: Problem | null) {
    const photo = this.photos.get(id);
    if (photo?.user !== user || photo.state !== 'queued') return;
    this.photos.set(id, { ...photo, state: problem === null ? 'received' : 'refused', problem });
  }

  async settle(user: string, results: readonly OperationResult[], at: number) {
    for (const result of results) {
      const known = this.operations.get(result.id ?? '');
      if (known?.user !== user || known.state !== 'queued') continue;
      const change = isTerminal(result.outcome)
        ? ({ state: 'received', settledAt: at } as const)
        : { attempts: known.attempts + 1 };
      this.operations.set(known.id, { ...known, answer: result, ...change });
    }
  }

  async received(user: string, account: string) {
    return this.#of(user, 'received')
      .filter((known) => known.account === account)
      .filter((known) => known.dismissedAt === null || !staysRefused(known, this.readings.get(known.id)))
      .map(({ id }) => id);
  }

  async requeue(user: string, ids: readonly string[]) {
    const lost = this.#of(user, 'received').filter(({ id }) => ids.includes(id));
    for (const known of lost) {
      this.operations.set(known.id, { ...known, state: 'queued', answer: null, settledAt: null, dismissedAt: null });
    }
    return lost.length;
  }

  async prune(user: string) {
    const done = prunable(this.#of(user, 'received'), [...this.readings.values()]);
    for (const { id } of done) this.operations.delete(id);
    return done.length;
  }

  async cursors(user: string) {
    return this.#is(user) ? new Map(this.at) : null;
  }

  async apply(user: string, from: Cursor | null, { account, epoch, version, reset, changes }: AccountChanges) {
    const now = this.at.get(account);
    if (!this.#is(user) || now?.epoch !== from?.epoch || now?.version !== from?.version) return false;
    if (reset) this.#forget(account);
    for (const reading of changes.readings) this.readings.set(reading.id, reading);
    this.at.set(account, { epoch, version });
    return true;
  }

  async revoke(user: string, accounts: readonly string[]) {
    if (!this.#is(user)) return;
    for (const account of accounts) {
      this.#forget(account);
      this.at.delete(account);
    }
  }

  async setPeriods(user: string, locked: readonly string[], windows: readonly WindowException[]) {
    if (!this.#is(user)) return;
    this.locked = locked;
    this.windows = windows;
  }

  #is(user: string): boolean {
    return this.signedIn?.user === user;
  }

  #of(user: string, state: OperationRow['state']): OperationRow[] {
    return [...this.operations.values()]
      .filter((known) => known.user === user && known.state === state)
      .sort((a, b) => a.number - b.number);
  }

  #forget(account: string): void {
    for (const [id, known] of this.readings) if (known.account === account) this.readings.delete(id);
  }
}
