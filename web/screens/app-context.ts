import { createContext } from '@lit/context';
import type { Language, PublicCompany } from '../../shared/company.ts';
import type { AccountId, OperationId, UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Account } from '../../shared/protocol.ts';
import type { StorageProblem } from '../storage/storage-error.ts';
import type { AccountRows } from '../store/account-view.ts';
import type { ReadingToSave, ReadingToWithdraw } from '../store/store.ts';
import type { AccountView, Draft, SaveAnswer, SyncStatus } from '../store/views.ts';
import type { BillsView } from '../store/views-bills.ts';
import type { WordsArea } from '../words/load-words.ts';
import type { Words } from '../words/words.ts';
import type { AccountActions } from './account-actions.ts';
import type { Documents } from './documents.ts';
import type { Support } from './support-seam.ts';

/**
 * The seam between the screens and everything behind them. `main.ts` builds an `AppStore` from the real store, session,
 * clock and sync; `<meterbook-app>` adds the words and the router and hands the whole to every screen as `AppContext`.
 */

/** What is true of the whole app at one moment. A new object whenever anything in it changes. */
export interface AppState {
  company: PublicCompany;
  /** Who is signed in on this device, also while the server wants a new sign-in (`sync.state` is `signed-out`). */
  session: { user: { id: UserId; name: string } } | null;
  /** The user's accounts as far as the device knows them; empty until the first contact has brought them. */
  accounts: readonly Account[];
  /** The account that was looked at last; null while there is none. */
  account: AccountId | null;
  /** Chosen by the resident; null while the browser's languages decide. */
  language: Language | null;
  sync: SyncStatus;
  /** How many operations other users of this device have not sent yet (I10). */
  othersQueued: number;
  /** Whether the browser promised to keep the device's database; `unavailable`: it cannot be opened, nothing can be saved. */
  storage: 'kept' | 'evictable' | 'unknown' | 'unavailable';
  /** `ready`: a new version waits for consent. `reload-needed`: this page is too old to go on. */
  update: 'none' | 'ready' | 'reload-needed';
  /** `prompt`: the browser offers installation. `ios`: only by hand, in the share menu. */
  install: 'none' | 'prompt' | 'ios';
  /** Shown in the settings. */
  appVersion: string;
}

/** The problem is the server's or the storage's, or why there was no answer. */
export type SignInAnswer = { ok: true } | { ok: false; problem: Problem | NonNullable<SyncStatus['silence']> };

export interface AppStore {
  readonly state: AppState;
  /** Calls the listener after every change of `state`; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** The corrected clock (device wall + offset of the last contact). */
  now(): EpochMs;

  /**
   * The view of one account: once as soon as it is read, and again whenever its rows, its queued operations or the
   * state of a window change. `null` while the device holds nothing of the account. Returns how to stop.
   */
  watchAccount(account: AccountId, listener: (view: AccountView | null) => void): () => void;

  /** The same of its billing; the code for it comes with the first watch. */
  watchBills(account: AccountId, listener: (view: BillsView | null) => void): () => void;
  /** The PDFs of bills and of the ledger; rejects where the code for them cannot be had. */
  documents(): Promise<Documents>;

  /** The conversations with the office; rejects where the code for them cannot be had. */
  support(): Promise<Support>;

  /** Resolves when the app's own files are on the device, or will hardly come: what is not urgent waits until then. */
  whenKept(): Promise<void>;

  signIn(name: string, password: string): Promise<SignInAnswer>;
  /**
   * What is queued stays on the device, sealed under its user. `sendFirst` waits for one cycle before; false, and still
   * signed in, where that could not send everything.
   */
  signOut(options: { sendFirst: boolean }): Promise<boolean>;
  /** Everything else that only the server can do with users; rejects where its code cannot be had (`askAccount`). */
  actions(): Promise<AccountActions>;
  /** Why something that needs the server has no answer at this moment. */
  silence(): NonNullable<SyncStatus['silence']>;
  showAccount(account: AccountId): Promise<void>;
  setLanguage(language: Language): Promise<void>;

  /** Runs the rules; saves in one transaction with the deletion of the draft, or saves nothing. */
  saveReading(reading: ReadingToSave): Promise<SaveAnswer>;
  withdrawReading(reading: ReadingToWithdraw): Promise<SaveAnswer>;
  /** Kept per keystroke. A draft without any text is deleted. Answers what the storage has against it. */
  saveDraft(account: AccountId, draft: Draft): Promise<StorageProblem | null>;
  /** The resident has read why an operation was refused. */
  dismiss(operation: OperationId): Promise<void>;
  /** Everything that the device holds of an account at this moment; null where it knows nothing of it. */
  accountRows(account: AccountId): Promise<AccountRows | null>;

  /** Tries to send at once, whatever the back-off says. Resolves when `state.sync` says what came of it. */
  sendNow(): Promise<void>;
  /** Asks the browser to keep the device's database. */
  askPersistence(): Promise<void>;
  /** Shows the browser's own installation prompt. */
  promptInstall(): Promise<void>;
  /** With the resident's consent: takes the waiting version into use and reloads. */
  reload(): void;
}

export interface AppContext {
  store: AppStore;
  state: AppState;
  words: Words;
  /** The shown account; null while none is known. */
  account: Account | null;
  /** Goes to a path of `routes.ts`. Plain links work as well. `replace`: the way back does not lead to this screen. */
  navigate(path: string, options?: { replace: boolean }): void;
  /**
   * Speaks the words of these areas from now on, for what comes later than its screen (those of the screen itself:
   * `routes.ts`). Rejects where they cannot be had.
   */
  learn(...areas: readonly WordsArea[]): Promise<void>;
}

export const appContext = createContext<AppContext>(Symbol('meterbook-app'));
