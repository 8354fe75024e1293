import type { EpochMs } from '../../shared/instant.ts';
import type { KioskContext } from './kiosk-context.ts';

/**
 * How the company sees this tablet. unknown: nothing is stored here and nobody answers. ended: its credential is over, because the
 * kiosk was revoked, or set up anew elsewhere, or somebody goes on with a later one; what it sealed is still taken in, for the office
 * to look at. stranger: the server knows no credential of it, or takes in nothing more by the one it has.
 */
export type Standing = 'unknown' | 'stranger' | 'enrolled' | 'ended';

/** The tablet itself, whoever stands before it: what it is, whether it reaches the company, what it holds. */
export interface Tablet extends EventTarget {
  readonly standing: Standing;
  /** Null as long as it was not enrolled. */
  readonly kiosk: { id: string; name: string } | null;
  /** The last contact succeeded; null before there was any. */
  readonly online: boolean | null;
  /** The office says that it prints without asking. */
  readonly prints: boolean;
  readonly outbox: KioskContext['outbox'];
  /** The company's time: the tablet's clock, corrected (C1). */
  now(): EpochMs;
  /** Resolves as soon as it is known how the company sees it; from then on it greets and hands in by itself. */
  start(): Promise<void>;
  /** Rejects with what `problemOf` reads. */
  enrol(code: string): Promise<void>;
}

/** Something of its state is another. */
export class TabletChanged extends Event {
  static readonly type = 'tablet-changed';

  constructor() {
    super(TabletChanged.type);
  }
}
