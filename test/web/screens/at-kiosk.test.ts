import { expect } from 'chai';
import { html } from 'lit';
import type { KioskMet } from '../../../shared/kiosk-answers.ts';
import type { Trouble } from '../../../web/screens/account-actions.ts';
import { companyProfile, Stage, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/at-kiosk.ts';

const reception: KioskMet = { kiosk: 'Reception', numbers: ['13', '47', '96'] };

describe('showing one’s bills at a kiosk', () => {
  let stage: Stage;
  let store: TestAppStore;
  const began = location.href;

  async function open(
    met: KioskMet | { problem: Trouble } = reception,
    { language = 'en', hash = '#code' }: { language?: 'en' | 'lv' | 'ru'; hash?: string } = {},
  ): Promise<void> {
    history.replaceState(null, '', `${location.pathname}${hash}`);
    store = new TestAppStore(await companyProfile());
    store.accountActions.answers.meetKiosk = async () =>
      'problem' in met ? { ok: false, problem: met.problem } : { ok: true, value: met };
    stage = await Stage.open(html`<at-kiosk-screen></at-kiosk-screen>`, { store, language, areas: ['accounts'] });
    await stage.appears('.card');
  }

  afterEach(() => {
    stage.close();
    history.replaceState(null, '', began);
  });

  async function press(text: string): Promise<void> {
    stage.button(text).focus();
    stage.button(text).click();
    await stage.settled();
  }
  const asked = () => store.accountActions.calls;
  const numbers = () => stage.all('.numbers button').map((one) => one.textContent?.trim());
  const focused = () => stage.find('at-kiosk-screen').shadowRoot?.activeElement?.localName;

  it('says to scan again where there is no code, and where it does not hold any more', async () => {
    await open(reception, { hash: '' });
    expect(stage.text).to.contain('Have a new one shown there');
    expect(asked()).to.deep.equal([]);
    for (const code of ['link_unknown', 'link_used', 'link_expired'] as const) {
      stage.close();
      await open({ problem: { code } });
      expect(stage.text).to.contain('This code does not hold any more.').and.to.contain('Have a new one shown there');
      expect(numbers()).to.deep.equal([]);
    }
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says that there is no connection, keeps the code, and asks again', async () => {
    await open({ problem: 'no-network' });
    expect(stage.text).to.contain('No connection. This needs the internet.');
    expect(location.hash).to.equal('#code');
    store.accountActions.answers.meetKiosk = async () => ({ ok: true, value: reception });
    await press('Try again');
    await stage.shows('The tablet “Reception” would show your bills:');
  });

  it('keeps the code until it is signed in where it was signed out meanwhile', async () => {
    await open({ problem: { code: 'signed_out' } });
    expect(location.hash).to.equal('#code');
  });

  it('shows nothing by the scanning alone: it asks for the number, says what is seen and by whom, and forgets the code', async () => {
    await open();
    expect(stage.text)
      .to.contain('The tablet “Reception” would show your bills: your addresses, what you owe')
      .and.to.contain('Whoever stands at it would see them.')
      .and.to.contain('Which number is on the tablet now?');
    expect(numbers()).to.deep.equal(['13', '47', '96']);
    expect(asked()).to.deep.equal([['meetKiosk', 'code']]);
    expect(location.hash).to.equal('');
  });

  for (const [text, number, said] of [
    ['13', '13', 'That is not the number on the tablet'],
    ['None of these: show nothing', null, 'Did somebody send you this code?'],
  ] as const) {
    it(`ends it by “${text}”`, async () => {
      await open();
      await press(text);
      await stage.shows(said);
      expect(asked().at(-1)).to.deep.equal(['showAtKiosk', 'code', number]);
      expect(stage.text).to.contain('Your bills are not shown');
      expect(numbers()).to.deep.equal([]);
      await until(() => focused() === 'h1');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says why nothing came of a number, and takes it again; a code that is gone meanwhile is told of as one', async () => {
    await open();
    const { answers } = store.accountActions;
    answers.showAtKiosk = async () => ({ ok: false, problem: 'unanswered' });
    await press('47');
    await stage.shows('The company does not answer now.');
    expect(numbers()).to.have.length(3);
    answers.showAtKiosk = async () => ({ ok: false, problem: { code: 'link_expired' } });
    await press('47');
    await stage.shows('This code does not hold any more.');
    expect(numbers()).to.deep.equal([]);
  });

  it('sends one number, however many are pressed', async () => {
    await open();
    let answer = (): void => {};
    store.accountActions.answers.showAtKiosk = () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: { kiosk: 'Reception', shown: true } });
      });
    for (const text of ['47', '13', '47']) await press(text);
    answer();
    await stage.shows('as soon as you say there that it is you');
    expect(stage.find('h1').textContent, 'true before it was said there, and after').to.equal(
      'The tablet may show your bills',
    );
    expect(asked().filter(([name]) => name === 'showAtKiosk')).to.deep.equal([['showAtKiosk', 'code', '47']]);
  });

  it('takes them off the screen again, also where the server knows nothing of it any more', async () => {
    for (const problem of [null, { code: 'link_unknown' } as const]) {
      await open();
      await press('47');
      await stage.shows('End it');
      const { answers } = store.accountActions;
      answers.endAtKiosk = async () => ({ ok: false, problem: 'no-network' });
      await press('End it');
      await stage.shows('No connection.');
      answers.endAtKiosk = async () => (problem ? { ok: false, problem } : { ok: true, value: null });
      await press('End it');
      await stage.shows('Your bills are shown no more');
      expect(asked().at(-1)).to.deep.equal(['endAtKiosk', 'code']);
      expect(stage.text).to.contain('“Reception”');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.close();
    }
    await open();
  });

  it('asks anew for another code that is scanned in the same tab, and answers of the one before are nothing to it', async () => {
    await open();
    let late = (): void => {};
    store.accountActions.answers.showAtKiosk = () =>
      new Promise((resolve) => {
        late = () => resolve({ ok: true, value: { kiosk: 'Reception', shown: true } });
      });
    await press('47');
    store.accountActions.answers.meetKiosk = async () => ({ ok: true, value: { ...reception, kiosk: 'Window' } });
    location.hash = 'another';
    await stage.shows('The tablet “Window” would show your bills:');
    late();
    await stage.settled();
    expect(numbers()).to.have.length(3);
    expect(asked().at(-1)).to.deep.equal(['meetKiosk', 'another']);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`shows them by the right number, and says where (${language})`, async () => {
      await open(reception, { language });
      expect(await stage.complaints()).to.deep.equal([]);
      for (const one of stage.all('.numbers button')) {
        expect(one.getBoundingClientRect().height).to.be.at.least(64);
      }
      await press('47');
      await until(() => numbers().length === 0);
      expect(asked().at(-1)).to.deep.equal(['showAtKiosk', 'code', '47']);
      expect(stage.text).to.contain('Reception');
      await until(() => focused() === 'h1');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
