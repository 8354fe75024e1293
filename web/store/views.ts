import type { PublicCompany } from '../../shared/company.ts';
import type { MeterId, OperationId, ReadingId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Meter, RegisterCode, RegisterValues } from '../../shared/meter.ts';
import type { OperationKind } from '../../shared/operation.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Account } from '../../shared/protocol.ts';
import type { ReadingKind, ReadingSource, ReadingState, ReadingToCheck } from '../../shared/reading.ts';
import type { OfferedWindow } from '../readings/offered-window.ts';

/**
 * What the screens show: the cache and the outbox put together, derived anew whenever one of them changes.
 * Nothing here is stored.
 */

/**
 * The truth about sending. `saved`: only on this device. `received`: the server has it (its state says what it made of
 * it). `refused`: the server said no, it stays in sight until the resident acts. `billed`: taken into billing.
 */
export type Stage = 'saved' | 'received' | 'refused' | 'billed';

export interface ReadingEntry {
  id: ReadingId;
  meter: MeterId;
  period: Period;
  values: RegisterValues;
  kind: ReadingKind;
  source: ReadingSource;
  stage: Stage;
  /** What the server made of it; null while it is only on this device, or was refused. */
  state: ReadingState | null;
  /** Why it was refused, waits for the office, or was flagged. */
  problems: readonly Problem[];
  /** A register passed zero on the way to it (M5), as the resident declared or the office decided. */
  rollover: boolean;
  /** What the office wrote when it decided. */
  reason: string | null;
  capturedAt: EpochMs;
  /** When the server received it; null while it is only on this device. */
  receivedAt: EpochMs | null;
  changedAt: EpochMs;
  supersedes: ReadingId | null;
  /** A withdrawal of it is saved on this device and not yet received. */
  withdrawing: boolean;
  /** W6, I9: the office accepted it after its month was billed, and billing settles the difference. */
  adjustment?: true;
}

/** What the resident has typed and not yet saved: text per register, kept per keystroke. */
export interface Draft {
  meter: MeterId;
  period: Period;
  text: Readonly<Partial<Record<RegisterCode, string>>>;
  /** The reading that is being corrected. */
  supersedes: ReadingId | null;
}

export interface MeterView {
  meter: Meter;
  /** The rules that hold for it, ready for `checkReading`. */
  policy: Pick<ReadingToCheck, 'rule' | 'verification' | 'possiblePerDay'>;
  /** What the resident can read it for now. */
  window: OfferedWindow;
  /** The period of the offered window, or else of the next one. */
  period: Period;
  /** All its readings that are not superseded or withdrawn, newest period first; of one period the standing one first. */
  entries: readonly ReadingEntry[];
  draft: Draft | null;
  /** Takes no reading for `period` any more (M7). */
  retired: boolean;
}

export interface AccountView {
  account: Account;
  meters: readonly MeterView[];
  /** W6, newest first. */
  locked: readonly Period[];
  /** Operations that the server refused and the resident has not yet dismissed, newest first. */
  refused: readonly RefusedOperation[];
}

/** Something that was saved here and refused there; it stays in sight until the resident dismisses it. */
export interface RefusedOperation {
  operation: OperationId;
  kind: Exclude<OperationKind, 'message-written'>;
  /** The reading that it carried, or wanted to withdraw. */
  reading: ReadingId;
  /** Null when the device does not know the reading (any more). */
  meter: MeterId | null;
  period: Period | null;
  problems: readonly Problem[];
  capturedAt: EpochMs;
}

/** One line of the previous / current / difference table. */
export interface RegisterRow {
  meter: Meter;
  register: RegisterCode;
  previous: number;
  previousPeriod: Period | null;
  /** Null while there is no reading for the period. */
  current: number | null;
  /** Null where it cannot be known (M5), or what is shown is a void estimate. */
  difference: number | null;
  kind: ReadingKind | null;
  /** M3: it is an estimate that a later reading contradicts. */
  voidEstimate: boolean;
}

/** One line of the period list: period, last change, taken into billing. */
export interface PeriodRow {
  period: Period;
  changedAt: EpochMs;
  billed: 'all' | 'some' | 'none';
  /** The window is open and the period is not locked: readings may be added, corrected, withdrawn (W7). */
  editable: boolean;
  /** Meters with a reading, and meters that could have one. */
  read: number;
  readable: number;
  stage: Stage;
}

/** How sending stands, for the badge and the settings. `waiting` knows when it tries again. */
export interface SyncStatus {
  state: 'idle' | 'working' | 'waiting' | 'offline' | 'signed-out' | 'upgrade-required';
  /** Readings that wait to be sent, and messages. */
  queued: number;
  messages: number;
  lastContactAt: EpochMs | null;
  nextAttemptAt: EpochMs | null;
  /** First pull of an account: rows so far; null when there is nothing to show. */
  progress: number | null;
  /** In this session a pull has brought everything that there is; before, nobody knows what an account does not have. */
  pulled: boolean;
  /** Why the last attempts had no answer: no network, or nobody there who answers. Null as soon as one is answered. */
  silence: 'no-network' | 'unanswered' | null;
}

/** What is saved when the resident presses "Save": a verdict that refuses saves nothing, the draft stays. */
export type SaveAnswer =
  | { saved: true; operation: OperationId; problems: readonly Problem[] }
  | { saved: false; problems: readonly Problem[] /** Only a confirmation is missing (U1). */; ask: boolean };

export type { OfferedWindow, PublicCompany };
