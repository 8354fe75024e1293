import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import type { AddAccountInput, LinkView, Profile, RegisterInput } from '../shared/account-forms.ts';
import type { Language } from '../shared/company.ts';
import type { AccountId } from '../shared/ids.ts';
import type { KioskMet } from '../shared/kiosk-answers.ts';
import type { BeginPaymentInput } from '../shared/payment-forms.ts';
import type { Account } from '../shared/protocol.ts';
import { type Answer, withDeadline } from './contact/answer.ts';
import { browserClock } from './contact/clock.ts';
import type { AccountActions, ActionAnswer, PasskeyAnswer } from './screens/account-actions.ts';
import type { SignInAnswer } from './screens/app-context.ts';
import { answerOf, openClient, type SignedIn } from './sync/api.ts';
import { silenceOf } from './sync/call.ts';

export interface AccountActionsParts {
  /** Signs this device in by what the request proves. */
  enter: (request: (signal: AbortSignal) => Promise<Answer<SignedIn>>) => Promise<SignInAnswer>;
  /** The server knows of no session here (any more). */
  signedOut: () => void;
  client?: ReturnType<typeof openClient>;
  /** What asks the browser, and through it the resident. */
  passkeys?: { create: typeof startRegistration; use: typeof startAuthentication };
}

/** The account actions over tRPC. */
export class DeviceAccountActions implements AccountActions {
  readonly #parts: Required<AccountActionsParts>;

  constructor({
    client = openClient(),
    passkeys = { create: startRegistration, use: startAuthentication },
    ...parts
  }: AccountActionsParts) {
    this.#parts = { client, passkeys, ...parts };
  }

  register(input: RegisterInput): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.registration.register.mutate(input, { signal }));
  }

  requestPassword(input: { email: string; language: Language }): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.registration.requestPassword.mutate(input, { signal }));
  }

  openLink(token: string): Promise<ActionAnswer<LinkView>> {
    return this.#ask((signal) => this.#client.registration.openLink.mutate({ token }, { signal }));
  }

  async setPassword(input: { token: string; password: string; endOthers: boolean }): Promise<ActionAnswer<null>> {
    const answer = await this.#parts.enter((signal) =>
      answerOf(this.#client.registration.setPassword.mutate(input, { signal })),
    );
    return answer.ok ? { ok: true, value: null } : answer;
  }

  confirmEmail(token: string): Promise<ActionAnswer<{ email: string }>> {
    return this.#ask((signal) => this.#client.registration.confirmEmail.mutate({ token }, { signal }));
  }

  async signInWithPasskey(): Promise<PasskeyAnswer> {
    const begun = await this.#ask((signal) => this.#client.auth.passkeyOptions.mutate(undefined, { signal }));
    if (!begun.ok) return begun;
    const given = await passkeyOf(this.#parts.passkeys.use({ optionsJSON: begun.value.options }));
    if (!given.ok) return given;
    const { response } = given;
    return this.#parts.enter((signal) =>
      answerOf(this.#client.auth.signInWithPasskey.mutate({ response }, { signal })),
    );
  }

  readProfile(): Promise<ActionAnswer<Profile>> {
    return this.#ask((signal) => this.#client.profile.read.query(undefined, { signal }));
  }

  changePassword(input: { current: string; password: string; endOthers: boolean }): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.profile.changePassword.mutate(input, { signal }));
  }

  changeEmail(input: { current: string; email: string }): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.profile.changeEmail.mutate(input, { signal }));
  }

  changePhone(input: { current: string; phone: string | null }): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.profile.changePhone.mutate(input, { signal }));
  }

  setLetterLanguage(language: Language): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.profile.setLanguage.mutate({ language }, { signal }));
  }

  endDevice(id: string): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.profile.endDevice.mutate({ id }, { signal }));
  }

  endOtherDevices(): Promise<ActionAnswer<{ ended: number }>> {
    return this.#ask((signal) => this.#client.profile.endOtherDevices.mutate(undefined, { signal }));
  }

  addAccount(input: AddAccountInput): Promise<ActionAnswer<Account>> {
    return this.#ask((signal) => this.#client.accounts.add.mutate(input, { signal }));
  }

  removeAccount(account: AccountId): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.accounts.remove.mutate({ account }, { signal }));
  }

  async addPasskey(current: string): Promise<PasskeyAnswer> {
    const begun = await this.#ask((signal) => this.#client.passkeys.begin.mutate({ current }, { signal }));
    if (!begun.ok) return begun;
    const given = await passkeyOf(this.#parts.passkeys.create({ optionsJSON: begun.value.options }));
    if (!given.ok) return given;
    const { response } = given;
    return this.#ask((signal) => this.#client.passkeys.finish.mutate({ response }, { signal }));
  }

  beginPayment(input: BeginPaymentInput): Promise<ActionAnswer<{ url: string }>> {
    return this.#ask((signal) => this.#client.payments.begin.mutate(input, { signal }));
  }

  meetKiosk(code: string): Promise<ActionAnswer<KioskMet>> {
    return this.#ask((signal) => this.#client.accounts.meetKiosk.mutate({ code }, { signal }));
  }

  showAtKiosk(code: string, number: string | null): Promise<ActionAnswer<{ kiosk: string; shown: boolean }>> {
    return this.#ask((signal) => this.#client.accounts.showAtKiosk.mutate({ code, number }, { signal }));
  }

  endAtKiosk(code: string): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.accounts.endAtKiosk.mutate({ code }, { signal }));
  }

  removePasskey(id: string): Promise<ActionAnswer<unknown>> {
    return this.#ask((signal) => this.#client.passkeys.remove.mutate({ id }, { signal }));
  }

  get #client() {
    return this.#parts.client;
  }

  async #ask<T>(request: (signal: AbortSignal) => Promise<T>): Promise<ActionAnswer<T>> {
    const answer = await withDeadline(browserClock(), (signal) => answerOf(request(signal)));
    if (answer.ok) return answer;
    const { failure } = answer;
    if (failure.kind === 'unreachable') return { ok: false, problem: silenceOf(navigator.onLine) };
    if (failure.problem.code === 'signed_out') this.#parts.signedOut();
    return { ok: false, problem: failure.problem };
  }
}

/** The browser's answer, or why there is none. Whatever it throws (WebAuthn level 3 § 5.1.3, 5.1.4) is its own no. */
async function passkeyOf<R>(
  asking: Promise<R>,
): Promise<{ ok: true; response: R } | Exclude<PasskeyAnswer, { ok: true }>> {
  try {
    return { ok: true, response: await asking };
  } catch (error) {
    const { name } = error as Error;
    if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
      return { ok: false, problem: 'already-there' };
    }
    if (name === 'NotAllowedError' || name === 'AbortError') return { ok: false, problem: 'cancelled' };
    reportError(error);
    return { ok: false, problem: { code: 'passkey_refused' } };
  }
}
