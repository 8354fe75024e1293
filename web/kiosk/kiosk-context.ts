import { createContext } from '@lit/context';
import type { Language, PublicCompany } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Delivery, KioskVisit } from '../../shared/kiosk-answers.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Words } from '../words/words.ts';
import type { KioskApi } from './api.ts';
import type { Ease, SavedSlip } from './session.ts';

/** What every screen of a kiosk works with. */
export interface KioskContext {
  company: PublicCompany;
  words: Words;
  /** Rejects without a network; the calls take their time, so ask `online` first. */
  api: KioskApi;
  /** The last contact succeeded; null before there was any: nothing is claimed, and things are tried. */
  online: boolean | null;
  /** It prints without asking, so that there is something to print with. */
  prints: boolean;
  outbox: KioskOutbox;
  ease: Ease;
  /** The company's time: the tablet's clock, corrected (C1). */
  now(): EpochMs;
  speak(language: Language): void;
  change(ease: Partial<Ease>): void;
}

export const kioskContext = createContext<KioskContext>(Symbol('meterbook-kiosk'));

/** What a screen knows of a slip before it is saved: id, numbers and capture are the outbox's to give. */
export type UnsavedSlip = Omit<KioskSlip, 'id' | 'capture' | 'readings'> & {
  readings: readonly Omit<KioskSlip['readings'][number], 'id' | 'number'>[];
};

export interface KioskOutbox {
  /** Sealed slips that wait on this tablet. */
  readonly waiting: number;
  /** Those that the server could not open: they stay here, for the office. */
  readonly refused: number;
  /**
   * Seals it and writes it down; it is on the disk when this resolves, and goes out by itself. Throws a StorageError where it
   * could not be written: then nothing is saved.
   */
  save(slip: UnsavedSlip): Promise<SavedSlip>;
  /** Tries to hand this one in at once, with the visit: what became of it, or null where nobody answered in `patienceMs`. */
  handIn(slip: SavedSlip['id'], visit: KioskVisit, patienceMs: number): Promise<Delivery | null>;
}
