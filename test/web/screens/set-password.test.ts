import { expect } from 'chai';
import { html } from 'lit';
import type { LinkView } from '../../../shared/account-forms.ts';
import type { PasswordProblem } from '../../../shared/password.ts';
import type { ProblemCode } from '../../../shared/problem.ts';
import type { Trouble } from '../../../web/screens/account-actions.ts';
import type { AppState } from '../../../web/screens/app-context.ts';
import { companyProfile, Stage, type as typeInto, until } from '../support/mount.ts';
import { syncState, TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/set-password.ts';

const registration: LinkView = { purpose: 'registration', email: 'anna@example.org', accountNumber: '12345678' };
const password: LinkView = { purpose: 'password', name: 'Anna', email: 'anna@example.org' };

describe('the screen on which a link lets choose a password', () => {
  let stage: Stage;
  let store: TestAppStore;
  const began = location.href;

  interface Given {
    link?: LinkView | { problem: Trouble };
    fragment?: string;
    state?: Partial<AppState>;
    language?: 'en' | 'lv' | 'ru';
  }

  async function open({ link = registration, fragment = '#token', state, language = 'en' }: Given = {}) {
    history.replaceState(null, '', `${location.pathname}${fragment}`);
    store = new TestAppStore(await companyProfile());
    store.change({ session: null, accounts: [], account: null, ...state });
    answerTo(link);
    const screen = html`<set-password-screen></set-password-screen>`;
    stage = await Stage.open(screen, { store, language, areas: ['accounts'] });
    if (fragment !== '') await until(() => stage.all('.card').length > 0);
    await stage.settled();
  }

  function answerTo(link: LinkView | { problem: Trouble }): void {
    store.accountActions.answers.openLink = async () =>
      'problem' in link ? { ok: false, problem: link.problem } : { ok: true, value: link };
  }

  afterEach(() => {
    stage.close();
    history.replaceState(null, '', began);
  });

  const field = () => stage.find<HTMLInputElement>('#password');
  const sent = () => store.accountActions.calls.filter(([method]) => method === 'setPassword');

  async function submit(): Promise<void> {
    stage.find('button.go').focus();
    stage.find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
    await stage.settled();
  }

  for (const [purpose, link, whose] of [
    ['registration', registration, 'Account 12345678 · anna@example.org'],
    ['password', password, 'Anna · anna@example.org'],
    ['password', { ...password, email: null } as LinkView, 'Anna'],
  ] as const) {
    it(`says whose account it is (${purpose}, ${whose})`, async () => {
      await open({ link });
      expect(store.accountActions.calls).to.deep.equal([['openLink', 'token']]);
      expect(stage.find('header .soft').textContent).to.equal(whose);
      expect(stage.all('#end-others')).to.have.length(purpose === 'password' ? 1 : 0);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('tells password managers whose it is, and that it is a new one', async () => {
    await open();
    expect(stage.find<HTMLInputElement>('input[autocomplete=username]').value).to.equal('anna@example.org');
    expect(field().autocomplete).to.equal('new-password');
  });

  it('sends the password as typed; then this device is signed in, and the link is nowhere in the history', async () => {
    await open();
    field().value = ' correct horse ';
    await submit();
    await until(() => stage.navigated.length > 0);
    expect(sent()).to.deep.equal([['setPassword', { token: 'token', password: ' correct horse ', endOthers: false }]]);
    expect(stage.navigated).to.deep.equal(['/ in place of this']);
  });

  for (const endOthers of [true, false]) {
    it(`signs out the other devices of a password’s owner, or not: ${endOthers}`, async () => {
      await open({ link: password });
      if (!endOthers) stage.find('#end-others').click();
      field().value = 'correct horse';
      await submit();
      await until(() => sent().length > 0);
      expect(sent()[0]?.[1]).to.include({ endOthers });
    });
  }

  for (const [typed, words] of [
    ['', 'At least 8 characters, please.'],
    ['1234567', 'At least 8 characters, please.'],
    ['12345678', 'Not your account number, please'],
    ['Anna@Example.org', 'Not your e-mail address, please'],
  ] as const) {
    it(`does not send "${typed}"`, async () => {
      await open();
      field().value = typed;
      await submit();
      await stage.shows(words);
      expect(stage.find('set-password-screen').shadowRoot?.activeElement).to.equal(field());
      expect(sent()).to.deep.equal([]);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says as it is typed when it is long enough, and complains no more', async () => {
    await open();
    typeInto(field(), 'correct');
    await submit();
    await stage.shows('At least 8 characters, please.');
    expect(stage.text).not.to.contain('Long enough');
    typeInto(field(), ' ');
    await stage.settled();
    expect(stage.find('[role=status]').textContent?.trim()).to.equal('Long enough');
    expect(stage.text).not.to.contain('characters, please');
  });

  const refusals: readonly (readonly [PasswordProblem, string])[] = [
    ['password_common', 'Very many people use this password'],
    ['password_is_account', 'Not your account number'],
  ];
  for (const [why, words] of refusals) {
    it(`says at the field what only the company knows: ${why}`, async () => {
      await open({ link: password });
      store.accountActions.answers.setPassword = async () => ({
        ok: false,
        problem: { code: 'password_refused', why },
      });
      field().value = 'password1';
      await submit();
      await stage.shows(words);
      expect(field().getAttribute('aria-invalid')).to.equal('true');
      typeInto(field(), '!');
      await stage.settled();
      expect(field().getAttribute('aria-invalid')).to.equal('false');
    });
  }

  it('can be read where somebody wants to', async () => {
    await open();
    stage.find('.password button').click();
    await stage.settled();
    expect(field().type).to.equal('text');
  });

  const closed: readonly (readonly [ProblemCode, string, string | undefined])[] = [
    ['link_unknown', 'This link opens nothing.', undefined],
    ['link_expired', 'This link is too old.', undefined],
    ['link_used', 'This link was used already.', '/sign-in'],
  ];
  for (const [code, words, primary] of closed) {
    it(`says what is the matter with a link, and the ways on: ${code}`, async () => {
      await open({ link: { problem: { code } as Trouble } });
      expect(stage.text).to.contain(words).and.contain('80007287');
      const ways = stage.all('.card a').map((link) => link.getAttribute('href'));
      expect(ways).to.have.members(['/forgot-password', '/register', '/sign-in']);
      expect(stage.all('a.primary')[0]?.getAttribute('href')).to.equal(primary ?? undefined);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  for (const signedIn of [true, false]) {
    it(`leads on from a used link whoever is signed in here${signedIn ? '' : ', but has to sign in again'}`, async () => {
      const { session } = new TestAppStore(await companyProfile()).state;
      const state = { session, ...syncState({ state: signedIn ? 'idle' : 'signed-out' }) };
      await open({ link: { problem: { code: 'link_used' } }, state });
      expect(stage.find('a.primary').getAttribute('href')).to.equal(signedIn ? '/' : '/sign-in');
      expect(stage.text.includes('is signed in here. If that is you')).to.equal(signedIn);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('an address without a link asks nothing, and a link for something else opens nothing', async () => {
    await open({ fragment: '' });
    expect(stage.text).to.contain('This link opens nothing.');
    expect(store.accountActions.calls).to.deep.equal([]);
    stage.close();
    await open({ link: { purpose: 'email', email: 'a@example.org' } });
    expect(stage.text).to.contain('This link opens nothing.');
  });

  it('asks again where nobody answered', async () => {
    await open({ link: { problem: 'no-network' } });
    expect(stage.text).to.contain('No connection.').and.not.contain('typed');
    answerTo(registration);
    stage.button('Try again').click();
    await stage.appears('#password');
  });

  it('opens another letter’s link in the same tab', async () => {
    await open({ link: { problem: { code: 'link_expired' } } });
    answerTo(registration);
    location.hash = '#another';
    await stage.appears('#password');
    expect(store.accountActions.calls.at(-1)).to.deep.equal(['openLink', 'another']);
  });

  it('says of another letter’s link nothing that was true of the one before', async () => {
    await open();
    store.accountActions.answers.setPassword = async () => ({ ok: false, problem: { code: 'email_taken' } });
    typeInto(field(), 'correct horse');
    await submit();
    await stage.shows('Somebody uses this e-mail address here already.');
    answerTo(password);
    location.hash = '#another';
    await stage.shows('Anna · anna@example.org');
    expect(field().value).to.equal('');
    expect(stage.text).not.to.contain('Somebody uses').and.not.to.contain('Long enough');
  });

  it('a link that was used meanwhile, elsewhere, is told of as one', async () => {
    await open();
    store.accountActions.answers.setPassword = async () => ({ ok: false, problem: { code: 'link_used' } });
    field().value = 'correct horse';
    await submit();
    await stage.shows('This link was used already.');
    expect(stage.all('#password')).to.have.length(0);
    await until(() => stage.find('set-password-screen').shadowRoot?.activeElement?.localName === 'h1');
  });

  it('keeps what was typed where nothing came of it', async () => {
    await open();
    for (const [problem, words] of [
      ['unanswered', 'The company does not answer now.'],
      [{ code: 'email_taken' }, 'Somebody uses this e-mail address here already.'],
      [{ code: 'storage_full' }, 'It could not be saved'],
    ] as const) {
      store.accountActions.answers.setPassword = async () => ({ ok: false, problem });
      field().value = 'correct horse';
      await submit();
      await stage.shows(words);
      expect(field().value).to.equal('correct horse');
    }
    expect(stage.navigated).to.deep.equal([]);
  });

  describe('while somebody is signed in', () => {
    const boris = { session: { user: { id: 'b', name: 'Boris' } } };

    it('says who will not be any more, and what of theirs waits here', async () => {
      await open({ link: password, state: { ...boris, ...syncState({ queued: 2 }) } });
      expect(stage.text).to.contain('Boris is signed in on this phone now, and will be signed out here');
      expect(stage.text).to.contain('2 saved readings wait on this phone.');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('says nothing of it to the one who is signed in', async () => {
      await open({ link: password, state: { session: { user: { id: 'a', name: 'Anna' } } } });
      expect(stage.text).not.to.contain('signed in on this');
    });

    it('does not call the new user another one', async () => {
      await open({ link: registration, state: boris });
      store.accountActions.answers.setPassword = async () => {
        store.change({ session: { user: { id: 'a', name: 'Anna' } } });
        await stage.settled();
        expect(stage.text).to.contain('Boris is signed in').and.not.contain('Anna is signed in');
        return { ok: true, value: null };
      };
      field().value = 'correct horse';
      await submit();
      await until(() => stage.navigated.length > 0);
    });
  });

  for (const language of ['lv', 'ru'] as const) {
    it(`is clean for axe (${language})`, async () => {
      await open({ link: password, language });
      field().value = 'x';
      await submit();
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }
});
