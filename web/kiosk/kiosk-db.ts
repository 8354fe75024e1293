import { Dexie, type Table } from 'dexie';
import type { KioskId, KioskKeyId, SlipId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { KioskEnvelope } from '../../shared/kiosk-envelope.ts';
import type { Contact } from '../contact/contact.ts';
import { ownVersionOnly } from '../storage/own-version.ts';

/** What the kiosk was told of itself, and where its stream stands. */
export interface SelfRow {
  key: 'self';
  kiosk: { id: KioskId; name: string };
  /** What it seals to. */
  serverKey: { id: KioskKeyId; publicKey: string };
  contact: Contact;
  /** The number that its next reading will have. */
  next: number;
  /** As of the last contact. stranger: it has lost its credential, or another browser has it by now. */
  standing: 'enrolled' | 'revoked' | 'stranger';
}

export interface EnvelopeRow {
  id: SlipId;
  envelope: KioskEnvelope;
  /** By the company's time. */
  savedAt: Instant;
  /** refused: the server cannot open it. It is kept, counted, and never sent again. */
  state: 'waiting' | 'refused';
  /** How often the server asked to send it again. */
  attempts: number;
}

/**
 * All that a kiosk keeps. Whoever carries the tablet off reads how many slips wait and when each was saved, and nothing else:
 * what is personal stands in sealed envelopes alone. An envelope goes when its own id comes back with a terminal outcome (I5).
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
    this.version(1).stores({ self: 'key', envelopes: 'id, state' });
  }
}
