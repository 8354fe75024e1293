import type { AddAccountInput, LinkView, Profile, RegisterInput } from '../../shared/account-forms.ts';
import type { Language } from '../../shared/company.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { KioskMet } from '../../shared/kiosk-answers.ts';
import type { BeginPaymentInput } from '../../shared/payment-forms.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Account } from '../../shared/protocol.ts';
import type { SyncStatus } from '../store/views.ts';

/**
 * The seam between the screens and what the server does with users: registering, links, passwords, devices, passkeys, and
 * beginning to pay. It is online work. Its code comes when it is asked for: `askAccount`, over `AppStore.actions`.
 */
export interface AccountActions {
  /** The same answer whether or not there is such an account. */
  register(input: RegisterInput): Promise<ActionAnswer<unknown>>;
  /** The same answer whether or not anybody has this address. */
  requestPassword(input: { email: string; language: Language }): Promise<ActionAnswer<unknown>>;
  /** What the link is for; it is not used up by this. Refuses with `link_unknown`, `link_used`, `link_expired`. */
  openLink(token: string): Promise<ActionAnswer<LinkView>>;
  /** Uses the link up. Afterwards this device is signed in as its user, as by `AppStore.signIn`. */
  setPassword(input: { token: string; password: string; endOthers: boolean }): Promise<ActionAnswer<null>>;
  confirmEmail(token: string): Promise<ActionAnswer<{ email: string }>>;
  /** Afterwards this device is signed in, as by `AppStore.signIn`. */
  signInWithPasskey(): Promise<PasskeyAnswer>;

  readProfile(): Promise<ActionAnswer<Profile>>;
  changePassword(input: { current: string; password: string; endOthers: boolean }): Promise<ActionAnswer<unknown>>;
  /** A link goes to the new address; until it is opened the old one holds. */
  changeEmail(input: { current: string; email: string }): Promise<ActionAnswer<unknown>>;
  /** Null takes the number away. */
  changePhone(input: { current: string; phone: string | null }): Promise<ActionAnswer<unknown>>;
  /** Of letters; the language of the app is `AppStore.setLanguage`. */
  setLetterLanguage(language: Language): Promise<ActionAnswer<unknown>>;
  /** `id` as in the profile. */
  endDevice(id: string): Promise<ActionAnswer<unknown>>;
  endOtherDevices(): Promise<ActionAnswer<{ ended: number }>>;
  /** The device learns of what belongs to the account by the next pull (`AppStore.sendNow`). */
  addAccount(input: AddAccountInput): Promise<ActionAnswer<Account>>;
  /** What the device holds of it goes with the next pull. */
  removeAccount(account: AccountId): Promise<ActionAnswer<unknown>>;
  /** Asks the browser for a passkey and stores it under the user. `current` is the present password. */
  addPasskey(current: string): Promise<PasskeyAnswer>;
  /**
   * Begins an online payment; where it goes on is the provider's page at `url`, by `location.assign`. That the resident comes
   * back means nothing: what became of it arrives by the pull. Refuses with `payment_off`, `payment_unavailable`, `not_found`.
   */
  beginPayment(input: BeginPaymentInput): Promise<ActionAnswer<{ url: string }>>;
  /** Of the code that a kiosk shows: which kiosk it is, and among which numbers is the one that it shows now. Refuses as `openLink` does. */
  meetKiosk(code: string): Promise<ActionAnswer<KioskMet>>;
  /** Shows this user's bills there, where it is that number; another one, or null, ends it. Refuses likewise. */
  showAtKiosk(code: string, number: string | null): Promise<ActionAnswer<{ kiosk: string; shown: boolean }>>;
  /** Takes them off its screen. */
  endAtKiosk(code: string): Promise<ActionAnswer<unknown>>;
  /** `id` as in the profile. */
  removePasskey(id: string): Promise<ActionAnswer<unknown>>;
}

/** Why there was no answer; words: `sign-in-offline` with `why`, or those of the screen. */
export type Silence = NonNullable<SyncStatus['silence']>;

/** The problem is the server's or the storage's, or why there was no answer. */
export type Trouble = Problem | Silence;

export type ActionAnswer<T> = { ok: true; value: T } | { ok: false; problem: Trouble };

/**
 * `cancelled`: the resident, or the browser on its own, ended it without a passkey; browsers do not tell which.
 * `already-there`: this device has a passkey of this user.
 */
export type PasskeyAnswer = { ok: true } | { ok: false; problem: Trouble | 'cancelled' | 'already-there' };

/** Whether this browser can do passkeys at all. */
export const canUsePasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function';

/**
 * Asks one thing of the account actions. Code that cannot be fetched is a company that cannot be reached; nothing is
 * thrown.
 */
export async function askAccount<A extends ActionAnswer<unknown> | PasskeyAnswer>(
  store: { actions(): Promise<AccountActions>; silence(): Silence },
  ask: (actions: AccountActions) => Promise<A>,
): Promise<A | { ok: false; problem: Trouble }> {
  let loaded: AccountActions;
  try {
    loaded = await store.actions();
  } catch {
    return { ok: false, problem: store.silence() };
  }
  try {
    return await ask(loaded);
  } catch (error) {
    // What is asked of the network answers; only the device's own storage throws.
    reportError(error);
    return { ok: false, problem: { code: 'storage_unavailable' } };
  }
}
