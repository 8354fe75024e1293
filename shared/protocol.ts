import type { LedgerRow, OnlinePayment, Payment, Statement } from './bill.ts';
import type { Conversation, Message } from './conversation.ts';
import type { AccountId, OperationId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Meter } from './meter.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import type { WindowException } from './window.ts';

/** The protocol that this release speaks. Shapes only grow; the server reads every released one. */
export const protocol = 1;

export const maxOperationsPerPush = 50;

/**
 * applied: in force. review: kept, the office decides. duplicate: known already, the stored answer comes with it.
 * rejected: breaks a rule, kept in the ledger. conflict: the same id with another content, both kept.
 * retry: nothing happened, send it again.
 */
export type Outcome = 'applied' | 'duplicate' | 'review' | 'rejected' | 'conflict' | 'retry';

/** I5: with any of these the server has taken responsibility for the operation. */
export const isTerminal = (outcome: Outcome): boolean => outcome !== 'retry';

export interface OperationResult {
  /** As sent; null where what was sent had no id. Results stand in the order of the operations. */
  id: OperationId | null;
  outcome: Outcome;
  /** For `duplicate`: what it was answered the first time. */
  first?: Outcome;
  problems: Problem[];
  /** The account's version after it; 0 where no account was touched. */
  version: number;
}

export interface PushAnswer {
  serverTime: Instant;
  beacon: string;
  results: OperationResult[];
}

/** Where a device stands in the history of one account. */
export interface Cursor {
  epoch: string;
  version: number;
}

export interface Account {
  id: AccountId;
  /** As on the receipt; shown, never used as a key or in an address. */
  number: string;
  holder: string;
  building: string;
  address: string;
}

/** Rows above the cursor, whole and in the order of their versions. */
export interface Changes {
  accounts: Account[];
  meters: Meter[];
  readings: Reading[];
  statements: Statement[];
  ledger: LedgerRow[];
  payments: Payment[];
  onlinePayments: OnlinePayment[];
  conversations: Conversation[];
  messages: Message[];
  /** What is no more: a batch that brought it was undone. */
  removed: RemovedRow[];
}

/** Named by its table and its id; a month of the ledger by its period. */
export interface RemovedRow {
  kind: RemovedKind;
  id: string;
}
export const removedKinds = ['meters', 'statements', 'ledger', 'payments', 'conversations', 'messages'] as const;
export type RemovedKind = (typeof removedKinds)[number];

export interface AccountChanges extends Cursor {
  account: AccountId;
  /** The device's cursor was of another epoch, or ahead: what it holds of this account is replaced. */
  reset: boolean;
  more: boolean;
  changes: Changes;
}

export interface PullAnswer {
  serverTime: Instant;
  beacon: string;
  accounts: AccountChanges[];
  /** Accounts with a cursor that are not (any more) the user's. */
  revoked: AccountId[];
  /** W6: the periods of late that are locked, newest first. */
  locked: Period[];
  /** W9: the windows of single months that are not by rule, of the user's buildings, from the month before the last on. */
  windows: WindowException[];
}
