import type { Language } from '../../shared/company.ts';
import type { SlipId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type {
  Delivery,
  KioskAccount,
  KioskPaired,
  KioskSignedIn,
  KioskVisit,
  MeterAtKiosk,
} from '../../shared/kiosk-answers.ts';
import type { Service } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { Claims } from '../../shared/reading.ts';

/**
 * What is on the screen. Without a network `identify` leads to `readings` without knowing the meters; `sign-in` needs one.
 *
 *     start → identify → readings → summary → receipt → (reset)
 *     start → sign-in → bills → bill
 *                └─phone→ whose ┘
 */
export type Step =
  | 'enrol'
  | 'start'
  | 'identify'
  | 'readings'
  | 'summary'
  | 'receipt'
  | 'sign-in'
  | 'whose'
  | 'bills'
  | 'bill';

/** All that a kiosk knows of whoever stands before it. In memory alone: the reset throws the page away, and this with it. */
export interface KioskSession {
  /** As typed or scanned; empty before. */
  account: string;
  /** The proof, as typed. */
  serial: string;
  /** Null before the proof, and without a network. */
  found: KioskAccount | null;
  /** The month that is read; null before it is known. */
  period: Period | null;
  entries: readonly KioskEntry[];
  contact: string | null;
  saved: SavedSlip | null;
  /** What became of it; null as long as nobody has answered: it waits on this tablet and goes out by itself. */
  delivery: Delivery | null;
  /** By a phone: whose bills would be shown, as long as nobody here has said that it is them. */
  paired: PhoneFound | null;
  signedIn: KioskSignedIn | null;
  /** A later one than came with the proof or the sign-in (`visitOf`); null before there is one. */
  visit: KioskVisit | null;
  /** Of the bill that is shown. */
  bill: string | null;
}

/** Whose bills a phone would show here. `name` is masked. */
export type PhoneFound = Pick<Extract<KioskPaired, { state: 'paired' }>, 'visit' | 'name'>;

export const nobody: KioskSession = {
  account: '',
  serial: '',
  found: null,
  period: null,
  entries: [],
  contact: null,
  saved: null,
  delivery: null,
  paired: null,
  signedIn: null,
  visit: null,
  bill: null,
};

/** What is known after somebody has gone on. A visit goes with the proof, or the sign-in, that it is of. */
export function sessionAfter(before: KioskSession, change: Partial<KioskSession>): KioskSession {
  if (Object.keys(change).length === 0) return before;
  const after = { ...before, ...change };
  const isSame = after.found === before.found && after.signedIn === before.signedIn;
  return isSame ? after : { ...after, visit: change.visit ?? null };
}

/** The leave of whoever stands there, as long as it lasts. */
export const visitOf = ({ visit, found, signedIn }: KioskSession): KioskVisit | null =>
  visit ?? signedIn?.visit ?? found?.visit ?? null;

/** On the way back to where the account is named: what was typed is of the account that was named before. */
export const nothingTyped: Partial<KioskSession> = { entries: [], period: null, found: null, contact: null };

/** One meter as its owner has typed it. */
export interface KioskEntry {
  serial: string;
  service: Service | null;
  /** Null without a network: then only what was typed is known. */
  meter: MeterAtKiosk | null;
  /** A text for each register, in the order in which they stand on the meter. */
  typed: readonly string[];
  claims: Claims;
}

/** It is on this tablet's disk, sealed. */
export interface SavedSlip {
  id: SlipId;
  savedAt: Instant;
}

/** What stands on the first screen for whoever sees or reads badly. Forgotten with the reset. */
export interface Ease {
  language: Language;
  large: boolean;
  contrast: boolean;
}

/** To another screen, with what is known by now. It bubbles to `<kiosk-app>`. */
export class Turn extends Event {
  static readonly type = 'kiosk-turn';
  readonly to: Step;
  readonly change: Partial<KioskSession>;

  constructor(to: Step, change: Partial<KioskSession> = {}) {
    super(Turn.type, { bubbles: true, composed: true });
    this.to = to;
    this.change = change;
  }
}

/** Something more is known, and the screen stays. It bubbles to `<kiosk-app>`. */
export class Noted extends Event {
  static readonly type = 'kiosk-noted';
  readonly change: Partial<KioskSession>;

  constructor(change: Partial<KioskSession>) {
    super(Noted.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

/** Whoever stands there is done: nothing of them is left. */
export class Finished extends Event {
  static readonly type = 'kiosk-finished';

  constructor() {
    super(Finished.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    [Turn.type]: Turn;
    [Noted.type]: Noted;
    [Finished.type]: Finished;
  }
}
