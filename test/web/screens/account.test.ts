import { expect } from 'chai';
import { html } from 'lit';
import { boris, inWindow } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { type Given, screenForEachTest, storeWith } from '../support/screen.ts';
import { profile, type TestAccountActions } from '../support/test-actions.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/account.ts';

describe('the "my account" screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  /** With a company whose part is told before anything is asked of it. */
  async function open(tell: (actions: TestAccountActions) => void = () => {}, given: Given = {}): Promise<void> {
    const prepared = await storeWith(given);
    tell(prepared.accountActions);
    await openScreen(html`<account-screen></account-screen>`, {
      ...given,
      store: prepared,
      areas: ['accounts', 'more'],
    });
  }

  const asked = () => store.accountActions.calls.map(([method]) => method);
  const value = (section: string) =>
    stage.find(`a[href="/account/${section}"] .value`).textContent?.replace(/\s+/g, ' ').trim();

  for (const [language, title, devices] of [
    ['en', 'My account', 'One device'],
    ['lv', 'Mans profils', '1 ierīce'],
    ['ru', 'Мой профиль', '1 устройство'],
  ] as const) {
    it(`shows what the company knows, each with a way to change it, clean for axe (${language})`, async () => {
      await open(undefined, { language });
      await stage.shows('example.org');
      expect(stage.find('h1').textContent).to.contain(title);
      expect(value('devices')).to.equal(devices);
      expect(value('email')).to.equal('anna@example.org');
      expect(stage.text).to.contain('Rīgas iela 1-5');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('reads the profile once, and again when a part of it has changed something', async () => {
    await open();
    await stage.shows('example.org');
    expect(asked()).to.deep.equal(['readProfile']);
    const changed = { ...profile, language: 'ru' as const };
    store.accountActions.answers.readProfile = async () => ({ ok: true, value: changed });
    stage.button('Русский').click();
    await stage.shows('Saved');
    await until(() => asked().length === 3);
    expect(store.accountActions.calls[1]).to.deep.equal(['setLetterLanguage', 'ru']);
    expect(stage.button('Русский').getAttribute('aria-pressed')).to.equal('true');
    expect(stage.button('Latviešu').getAttribute('aria-pressed')).to.equal('false');
  });

  it('letters come in the company’s first language until another one is chosen, and a refusal changes nothing', async () => {
    await open(({ answers }) => {
      answers.setLetterLanguage = async () => ({ ok: false, problem: 'unanswered' });
    });
    await stage.shows('example.org');
    expect(stage.button('Latviešu').getAttribute('aria-pressed')).to.equal('true');
    stage.button('English').click();
    await stage.shows('The company does not answer now');
    expect(stage.button('Latviešu').getAttribute('aria-pressed')).to.equal('true');
    expect(stage.button('English').getAttribute('aria-pressed')).to.equal('false');
  });

  it('without a network shows what the device knows, says why not the rest, and tries again when asked', async () => {
    await open(({ answers }) => {
      answers.readProfile = async () => ({ ok: false, problem: 'no-network' });
    });
    await stage.shows('No connection. E-mail, phone, password and devices can be seen');
    expect(stage.text).to.contain('Anna').and.to.contain('Rīgas iela 1-5');
    expect(value('email')).to.equal('');
    expect(await stage.complaints()).to.deep.equal([]);
    store.accountActions.answers.readProfile = async () => ({ ok: true, value: profile });
    stage.button('Try again').click();
    await stage.shows('example.org');
    expect(stage.text).not.to.contain('No connection');
  });

  it('reads by itself what it could not read, as soon as the company has answered anything', async () => {
    await open(({ answers }) => {
      answers.readProfile = async () => ({ ok: false, problem: 'unanswered' });
    });
    await stage.shows('The company does not answer now.');
    store.accountActions.answers.readProfile = async () => ({ ok: true, value: profile });
    store.change(syncState({ lastContactAt: inWindow + 60_000 }));
    await stage.shows('example.org');
  });

  it('where the session has ended asks to sign in, asks the company nothing, and keeps in sight what is known', async () => {
    await open(undefined, { state: syncState({ state: 'signed-out' }) });
    await stage.shows('To see and change this, please sign in again.');
    expect(stage.button('Sign in').getAttribute('href')).to.equal('/sign-in');
    expect(stage.text).to.contain('Rīgas iela 1-5');
    expect(asked()).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
    // Signed in again, on this very screen by another tab.
    store.change(syncState({ lastContactAt: inWindow + 60_000 }));
    await stage.shows('example.org');
  });

  it('I10: of one user nothing is left when another one is signed in, not even by an answer that comes late', async () => {
    let late = () => {};
    await open(({ answers }) => {
      answers.readProfile = () =>
        new Promise((resolve) => {
          late = () => resolve({ ok: true, value: profile });
        });
    });
    store.accountActions.answers.readProfile = async () => ({
      ok: true,
      value: { ...profile, name: 'Boris', email: 'boris@example.org' },
    });
    store.change({ session: { user: { id: boris, name: 'Boris' } }, accounts: [], account: null });
    await stage.shows('boris@');
    late();
    await stage.settled();
    expect(stage.text).to.contain('Boris').and.not.to.contain('Anna');
  });

  it('leads back from each part, whose name is its heading', async () => {
    for (const [section, heading] of [
      ['email', 'E-mail'],
      ['phone', 'Phone'],
      ['password', 'Password'],
      ['premises', 'Premises'],
      ['devices', 'Devices'],
      ['passkeys', 'Passkeys'],
    ] as const) {
      await openScreen(html`<account-screen .section=${section}></account-screen>`, { areas: ['accounts', 'more'] });
      await until(() => store.accountActions.calls.length > 0);
      await stage.settled();
      expect(stage.find('h1').textContent).to.contain(heading);
      expect(stage.button('My account').getAttribute('href')).to.equal('/account');
      expect(await stage.complaints(), section).to.deep.equal([]);
    }
  });
});
