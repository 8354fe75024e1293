import type { Language } from './company.ts';
import type { ConversationState, ConversationTopic } from './conversation.ts';
import type { AccountId, ConversationId, UserId } from './ids.ts';
import type { Instant } from './instant.ts';

/** The users of the portal, as the office sees them. */

/**
 * active: has a way to sign in. invited: has not set a password yet. merged: turned out to be another user. deleted: on the
 * person's own request; nothing personal is left.
 */
export type PersonState = 'active' | 'invited' | 'merged' | 'deleted';

export interface PersonRow {
  id: UserId;
  name: string;
  email: string | null;
  state: PersonState;
  createdAt: Instant;
  /** The numbers of the first few accounts. */
  accounts: string[];
  /** How many there are beside those. */
  moreAccounts: number;
}

/** self: by registering, or in the portal. office: `name` of the staff's. other: the command line, or before it was noted. */
export type LinkedBy = { kind: 'self' } | { kind: 'office'; name: string } | { kind: 'other' };

export interface LinkedAccount {
  id: AccountId;
  number: string;
  holder: string;
  address: string;
  since: Instant;
  by: LinkedBy;
  /** Who else is linked to it. */
  others: { id: UserId; name: string }[];
}

export interface PersonDevice {
  /** The hash of its session: names it, opens nothing. */
  id: string;
  userAgent: string;
  since: Instant;
  seenAt: Instant;
}

export interface SentMail {
  id: string;
  /** A MailKind of the server. */
  kind: string;
  state: 'waiting' | 'sent' | 'dropped' | 'failed';
  createdAt: Instant;
  endedAt: Instant | null;
}

/** A letter on paper that nobody has used yet. */
export interface PaperLetter {
  /** The hash of its token: names it, opens nothing. */
  id: string;
  user: { id: UserId; name: string };
  writtenAt: Instant;
  validUntil: Instant;
  by: LinkedBy;
}

export interface PersonConversation {
  id: ConversationId;
  topic: ConversationTopic;
  state: ConversationState;
  accountNumber: string;
  changedAt: Instant;
}

export interface Person {
  id: UserId;
  name: string;
  email: string | null;
  phone: string | null;
  language: Language | null;
  state: PersonState;
  mergedInto: UserId | null;
  createdAt: Instant;
  accounts: LinkedAccount[];
  devices: PersonDevice[];
  passkeys: number;
  mails: SentMail[];
  letters: PaperLetter[];
  conversations: PersonConversation[];
}

/** How an application on paper compares with what billing knows, account by account. */
export interface ApplicationCheck {
  accounts: {
    number: string;
    /** Null: there is no such account. */
    found: {
      id: AccountId;
      holder: string;
      address: string;
      /** Whether the applicant's name is the holder's (`isSameHolder`). */
      sameHolder: boolean;
      /** Null where no address was typed. */
      sameAddress: boolean | null;
      users: { id: UserId; name: string }[];
    } | null;
  }[];
  /** Who has the e-mail address already. */
  emailOf: { id: UserId; name: string } | null;
}

/** What merging does, in numbers. `seal`: names exactly this state of both; merging asks for it again. */
export interface MergePreview {
  seal: string;
  stays: PersonBrief;
  goes: PersonBrief;
  /** Numbers of accounts that the one who stays gets. */
  gains: string[];
  /** Numbers of accounts that both have already. */
  shared: string[];
  /** What the one who stays takes over, having none. */
  takes: ('email' | 'phone' | 'language' | 'password')[];
  devices: number;
  passkeys: number;
  links: number;
  messages: number;
  payments: number;
  operations: number;
}

export interface PersonBrief {
  id: UserId;
  name: string;
  email: string | null;
  accounts: string[];
  createdAt: Instant;
}

/** What a deletion takes away and what stays, in numbers. */
export interface DeletionPreview {
  seal: string;
  person: PersonBrief;
  /** What stands in the place of the name afterwards. */
  replacement: string;
  gone: {
    devices: number;
    passkeys: number;
    links: number;
    mails: number;
    messages: number;
    photos: number;
    /** Conversations that go as a whole, with the office's answers, because nobody else wrote in them. */
    conversations: number;
    /** Texts of messages in the ledger of operations, which are emptied. */
    texts: number;
    /** Left at kiosks for accounts that nobody else has: what was typed; where something waits only how to reach the person. */
    slips: number;
    accounts: number;
  };
  stays: {
    /** Entries of the ledger of operations: ids, values of meters and moments. */
    operations: number;
    readings: number;
    payments: number;
    /** Rows of the audit log that name the user by the id. */
    audit: number;
  };
}
