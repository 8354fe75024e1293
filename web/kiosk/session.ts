import type { Language } from '../../shared/company.ts';
import type { SlipId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Delivery, KioskAccount, KioskSignedIn } from '../../shared/kiosk-answers.ts';
import type { Meter, Service } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { Claims } from '../../shared/reading.ts';

/**
 * What is on the screen. Without a network `identify` leads to `readings` without knowing the meters; `sign-in` needs one.
 *
 *     start → identify → readings → summary → receipt → (reset)
 *     start → sign-in → bills → bill
 */
export type Step = 'enrol' | 'start' | 'identify' | 'readings' | 'summary' | 'receipt' | 'sign-in' | 'bills' | 'bill';

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
  signedIn: KioskSignedIn | null;
  /** Of the bill that is shown. */
  bill: string | null;
}

export const nobody: KioskSession = {
  account: '',
  serial: '',
  found: null,
  period: null,
  entries: [],
  contact: null,
  saved: null,
  delivery: null,
  signedIn: null,
  bill: null,
};

/** On the way back to where the account is named: what was typed is of the account that was named before. */
export const nothingTyped: Partial<KioskSession> = { entries: [], period: null, found: null, contact: null };

/** One meter as its owner has typed it. */
export interface KioskEntry {
  serial: string;
  service: Service | null;
  /** Null without a network: then only what was typed is known. */
  meter: Meter | null;
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
    [Finished.type]: Finished;
  }
}
