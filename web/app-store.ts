import type { Language, PublicCompany } from '../shared/company.ts';
import type { AccountId, OperationId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/instant.ts';
import { watchAccount } from './account-watch.ts';
import type { AppClock } from './clock.ts';
import { type Install, InstallWayChanged } from './install.ts';
import type { AccountActions } from './screens/account-actions.ts';
import type { AppState, AppStore, SignInAnswer } from './screens/app-context.ts';
import type { Documents } from './screens/documents.ts';
import type { Support } from './screens/support-seam.ts';
import type { Session } from './session.ts';
import { ShownAccount } from './shown-account.ts';
import { ReloadNeeded, StorageLost } from './storage/storage-events.ts';
import { askForPersistence, type Persistence, storagePersistence } from './storage/storage-persistence.ts';
import { follow } from './store/follow.ts';
import type { ReadingToSave, ReadingToWithdraw, Store } from './store/store.ts';
import { type SyncStatusBoard, SyncStatusChanged } from './store/sync-status.ts';
import type { AccountView, Draft, SaveAnswer } from './store/views.ts';
import type { BillsView } from './store/views-bills.ts';
import { type AppUpdates, UpdateStateChanged } from './sw/registration.ts';
import { whenKept } from './sw/when-kept.ts';
import { silenceOf } from './sync/call.ts';
import type { SyncLoop } from './sync/loop.ts';

export interface AppParts {
  company: PublicCompany;
  store: Store;
  session: Session;
  loop: SyncLoop;
  status: SyncStatusBoard;
  clock: AppClock;
  updates: AppUpdates;
  install: Install;
  appVersion: string;
  report: (error: unknown) => void;
}

/** What of the databases concerns the whole app. */
type Facts = Pick<AppState, 'session' | 'accounts' | 'account' | 'language' | 'othersQueued'> &
  Pick<AppState['sync'], 'queued' | 'messages'>;

/** The real store, session, clock and sync as the one object that the screens know. */
export class DeviceAppStore implements AppStore {
  readonly #parts: AppParts;
  readonly #listeners = new Set<() => void>();
  readonly #shown = new ShownAccount((account, listener) => watchAccount(this.#parts, account, listener));
  #state: AppState;

  /** Resolves when the state is what the databases say. */
  readonly ready: Promise<void>;

  constructor(parts: AppParts) {
    const { company, store, status, updates, install, appVersion, report } = parts;
    this.#parts = parts;
    this.#state = {
      company,
      session: null,
      accounts: [],
      account: null,
      language: null,
      sync: status.status,
      othersQueued: 0,
      storage: 'unknown',
      update: updates.state,
      install: install.way,
      appVersion,
    };
    this.ready = this.#follow();
    status.addEventListener(SyncStatusChanged.type, () => this.#change({ sync: status.status }));
    updates.addEventListener(UpdateStateChanged.type, () => this.#change({ update: updates.state }));
    install.addEventListener(InstallWayChanged.type, () => this.#change({ install: install.way }));
    store.events.addEventListener(ReloadNeeded.type, () => updates.needReload());
    store.events.addEventListener(StorageLost.type, () => this.#change({ storage: 'unavailable' }));
    storagePersistence().then((persistence) => this.#change({ storage: storageState[persistence] }), report);
  }

  get state(): AppState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  now(): EpochMs {
    return this.#parts.clock.now();
  }

  watchAccount(account: AccountId, listener: (view: AccountView | null) => void): () => void {
    return this.#shown.listen(account, listener);
  }

  watchBills(account: AccountId, listener: (view: BillsView | null) => void): () => void {
    const { store, ...parts } = this.#parts;
    return whenLoaded(import('./bills-watch.ts'), parts.report, ({ watchBills }) =>
      watchBills({ ...parts, cache: store.cacheDb }, account, listener),
    );
  }

  async documents(): Promise<Documents> {
    const { DeviceDocuments } = await import('./documents/device-documents.ts');
    const { loop, store } = this.#parts;
    return new DeviceDocuments({ cache: store.cacheDb, signedOut: () => loop.wake('session') });
  }

  async support(): Promise<Support> {
    const { DeviceSupport } = await import('./support/device-support.ts');
    const { clock, store, report } = this.#parts;
    return new DeviceSupport({ store, now: () => clock.now(), report });
  }

  whenKept(): Promise<void> {
    return whenKept();
  }

  signIn(name: string, password: string): Promise<SignInAnswer> {
    return this.#entered(this.#parts.session.signIn(name, password));
  }

  async actions(): Promise<AccountActions> {
    const { DeviceAccountActions } = await import('./device-account-actions.ts');
    return new DeviceAccountActions({
      enter: (request) => this.#entered(this.#parts.session.enter(request)),
      signedOut: () => this.#parts.loop.wake('session'),
    });
  }

  silence(): ReturnType<AppStore['silence']> {
    return silenceOf(navigator.onLine);
  }

  async signOut({ sendFirst }: { sendFirst: boolean }): Promise<boolean> {
    const { loop, session, store } = this.#parts;
    if (sendFirst) {
      await loop.runNow();
      const { own, ownMessages } = await store.overview();
      if (own + ownMessages > 0) return false;
    }
    await session.signOut();
    loop.wake('session');
    return true;
  }

  showAccount(account: AccountId): Promise<void> {
    return this.#parts.store.setPreference('account', account);
  }

  setLanguage(language: Language): Promise<void> {
    return this.#parts.store.setPreference('language', language);
  }

  async saveReading(reading: ReadingToSave): Promise<SaveAnswer> {
    const answer = await this.#parts.store.saveReading(reading);
    // Asked when there is something to keep; nothing waits for what the browser says.
    if (answer.saved) this.askPersistence().catch(this.#parts.report);
    return answer;
  }

  withdrawReading(reading: ReadingToWithdraw): Promise<SaveAnswer> {
    return this.#parts.store.withdrawReading(reading);
  }

  saveDraft(account: AccountId, draft: Draft): ReturnType<AppStore['saveDraft']> {
    return this.#parts.store.saveDraft(account, draft);
  }

  dismiss(operation: OperationId): Promise<void> {
    return this.#parts.store.dismiss(operation);
  }

  accountRows(account: AccountId): ReturnType<AppStore['accountRows']> {
    return this.#parts.store.accountRows(account);
  }

  sendNow(): Promise<void> {
    return this.#parts.loop.runNow();
  }

  async askPersistence(): Promise<void> {
    this.#change({ storage: storageState[await askForPersistence()] });
  }

  promptInstall(): Promise<void> {
    return this.#parts.install.prompt();
  }

  reload(): void {
    this.#parts.updates.consent();
  }

  /** Other tabs and the service worker write too, so the databases are followed and not remembered. */
  #follow(): Promise<void> {
    const { store, clock, report } = this.#parts;
    follow(() => store.contact(), { next: (contact) => clock.correct(contact), error: report });
    let user: string | null | undefined;
    return new Promise((resolve, reject) => {
      follow(() => this.#facts(), {
        next: (facts) => {
          // Somebody signed in or out, perhaps in another tab.
          const now = facts.session?.user.id ?? null;
          if (user !== undefined && user !== now) this.#begin();
          user = now;
          this.#learn(facts);
          // The first screen is painted once, with everything, and not twice.
          void this.#shown.read.then(resolve);
        },
        error: (error) => {
          report(error);
          reject(error);
        },
      });
    });
  }

  #learn({ queued, messages, ...facts }: Facts): void {
    this.#parts.status.publish({ queued, messages });
    this.#shown.show(facts.account);
    this.#change(facts);
  }

  async #facts(): Promise<Facts> {
    const { session, accounts, last, language, own, ownMessages, others } = await this.#parts.store.overview();
    const account = accounts.find(({ id }) => id === last) ?? accounts[0];
    return {
      session: session && { user: { id: session.user, name: session.name } },
      accounts,
      account: account?.id ?? null,
      language: language as Language | null,
      queued: own,
      messages: ownMessages,
      othersQueued: others,
    };
  }

  async #entered(entering: Promise<SignInAnswer>): Promise<SignInAnswer> {
    const answer = await entering;
    if (!answer.ok) return answer;
    this.#begin();
    // Whoever goes on to another screen finds the new session, and not the one before. Once it is known, what is followed
    // is newer than this.
    const facts = await this.#facts();
    if (facts.session?.user.id !== this.#state.session?.user.id) this.#learn(facts);
    return answer;
  }

  /** Another session. What the last one's sending came to is no word of it, not even until the loop has its own. */
  #begin(): void {
    this.#parts.status.publish({ state: 'working', silence: null });
    this.#parts.loop.wake('session');
  }

  #change(change: Partial<AppState>): void {
    // A database that is gone stays gone for this page.
    const storage = this.#state.storage === 'unavailable' ? 'unavailable' : (change.storage ?? this.#state.storage);
    this.#state = { ...this.#state, ...change, storage };
    for (const listener of this.#listeners) listener();
  }
}

/** Begins something whose code is still on its way; answers how to stop, also before it has begun. */
function whenLoaded<T>(
  code: Promise<T>,
  report: (error: unknown) => void,
  begin: (loaded: T) => () => void,
): () => void {
  let stop = () => {};
  let stopped = false;
  code.then((loaded) => {
    if (!stopped) stop = begin(loaded);
  }, report);
  return () => {
    stopped = true;
    stop();
  };
}

const storageState = {
  granted: 'kept',
  denied: 'evictable',
  unknown: 'unknown',
} as const satisfies Record<Persistence, AppState['storage']>;
