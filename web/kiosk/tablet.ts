import type { EpochMs } from '../../shared/instant.ts';
import type { KioskContext } from './kiosk-context.ts';

/**
 * How the company sees this tablet. unknown: nothing is stored here and nobody answers. stranger: it was never enrolled, or has
 * lost what it was given. revoked: it was revoked, for good.
 */
export type Standing = 'unknown' | 'stranger' | 'enrolled' | 'revoked';

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
