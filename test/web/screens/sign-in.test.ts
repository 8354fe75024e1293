import { expect } from 'chai';
import { html } from 'lit';
import { longestPassword } from '../../../shared/password.ts';
import type { AppState } from '../../../web/screens/app-context.ts';
import { companyProfile, Stage, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/sign-in.ts';

describe('the sign-in screen', () => {
  let stage: Stage;
  let store: TestAppStore;

  async function open(change: Partial<AppState> = {}, language: 'en' | 'lv' | 'ru' = 'en') {
    store = new TestAppStore(await companyProfile());
    store.change({ session: null, accounts: [], account: null, ...change });
    stage = await Stage.open(html`<sign-in-screen></sign-in-screen>`, { store, language });
  }

  afterEach(() => stage.close());

  const name = () => stage.find<HTMLInputElement>('#username');
  const password = () => stage.find<HTMLInputElement>('#password');

  async function submit(): Promise<void> {
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.settled();
  }

  it('tells whoever has scanned a kiosk’s code what signing in is for, also where it is asked for again', async () => {
    const began = location.href;
    for (const language of ['en', 'lv', 'ru'] as const) {
      history.replaceState(null, '', '/at-kiosk#code');
      try {
        await open({}, language);
        expect(stage.find('.title p').textContent).to.equal(stage.words.text('sign-in-at-kiosk'));
        expect(await stage.complaints()).to.deep.equal([]);
      } finally {
        history.replaceState(null, '', began);
        stage.close();
      }
    }
    await open();
    expect(stage.text).not.to.contain('tablet');
  });

  it('asks for what is missing, and asks the server nothing', async () => {
    await open();
    await submit();
    expect(stage.text).to.contain('Please type your account number or e-mail.');
    expect(name().getAttribute('aria-invalid')).to.equal('true');
    name().value = '12345';
    await submit();
    expect(stage.text).to.contain('Please type your password.');
    expect(store.calls).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  for (const [problem, said] of [
    [{ code: 'sign_in_failed' }, 'The account number (or e-mail) or the password is not right.'],
    [{ code: 'too_many' }, 'Too many attempts. Please wait a few minutes.'],
    [{ code: 'too_many', seconds: 1 }, 'Please try again in about one minute.'],
    [{ code: 'too_many', seconds: 700 }, 'Please try again in about 12 minutes.'],
    [{ code: 'too_many', seconds: 90_000 }, 'Please try again in about 25 hours.'],
    ['unanswered', 'The company does not answer now.'],
  ] as const) {
    it(`says in words: ${said}`, async () => {
      await open();
      store.outside.signIn = async () => ({ ok: false, problem });
      name().value = '12345';
      password().value = 'wrong';
      await submit();
      await until(() => stage.text.includes(said));
      expect(name().value).to.equal('12345');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says so when the device cannot keep the session', async () => {
    await open();
    const reported: unknown[] = [];
    const { reportError: report } = globalThis;
    globalThis.reportError = (error) => reported.push(error);
    store.outside.signIn = () => Promise.reject(new Error('disk'));
    name().value = '12345';
    password().value = 'secret';
    await submit();
    await until(() => stage.text.includes('does not let the app save anything'));
    globalThis.reportError = report;
    expect(reported).to.have.length(1);
  });

  it('hands over name and password as typed, the name without stray spaces', async () => {
    await open();
    name().value = ' 12345 ';
    password().value = ' secret ';
    await submit();
    expect(store.calls).to.deep.equal(['signIn 12345  secret ']);
  });

  it('tells of other people’s readings nothing but how many (I10)', async () => {
    await open({ othersQueued: 2 }, 'ru');
    expect(stage.text).to.contain('На этом телефоне ждут 2 сохранённых показания.');
    // It may be the one who is about to sign in: nobody knows before.
    expect(stage.text).not.to.contain('друг');
  });

  it('without a network: says that signing in needs it, not that it is the first time', async () => {
    await open();
    store.outside.signIn = async () => ({ ok: false, problem: 'no-network' });
    name().value = '12345';
    password().value = 'secret';
    await submit();
    await until(() => stage.text.includes('No connection. Signing in needs the internet'));
    expect(stage.text).not.to.contain('first');
  });

  it('takes passwords as long as they may be', async () => {
    await open();
    expect(password().maxLength).to.equal(longestPassword);
  });

  it('shows the password only when asked', async () => {
    await open();
    expect(password().type).to.equal('password');
    stage.find('.password button').click();
    await stage.settled();
    expect(password().type).to.equal('text');
  });

  it('leads on who is new here, and who forgot the password; who only has to sign in again is not new', async () => {
    await open();
    const ways = () => stage.all('a[href^="/"]').map((link) => link.getAttribute('href'));
    expect(ways()).to.deep.equal(['/forgot-password', '/register']);
    store.change({ session: { user: { id: 'u', name: 'Anna' } } });
    await stage.settled();
    expect(ways()).to.deep.equal(['/forgot-password']);
  });

  describe('with a passkey', () => {
    const passkeys = globalThis.PublicKeyCredential;
    const can = (value: unknown) =>
      Object.defineProperty(globalThis, 'PublicKeyCredential', { value, configurable: true, writable: true });
    afterEach(() => can(passkeys));

    it('offers it where the browser can', async () => {
      can(undefined);
      await open();
      expect(stage.text).not.to.contain('passkey');
      stage.close();
      can(passkeys);
      await open();
      stage.button('Sign in with a passkey').click();
      await until(() => store.accountActions.calls.length > 0);
      expect(store.accountActions.calls).to.deep.equal([['signInWithPasskey']]);
      expect(store.calls).to.deep.equal([]);
    });

    it('says when it opens nothing, and nothing when the resident gave up', async () => {
      await open();
      const { answers } = store.accountActions;
      answers.signInWithPasskey = async () => ({ ok: false, problem: { code: 'passkey_refused' } });
      stage.button('Sign in with a passkey').click();
      await stage.shows('This passkey does not open anything here.');
      answers.signInWithPasskey = async () => ({ ok: false, problem: 'cancelled' });
      stage.button('Sign in with a passkey').click();
      await until(() => stage.find('[role=alert]').textContent?.trim() === '');
      await until(() => stage.find('.go').getAttribute('aria-disabled') === 'false');
    });
  });

  it('offers the demo’s sign-ins on demo servers', async () => {
    await open();
    const { company } = store.state;
    const note = { en: 'A flat with four meters' };
    store.change({
      company: { ...company, demo: { clockAhead: 0, signIns: [{ accountNumber: '10001', password: 'p', note }] } },
    });
    await stage.settled();
    expect(stage.text).to.contain('A flat with four meters');
    stage.button('Use 10001').click();
    expect([name().value, password().value]).to.deep.equal(['10001', 'p']);
  });

  it('is clean for axe in every language, and shows whom to call', async () => {
    for (const [language, said] of [
      ['lv', 'Abonentu daļa 80007287'],
      ['ru', 'Абонентский отдел 80007287'],
      ['en', 'Subscriber department 80007287'],
    ] as const) {
      await open({}, language);
      expect(stage.text).to.contain(said);
      expect(await stage.complaints(), language).to.deep.equal([]);
      if (language !== 'en') stage.close();
    }
  });
});
