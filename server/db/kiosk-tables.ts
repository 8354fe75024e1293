import type { AccountId, KioskId, KioskKeyId, ReadingId, SlipId, StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { SlipState } from '../../shared/kiosk-office.ts';

/**
 * current: the one in use; a kiosk has one at the most. next: given at a greeting, and not yet taken on. rotated: a later one of the
 * same browser has taken its place. replaced: the kiosk was enrolled anew. distrusted: so it was after somebody had come with a
 * copy, which may be this one. revoked: the kiosk was.
 */
export type CredentialState = 'next' | 'current' | 'rotated' | 'replaced' | 'distrusted' | 'revoked';

/** Tablets in the office, and what is left at them (`Tables`). */
export interface KioskTables {
  kiosks: {
    id: KioskId;
    name: string;
    /** SHA-256 of the one-time code, until it is used. */
    code_hash: string | null;
    code_expires_at: Instant | null;
    created_at: Instant;
    enrolled_at: Instant | null;
    seen_at: Instant | null;
    app_version: string | null;
    revoked_at: Instant | null;
    /** Of one that was revoked: since when nothing more is taken in from it. */
    closed_at: Instant | null;
    /** When somebody last came with what may be a copy of a credential: with one that had been rotated out, or taking none on. */
    reused_at: Instant | null;
    /** Sealed slips that it held at the last contact, and since when. */
    waiting: number;
    waiting_since: Instant | null;
    /** Of those, the ones that the server could not open. */
    refused: number;
    /** 1: its browser prints without asking, so that there are buttons to print with. */
    prints: 0 | 1;
  };
  /** What browsers prove to be kiosks with (`credentials`): one in use at a time, and those before it, by which things are handed in. */
  kiosk_credentials: {
    /** SHA-256. */
    hash: string;
    kiosk_id: KioskId;
    state: CredentialState;
    given_at: Instant;
    ended_at: Instant | null;
  };
  /**
   * X25519, base64url. Kiosks seal to the newest of those in use (`used_from`); older ones are kept, because a kiosk may come back
   * after months.
   */
  kiosk_keys: {
    id: KioskKeyId;
    number: number;
    public_key: string;
    private_key: string;
    created_at: Instant;
    used_from: Instant;
  };
  /**
   * What residents left at kiosks, opened (`KioskSlip`). Of a slip are kept (`slip-keeping`):
   * - how to reach whoever left it, as long as something of it waits for somebody, because that is what it was left for;
   * - the account number, serial numbers and values as they were typed, for some months more, because of questions about them;
   * - id, hash, ids and numbers of the readings, months, moments, state and results, without an end: by id and hash what comes again
   *   is entered once, and the others say what became of it. What became a reading stands in the readings besides, and stays there;
   * - the office's own note.
   */
  kiosk_slips: {
    id: SlipId;
    /** The one that sealed it. */
    kiosk_id: KioskId;
    /** Another one whose tablet handed it in; null where it did so itself. */
    brought_by: KioskId | null;
    /** SHA-256 of the envelope as it came. */
    hash: string;
    /** `receiptNumber` of the id. */
    receipt: string;
    state: SlipState;
    /** The account that was meant, if there is one. */
    account_id: AccountId | null;
    /** json: a KioskSlip; once it is done without the contact, once it is emptied without all that was typed. */
    content: string;
    /** json: a SlipResult each. */
    results: string;
    /** By the kiosk's clock, corrected (C2). */
    saved_at: Instant;
    received_at: Instant;
    settled_at: Instant | null;
    settled_by: StaffId | null;
    /** What the office did with it. */
    note: string | null;
    /** Since when nothing of it waits: it is entered or settled, and none of its readings is in review. */
    done_at: Instant | null;
    /** When what was typed went. */
    emptied_at: Instant | null;
  };
  /** What became of slips: readings by the kiosk's operations, and those that the office entered from what stands on a slip. */
  kiosk_slip_readings: { reading_id: ReadingId; slip_id: SlipId };
  /**
   * Wrong proofs, by the account number as it was typed, whether there is such an account or not (`limit-key`): a row for each
   * kiosk, and one for all of them together, which is also what tries of one account wait for.
   */
  kiosk_tries: {
    account: string;
    place: KioskId | 'everywhere';
    /** Null: there was none of this number at the last try. */
    account_id: AccountId | null;
    /** Since there was none for thirty days. */
    wrong: number;
    last_at: Instant;
    last_kiosk: KioskId;
    /** The last wrong serial number, by a salted hash (`proof-mark`): the same once more is no further try. */
    last_proof: string | null;
    /** No proof counts at this place until a clerk releases it. */
    locked_at: Instant | null;
    /** At which kiosk the try was that locked it. */
    locked_by: KioskId | null;
  };
  /** Wrong proofs, by the serial number as it was typed (`limit-key`). */
  kiosk_serial_tries: {
    serial: string;
    /** json: the accounts for which it was tried (keys of `kiosk_tries`), each with when that was first. */
    accounts: string;
    last_at: Instant;
  };
}
