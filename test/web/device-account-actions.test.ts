import { WebAuthnError } from '@simplewebauthn/browser';
import { expect } from 'chai';
import { type AccountActionsParts, DeviceAccountActions } from '../../web/device-account-actions.ts';
import { askAccount } from '../../web/screens/account-actions.ts';
import type { SignInAnswer } from '../../web/screens/app-context.ts';
import { profile } from './support/test-actions.ts';

const signedIn = { user: { id: 'u', name: 'Anna' }, accounts: [], serverTime: '2026-11-28T10:00:00.000Z', beacon: 'b' };

describe('the account actions of a device', () => {
  const { fetch, reportError: report } = globalThis;
  let asked: { path: string; input: unknown }[];
  let replies: Record<string, () => Response | Promise<Response>>;
  let entered: unknown[];
  let signedOut: number;
  let reported: unknown[];

  beforeEach(() => {
    [asked, entered, reported] = [[], [], []];
    replies = {};
    signedOut = 0;
    globalThis.reportError = (error) => reported.push(error);
    globalThis.fetch = async (input, init) => {
      const request = new Request(new URL(String(input), location.href), init);
      const path = new URL(request.url).pathname.replace('/trpc/', '');
      const body = await request.text();
      expect(new URL(request.url).search).to.equal('');
      expect([request.method, request.headers.get('x-meterbook')]).to.deep.equal(['POST', '1']);
      asked.push({ path, input: body === '' ? undefined : JSON.parse(body) });
      return (replies[path] ?? (() => done({})))();
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    globalThis.reportError = report;
  });

  const json = (body: unknown, status: number) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const done = (data: unknown) => json({ result: { data } }, 200);
  const refused = (problem: unknown) => json({ error: { message: '', code: -32000, data: { problem } } }, 400);

  function actions(passkeys?: AccountActionsParts['passkeys']): DeviceAccountActions {
    return new DeviceAccountActions({
      enter: async (request): Promise<SignInAnswer> => {
        const answer = await request(new AbortController().signal);
        entered.push(answer.ok ? answer.value : answer.failure);
        if (answer.ok) return { ok: true };
        return { ok: false, problem: answer.failure.kind === 'refused' ? answer.failure.problem : 'unanswered' };
      },
      signedOut: () => signedOut++,
      ...(passkeys ? { passkeys } : {}),
    });
  }

  it('ask each procedure by its name, with what was typed in the body alone', async () => {
    const all = actions();
    const proof = { number: '12345', holder: 'Anna', proof: null };
    const register = { ...proof, email: 'a@example.org', phone: null, language: 'lv' } as const;
    await all.register(register);
    await all.requestPassword({ email: 'a@example.org', language: 'en' });
    await all.openLink('token');
    await all.confirmEmail('token');
    await all.readProfile();
    await all.changePassword({ current: 'old', password: 'new', endOthers: true });
    await all.changeEmail({ current: 'old', email: 'b@example.org' });
    await all.changePhone({ current: 'old', phone: null });
    await all.setLetterLanguage('ru');
    await all.endDevice('d');
    await all.endOtherDevices();
    await all.addAccount(proof);
    await all.removeAccount('a');
    await all.beginPayment({ account: 'a', statement: null, amount: 12_34, language: 'lv' });
    await all.meetKiosk('code');
    await all.showAtKiosk('code', '47');
    await all.endAtKiosk('code');
    await all.removePasskey('p');
    expect(asked).to.deep.equal([
      { path: 'registration.register', input: register },
      { path: 'registration.requestPassword', input: { email: 'a@example.org', language: 'en' } },
      { path: 'registration.openLink', input: { token: 'token' } },
      { path: 'registration.confirmEmail', input: { token: 'token' } },
      { path: 'profile.read', input: undefined },
      { path: 'profile.changePassword', input: { current: 'old', password: 'new', endOthers: true } },
      { path: 'profile.changeEmail', input: { current: 'old', email: 'b@example.org' } },
      { path: 'profile.changePhone', input: { current: 'old', phone: null } },
      { path: 'profile.setLanguage', input: { language: 'ru' } },
      { path: 'profile.endDevice', input: { id: 'd' } },
      { path: 'profile.endOtherDevices', input: undefined },
      { path: 'accounts.add', input: proof },
      { path: 'accounts.remove', input: { account: 'a' } },
      { path: 'payments.begin', input: { account: 'a', statement: null, amount: 12_34, language: 'lv' } },
      { path: 'accounts.meetKiosk', input: { code: 'code' } },
      { path: 'accounts.showAtKiosk', input: { code: 'code', number: '47' } },
      { path: 'accounts.endAtKiosk', input: { code: 'code' } },
      { path: 'passkeys.remove', input: { id: 'p' } },
    ]);
    expect(entered).to.deep.equal([]);
  });

  it('answer what the server answers, its refusals, and why nobody did', async () => {
    replies['profile.read'] = () => done(profile);
    expect(await actions().readProfile()).to.deep.equal({ ok: true, value: profile });
    replies['profile.read'] = () => refused({ code: 'too_many', seconds: 60 });
    expect(await actions().readProfile()).to.deep.equal({ ok: false, problem: { code: 'too_many', seconds: 60 } });
    replies['profile.read'] = () => new Response('<html>', { status: 502 });
    expect(await actions().readProfile()).to.deep.equal({ ok: false, problem: 'unanswered' });
    replies['profile.read'] = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await actions().readProfile()).to.deep.equal({ ok: false, problem: 'unanswered' });
    expect(signedOut).to.equal(0);
  });

  it('tell the app that the session is over, when the server says so', async () => {
    replies['profile.endDevice'] = () => refused({ code: 'signed_out' });
    expect(await actions().endDevice('d')).to.deep.equal({ ok: false, problem: { code: 'signed_out' } });
    expect(signedOut).to.equal(1);
  });

  it('sign this device in by a link, or say why not', async () => {
    const input = { token: 't', password: 'correct horse', endOthers: false };
    replies['registration.setPassword'] = () => done(signedIn);
    expect(await actions().setPassword(input)).to.deep.equal({ ok: true, value: null });
    expect(asked).to.deep.equal([{ path: 'registration.setPassword', input }]);
    expect(entered).to.deep.equal([signedIn]);
    replies['registration.setPassword'] = () => refused({ code: 'link_used' });
    expect(await actions().setPassword(input)).to.deep.equal({ ok: false, problem: { code: 'link_used' } });
  });

  describe('with passkeys', () => {
    const response = { id: 'c', rawId: 'c', type: 'public-key', clientExtensionResults: {}, response: {} };
    const given: AccountActionsParts['passkeys'] = {
      create: async () => response as never,
      use: async () => response as never,
    };
    const throwing = (error: Error): AccountActionsParts['passkeys'] => ({
      create: () => Promise.reject(error),
      use: () => Promise.reject(error),
    });
    const said = (name: string) =>
      new WebAuthnError({
        message: name,
        code: 'ERROR_PASSTHROUGH_SEE_CAUSE_PROPERTY',
        cause: new DOMException('', name),
      });

    beforeEach(() => {
      replies['auth.passkeyOptions'] = () => done({ options: { challenge: 'x' } });
      replies['passkeys.begin'] = () => done({ options: { challenge: 'x' } });
    });

    it('sign in by one, and store one', async () => {
      replies['auth.signInWithPasskey'] = () => done(signedIn);
      expect(await actions(given).signInWithPasskey()).to.deep.include({ ok: true });
      expect(entered).to.deep.equal([signedIn]);
      expect(await actions(given).addPasskey('my password')).to.deep.include({ ok: true });
      expect(asked.map(({ path }) => path)).to.deep.equal([
        'auth.passkeyOptions',
        'auth.signInWithPasskey',
        'passkeys.begin',
        'passkeys.finish',
      ]);
      expect(asked.at(-1)?.input).to.deep.equal({ response });
    });

    it('ask the browser nothing where the server gives no challenge', async () => {
      replies['auth.passkeyOptions'] = () => refused({ code: 'too_many' });
      const never: AccountActionsParts['passkeys'] = { create: () => expect.fail(), use: () => expect.fail() };
      expect(await actions(never).signInWithPasskey()).to.deep.equal({ ok: false, problem: { code: 'too_many' } });
    });

    for (const [name, problem] of [
      ['NotAllowedError', 'cancelled'],
      ['AbortError', 'cancelled'],
    ] as const) {
      it(`hear from the browser that it was ${problem} (${name})`, async () => {
        expect(await actions(throwing(said(name))).signInWithPasskey()).to.deep.equal({ ok: false, problem });
        expect(await actions(throwing(said(name))).addPasskey('my password')).to.deep.equal({ ok: false, problem });
        expect(reported).to.deep.equal([]);
      });
    }

    it('hear that this device has one already', async () => {
      const cause = new DOMException('', 'InvalidStateError');
      const error = new WebAuthnError({ message: '', code: 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED', cause });
      expect(await actions(throwing(error)).addPasskey('my password')).to.deep.equal({
        ok: false,
        problem: 'already-there',
      });
    });

    it('take anything else for a refusal, and report it', async () => {
      const error = said('SecurityError');
      const answer = await actions(throwing(error)).signInWithPasskey();
      expect(answer).to.deep.equal({ ok: false, problem: { code: 'passkey_refused' } });
      expect(reported).to.deep.equal([error]);
    });
  });

  describe('asked from a screen', () => {
    it('whose code cannot be fetched, do not answer', async () => {
      for (const why of ['unanswered', 'no-network'] as const) {
        const there = { actions: () => Promise.reject(new TypeError('no chunk')), silence: () => why };
        const answer = await askAccount(there, (all) => all.openLink('t'));
        expect(answer).to.deep.equal({ ok: false, problem: why });
      }
      expect(reported).to.deep.equal([]);
    });

    it('that throw, blame the storage, and the fault is reported', async () => {
      const fault = new Error('disk');
      const there = { actions: async () => actions(), silence: () => 'unanswered' as const };
      expect(await askAccount(there, () => Promise.reject(fault))).to.deep.equal({
        ok: false,
        problem: { code: 'storage_unavailable' },
      });
      expect(reported).to.deep.equal([fault]);
    });
  });
});
