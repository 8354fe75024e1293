import { Dexie, type Table } from 'dexie';
import type { KioskId, KioskKeyId, SlipId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { KioskEnvelope } from '../../shared/kiosk-envelope.ts';
import type { Contact } from '../contact/contact.ts';
import { ownVersionOnly } from '../storage/own-version.ts';
import type { Standing } from './tablet.ts';

/** What the kiosk was told of itself, and where its stream stands. */
export interface SelfRow {
  key: 'self';
  kiosk: { id: KioskId; name: string };
  /** What it seals to. */
  serverKey: { id: KioskKeyId; publicKey: string };
  contact: Contact;
  /** The number that its next reading will have. */
  next: number;
  /** The office says that it prints without asking; not there before the first greeting that told. */
  prints?: boolean;
  /** The server's, as of its last answer; not known of one that was never told. */
  epoch?: string;
  /** As of the last contact: see `Standing`. */
  standing: Exclude<Standing, 'unknown'>;
}

export interface EnvelopeRow {
  id: SlipId;
  envelope: KioskEnvelope;
  /** By the company's time. */
  savedAt: Instant;
  /**
   * waiting: it is the only one. delivered: the server has it; it is kept for a while all the same (`delivered-envelopes`).
   * refused: the server cannot open it. It is kept, counted, and never sent again.
   */
  state: 'waiting' | 'delivered' | 'refused';
  /** The server asked not to send it again before, by the company's time. */
  notBefore?: Instant;
  /** By the company's time. These two stand on what was delivered and on nothing else, so that their indexes hold that alone. */
  deliveredAt?: Instant;
  /** Of the server that has it. */
  epoch?: string;
}

/**
 * All that a kiosk keeps. Whoever carries the tablet off reads how many slips wait and how many were delivered in the last weeks,
 * when each was saved and delivered, and nothing else: what is personal stands in sealed envelopes alone, which the tablet itself
 * cannot open. An envelope stops waiting when its own id comes back with a terminal outcome (I5).
 */
export class KioskDb extends Dexie {
  declare self: Table<SelfRow, 'self'>;
  declare envelopes: Table<EnvelopeRow, SlipId>;

  constructor(name = 'meterbook-kiosk') {
    // Strict: "kept on this tablet" is said only of what the operating system was asked to put on the disk.
    super(name, {
      ...ownVersionOnly(globalThis.indexedDB),
      cache: 'disabled',
      chromeTransactionDurability: 'strict',
    });
    this.version(1).stores({ self: 'key', envelopes: 'id, state, notBefore, deliveredAt, epoch' });
  }
}
