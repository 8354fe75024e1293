import { Dexie, type Table } from 'dexie';
import type { LedgerRow, OnlinePayment, Payment, Statement } from '../../shared/bill.ts';
import type { Conversation, Message } from '../../shared/conversation.ts';
import type {
  AccountId,
  ConversationId,
  MessageId,
  MeterId,
  OnlinePaymentId,
  PaymentId,
  ReadingId,
  StatementId,
  UserId,
} from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Meter } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { Account, Cursor } from '../../shared/protocol.ts';
import type { Reading } from '../../shared/reading.ts';
import type { WindowException } from '../../shared/window.ts';
import type { Contact } from '../contact/contact.ts';
import { ownVersionOnly } from '../storage/own-version.ts';
import type { DocumentBytesRow, DocumentRow } from './document-row.ts';

export type CursorRow = Cursor & { account: AccountId };

/** Who is signed in. An expired session keeps the app readable and sends nothing. */
export interface SessionRow {
  user: UserId;
  name: string;
  /** The device's clock at sign-in: tells this session from an earlier one of the same user. */
  since: EpochMs;
  expired: boolean;
}

/** What the cache remembers beside the server's rows, by key. */
export interface CacheState {
  session: SessionRow;
  contact: Contact;
  /** W6, newest first. */
  locked: Period[];
  /** W9: the months by exception. */
  windows: WindowException[];
  /** The account last looked at. */
  account: AccountId;
  /** The newest message of each conversation that was on the screen. */
  read: Readonly<Record<ConversationId, MessageId>>;
  /** Chosen by the resident; survives signing out. */
  language: string;
  /** Signed out while the server could not be told: it still has to be. */
  farewell: true;
}
export type StateKey = keyof CacheState;
export type StateRow = { [K in StateKey]: { key: K; value: CacheState[K] } }[StateKey];

/** What the server sent. Disposable at any time: it comes again with the next pull. */
export class CacheDb extends Dexie {
  declare accounts: Table<Account, AccountId>;
  declare meters: Table<Meter, MeterId>;
  declare readings: Table<Reading, ReadingId>;
  declare statements: Table<Statement, StatementId>;
  declare ledger: Table<LedgerRow, [AccountId, Period]>;
  declare payments: Table<Payment, PaymentId>;
  declare onlinePayments: Table<OnlinePayment, OnlinePaymentId>;
  declare conversations: Table<Conversation, ConversationId>;
  declare messages: Table<Message, MessageId>;
  declare documents: Table<DocumentRow, DocumentRow['key']>;
  declare documentBytes: Table<DocumentBytesRow, DocumentRow['key']>;
  declare cursors: Table<CursorRow, AccountId>;
  declare state: Table<StateRow, StateKey>;

  constructor(name = 'meterbook-cache') {
    super(name, { ...ownVersionOnly(globalThis.indexedDB), cache: 'disabled' });
    this.version(1).stores({
      accounts: 'id',
      meters: 'id, account',
      readings: 'id, account, [meter+period]',
      cursors: 'account',
      state: 'key',
    });
    this.version(2)
      .stores({
        statements: 'id, account',
        ledger: '[account+period], account',
        payments: 'id, account',
        onlinePayments: 'id, account',
        documents: 'key, account',
        documentBytes: 'key, account',
      })
      // An app that did not know bills has passed them by.
      .upgrade((tx) => tx.table('cursors').clear());
    this.version(3)
      .stores({ conversations: 'id, account', messages: 'id, account, conversation' })
      // Likewise.
      .upgrade((tx) => tx.table('cursors').clear());
  }

  async read<K extends StateKey>(key: K): Promise<CacheState[K] | null> {
    const row: StateRow | undefined = await this.state.get(key);
    // The key decides the type of the value; TypeScript cannot follow that through the table.
    return row === undefined ? null : (row.value as CacheState[K]);
  }

  async write<K extends StateKey>(key: K, value: CacheState[K]): Promise<void> {
    await this.state.put({ key, value } as StateRow);
  }
}
