import type { PublicCompany } from '../shared/company.ts';
import type { AccountActions } from './screens/account-actions.ts';
import type { AppState, AppStore, SignInAnswer } from './screens/app-context.ts';
import type { Documents } from './screens/documents.ts';
import type { Support } from './screens/support-seam.ts';
import type { StorageUnavailable } from './storage/storage-error.ts';
import { SyncStatusBoard } from './store/sync-status.ts';
import type { SaveAnswer } from './store/views.ts';
import { silenceOf } from './sync/call.ts';

/**
 * The app where the browser gives it no database: it says so and does nothing else. Memory in its place would look the
 * same and lose the readings.
 */
export class UnusableAppStore implements AppStore {
  readonly state: AppState;
  readonly #ahead: number;

  constructor(company: PublicCompany, appVersion: string, { reason }: StorageUnavailable) {
    this.#ahead = company.demo?.clockAhead ?? 0;
    this.state = {
      company,
      session: null,
      accounts: [],
      account: null,
      language: null,
      sync: { ...new SyncStatusBoard().status, state: 'signed-out' },
      othersQueued: 0,
      storage: 'unavailable',
      update: reason === 'newer' ? 'reload-needed' : 'none',
      install: 'none',
      appVersion,
    };
  }

  subscribe(): () => void {
    return () => {};
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  watchAccount(_account: string, listener: (view: null) => void): () => void {
    listener(null);
    return () => {};
  }

  watchBills(_account: string, listener: (view: null) => void): () => void {
    listener(null);
    return () => {};
  }

  /** Nobody is signed in here, so that there is nothing to ask for. */
  async documents(): Promise<Documents> {
    const none = async () => ({ ok: false, problem: { code: 'storage_unavailable' } }) as const;
    return { statement: none, ledger: none, kept: async () => new Set() };
  }

  /** Nobody is signed in here, so that there is nothing to write under. */
  async support(): Promise<Support> {
    return {
      watch: (_, listener) => {
        listener(null);
        return () => {};
      },
      write: async () => unsaved,
      saveDraft: async () => ({ code: 'storage_unavailable' }),
      markRead: async () => {},
      preparePhoto: async () => null,
      photo: async () => null,
      dismissPhoto: async () => {},
    };
  }

  async signIn(): Promise<SignInAnswer> {
    return { ok: false, problem: { code: 'storage_unavailable' } };
  }

  /** Letters can be asked for; but nobody can be signed in here, and no link is used up for nothing. */
  async actions(): Promise<AccountActions> {
    const { DeviceAccountActions } = await import('./device-account-actions.ts');
    return new DeviceAccountActions({ enter: () => this.signIn(), signedOut: () => {} });
  }

  silence(): ReturnType<AppStore['silence']> {
    return silenceOf(navigator.onLine);
  }

  async signOut(): Promise<boolean> {
    return false;
  }

  async saveReading(): Promise<SaveAnswer> {
    return unsaved;
  }

  async withdrawReading(): Promise<SaveAnswer> {
    return unsaved;
  }

  async saveDraft(): ReturnType<AppStore['saveDraft']> {
    return { code: 'storage_unavailable' };
  }

  async accountRows(): Promise<null> {
    return null;
  }

  async whenKept(): Promise<void> {}
  async showAccount(): Promise<void> {}
  async setLanguage(): Promise<void> {}
  async dismiss(): Promise<void> {}
  async askPersistence(): Promise<void> {}
  async promptInstall(): Promise<void> {}
  async sendNow(): Promise<void> {}

  reload(): void {
    location.reload();
  }
}

const unsaved: SaveAnswer = { saved: false, problems: [{ code: 'storage_unavailable' }], ask: false };
