import type { Language } from './company.ts';
import type { AccountId, KioskId, KioskKeyId, ReadingId, SlipId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { DeliveredReading } from './kiosk-answers.ts';
import type { Meter, Service } from './meter.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';

/** What the office is told of what residents left at kiosks. */

/**
 * entered: all of it became readings. office: some of it did not, and waits for the office. held: it came from a kiosk that had
 * been shut out, and nothing of it was entered. settled: the office is done with it.
 */
export const slipStates = ['entered', 'office', 'held', 'settled'] as const;
export type SlipState = (typeof slipStates)[number];
/** Those that wait for somebody. */
export const waitingSlipStates = ['office', 'held'] as const satisfies readonly SlipState[];
export type WaitingSlipState = (typeof waitingSlipStates)[number];

export const isWaitingSlip = (state: SlipState): state is WaitingSlipState =>
  waitingSlipStates.some((one) => one === state);

/** One of the list. */
export interface SlipRow {
  id: SlipId;
  kiosk: { id: KioskId; name: string };
  state: SlipState;
  /** The account that was meant; null where there is none of that number. */
  account: { id: AccountId; number: string; holder: string } | null;
  /** The account number as it was typed. */
  typedAccount: string;
  /** The month that was read for. */
  period: Period;
  savedAt: Instant;
  receivedAt: Instant;
  /** Readings on it, and those of them that did not become readings. */
  readings: number;
  notEntered: number;
}

/** One, opened. */
export interface OfficeSlip extends Omit<SlipRow, 'account' | 'readings' | 'notEntered'> {
  account: { id: AccountId; number: string; holder: string; address: string } | null;
  /** The serial number that was given as the proof, as it was typed. */
  serial: string;
  /** How the resident can be reached, as it was typed; null where nothing was left, or it was forgotten. */
  contact: string | null;
  language: Language;
  /** What is wrong with it as a whole; else it is told of each reading. */
  problems: readonly Problem[];
  readings: readonly OfficeSlipReading[];
  settled: { at: Instant; by: string; note: string } | null;
}

export interface OfficeSlipReading {
  id: ReadingId;
  /** As they were typed. */
  serial: string;
  service: Service | null;
  typed: readonly string[];
  /** The one meter that is meant, where it is clear. */
  meter: Meter | null;
  /** Null: nobody has tried to enter it yet. */
  outcome: DeliveredReading['outcome'] | null;
  problems: readonly Problem[];
}

/** How much waits for somebody; counted up to `most`. */
export interface KioskWork {
  office: number;
  held: number;
  locked: number;
  most: number;
}

/** An account for which no proof counts at kiosks, until a clerk releases it. */
export interface KioskLock {
  account: { id: AccountId; number: string; holder: string };
  lockedAt: Instant;
  /** The latest try, and where that was. */
  lastAt: Instant;
  kiosk: { id: KioskId; name: string };
}

/** Its public half is what kiosks seal to; `number` counts up from 1, and the highest is the one in use. */
export interface KioskKey {
  id: KioskKeyId;
  number: number;
  createdAt: Instant;
}
