import type { LedgerRow, OnlinePayment, Payment, Statement } from './bill.ts';
import type { Conversation } from './conversation.ts';
import type { AccountId, MeterId, OperationId, UserId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Meter, RegisterValues } from './meter.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';

/** What the office sees of one account on its page. */
export interface AccountPage {
  account: {
    id: AccountId;
    /** Of its row, for noticing that somebody else changed it. */
    version: number;
    number: string;
    holder: string;
    building: string;
    address: string;
    email: string | null;
    phone: string | null;
  };
  meters: OfficeMeter[];
  /** Of the months from `readingsFrom` on, in whatever state. */
  readings: OfficeReading[];
  readingsFrom: Period;
  /** What was handed in and never became a reading, newest first. */
  rejected: RejectedReading[];
  /** W6: of those months, the locked ones. */
  locked: Period[];
  statements: Statement[];
  ledger: LedgerRow[];
  payments: Payment[];
  onlinePayments: OnlinePayment[];
  users: LinkedUser[];
  conversations: Conversation[];
  /** What was done here last, newest first. */
  done: DoneHere[];
}

export interface OfficeMeter extends Meter {
  /** Of the newest of its row and its readings: what a change of it names as seen. */
  version: number;
  /** In whatever state: what they rest on cannot change any more. */
  hasReadings: boolean;
}

export interface OfficeReading extends Reading {
  /** Who handed it in or entered it, by name; null: nobody by name (billing), or it is not known. */
  by: string | null;
  /** An export has given it to billing. */
  exported: boolean;
}

export interface RejectedReading {
  id: OperationId;
  meter: MeterId;
  period: Period;
  values: RegisterValues;
  problems: Problem[];
  receivedAt: Instant;
  by: string;
}

export interface LinkedUser {
  id: UserId;
  name: string;
  email: string | null;
  linkedAt: Instant;
}

export interface DoneHere {
  seq: number;
  at: Instant;
  /** By name where it was somebody of the office, or a kiosk. */
  by: string | null;
  /** Who by, otherwise: a resident, the portal, nobody that is known. */
  actor: 'staff' | 'resident' | 'other';
  action: string;
  meter: MeterId | null;
}
