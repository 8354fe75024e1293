import { expect } from 'chai';
import { html } from 'lit';
import type { MeterbookApp } from '../../../web/app.ts';
import { parsePath } from '../../../web/routes.ts';
import type { AppState } from '../../../web/screens/app-context.ts';
import { contrast } from '../../../web/styles/accent.ts';
import { chooseLanguage } from '../../../web/words/choose-language.ts';
import { flat, history } from '../support/flat.ts';
import { companyProfile, Stage, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/app.ts';

describe('the addresses', () => {
  for (const [path, name] of [
    ['/', 'home'],
    ['/readings', 'readings'],
    ['/readings/', 'readings'],
    ['/periods', 'history'],
    ['/periods/2017-06', 'period'],
    ['/meters/01890000-0000-7000-8000-0000000000a1', 'meter'],
    ['/more', 'more'],
    ['/account', 'account'],
    ['/account/devices', 'account'],
    ['/account/12345', 'not-found'],
    ['/account/devices/1', 'not-found'],
    ['/sign-in', 'sign-in'],
    ['/register', 'register'],
    ['/forgot-password/', 'forgot-password'],
    ['/set-password', 'set-password'],
    ['/confirm-email', 'confirm-email'],
    ['/at-kiosk', 'at-kiosk'],
    ['/at-kiosk/code', 'not-found'],
    ['/register/x', 'not-found'],
    ['/periods/2017-13', 'not-found'],
    ['/periods/2017-06/1', 'not-found'],
    ['/meters/12345', 'not-found'],
    ['/readings/x', 'not-found'],
    ['/nowhere', 'not-found'],
  ] as const) {
    it(`${path} is ${name}`, () => expect(parsePath(path).name).to.equal(name));
  }
});

describe('the language', () => {
  const company = { languages: ['lv', 'ru', 'en'] } as const;
  const choose = (chosen: 'en' | 'lv' | 'ru' | null, ...wanted: string[]) =>
    chooseLanguage(chosen, wanted, { languages: [...company.languages] });

  it('is the resident’s choice, or the best match, or the company’s first', () => {
    expect(choose('ru', 'en-US')).to.equal('ru');
    expect(choose(null, 'de-DE', 'ru-RU')).to.equal('ru');
    expect(choose(null, 'en-US')).to.equal('en');
    expect(choose(null, 'de')).to.equal('lv');
  });

  it('is never one that the company does not have', () => {
    expect(chooseLanguage('lv', ['lv'], { languages: ['ru', 'en'] })).to.equal('ru');
  });
});

describe('the app', () => {
  let stage: Stage;
  let store: TestAppStore;
  const began = location.href;

  async function open(path = '/', change: Partial<AppState> = {}) {
    history_(path);
    store = new TestAppStore(await companyProfile());
    await store.fill(flat, history());
    store.change({ language: 'en', ...change });
    stage = await Stage.open(html`<meterbook-app .store=${store}></meterbook-app>`);
    await stage.appears('h1');
  }

  const history_ = (path: string) => globalThis.history.replaceState(null, '', path);

  afterEach(async () => {
    stage.close();
    await store.close();
    history_(began);
  });

  it('without a session: nothing but signing in, at every address', async () => {
    await open('/more', { session: null, accounts: [], account: null });
    expect(stage.find('h1').textContent).to.contain('Sign in');
    expect(stage.all('nav-bar')).to.have.length(0);
    expect(document.title).to.equal('Sign in – DDzKSU');
    store.change({ session: { user: { id: 'u', name: 'Anna' } } });
    await until(() => stage.find('h1').textContent?.includes('More') === true);
  });

  it('without a session: lets register, ask for a password and open the links of letters', async () => {
    for (const [path, title] of [
      ['/register', 'Register'],
      ['/forgot-password', 'New password'],
      ['/set-password#token', 'Choose a password'],
      ['/confirm-email#token', 'Confirm your e-mail'],
    ] as const) {
      await open(path, { session: null, accounts: [], account: null });
      expect(stage.find('h1').textContent).to.equal(title);
      expect(document.title).to.equal(`${title} – DDzKSU`);
      expect(stage.all('nav-bar')).to.have.length(0);
      await stage.settled();
      expect(await stage.complaints({ wholePage: true }), path).to.deep.equal([]);
      if (path.startsWith('/confirm')) break;
      stage.close();
      await store.close();
    }
  });

  it('speaks the words of a screen in every language that is chosen on it, and afterwards on the others', async () => {
    await open('/register', { session: null, accounts: [], account: null });
    stage.button('Latviešu').click();
    await until(() => stage.find('h1').textContent === 'Reģistrācija');
    await until(() => document.title === 'Reģistrācija – DDzKSU');
    expect(document.documentElement.lang).to.equal('lv');
    stage
      .all('a')
      .find((link) => link.getAttribute('href') === '/sign-in')
      ?.click();
    await until(() => stage.all('sign-in-screen').length === 1);
    stage.button('Русский').click();
    await until(() => stage.find('h1').textContent === 'Вход');
    stage
      .all('a')
      .find((link) => link.getAttribute('href') === '/forgot-password')
      ?.click();
    await until(() => stage.all('h1').some((title) => title.textContent === 'Новый пароль'));
  });

  it('a password that was set by a link opens the home screen, and the way back does not lead to the link', async () => {
    await open('/more', { session: null, accounts: [], account: null });
    globalThis.history.pushState(null, '', '/set-password#token');
    dispatchEvent(new PopStateEvent('popstate'));
    await until(() => stage.find('h1').textContent === 'Choose a password' && stage.all('#password').length > 0);
    const { account, accounts, session } = new TestAppStore(store.state.company).state;
    store.accountActions.answers.setPassword = async () => {
      store.change({ session, accounts, account });
      return { ok: true, value: null };
    };
    const before = globalThis.history.length;
    stage.find<HTMLInputElement>('#password').value = 'correct horse';
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.appears('home-screen');
    expect(location.pathname + location.hash).to.equal('/');
    expect(globalThis.history.length).to.equal(before);
  });

  it('shows the emergency number as one tap, everywhere', async () => {
    for (const path of ['/', '/readings', '/periods', '/more', '/nowhere']) {
      await open(path);
      const call = stage.find<HTMLAnchorElement>('header a[href^="tel:"]');
      expect(call.href).to.equal('tel:80076100');
      expect(call.textContent?.replace(/\s+/g, ' ').trim()).to.equal('Emergency80076100');
      if (path === '/nowhere') break;
      stage.close();
      await store.close();
    }
  });

  it('follows plain links without loading the page, names the title, and moves the focus to the new heading', async () => {
    await open('/');
    stage
      .all('nav-bar a, a')
      .find((link) => link.getAttribute('href') === '/more')
      ?.click();
    await until(() => stage.all('more-screen').length === 1);
    await until(() => document.title === 'More – DDzKSU');
    await until(() => stage.find('more-screen').shadowRoot?.activeElement?.localName === 'h1');
    expect(location.pathname).to.equal('/more');
    globalThis.history.back();
    await until(() => stage.all('home-screen').length === 1);
    expect(location.pathname).to.equal('/');
  });

  it('after signing in, and after signing out, the focus is at the heading of what is there then', async () => {
    await open('/', { session: null, accounts: [], account: null });
    const { account, accounts, session } = new TestAppStore(store.state.company).state;
    stage.find<HTMLInputElement>('#password').focus();
    store.change({ session, accounts, account });
    await until(() => stage.all('home-screen')[0]?.shadowRoot?.activeElement?.localName === 'h1');
    store.change({ session: null, accounts: [], account: null });
    await until(() => stage.all('sign-in-screen')[0]?.shadowRoot?.activeElement?.localName === 'h1');
  });

  it('where what had the focus is gone with a change, the focus stays on the screen', async () => {
    await open('/more');
    store.change({ sync: { ...store.state.sync, state: 'signed-out' } });
    await stage.settled();
    const link = stage.find('more-screen').shadowRoot?.querySelector<HTMLElement>('section a.primary[href="/sign-in"]');
    link?.focus();
    expect(stage.find('more-screen').shadowRoot?.activeElement).to.equal(link);
    store.change({ sync: { ...store.state.sync, state: 'idle' } });
    await until(() => stage.find('more-screen').shadowRoot?.activeElement?.localName === 'h1');
    expect(document.activeElement).not.to.equal(document.body);
  });

  it('speaks another language as soon as it is chosen', async () => {
    await open('/more');
    stage.button('Latviešu').click();
    await until(() => stage.text.includes('Valoda'));
    expect(document.documentElement.lang).to.equal('lv');
    expect(document.title).to.equal('Vairāk – DDzKSU');
  });

  for (const [title, change, said] of [
    ['no storage', { storage: 'unavailable' }, 'Nothing can be saved here'],
    ['a page that is too old', { update: 'reload-needed' }, 'This page is out of date.'],
    ['a new version', { update: 'ready' }, 'A new version of the app is ready.'],
  ] as const) {
    it(`announces ${title}`, async () => {
      await open('/', change);
      expect(stage.find('notice-bar').shadowRoot?.textContent).to.contain(said);
      expect(await stage.complaints({ wholePage: true })).to.deep.equal([]);
      if (title === 'no storage') return;
      stage.button('Reload').click();
      expect(store.calls).to.deep.equal(['reload']);
    });
  }

  for (const [silence, language, said] of [
    ['no-network', 'en', 'No connection. You can go on; everything is kept here.'],
    ['unanswered', 'en', 'The company does not answer now. You can go on; everything is kept here.'],
    ['unanswered', 'lv', 'Uzņēmums pašlaik neatbild. Varat turpināt – viss tiek saglabāts šeit.'],
    ['unanswered', 'ru', 'Компания сейчас не отвечает. Можно продолжать – всё сохраняется здесь.'],
  ] as const) {
    it(`says that nobody answers, and what is safe (${silence}, ${language})`, async () => {
      await open('/', { language });
      // Also while the next attempt is made.
      store.change({ sync: { ...store.state.sync, state: 'working', silence } });
      await until(() => stage.text.includes(said));
      expect(await stage.complaints({ wholePage: true })).to.deep.equal([]);
      store.change({ sync: { ...store.state.sync, state: 'idle', silence: null } });
      await until(() => !stage.text.includes(said));
    });
  }

  it('asks to sign in again when the session has expired, and goes on meanwhile', async () => {
    await open('/');
    const { sync } = store.state;
    store.change({ sync: { ...sync, state: 'signed-out', queued: 0 } });
    await until(() => stage.text.includes('To see what is new, please sign in again'));
    store.change({ sync: { ...sync, state: 'signed-out', queued: 2 } });
    await until(
      () => stage.text.includes('To hand in what you saved, please sign in again') && stage.text.includes('Cold water'),
    );
    stage.button('Sign in').click();
    await until(() => stage.text.includes('Everything you saved is still on this'));
    expect(stage.all('sign-in-screen')).to.have.length(1);
  });

  it('says at what time a demo’s clock stands', async () => {
    await open('/');
    store.change({ company: { ...store.state.company, demo: { clockAhead: 0, signIns: [] } } });
    await until(() => stage.text.includes('Its clock stands at 28 November 2026'));
    // In Latvian the month is in the nominative, so nothing may stand before it that asks for another case.
    store.change({ language: 'lv' });
    await until(() => stage.text.includes('Tās pulkstenis: 2026. gada 28. novembris'));
  });

  it('has nothing for axe to find, on every screen', async () => {
    for (const path of ['/', '/readings', '/periods', '/more']) {
      await open(path);
      await until(() => stage.all('.screen > *').length > 1);
      await stage.settled();
      expect(await stage.complaints({ wholePage: true }), path).to.deep.equal([]);
      if (path === '/more') break;
      stage.close();
      await store.close();
    }
  });

  it('takes the company’s accent, and text on it can be read', async () => {
    await open('/');
    const style = document.documentElement.style;
    expect(style.getPropertyValue('--accent')).to.equal(store.state.company.accent.light);
    expect(contrast(style.getPropertyValue('--accent'), style.getPropertyValue('--accent-ink'))).to.be.at.least(4.5);
    expect(stage.find<MeterbookApp>('meterbook-app').getAttribute('style')).to.equal(null);
  });
});
