import type { AccountId, OperationId, PhotoId, UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { SealedOperation } from '../../shared/operation.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import type { AccountChanges, Cursor, OperationResult } from '../../shared/protocol.ts';
import type { WindowException } from '../../shared/window.ts';
import type { Contact } from '../contact/contact.ts';
import type { SessionRow } from './cache-db.ts';
import type { PhotoToSend } from './photo-outbox.ts';

/** The signed-in user, as the sync sees it. */
export type SyncSession = Pick<SessionRow, 'user' | 'since' | 'expired'>;

/**
 * What the sync needs of the device's databases. Every function is one transaction. A cycle works for the user it began
 * with: what arrives after somebody else has signed in must not reach the cache, so the writers of the cache look at the
 * session inside their transaction.
 */
export interface SyncStorage {
  session(): Promise<SyncSession | null>;
  /** The server ended the session. Does nothing when it is not the stored one any more. */
  expireSession(session: SyncSession): Promise<void>;
  /** Likewise, for a user that was deleted on request: what the server sent goes as well. The outbox stays. */
  forgetSession(session: SyncSession): Promise<void>;

  contact(): Promise<Contact | null>;
  recordContact(user: UserId, contact: Contact): Promise<void>;

  /** I10: the queued operations of this user alone, in the order of their stream. */
  queued(user: UserId): Promise<SealedOperation[]>;
  /** The readings that they are about (`queuedReadings`). */
  countQueued(user: UserId): Promise<number>;
  /** The messages that are not sent with all of their photos yet (`queuedMessages`). */
  countMessages(user: UserId): Promise<number>;
  /**
   * I5: an operation with a terminal result leaves `queued`; `retry` only counts. Results of operations that are unknown,
   * of another user or no longer queued change nothing. `at` is the app's time.
   */
  settle(user: UserId, results: readonly OperationResult[], at: EpochMs): Promise<void>;
  /** I6: what the server acknowledged of this account and the device still keeps. Not what was refused and dismissed. */
  received(user: UserId, account: AccountId): Promise<OperationId[]>;
  /** I6: the server has lost these; they are queued again. Answers how many. */
  requeue(user: UserId, ids: readonly OperationId[]): Promise<number>;
  /** Queued photos of this user whose message or reading the server has, in the order in which they were saved. */
  photosToSend(user: UserId): Promise<PhotoToSend[]>;
  /** JPEG; null where it is no longer here. */
  photoBytes(id: PhotoId): Promise<ArrayBuffer | null>;
  /** The server has the photo, or will never take it. */
  settlePhoto(user: UserId, id: PhotoId, problem: Problem | null): Promise<void>;
  /** Drops operations that were billed and seen, messages that were seen, and nothing else. Answers how many. */
  prune(user: UserId): Promise<number>;

  /**
   * Of every account that the cache has; null before the account's first page. Null for all when this user is not the
   * signed-in one any more.
   */
  cursors(user: UserId): Promise<ReadonlyMap<AccountId, Cursor | null> | null>;
  /**
   * Rows and cursor together. False, with nothing written, when the cursor is no longer `from`: another tab was there
   * meanwhile and older rows must not cover newer ones.
   */
  apply(user: UserId, from: Cursor | null, changes: AccountChanges): Promise<boolean>;
  /** The cache's rows of these accounts go; the outbox stays. */
  revoke(user: UserId, accounts: readonly AccountId[]): Promise<void>;
  /** W6, W9: the locked periods, and the months by exception. */
  setPeriods(user: UserId, locked: readonly Period[], windows: readonly WindowException[]): Promise<void>;
}
