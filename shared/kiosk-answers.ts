import type { Language } from './company.ts';
import type { AccountId, KioskId, KioskKeyId, ReadingId, SlipId, StatementId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Meter, RegisterValues } from './meter.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';
import type { ReadingKind, ReadingSource, ReadingState } from './reading.ts';
import type { WindowException } from './window.ts';

/** What a kiosk is told. */

/** Of itself, at each contact. */
export interface KioskGreeting {
  kiosk: { id: KioskId; name: string };
  /** There is something to print with, and it does so without asking. */
  prints: boolean;
  /** What it seals to from now on. `publicKey`: 32 bytes of X25519, base64url. */
  key: { id: KioskKeyId; publicKey: string };
  serverTime: Instant;
  /** C1. */
  beacon: string;
  /** Another one since the server was restored from a backup: what was delivered under an earlier one is sent again (I6). */
  epoch: string;
}

/** Leave to go on with one account, or with those of one user, for a short while. */
export interface KioskVisit {
  /** Signed: holds for this kiosk alone, and is kept in memory alone. */
  token: string;
  /** A later one comes with `stay`, `bills` and `paired`, up to `longestVisitMinutes` in all; no other call makes it longer. */
  until: Instant;
}

export const visitMinutes = 5;
export const longestVisitMinutes = 30;

/** After the proof: the meters of an account. Whose it is stays masked. */
export interface KioskAccount {
  visit: KioskVisit;
  /** `A••• B•••` */
  holder: string;
  /** `Rīgas iela 7, dz. ••` */
  address: string;
  meters: readonly KioskMeter[];
  /** W9: those of the account's place, and of the company. */
  exceptions: readonly WindowException[];
  /** W6: months that are locked, newest first. */
  locked: readonly Period[];
}

export interface KioskMeter {
  meter: MeterAtKiosk;
  building: string;
  /** Those that stand or wait, newest period first: as many as the rules look at. */
  readings: readonly ReadingAtKiosk[];
}

/** Whoever stands there has shown a number on a meter, and no more: an account is named by no id. */
export type MeterAtKiosk = Omit<Meter, 'account' | 'replaces'>;

/** What the rules, and whoever stands there, need to know of a reading: neither whose it is, nor what the office made of it and why. */
export interface ReadingAtKiosk {
  period: Period;
  values: RegisterValues;
  kind: ReadingKind;
  source: ReadingSource;
  state: ReadingState;
  capturedAt: Instant;
  receivedAt: Instant;
  /** M5. */
  rollover: boolean;
}

/**
 * received: it is on disk, terminal. duplicate: it was already (a lost answer), terminal. refused: it cannot be opened or is not
 * what the kiosk sealed; never sent again. held: the tablet was out of use, or another kiosk by then, so that the office looks at it
 * first, terminal. retry: later.
 */
export type DeliveryOutcome = 'received' | 'duplicate' | 'refused' | 'held' | 'retry';

/** `epoch`: of the server that took them in. */
export interface Deliveries {
  epoch: string;
  results: readonly Delivery[];
}

export interface Delivery {
  envelope: SlipId;
  outcome: DeliveryOutcome;
  problem: Problem | null;
  /** Only with the visit of the same account: what became of each reading, in the order of the slip. */
  readings: readonly DeliveredReading[] | null;
}

export interface DeliveredReading {
  id: ReadingId;
  /** office: it did not become a reading by itself, and somebody of the office looks at the slip. */
  outcome: 'accepted' | 'review' | 'office';
  problems: readonly Problem[];
}

/** By the password, or by one's own phone. */
export interface KioskSignedIn {
  visit: KioskVisit;
  language: Language | null;
  accounts: readonly KioskBills[];
}

export interface KioskBills {
  id: AccountId;
  number: string;
  address: string;
  /** B6, minor units: above zero it is owed. Null where the ledger does not tell. */
  balance: number | null;
  /** Newest first, at most twelve. */
  bills: readonly KioskBill[];
}

export interface KioskBill {
  id: StatementId;
  number: string;
  period: Period;
  total: number;
  due: string;
  state: 'unknown' | 'none' | 'paid' | 'partly' | 'open' | 'overdue';
  left: number;
}

/** A kiosk that waits for a phone: what its code leads to, and until when. */
export interface KioskPairing {
  /** Shown as the QR code of `<base>/at-kiosk#<code>`. */
  code: string;
  url: string;
  until: Instant;
}
export const pairingMinutes = 3;

/** What became of that code. */
export type KioskPaired =
  /** No phone has opened it. */
  | { state: 'waiting' }
  /** One has: it asks which of three numbers stands at the kiosk, and this is the one. Two digits. */
  | { state: 'met'; number: string; until: Instant }
  /** Another number was named there, or it was declined. */
  | { state: 'refused' }
  /** It was named. `name` is masked: whoever stands there says whether it is them before anything is asked for with the visit. */
  | { state: 'paired'; visit: KioskVisit; name: string };

/** What the phone is told that has opened it: where its resident's bills would be shown, and the numbers to choose from. */
export interface KioskMet {
  kiosk: string;
  numbers: readonly string[];
}

/** For so long an answer that was lost is given to the kiosk again, in seconds. */
export const pairedAgainSeconds = 30;
