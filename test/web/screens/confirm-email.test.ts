import { expect } from 'chai';
import { html } from 'lit';
import type { LinkView } from '../../../shared/account-forms.ts';
import type { Trouble } from '../../../web/screens/account-actions.ts';
import { companyProfile, Stage, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/confirm-email.ts';

describe('the screen on which a link confirms an e-mail address', () => {
  let stage: Stage;
  let store: TestAppStore;
  const began = location.href;

  async function open(
    link: LinkView | { problem: Trouble } = { purpose: 'email', email: 'new@example.org' },
    { language = 'en', signedIn = false }: { language?: 'en' | 'lv' | 'ru'; signedIn?: boolean } = {},
  ) {
    history.replaceState(null, '', `${location.pathname}#token`);
    store = new TestAppStore(await companyProfile());
    if (!signedIn) store.change({ session: null, accounts: [], account: null });
    const { answers } = store.accountActions;
    answers.openLink = async () =>
      'problem' in link ? { ok: false, problem: link.problem } : { ok: true, value: link };
    answers.confirmEmail = async () => ({ ok: true, value: { email: 'new@example.org' } });
    const screen = html`<confirm-email-screen></confirm-email-screen>`;
    stage = await Stage.open(screen, { store, language, areas: ['accounts'] });
    await stage.appears('.card');
  }

  afterEach(() => {
    stage.close();
    history.replaceState(null, '', began);
  });

  async function confirm(): Promise<void> {
    stage.find('button.go').focus();
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.settled();
  }

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`confirms when it is told to, and not by being opened (${language})`, async () => {
      await open(undefined, { language });
      expect(stage.text).to.contain('new@example.org');
      expect(store.accountActions.calls).to.deep.equal([['openLink', 'token']]);
      expect(await stage.complaints()).to.deep.equal([]);
      await confirm();
      await until(() => stage.all('form').length === 0);
      expect(store.accountActions.calls.at(-1)).to.deep.equal(['confirmEmail', 'token']);
      expect(stage.find<HTMLAnchorElement>('a.primary').getAttribute('href')).to.equal('/');
      expect(location.hash).to.equal('');
      await until(() => stage.find('confirm-email-screen').shadowRoot?.activeElement?.localName === 'h1');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  for (const signedIn of [true, false]) {
    it(`leads on from a link that is too old (${signedIn ? 'signed in' : 'signed out'})`, async () => {
      await open({ problem: { code: 'link_expired' } }, { signedIn });
      expect(stage.text).to.contain('This link is too old.').and.contain('My account');
      const way = stage.find<HTMLAnchorElement>('a.primary').getAttribute('href');
      expect(way).to.equal(signedIn ? '/account/email' : '/sign-in');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says of a link that was used that all may be done', async () => {
    await open({ problem: { code: 'link_used' } }, { signedIn: true });
    expect(stage.text).to.contain('If you have confirmed the address already, all is done.');
    expect(stage.find('a.primary').getAttribute('href')).to.equal('/account/email');
  });

  it('does not take a link for a password', async () => {
    await open({ purpose: 'password', name: 'Anna', email: null });
    expect(stage.text).to.contain('This link opens nothing.');
  });

  it('confirms another letter’s link in the same tab as well', async () => {
    await open();
    await confirm();
    await until(() => stage.all('form').length === 0);
    const other = 'other@example.org';
    store.accountActions.answers.openLink = async () => ({ ok: true, value: { purpose: 'email', email: other } });
    location.hash = 'another';
    await stage.shows(other);
    store.accountActions.answers.confirmEmail = async () => ({ ok: false, problem: { code: 'email_taken' } });
    await confirm();
    expect(store.accountActions.calls.at(-1)).to.deep.equal(['confirmEmail', 'another']);
    await stage.shows('Somebody uses this e-mail address here already.');
    location.hash = 'third';
    await until(() => !stage.text.includes('Somebody uses this e-mail address') && stage.all('form').length === 1);
  });

  it('says why nothing came of it; a link that is gone is told of as one', async () => {
    await open();
    store.accountActions.answers.confirmEmail = async () => ({ ok: false, problem: { code: 'email_taken' } });
    await confirm();
    await stage.shows('Somebody uses this e-mail address here already.');
    store.accountActions.answers.confirmEmail = async () => ({ ok: false, problem: { code: 'link_used' } });
    await confirm();
    await stage.shows('This link was used already.');
    expect(stage.all('form')).to.have.length(0);
  });
});
