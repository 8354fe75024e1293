import type { Profile } from '../../../shared/account-forms.ts';
import type { AccountActions } from '../../../web/screens/account-actions.ts';
import { account } from './household.ts';

type Answers = {
  [M in keyof AccountActions]: (...input: Parameters<AccountActions[M]>) => ReturnType<AccountActions[M]>;
};

const done = async () => ({ ok: true, value: null }) as const;

/** A user with one account, one device and nothing else. */
export const profile: Profile = {
  name: 'Anna',
  email: 'anna@example.org',
  phone: null,
  language: null,
  accounts: [{ id: account.id, number: account.number, holder: account.holder, address: account.address }],
  devices: [
    {
      id: 'a'.repeat(64),
      userAgent: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
      since: '2026-11-01T08:00:00.000Z',
      seenAt: '2026-11-28T08:00:00.000Z',
      own: true,
    },
  ],
  passkeys: [],
};

/** The server's part, told by the test: all is well until it puts another answer. What was asked stands in `calls`. */
export class TestAccountActions implements AccountActions {
  readonly calls: unknown[][] = [];
  readonly answers: Answers = {
    register: done,
    requestPassword: done,
    openLink: async () => ({
      ok: true,
      value: { purpose: 'registration', email: 'anna@example.org', accountNumber: '12345' },
    }),
    setPassword: done,
    confirmEmail: async () => ({ ok: true, value: { email: 'anna@example.org' } }),
    signInWithPasskey: done,
    readProfile: async () => ({ ok: true, value: profile }),
    changePassword: done,
    changeEmail: done,
    changePhone: done,
    setLetterLanguage: done,
    endDevice: done,
    endOtherDevices: async () => ({ ok: true, value: { ended: 0 } }),
    addAccount: async () => ({ ok: true, value: account }),
    removeAccount: done,
    addPasskey: done,
    beginPayment: async () => ({ ok: true, value: { url: 'https://pay.example/begun' } }),
    meetKiosk: async () => ({
      ok: true,
      value: { kiosk: 'Reception', numbers: ['13', '47', '96'], until: '2026-11-28T07:03:00Z' },
    }),
    showAtKiosk: async (_, number) => ({ ok: true, value: { kiosk: 'Reception', shown: number === '47' } }),
    endAtKiosk: done,
    removePasskey: done,
  };

  register = this.#told('register');
  requestPassword = this.#told('requestPassword');
  openLink = this.#told('openLink');
  setPassword = this.#told('setPassword');
  confirmEmail = this.#told('confirmEmail');
  signInWithPasskey = this.#told('signInWithPasskey');
  readProfile = this.#told('readProfile');
  changePassword = this.#told('changePassword');
  changeEmail = this.#told('changeEmail');
  changePhone = this.#told('changePhone');
  setLetterLanguage = this.#told('setLetterLanguage');
  endDevice = this.#told('endDevice');
  endOtherDevices = this.#told('endOtherDevices');
  addAccount = this.#told('addAccount');
  removeAccount = this.#told('removeAccount');
  addPasskey = this.#told('addPasskey');
  beginPayment = this.#told('beginPayment');
  meetKiosk = this.#told('meetKiosk');
  showAtKiosk = this.#told('showAtKiosk');
  endAtKiosk = this.#told('endAtKiosk');
  removePasskey = this.#told('removePasskey');

  #told<M extends keyof AccountActions>(method: M): AccountActions[M] {
    const call = (...input: Parameters<AccountActions[M]>) => {
      this.calls.push([method, ...input]);
      return this.answers[method](...input);
    };
    return call as AccountActions[M];
  }
}
