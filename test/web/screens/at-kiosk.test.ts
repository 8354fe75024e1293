import { expect } from 'chai';
import { html } from 'lit';
import type { LinkView } from '../../../shared/account-forms.ts';
import type { Trouble } from '../../../web/screens/account-actions.ts';
import { companyProfile, Stage, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/at-kiosk.ts';

const reception: LinkView = { purpose: 'kiosk-pairing', kiosk: 'Reception' };

describe('showing one’s bills at a kiosk', () => {
  let stage: Stage;
  let store: TestAppStore;
  const began = location.href;

  async function open(
    link: LinkView | { problem: Trouble } = reception,
    { language = 'en', hash = '#code' }: { language?: 'en' | 'lv' | 'ru'; hash?: string } = {},
  ): Promise<void> {
    history.replaceState(null, '', `${location.pathname}${hash}`);
    store = new TestAppStore(await companyProfile());
    store.accountActions.answers.openLink = async () =>
      'problem' in link ? { ok: false, problem: link.problem } : { ok: true, value: link };
    stage = await Stage.open(html`<at-kiosk-screen></at-kiosk-screen>`, { store, language, areas: ['accounts'] });
    await stage.appears('.card');
  }

  afterEach(() => {
    stage.close();
    history.replaceState(null, '', began);
  });

  async function sayYes(): Promise<void> {
    stage.find('button.go').focus();
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.settled();
  }
  const asked = () => store.accountActions.calls;

  it('takes no other code: a link of a letter is none', async () => {
    await open({ purpose: 'password', name: 'Anna', email: null });
    expect(stage.text).to.contain('This code does not hold any more.');
    expect(stage.all('form')).to.deep.equal([]);
  });

  it('says to scan again where there is no code, and where it does not hold any more', async () => {
    await open(reception, { hash: '' });
    expect(stage.text).to.contain('Have a new one shown there');
    expect(asked()).to.deep.equal([]);
    for (const code of ['link_unknown', 'link_used', 'link_expired'] as const) {
      stage.close();
      await open({ problem: { code } });
      expect(stage.text).to.contain('This code does not hold any more.').and.to.contain('Have a new one shown there');
    }
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says that there is no connection, keeps the code, and asks again', async () => {
    await open({ problem: 'no-network' });
    expect(stage.text).to.contain('No connection. This needs the internet.');
    store.accountActions.answers.openLink = async () => ({ ok: true, value: reception });
    stage.button('Try again').click();
    await stage.shows('Show your bills at the tablet “Reception” for a few minutes?');
  });

  it('shows nothing by the scanning alone, and takes the code out of the address at once', async () => {
    await open();
    expect(stage.text).to.contain('Show your bills at the tablet “Reception” for a few minutes?');
    expect(asked()).to.deep.equal([['openLink', 'code']]);
    expect(location.hash).to.equal('');
    expect(stage.button('No').getAttribute('href')).to.equal('/');
  });

  it('says why nothing came of it; a code that is gone meanwhile is told of as one', async () => {
    await open();
    const { answers } = store.accountActions;
    answers.showAtKiosk = async () => ({ ok: false, problem: 'unanswered' });
    await sayYes();
    await stage.shows('The company does not answer now.');
    expect(stage.find('button.go').textContent?.trim()).to.equal('Yes, show them');
    answers.showAtKiosk = async () => ({ ok: false, problem: { code: 'link_expired' } });
    await sayYes();
    await stage.shows('This code does not hold any more.');
    expect(stage.all('form')).to.deep.equal([]);
  });

  it('asks anew for another code that is scanned in the same tab', async () => {
    await open();
    await sayYes();
    await stage.shows('They are on the tablet');
    store.accountActions.answers.openLink = async () => ({ ok: true, value: { ...reception, kiosk: 'Window' } });
    location.hash = 'another';
    await stage.shows('Show your bills at the tablet “Window” for a few minutes?');
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`shows them when it is told to, and says where (${language})`, async () => {
      await open(reception, { language });
      expect(await stage.complaints()).to.deep.equal([]);
      await sayYes();
      await until(() => stage.all('form').length === 0);
      expect(asked().at(-1)).to.deep.equal(['showAtKiosk', 'code']);
      expect(stage.text).to.contain('Reception');
      await until(() => stage.find('at-kiosk-screen').shadowRoot?.activeElement?.localName === 'h1');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
