import type { Generated, Kysely, Selectable, Transaction } from 'kysely';
import type { OnlinePaymentState } from '../../shared/bill.ts';
import type {
  AccountId,
  BatchId,
  MeterId,
  OnlinePaymentId,
  OperationId,
  PaymentId,
  PremisesId,
  ReadingId,
  StaffId,
  StatementId,
  StreamId,
  UserId,
} from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { RegisterCode, Service, Unit } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import type { Outcome } from '../../shared/protocol.ts';
import type { ReadingKind, ReadingSource, ReadingState } from '../../shared/reading.ts';
import type { KioskTables } from './kiosk-tables.ts';
import type { OfficeTables } from './office-tables.ts';

/**
 * The schema as Kysely sees it; `migrations/` is what makes it true. Instants are ISO UTC text, values and money scaled
 * integers, `json` columns text. Every row that residents pull carries its account and the account's version at which it
 * last changed: the account is the shard key, the version the cursor.
 */
export interface Tables extends OfficeTables, KioskTables {
  meta: { key: string; value: string };
  premises: { id: PremisesId; building: string; address: string };
  accounts: {
    id: AccountId;
    version: number;
    number: string;
    holder: string;
    email: string | null;
    phone: string | null;
    premises_id: PremisesId;
    /** The import that made it; null: the demo, or before imports were noted. */
    batch_id: BatchId | null;
  };
  account_versions: { account_id: AccountId; head: number };
  users: {
    id: UserId;
    email: string | null;
    name: string;
    language: string | null;
    password_hash: string | null;
    created_at: Instant;
    phone: string | null;
    /** The user that this one turned out to be; nobody signs in as this one any more. */
    merged_into: UserId | null;
    /** On request of the person: what was personal in this row is gone. */
    deleted_at: Instant | null;
  };
  user_accounts: {
    user_id: UserId;
    account_id: AccountId;
    linked_at: Instant;
    /** As in the audit log; null: before that was noted. */
    linked_by: string | null;
  };
  /** By what the office finds a user (`shared/search-words`). */
  user_words: { word: string; user_id: UserId };
  sessions: {
    id_hash: string;
    user_id: UserId;
    created_at: Instant;
    expires_at: Instant;
    /** The browser's own name for itself, so that residents recognise their devices. */
    device: string;
    /** When it was last used, to the hour; null: never since it began. */
    seen_at: Instant | null;
  };
  /** Letters to be written: what is known when one is asked for. Who gets it, and its link, are found when it is sent. */
  mails: {
    id: string;
    /** A MailKind. */
    kind: string;
    /** json: the rest of the MailIntent; `{}` once it has ended. */
    content: string;
    /** dropped: there was nobody to write to. failed: given up. */
    state: 'waiting' | 'sent' | 'dropped' | 'failed';
    created_at: Instant;
    due_at: Instant;
    /** An instance is at work on it; after this moment another may take it. */
    claimed_until: Instant | null;
    attempts: number;
    ended_at: Instant | null;
    /** What the mail server answered last, without names and addresses. */
    fault: string | null;
    /** Whom it goes to, as far as that is a user. */
    user_id: UserId | null;
  };
  /** Links in letters and challenges of passkeys: only hashes of them. */
  tokens: {
    id_hash: string;
    /** A TokenPurpose. */
    purpose: string;
    user_id: UserId | null;
    /** Of the office. */
    staff_id: StaffId | null;
    /** json: what the purpose needs. */
    content: string;
    /** Tokens of one series are one permission: consuming one consumes all (a letter that had to be sent twice). */
    series: string;
    created_at: Instant;
    expires_at: Instant;
    consumed_at: Instant | null;
    /** On paper: who printed it, as in the audit log. */
    printed_by: string | null;
  };
  passkeys: {
    /** The credential's id, base64url. */
    id: string;
    user_id: UserId;
    /** COSE key, base64url. */
    public_key: string;
    counter: number;
    /** json: AuthenticatorTransport[]. */
    transports: string;
    /** The browser's own name for itself when it was made. */
    device: string;
    created_at: Instant;
    used_at: Instant | null;
  };
  /** Points that were consumed under a hashed key, until a moment of the machine's clock in milliseconds. */
  rate_limits: { key: string; points: number; expires_at: number | null };
  meters: {
    id: MeterId;
    account_id: AccountId;
    version: number;
    service: Service;
    serial: string;
    place: string;
    unit: Unit;
    ratio: number;
    installed_on: Day;
    verified_until: Day | null;
    retired_on: Day | null;
    replaces: MeterId | null;
    /** The import that made it; null: the office. */
    batch_id: BatchId | null;
  };
  registers: {
    meter_id: MeterId;
    code: RegisterCode;
    account_id: AccountId;
    digits: number;
    decimals: number;
    initial: number;
  };
  /**
   * Append-only: triggers refuse deleting, and changing anything but state, version, changed_at, findings, batch_id,
   * reason and adjustment.
   */
  readings: {
    id: ReadingId;
    account_id: AccountId;
    version: number;
    meter_id: MeterId;
    period: Period;
    /** json: RegisterValues. One row a meter, because the registers of a meter are saved together (V4). */
    register_values: string;
    kind: ReadingKind;
    source: ReadingSource;
    state: ReadingState;
    captured_earliest: Instant | null;
    captured_best: Instant;
    captured_latest: Instant;
    received_at: Instant;
    changed_at: Instant;
    supersedes: ReadingId | null;
    /** json: Problem[], everything that was noticed and not refused, when it was judged last; the ledger has the first. */
    findings: string;
    /** A register passed zero on the way to it (M5): declared, or decided by the office. */
    rollover: number;
    stream: StreamId | null;
    stream_number: number | null;
    /** The batch in which it was exchanged with billing: the export that carried it there, or the import that brought it. */
    batch_id: BatchId | null;
    /** What the office wrote when it decided; residents can read it. */
    reason: string | null;
    /** 1: the office accepted it after its period was locked or billed; billing gets it with the next export (W6, I9). */
    adjustment: Generated<number>;
  };
  /** The ledger of operations: what devices sent and what was answered (I1, I2, I7). */
  operations: {
    id: OperationId;
    hash: string;
    stream: StreamId;
    number: number;
    user_id: UserId;
    account_id: AccountId;
    kind: string;
    /** json: the operation as it was sent. */
    content: string;
    outcome: Outcome;
    /** json: Problem[]. */
    problems: string;
    version: number;
    received_at: Instant;
  };
  /** I2: operations whose id, or place in the stream, was taken by another content. */
  operation_conflicts: { id: OperationId; hash: string; user_id: UserId; content: string; received_at: Instant };
  statements: {
    id: StatementId;
    account_id: AccountId;
    version: number;
    period: Period;
    /** By which billing names it again; unique within the account. */
    number: string;
    issued_on: Day;
    due: Day;
    description: string;
    total: number;
    /** By `bills/stored-lines`. One row a bill, because it is sent, checked (B5) and shown as a whole. */
    lines: string;
    /** The name of billing's PDF as the statement announced it; it belongs to this statement alone. */
    file: string | null;
    /** SHA-256 of that PDF, hex; null while it has not come. */
    file_hash: string | null;
    batch_id: BatchId;
  };
  /** Billing's own PDFs. In the database, because instances of the server keep nothing themselves. */
  statement_files: {
    statement_id: StatementId;
    hash: string;
    bytes: Uint8Array;
    stored_at: Instant;
    batch_id: BatchId;
  };
  ledger_months: {
    account_id: AccountId;
    period: Period;
    version: number;
    /** json: ServiceCells[], in billing's order. */
    services: string;
    /** json: LedgerCells; null where billing gave no total. */
    total: string | null;
    batch_id: BatchId;
  };
  payments: {
    id: PaymentId;
    account_id: AccountId;
    version: number;
    date: Day;
    amount: number;
    /** By which billing names it again; unique within the account. */
    number: string;
    source: string;
    batch_id: BatchId;
  };
  online_payments: {
    id: OnlinePaymentId;
    account_id: AccountId;
    version: number;
    user_id: UserId;
    statement_id: StatementId | null;
    amount: number;
    refunded: number;
    currency: string;
    /** What billing finds on its statement of the bank: `payments.number` of the payment that confirms it. */
    reference: string;
    /** Which implementation took it, and what it calls it. */
    provider: string;
    provider_id: string | null;
    state: OnlinePaymentState;
    /** What the office has to look at: another amount or currency than was asked for. */
    fault: string | null;
    started_at: Instant;
    changed_at: Instant;
  };
  /** What providers told, each once: they tell things late, twice and out of order. */
  payment_events: {
    provider: string;
    id: string;
    kind: string;
    /** Null where it is about nothing of ours. */
    payment_id: OnlinePaymentId | null;
    received_at: Instant;
  };
  period_locks: { period: Period; locked_at: Instant; batch_id: BatchId | null; reason: string };
  batches: {
    id: BatchId;
    kind: string;
    period: Period | null;
    created_at: Instant;
    /** Who ran it: a user, or `command line`. */
    created_by: string;
    rows: number;
    /** undoing: what it changed is being put back, piece by piece. */
    state: 'running' | 'done' | 'undoing' | 'undone';
    file_name: string | null;
    undone_at: Instant | null;
    undone_by: string | null;
  };
  audit: {
    seq: number;
    at: Instant;
    actor: string;
    action: string;
    subject: string;
    detail: string;
    previous_hash: string;
    hash: string;
  };
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>;

/** Reads. A writer is a reader too. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'executeQuery' | 'getExecutor' | 'fn'>;

/** Whoever writes must be in a transaction: the type says so. */
export type Writer = Transaction<Tables>;
