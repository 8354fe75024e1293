import type { AccountId, KioskId, KioskKeyId, SlipId, StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';

/** Tablets in the office, and what is left at them (`Tables`). */
export interface KioskTables {
  kiosks: {
    id: KioskId;
    name: string;
    /** SHA-256 of the one-time code, until it is used. */
    code_hash: string | null;
    code_expires_at: Instant | null;
    credential_hash: string | null;
    created_at: Instant;
    enrolled_at: Instant | null;
    seen_at: Instant | null;
    app_version: string | null;
    revoked_at: Instant | null;
    /** Of one that was revoked: what `credential_hash` was, so that what it still brings is known for what it is. */
    revoked_hash: string | null;
    /** Sealed slips that it held at the last contact, and since when. */
    waiting: number;
    waiting_since: Instant | null;
    /** Of those, the ones that the server could not open. */
    refused: number;
  };
  /** X25519, base64url. Kiosks seal to the newest; older ones are kept, because a kiosk may come back after months. */
  kiosk_keys: { id: KioskKeyId; number: number; public_key: string; private_key: string; created_at: Instant };
  /** What residents left at kiosks, opened (`KioskSlip`). */
  kiosk_slips: {
    id: SlipId;
    kiosk_id: KioskId;
    /** SHA-256 of the envelope as it came. */
    hash: string;
    /**
     * entered: all of it became readings. office: some of it did not, and waits for the office. held: it came from a kiosk that
     * had been revoked, and nothing of it was entered. settled: the office is done with it.
     */
    state: 'entered' | 'office' | 'held' | 'settled';
    /** The account that was meant, if there is one. */
    account_id: AccountId | null;
    /** json: a KioskSlip; without what was personal once the person was deleted. */
    content: string;
    /** json: a DeliveredReading each. */
    results: string;
    /** By the kiosk's clock, corrected (C2). */
    saved_at: Instant;
    received_at: Instant;
    settled_at: Instant | null;
    settled_by: StaffId | null;
    /** What the office did with it. */
    note: string | null;
  };
  /** Wrong proofs, by the account number as it was typed, whether there is such an account or not (`limit-key`). */
  kiosk_tries: {
    account: string;
    /** Null: there was none of this number at the last try. */
    account_id: AccountId | null;
    wrong: number;
    last_at: Instant;
    last_kiosk: KioskId;
    /** No proof counts until a clerk releases it. */
    locked_at: Instant | null;
  };
}
