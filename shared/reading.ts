import type { CaptureInterval } from './capture.ts';
import type { AccountId, MeterId, ReadingId } from './ids.ts';
import type { EpochMs, Instant } from './instant.ts';
import type { Meter, Register, RegisterCode, RegisterValues } from './meter.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';
import type { WindowRule } from './window.ts';

/** M3: an estimate (average, norm) fills a gap and binds nothing. */
export const readingKinds = ['actual', 'estimate'] as const;
export type ReadingKind = (typeof readingKinds)[number];

export const readingSources = ['resident', 'kiosk', 'office', 'billing'] as const;
export type ReadingSource = (typeof readingSources)[number];

/**
 * accepted, billed: stands for its meter and period (never two at once).
 * review: waits for the office. late: came after the period was locked (W6).
 * superseded, withdrawn: were replaced or taken back by the resident (W7). refused: the office said no.
 */
export type ReadingState = 'accepted' | 'billed' | 'review' | 'late' | 'superseded' | 'withdrawn' | 'refused';

export const stands = (state: ReadingState): boolean => state === 'accepted' || state === 'billed';
/** Still of interest to the resident: it stands or may come to stand. */
export const isCurrent = (state: ReadingState): boolean => stands(state) || state === 'review' || state === 'late';

/** The values of all registers of one meter for one period (V4), as residents' devices hold it. */
export interface Reading {
  id: ReadingId;
  account: AccountId;
  meter: MeterId;
  period: Period;
  values: RegisterValues;
  kind: ReadingKind;
  source: ReadingSource;
  state: ReadingState;
  /** The best estimate of the capture (C2), or the day billing gave, at noon. */
  capturedAt: Instant;
  receivedAt: Instant;
  /** The reading that this one corrects (W7). */
  supersedes: ReadingId | null;
  /** Everything that was noticed and not refused. */
  problems: readonly Problem[];
  /** A register passed zero on the way to it (M5). */
  rollover: boolean;
  /** What the office wrote when it decided. */
  reason: string | null;
  /** When its state last changed: the "last change" of the period list. */
  changedAt: Instant;
  /** W6, I9: accepted after its month was locked or billed, so that billing gets it as an adjustment of that month. */
  adjustment?: true;
}

/** M5: whether a register passed zero, by what was found; a declaration about registers that did not fall changes nothing. */
export const rolledOver = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === 'rollover' || code === 'rollover_unlikely');

/** What the rules need to know of a reading that stands. */
export interface PastReading {
  period: Period;
  kind: ReadingKind;
  values: RegisterValues;
  capturedAt: EpochMs;
  /** A register passed zero on the way to this reading, as the resident declared or the office decided (M5). */
  rollover: boolean;
}

/** What the resident said about a value that looked wrong. */
export interface Claims {
  /** M5: registers that passed zero. */
  rollover: readonly RegisterCode[];
  /** U1: registers whose unusual use the resident has confirmed. */
  confirmed: readonly RegisterCode[];
  /** M4: "the meter was replaced". The office enters the replacement itself. */
  replaced: boolean;
}

export const noClaims: Claims = { rollover: [], confirmed: [], replaced: false };

/** W8: what an expired verification does. */
export const verificationPolicies = ['warn', 'review', 'block'] as const;
type VerificationPolicy = (typeof verificationPolicies)[number];

/** Everything the verdict on a reading depends on. */
export interface ReadingToCheck {
  meter: Pick<Meter, 'installedOn' | 'verifiedUntil' | 'retiredOn' | 'registers'>;
  period: Period;
  /** By register code, as handed in: not yet known to be the meter's own registers. */
  values: Readonly<Record<string, number>>;
  claims: Claims;
  /** The readings of this meter that stand, in any order; the one being corrected must not be among them. */
  history: readonly PastReading[];
  capture: CaptureInterval;
  /** W2: the nearest rule for this meter. */
  rule: WindowRule;
  /** W6: the office has locked the period. */
  locked: boolean;
  source: ReadingSource;
  verification: VerificationPolicy;
  /** U2: the most that one register can use in a day, in its smallest unit; null when the company sets no bound. */
  possiblePerDay: (register: Register) => number | null;
}

/** refuse: nothing is saved. ask: the resident must answer first (the server sends it to review). note: a flag only. */
export type Effect = 'refuse' | 'ask' | 'review' | 'note';

export interface Finding {
  effect: Effect;
  problem: Problem;
}

export type Verdict = {
  outcome: 'accepted' | 'review' | 'late' | 'refused';
  findings: readonly Finding[];
};
