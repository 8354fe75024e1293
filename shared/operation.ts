import type { ConversationTopic } from './conversation.ts';
import type { AccountId, ConversationId, MeterId, OperationId, PhotoId, ReadingId, StreamId, UserId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Period } from './period.ts';
import type { Claims } from './reading.ts';

/**
 * What a resident did, as the device recorded it. An operation never changes; what becomes of it stands beside it.
 * A new kind is one entry here, one schema in `sync.ts`, one file on the server and one in the web store.
 */
export interface OperationBodies {
  'reading-submitted': {
    meter: MeterId;
    period: Period;
    /** By register code, in the smallest unit of its face (V1). */
    values: Readonly<Record<string, number>>;
    claims: Claims;
    /** The reading that this one corrects (W7). */
    supersedes: ReadingId | null;
  };
  'reading-withdrawn': { reading: ReadingId };
  /** The message has the id of this operation, and so has the conversation that it begins. */
  'message-written': {
    /** Null: it begins one, and has a topic. */
    conversation: ConversationId | null;
    topic: ConversationTopic | null;
    text: string;
    /** What is sent after it, one by one; the server takes no other photos for it. */
    photos: readonly PhotoId[];
  };
}

export type OperationKind = keyof OperationBodies;

/** The shape of each body that this release writes; a server reads these and every older one. */
export const bodyVersions: Readonly<Record<OperationKind, number>> = {
  'reading-submitted': 1,
  'reading-withdrawn': 1,
  'message-written': 1,
};

/** C1: what the device knew about the time when it captured. */
export interface Capture {
  /** The device's own clock. */
  wall: Instant;
  /** Milliseconds that the server's clock was ahead of it at the last contact. */
  offset: number;
  /** The newest beacon held, opaque to the device. */
  beacon: string | null;
}

export interface OperationOf<K extends OperationKind> {
  /** UUIDv7, minted at saving. */
  id: OperationId;
  /** One per installed app. */
  stream: StreamId;
  /** Counts up from 1 within the stream. */
  number: number;
  user: UserId;
  account: AccountId;
  kind: K;
  version: number;
  body: OperationBodies[K];
  capture: Capture;
}

export type Operation = { [K in OperationKind]: OperationOf<K> }[OperationKind];

/** An operation as it travels: with the SHA-256 of `operationText` in lower-case hex. */
export type SealedOperation = Operation & { hash: string };

/**
 * The operations that must have arrived for this one to make sense: its author had them on the screen. One that names
 * itself waits for nothing, or it would wait for ever.
 */
export function dependencies(operation: Operation): OperationId[] {
  const named = namedBy(operation);
  return named === null || named === operation.id ? [] : [named];
}

function namedBy(operation: Operation): OperationId | null {
  switch (operation.kind) {
    case 'reading-submitted':
      return operation.body.supersedes;
    case 'reading-withdrawn':
      return operation.body.reading;
    case 'message-written':
      return operation.body.conversation;
  }
}
