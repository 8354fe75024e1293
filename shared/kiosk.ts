import type { KioskId } from './ids.ts';
import type { Instant } from './instant.ts';

/** Capital letters and digits of which no two look alike on a screen or a slip of paper: 25 of them. */
export const kioskCodeSigns = 'ACDEFGHJKMNPQRTUVWXY34679';
export const kioskCodeLength = 8;
/** For so long a code can be typed at the kiosk. */
export const kioskCodeMinutes = 15;

/** A code as somebody typed it: with or without hyphens and spaces, in large letters or small ones. */
export const plainKioskCode = (typed: string): string => typed.toUpperCase().replace(/[\s\-–]/gu, '');

/** `ABCD-EFGH`, as it is shown. */
export const shownKioskCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** waiting: its code was not typed yet. lapsed: nor will it be, because the code's time is over. */
export type KioskState = 'waiting' | 'lapsed' | 'enrolled' | 'revoked';

export interface Kiosk {
  id: KioskId;
  name: string;
  state: KioskState;
  createdAt: Instant;
  enrolledAt: Instant | null;
  /** The last contact. */
  seenAt: Instant | null;
  appVersion: string | null;
  /** A code is waiting to be typed until then; an enrolled kiosk may have one as well. */
  codeUntil: Instant | null;
  revokedAt: Instant | null;
  /** Sealed readings of visits that it held at the last contact, and since when. */
  waiting: number;
  waitingSince: Instant | null;
  /** Of those, the ones that could not be opened. */
  refused: number;
  /** Of one that was revoked: what came from it since, and how much of that still waits. Null of any other. */
  cameSince: { all: number; held: number } | null;
}

/** Shown this once: only its hash is kept. */
export interface KioskCode {
  id: KioskId;
  code: string;
  until: Instant;
}
