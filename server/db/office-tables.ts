import type { ConversationState, ConversationTopic } from '../../shared/conversation.ts';
import type {
  AccountId,
  ApiTokenId,
  BatchId,
  ConversationId,
  JobId,
  MessageId,
  MeterId,
  PhotoId,
  ProfileId,
  ReadingId,
  StaffId,
  UploadId,
  UserId,
  WindowExceptionId,
} from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { JobState } from '../../shared/job.ts';
import type { Service } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import type { VerificationStep } from '../../shared/progress.ts';
import type { StaffRole } from '../../shared/staff.ts';

/** The company's side: staff, long work, batches and what they changed, conversations, keys (`Tables`). */
export interface OfficeTables {
  /** What stood before a batch changed it. What a batch made new carries its id, and has no row here. */
  batch_changes: {
    batch_id: BatchId;
    /** A BatchRowKind. */
    kind: string;
    /** The row's id; of a month of the ledger its account and period. */
    row_id: string;
    account_id: AccountId;
    /** json: the row's columns as they were; `null` where the batch made a row that does not carry its id. */
    before: string;
    /** The version that the batch gave it: one that has another was changed since. */
    version: number;
  };
  /** Rows that devices have pulled and that are no more: the version at which they went. */
  removed_rows: { account_id: AccountId; version: number; kind: string; row_id: string };
  /**
   * By what the office finds accounts (`shared/search-words`): the words of the holder. A word may outlive its holder: what is
   * found is held against the account.
   */
  account_words: { word: string; account_id: AccountId };
  /** Likewise the words of `premises.building`. */
  building_words: { word: string; building: string };
  /** People of the office. `password_hash` is null until the link of the invitation was used. */
  staff: {
    id: StaffId;
    email: string;
    name: string;
    role: StaffRole;
    language: string | null;
    password_hash: string | null;
    /** RFC 6238, base32; null until the second factor is set up. */
    totp_secret: string | null;
    /** The last time step whose code was taken: a code counts once. */
    totp_step: number | null;
    created_at: Instant;
    disabled_at: Instant | null;
  };
  staff_sessions: { id_hash: string; staff_id: StaffId; created_at: Instant; seen_at: Instant; device: string };
  staff_recovery_codes: { staff_id: StaffId; code_hash: string; used_at: Instant | null };
  /** Long work. Of a queue one job runs at a time; whoever runs it prolongs its claim, and a lapsed one is begun again. */
  jobs: {
    id: JobId;
    queue: string;
    kind: string;
    /** json: what the kind needs. */
    content: string;
    state: JobState;
    done: number;
    total: number | null;
    /** json: what came of it, or what it failed at. */
    result: string | null;
    created_at: Instant;
    created_by: string;
    started_at: Instant | null;
    claimed_until: Instant | null;
    claimed_by: string | null;
    attempts: number;
    /** Who wants it to end while it is running. */
    cancelled_by: string | null;
    ended_at: Instant | null;
  };
  /** Files that were brought in. In the database, because instances of the server keep nothing themselves. */
  uploads: { id: UploadId; name: string; size: number; hash: string; created_at: Instant; created_by: string };
  upload_parts: { upload_id: UploadId; number: number; bytes: Uint8Array };
  /** How a company's own columns are read. */
  exchange_profiles: {
    id: ProfileId;
    name: string;
    kind: string;
    /** json: a MappingProfile. */
    content: string;
    created_at: Instant;
    created_by: string;
    changed_at: Instant;
  };
  /** W1: the window of one month, other than by rule. */
  window_exceptions: {
    id: WindowExceptionId;
    period: Period;
    building: string | null;
    service: Service | null;
    opens_on: Day;
    closes_on: Day;
    /** Residents read it. */
    reason: string;
    created_at: Instant;
    created_by: string;
    /** Taken back. */
    ended_at: Instant | null;
  };
  conversations: {
    id: ConversationId;
    account_id: AccountId;
    version: number;
    topic: ConversationTopic;
    /** What it is about, where the office asks about a reading. */
    reading_id: ReadingId | null;
    state: ConversationState;
    assigned_to: StaffId | null;
    created_at: Instant;
    changed_at: Instant;
  };
  messages: {
    id: MessageId;
    conversation_id: ConversationId;
    account_id: AccountId;
    version: number;
    author: 'resident' | 'office';
    author_id: UserId | StaffId;
    text: string;
    written_at: Instant;
    received_at: Instant;
  };
  /** Re-encoded, without whatever else the camera wrote into them. */
  photos: {
    id: PhotoId;
    account_id: AccountId;
    version: number;
    message_id: MessageId | null;
    reading_id: ReadingId | null;
    media_type: string;
    width: number;
    height: number;
    bytes: Uint8Array;
    stored_at: Instant;
  };
  /** Keys of programs that exchange files by HTTP. */
  api_tokens: {
    id: ApiTokenId;
    name: string;
    token_hash: string;
    /** json: ApiScope[]. */
    scopes: string;
    created_at: Instant;
    created_by: string;
    expires_at: Instant | null;
    used_at: Instant | null;
    revoked_at: Instant | null;
  };
  idempotency_keys: {
    token_id: ApiTokenId;
    key: string;
    request_hash: string;
    /** Null while the first request is under way. */
    status: number | null;
    answer: string | null;
    created_at: Instant;
  };
  /** Who was reminded of a month by mail. */
  reminders: { account_id: AccountId; period: Period; sent_at: Instant };
  /** W8: who was reminded of the end of a verification, each warning once. */
  verification_reminders: { meter_id: MeterId; verified_until: Day; step: VerificationStep; sent_at: Instant };
  /** How far a month has come, as it was counted last; null before it ever was. */
  progress_months: {
    period: Period;
    counted_at: Instant | null;
    took_ms: number;
    /** Somebody is counting. */
    claimed_until: Instant | null;
    /** json: a Tally. */
    tally: string | null;
  };
  /** The same by buildings. `missing`: registers. */
  progress_buildings: { period: Period; building: string; missing: number; tally: string };
}
