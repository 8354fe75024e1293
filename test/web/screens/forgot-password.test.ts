import { expect } from 'chai';
import { html } from 'lit';
import { companyProfile, Stage, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/forgot-password.ts';

describe('the screen for a forgotten password', () => {
  let stage: Stage;
  let store: TestAppStore;

  async function open(language: 'en' | 'lv' | 'ru' = 'en', { signedIn = false } = {}) {
    store = new TestAppStore(await companyProfile());
    if (!signedIn) store.change({ session: null, accounts: [], account: null });
    const screen = html`<forgot-password-screen></forgot-password-screen>`;
    stage = await Stage.open(screen, { store, language, areas: ['accounts'] });
  }

  afterEach(() => stage.close());

  const email = () => stage.find<HTMLInputElement>('#email');

  async function send(address: string): Promise<void> {
    email().value = address;
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.settled();
  }

  it('wants an e-mail address: an account number is none', async () => {
    await open();
    await send('12345');
    await stage.shows('This e-mail address is not complete.');
    expect(store.accountActions.calls).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`says the same whether or not anybody has that address (${language})`, async () => {
      await open(language);
      await send(' anna@example.org ');
      await stage.appears('.steps');
      expect(store.accountActions.calls).to.deep.equal([['requestPassword', { email: 'anna@example.org', language }]]);
      expect(stage.text).to.contain('anna@example.org').and.contain('80007287');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('keeps the address while there is no connection', async () => {
    await open();
    store.accountActions.answers.requestPassword = async () => ({ ok: false, problem: 'no-network' });
    await send('anna@example.org');
    await stage.shows('No connection.');
    expect(email().value).to.equal('anna@example.org');
  });

  it('asks once, however often the button is pressed', async () => {
    await open();
    let answer = () => {};
    store.accountActions.answers.requestPassword = () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: null });
      });
    await send('anna@example.org');
    await send('anna@example.org');
    await until(() => store.accountActions.calls.length > 0);
    expect(stage.find('.go').getAttribute('aria-disabled')).to.equal('true');
    answer();
    await stage.appears('.steps');
    expect(store.accountActions.calls).to.have.length(1);
  });

  it('has ways on for who has no e-mail here, and for who remembers', async () => {
    await open();
    const ways = stage.all<HTMLAnchorElement>('.stack a').map((link) => link.getAttribute('href'));
    expect(ways).to.include.members(['/register', '/sign-in']);
  });

  it('does not ask to sign in who is, and came from “My account”', async () => {
    await open('en', { signedIn: true });
    const ways = stage.all<HTMLAnchorElement>('.stack a').map((link) => link.getAttribute('href'));
    expect(ways).to.include('/account').and.not.include('/sign-in');
  });
});
