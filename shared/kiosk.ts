import type { KioskId } from './ids.ts';
import { type Instant, toEpochMs, toInstant } from './instant.ts';

/** Capital letters and digits of which no two look alike on a screen or a slip of paper: 25 of them. */
export const kioskCodeSigns = 'ACDEFGHJKMNPQRTUVWXY34679';
export const kioskCodeLength = 8;
/** For so long a code can be typed at the kiosk. */
export const kioskCodeMinutes = 15;

/** A code as somebody typed it: with or without hyphens and spaces, in large letters or small ones. */
export const plainKioskCode = (typed: string): string => typed.toUpperCase().replace(/[\s\-–]/gu, '');

/** `ABCD-EFGH`, as it is shown. */
export const shownKioskCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** For so long after a kiosk's credential has ended, what was sealed before is taken in by it, for the office to look at. */
export const handInDays = 90;

/** waiting: no tablet is it, until its code is typed. lapsed: nor will one be, because the code's time is over, or it was used. */
export type KioskState = 'waiting' | 'lapsed' | 'enrolled' | 'revoked';

export const mostWrongProofs = 1000;

export interface Kiosk {
  id: KioskId;
  name: string;
  state: KioskState;
  /** The last contact. */
  seenAt: Instant | null;
  appVersion: string | null;
  /** A code is waiting to be typed until then; an enrolled kiosk may have one as well. */
  codeUntil: Instant | null;
  revokedAt: Instant | null;
  /** Of one that was revoked: since when nothing more is taken in from it, where somebody of the office said so. */
  closedAt: Instant | null;
  /** When somebody last came with a credential that had had a later one, since it was enrolled: it may have been copied. */
  reusedAt: Instant | null;
  /** Sealed slips that it held at the last contact, and since when. */
  waiting: number;
  waitingSince: Instant | null;
  /** Of those, the ones that could not be opened. */
  refused: number;
  /** Wrong proofs at it in the last 24 hours, counted up to `mostWrongProofs`. */
  wrongProofs: number;
  /** Its browser prints without asking; of all others nothing can be printed, because no page can close a printing dialog. */
  prints: boolean;
  /** Of one that was revoked: what came from it since, and how much of that still waits. Null of any other. */
  cameSince: { all: number; held: number } | null;
}

/** Until when what was sealed at one that was revoked is taken in, for the office to look at; null for one that was not. */
export function takesInUntil({ revokedAt, closedAt }: Pick<Kiosk, 'revokedAt' | 'closedAt'>): Instant | null {
  if (revokedAt === null) return null;
  return closedAt ?? toInstant(toEpochMs(revokedAt) + handInDays * 86_400_000);
}

/** Shown this once: only its hash is kept. */
export interface KioskCode {
  id: KioskId;
  code: string;
  until: Instant;
}
