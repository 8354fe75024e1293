import type { Language } from './company.ts';
import type { ReadingId, SlipId } from './ids.ts';
import type { Service } from './meter.ts';
import type { Capture } from './operation.ts';
import type { Period } from './period.ts';
import type { Claims } from './reading.ts';

/**
 * What a resident leaves at a kiosk in one go: a slip in a box. It says no more than what a resident can see on a receipt and on
 * the meters, because without a network the kiosk knows no more; with one the slip is the same. It is sealed at the moment of
 * saving (`kiosk-envelope`), and the server finds out what is meant.
 */
export interface KioskSlip {
  /** UUIDv7, minted at saving. */
  id: SlipId;
  /** The account number, as typed or scanned. */
  account: string;
  /** The proof: the serial number of one of the account's meters, as typed. */
  serial: string;
  /** How the resident can be reached if something is not right: phone or e-mail; null where none was left. */
  contact: string | null;
  language: Language;
  period: Period;
  /** At least one, at most `mostReadings`. */
  readings: readonly KioskReading[];
  capture: Capture;
}

export interface KioskReading {
  /** Of the operation that it becomes. */
  id: ReadingId;
  /** Its place in the kiosk's stream: counts up from 1. */
  number: number;
  /** The serial number of the meter, as typed; of a meter that has none, `withoutNumber`, and then `service` is told. */
  serial: string;
  /** Null where the kiosk could not know it. */
  service: Service | null;
  /** What was typed, a text for each register in the order in which they stand on the meter. */
  typed: readonly string[];
  claims: Claims;
}

/** What stands on a slip for a serial number where there is none: with a place, it says where the meter hangs. It proves nothing. */
export const withoutNumber = (place = ''): string => (place === '' ? '-' : `- ${place}`);

/** Where such a meter hangs, empty where that was not said; null for what is a serial number. */
export const placeWithoutNumber = (serial: string): string | null =>
  serial === '-' ? '' : serial.startsWith('- ') ? serial.slice(2).trim() : null;

/** A serial number as it was typed, without what would say that there is none; empty where nothing else is left. */
export const typedSerial = (text: string): string => text.trim().replace(/^-\s+/u, '');

/** More meters than a flat has. */
export const mostReadings = 30;
/** More registers than a meter has. */
export const mostTyped = 4;
export const longestTyped = 40;
export const longestContact = 254;

/** What is shown and printed of a slip's id, and said at the desk: its last eight signs, in two groups. `1A2B-3C4D`. */
export const receiptNumber = (id: SlipId): string => {
  const end = id.replaceAll('-', '').slice(-8).toUpperCase();
  return `${end.slice(0, 4)}-${end.slice(4)}`;
};

/** What is typed on a Cyrillic keyboard, or heard as a letter, for signs that look or sound the same. */
const lookalikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  О: '0',
  O: '0',
  I: '1',
  L: '1',
};

/** A receipt's number as somebody typed it, with or without its hyphen; null where it is none. */
export function readReceiptNumber(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s\-–—]/gu, '');
  const plain = [...signs].map((sign) => lookalikes[sign] ?? sign).join('');
  return /^[0-9A-F]{8}$/.test(plain) ? receiptNumber(plain) : null;
}
