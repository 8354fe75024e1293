import type { Language } from './company.ts';
import type { AccountId, KioskId, KioskKeyId, ReadingId, SlipId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { DeliveredReading } from './kiosk-answers.ts';
import type { Meter, RegisterCode, Service } from './meter.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';

/** What the office is told of what residents left at kiosks. */

/**
 * entered: all of it became readings, by itself or by the office. office: some of it did not, and waits for the office. held: it
 * came by a credential that had ended, or by a tablet that was another kiosk by then, and nothing of it was entered. settled: the
 * office is done with it.
 */
export type SlipState = 'entered' | 'office' | 'held' | 'settled';
/** Those that wait for somebody. */
export const waitingSlipStates = ['office', 'held'] as const satisfies readonly SlipState[];
export type WaitingSlipState = (typeof waitingSlipStates)[number];

/** One of the list. */
export interface SlipRow {
  id: SlipId;
  kiosk: { id: KioskId; name: string };
  state: SlipState;
  /** The account that was meant; null where there is none of that number. */
  account: { id: AccountId; number: string; holder: string } | null;
  /** The account number as it was typed; empty where that is not kept any more. */
  typedAccount: string;
  /** The month that was read for. */
  period: Period;
  savedAt: Instant;
  receivedAt: Instant;
  /** Readings on it, and those of them that did not become readings. */
  readings: number;
  notEntered: number;
  /** Something of it became a reading of which the office has still to decide. */
  inReview: boolean;
}

/** One, opened. */
export interface OfficeSlip extends Omit<SlipRow, 'account' | 'readings' | 'notEntered'> {
  account: {
    id: AccountId;
    number: string;
    holder: string;
    address: string;
    email: string | null;
    phone: string | null;
  } | null;
  /** The account's, while something waits to be entered: one is chosen where the slip names none clearly. */
  meters: readonly Meter[];
  /** The serial number that was given as the proof, as it was typed. */
  serial: string;
  /** What of it is kept: all; what was typed, without how to reach the resident; or neither. */
  kept: 'all' | 'typed' | 'nothing';
  /** How the resident can be reached, as it was typed; null where nothing was left, or it is not kept any more. */
  contact: string | null;
  language: Language;
  /** The kiosk whose tablet brought what this one had sealed; null where it was the same. */
  broughtBy: { id: KioskId; name: string } | null;
  /** Whether no proof counts for the account at kiosks, and a clerk can release it. */
  shutOut: boolean;
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
  /** The reading that it became waits for the office's decision. */
  inReview: boolean;
  /** Registers whose unusual use the resident has confirmed. */
  confirmed: readonly RegisterCode[];
  problems: readonly Problem[];
  /** Who of the office has entered it by hand, and as which reading; null where nobody has. */
  byOffice: { reading: ReadingId; by: string; at: Instant } | null;
}

/** How much waits for somebody; counted up to `most`. */
export interface KioskWork {
  office: number;
  held: number;
  most: number;
}

/** An account for which no proof counts at a kiosk, or at all of them, until a clerk releases it. */
export interface KioskLock {
  account: { id: AccountId; number: string; holder: string };
  lockedAt: Instant;
  /** At all kiosks; else at the one of the latest try alone. */
  everywhere: boolean;
  /** The latest try, and where that was. */
  lastAt: Instant;
  kiosk: { id: KioskId; name: string };
}

/** A kiosk at which accounts were locked that still are; counted up to `most`. */
export interface KioskLocker {
  kiosk: { id: KioskId; name: string };
  locks: number;
  most: number;
}

/** Its public half is what kiosks seal to; `number` counts up from 1, and the highest is the one in use. */
export interface KioskKey {
  id: KioskKeyId;
  number: number;
  createdAt: Instant;
}
