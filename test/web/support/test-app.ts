import type { PublicCompany } from '../../../shared/company.ts';
import type { Meter } from '../../../shared/meter.ts';
import type { Reading } from '../../../shared/reading.ts';
import { watchAccount } from '../../../web/account-watch.ts';
import { watchBills } from '../../../web/bills-watch.ts';
import { AppClock } from '../../../web/clock.ts';
import type { AppState, AppStore, SignInAnswer } from '../../../web/screens/app-context.ts';
import type { BillsRows } from '../../../web/store/bills-rows.ts';
import type { ReadingToSave, ReadingToWithdraw } from '../../../web/store/store.ts';
import type { AccountView, Draft } from '../../../web/store/views.ts';
import type { BillsView } from '../../../web/store/views-bills.ts';
import { DeviceSupport } from '../../../web/support/device-support.ts';
import { TestDatabases } from './databases.ts';
import { account, anna, inWindow } from './household.ts';
import { TestAccountActions } from './test-actions.ts';
import { TestDocuments } from './test-documents.ts';

/** What the tests ask of the world outside the device, and what it answers. */
export interface Outside {
  signIn: (name: string, password: string) => Promise<SignInAnswer>;
  /** Whether "hand in, then sign out" could hand in everything. */
  sent: boolean;
}

/** What the state of the app says of handing in: it is done, unless told otherwise. */
export const syncState = (change: Partial<AppState['sync']> = {}): Pick<AppState, 'sync'> => ({
  sync: {
    state: 'idle',
    queued: 0,
    messages: 0,
    lastContactAt: inWindow,
    nextAttemptAt: null,
    progress: null,
    pulled: true,
    silence: null,
    ...change,
  },
});

/** The screens' store over real databases of its own; what lies beyond the device (network, browser, installation) is told by the test. */
export class TestAppStore implements AppStore {
  readonly databases = new TestDatabases();
  readonly clock = new AppClock(() => this.databases.wall);
  readonly calls: string[] = [];
  readonly accountActions = new TestAccountActions();
  readonly testDocuments = new TestDocuments();
  outside: Outside = { signIn: async () => ({ ok: true }), sent: true };
  state: AppState;
  readonly #listeners = new Set<() => void>();
  /** The last write of a draft: one keystroke may still be on its way when a test ends. */
  #drafting: Promise<unknown> = Promise.resolve();

  constructor(company: PublicCompany) {
    this.state = {
      company,
      session: { user: { id: anna, name: 'Anna' } },
      accounts: [account],
      account: account.id,
      language: null,
      ...syncState(),
      othersQueued: 0,
      storage: 'kept',
      update: 'none',
      install: 'none',
      appVersion: '1.2.3',
    };
  }

  /** Signed in, with these rows as if they had been pulled. */
  async fill(meters: readonly Meter[], readings: readonly Reading[]): Promise<void> {
    await this.databases.open();
    await this.databases.signIn();
    await this.databases.cache.meters.bulkPut([...meters]);
    await this.databases.cache.readings.bulkPut([...readings]);
  }

  /** After `fill`: what was pulled of billing. */
  async fillBills({
    statements = [],
    ledger = [],
    payments = [],
    onlinePayments = [],
  }: Partial<BillsRows>): Promise<void> {
    const { cache } = this.databases;
    await cache.statements.bulkPut([...statements]);
    await cache.ledger.bulkPut([...ledger]);
    await cache.payments.bulkPut([...payments]);
    await cache.onlinePayments.bulkPut([...onlinePayments]);
  }

  async close(): Promise<void> {
    await this.#drafting;
    await this.databases.close();
  }

  change(change: Partial<AppState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  now(): number {
    return this.clock.now();
  }

  watchAccount(id: string, listener: (view: AccountView | null) => void): () => void {
    const { company } = this.state;
    const report = (error: unknown) => reportError(error);
    return watchAccount({ store: this.databases.store, company, clock: this.clock, report }, id, listener);
  }

  /** What a screen is shown of the account, as soon as there is anything. */
  view(): Promise<AccountView> {
    return new Promise((resolve) => {
      const stop = this.watchAccount(account.id, (seen) => {
        if (!seen) return;
        queueMicrotask(() => stop());
        resolve(seen);
      });
    });
  }

  watchBills(id: string, listener: (view: BillsView | null) => void): () => void {
    const { company } = this.state;
    const report = (error: unknown) => reportError(error);
    return watchBills({ cache: this.databases.cache, company, clock: this.clock, report }, id, listener);
  }

  async documents(): Promise<TestDocuments> {
    return this.testDocuments;
  }

  async support(): Promise<DeviceSupport> {
    const { store } = this.databases;
    return new DeviceSupport({ store, now: () => this.now(), report: (error) => reportError(error) });
  }

  async whenKept(): Promise<void> {}

  signIn(name: string, password: string): Promise<SignInAnswer> {
    this.calls.push(`signIn ${name} ${password}`);
    return this.outside.signIn(name, password);
  }

  async actions(): Promise<TestAccountActions> {
    return this.accountActions;
  }

  silence(): 'unanswered' {
    return 'unanswered';
  }

  async signOut({ sendFirst }: { sendFirst: boolean }): Promise<boolean> {
    this.calls.push(`signOut ${sendFirst}`);
    return !sendFirst || this.outside.sent;
  }

  async showAccount(id: string): Promise<void> {
    this.change({ account: id });
  }

  async setLanguage(language: 'en' | 'lv' | 'ru'): Promise<void> {
    this.change({ language });
  }

  saveReading(reading: ReadingToSave) {
    return this.databases.store.saveReading(reading);
  }

  withdrawReading(reading: ReadingToWithdraw) {
    return this.databases.store.withdrawReading(reading);
  }

  saveDraft(id: string, draft: Draft): ReturnType<AppStore['saveDraft']> {
    const written = this.databases.store.saveDraft(id, draft);
    this.#drafting = Promise.allSettled([this.#drafting, written]);
    return written;
  }

  dismiss(operation: string): Promise<void> {
    return this.databases.store.dismiss(operation);
  }

  accountRows(id: string): ReturnType<AppStore['accountRows']> {
    return this.databases.store.accountRows(id);
  }

  async sendNow(): Promise<void> {
    this.calls.push('sendNow');
  }

  async askPersistence(): Promise<void> {
    this.calls.push('askPersistence');
  }

  async promptInstall(): Promise<void> {
    this.calls.push('promptInstall');
  }

  reload(): void {
    this.calls.push('reload');
  }
}
