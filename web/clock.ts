import type { EpochMs } from '../shared/instant.ts';
import { appTime } from './contact/app-time.ts';
import type { Contact } from './contact/contact.ts';

/** The app's time jumped, or time has surely passed: a contact with the server told so. */
export class ClockCorrected extends Event {
  static readonly type = 'clock-corrected';

  constructor() {
    super(ClockCorrected.type);
  }
}

/** The one clock of everything on the screen: the device's, corrected by the last contact with the server. */
export class AppClock extends EventTarget {
  readonly #wall: () => EpochMs;
  readonly #aheadAtFirst: number;
  #contact: Contact | null = null;

  /** `aheadAtFirst` is a demo server's own word on its clock, good until the first contact. */
  constructor(wall: () => EpochMs = Date.now, aheadAtFirst = 0) {
    super();
    this.#wall = wall;
    this.#aheadAtFirst = aheadAtFirst;
  }

  now(): EpochMs {
    return this.#contact ? appTime(this.#wall(), this.#contact) : this.#wall() + this.#aheadAtFirst;
  }

  /** The last contact; null until one is known. */
  get contact(): Contact | null {
    return this.#contact;
  }

  correct(contact: Contact | null): void {
    const before = { now: this.now(), sure: this.#sure };
    this.#contact = contact;
    // A second more or less changes nothing that is shown.
    const jump = Math.max(Math.abs(this.now() - before.now), Math.abs(this.#sure - before.sure));
    if (jump >= 1000) this.dispatchEvent(new ClockCorrected());
  }

  /** Before this it surely is not. Without a contact the clock is believed. */
  get #sure(): EpochMs {
    return this.#contact?.serverTime ?? this.now();
  }
}
