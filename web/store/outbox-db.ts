import { Dexie, type Table } from 'dexie';
import type { ConversationTopic } from '../../shared/conversation.ts';
import type {
  AccountId,
  ConversationId,
  MeterId,
  OperationId,
  PhotoId,
  ReadingId,
  StreamId,
  UserId,
} from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { RegisterCode } from '../../shared/meter.ts';
import type { SealedOperation } from '../../shared/operation.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import type { OperationResult } from '../../shared/protocol.ts';
import { ownVersionOnly } from '../storage/own-version.ts';

/**
 * I5: an operation leaves `queued` only when its own id comes back with a terminal outcome. "Sending" is no state: it
 * lives in memory alone, so that a crash leaves `queued`.
 */
export type DeviceState = 'queued' | 'received';

/** An operation as it was sealed, never changed, and beside it what became of it. */
export interface OperationRow {
  id: OperationId;
  stream: StreamId;
  number: number;
  user: UserId;
  account: AccountId;
  sealed: SealedOperation;
  state: DeviceState;
  /** What the server said last: a terminal answer once it is `received`. */
  answer: OperationResult | null;
  /** How often the server asked to send it again. */
  attempts: number;
  /** When its terminal answer came, by the server's clock as far as it is known. */
  settledAt: EpochMs | null;
  /** When the resident dismissed a refused one, by the same clock. */
  dismissedAt: EpochMs | null;
}

export interface DraftRow {
  user: UserId;
  account: AccountId;
  meter: MeterId;
  period: Period;
  text: Readonly<Partial<Record<RegisterCode, string>>>;
  supersedes: ReadingId | null;
}

/**
 * A photo that goes with an operation, and is sent after it: saved in the same transaction, and received when the server
 * says so. Its bytes are a row of their own, so that looking at what is there does not read them.
 */
export interface PhotoRow {
  id: PhotoId;
  user: UserId;
  account: AccountId;
  /** Of the message or reading that it belongs to, which has the same id. */
  operation: OperationId;
  of: 'message' | 'reading';
  state: 'queued' | 'received' | 'refused';
  /** Why it was refused: never sent again. */
  problem: Problem | null;
}

export interface PhotoBytesRow {
  id: PhotoId;
  /** JPEG. */
  bytes: ArrayBuffer;
}

/** What was begun and not yet saved; `new` has a topic and no conversation yet. */
export interface MessageDraftRow {
  user: UserId;
  account: AccountId;
  conversation: ConversationId | 'new';
  topic: ConversationTopic | null;
  text: string;
}

/** The one stream of this installed app, and the number that its next operation will have. */
export interface StreamRow {
  key: 'stream';
  id: StreamId;
  next: number;
}

/**
 * Evidence. Nothing but the resident's own acts and the pruning of what was billed and seen may delete operations: no
 * migration of the cache, no sign-out, no change of permissions, no clean-up. A draft also goes when it can never become
 * an operation any more (`closedDrafts`).
 */
export class OutboxDb extends Dexie {
  declare operations: Table<OperationRow, OperationId>;
  declare drafts: Table<DraftRow, [UserId, AccountId, MeterId, Period]>;
  declare photos: Table<PhotoRow, PhotoId>;
  declare photoBytes: Table<PhotoBytesRow, PhotoId>;
  declare messageDrafts: Table<MessageDraftRow, [UserId, AccountId, ConversationId | 'new']>;
  declare meta: Table<StreamRow, 'stream'>;

  constructor(name = 'meterbook-outbox') {
    // Strict: "saved" is said only of what the operating system was asked to put on the disk.
    super(name, {
      ...ownVersionOnly(globalThis.indexedDB),
      cache: 'disabled',
      chromeTransactionDurability: 'strict',
    });
    this.version(1).stores({
      operations: 'id, state, account, [user+state], &[stream+number]',
      drafts: '[user+account+meter+period], account',
      meta: 'key',
    });
    this.version(2).stores({
      photos: 'id, operation, account, state',
      photoBytes: 'id',
      messageDrafts: '[user+account+conversation], account',
    });
  }
}
