import { expect } from 'chai';
import { html } from 'lit';
import type { Profile } from '../../../shared/account-forms.ts';
import { type Stage, type as typeInto, until } from '../support/mount.ts';
import { type Given, screenForEachTest } from '../support/screen.ts';
import { profile } from '../support/test-actions.ts';
import type { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/account-contact.ts';
import '../../../web/screens/account-password.ts';

describe('changing what the company knows of me', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });
  const open = (what: 'email' | 'phone' | 'password', change: Partial<Profile> = {}, given: Given = {}) => {
    const known = { ...profile, ...change };
    return openScreen(
      what === 'password'
        ? html`<account-password .profile=${known}></account-password>`
        : html`<account-contact .kind=${what} .profile=${known}></account-contact>`,
      { ...given, areas: ['accounts'] },
    );
  };

  const input = (id: string) => stage.find<HTMLInputElement>(`#${id}`);
  const focused = () => stage.all(':focus').at(-1)?.id;
  const calls = () => store.accountActions.calls;

  describe('the e-mail address', () => {
    it('counts only after the link that goes there has been opened', async () => {
      await open('email');
      expect(stage.text).to.contain('Now anna@example.org').and.to.contain('Until you open it, nothing changes.');
      typeInto(input('email'), ' new@example.org');
      typeInto(input('current'), 'secret words');
      stage.button('Send the link').click();
      await stage.shows('A link is on its way to new@example.org');
      expect(stage.text).to.contain('Until you open it, the old address stays.');
      expect(calls()).to.deep.equal([['changeEmail', { current: 'secret words', email: 'new@example.org' }]]);
      // The form is gone, and what took its place is read out.
      expect(stage.find('h2').matches(':focus')).to.equal(true);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    for (const what of ['email', 'phone', 'password'] as const) {
      it(`is no dead end for those who have forgotten the password (${what})`, async () => {
        await open(what);
        const ways = stage.all('a').map((link) => [link.textContent, link.getAttribute('href')]);
        expect(ways).to.deep.equal([['Forgot your password?', '/forgot-password']]);
        expect(await stage.complaints()).to.deep.equal([]);
      });
    }

    it('is asked for nothing where something is missing: the first such field has the focus', async () => {
      await open('email');
      stage.button('Send the link').click();
      await stage.shows('Please fill this in.');
      expect(stage.text).to.contain('Please type your password.');
      expect(focused()).to.equal('email');
      typeInto(input('email'), 'anna@example');
      stage.button('Send the link').click();
      await stage.shows('This e-mail address is not complete.');
      expect(calls()).to.deep.equal([]);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('a wrong present password is said at its field, and what was typed stays', async () => {
      await open('email');
      store.accountActions.answers.changeEmail = async () => ({ ok: false, problem: { code: 'password_wrong' } });
      typeInto(input('email'), 'new@example.org');
      typeInto(input('current'), 'wrong');
      stage.button('Send the link').click();
      await stage.shows('The present password is not right.');
      expect(focused()).to.equal('current');
      expect(input('current').getAttribute('aria-describedby')).to.equal('current-error');
      expect([input('email').value, input('current').value]).to.deep.equal(['new@example.org', 'wrong']);
    });

    for (const [problem, said] of [
      ['no-network', 'No connection'],
      ['unanswered', 'The company does not answer now'],
      [{ code: 'too_many', seconds: 700 }, '12 minutes'],
    ] as const) {
      it(`loses nothing that was typed: ${said}`, async () => {
        await open('email');
        store.accountActions.answers.changeEmail = async () => ({ ok: false, problem });
        typeInto(input('email'), 'new@example.org');
        typeInto(input('current'), 'secret words');
        stage.button('Send the link').click();
        await stage.shows(said);
        expect([input('email').value, input('current').value]).to.deep.equal(['new@example.org', 'secret words']);
        expect(await stage.complaints()).to.deep.equal([]);
      });
    }

    it('is sent once, however often the button is pressed', async () => {
      await open('email');
      let answer = () => {};
      store.accountActions.answers.changeEmail = () =>
        new Promise((resolve) => {
          answer = () => resolve({ ok: true, value: null });
        });
      typeInto(input('email'), 'new@example.org');
      typeInto(input('current'), 'secret words');
      stage.button('Send the link').click();
      await stage.shows('One moment…');
      stage.button('One moment…').click();
      answer();
      await stage.shows('A link is on its way');
      expect(calls()).to.have.length(1);
    });
  });

  describe('the telephone number', () => {
    it('is changed at once', async () => {
      await open('phone');
      expect(stage.text).to.contain('Now none yet');
      expect(stage.all('button').map((one) => one.textContent?.trim())).not.to.contain('Remove the number');
      typeInto(input('phone'), '+371 2912 3456');
      typeInto(input('current'), 'secret words');
      stage.button('Save').click();
      await stage.shows('Saved');
      expect(stage.text).to.contain('+371 2912 3456');
      expect(calls()).to.deep.equal([['changePhone', { current: 'secret words', phone: '+371 2912 3456' }]]);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('is taken away without typing another one', async () => {
      await open('phone', { phone: '+371 2912 3456' });
      stage.button('Remove the number').click();
      await stage.shows('Please type your password.');
      expect(focused()).to.equal('current');
      expect(calls()).to.deep.equal([]);
      typeInto(input('current'), 'secret words');
      stage.button('Remove the number').click();
      await stage.shows('We have no telephone number of yours any more.');
      expect(calls()).to.deep.equal([['changePhone', { current: 'secret words', phone: null }]]);
    });

    it('says what a number looks like', async () => {
      await open('phone');
      typeInto(input('phone'), 'call me');
      stage.button('Save').click();
      await stage.shows('This is no phone number. An example: 80007287.');
    });
  });

  describe('the password', () => {
    async function fill(current: string, password: string): Promise<void> {
      typeInto(input('current'), current);
      typeInto(input('password'), password);
      stage.button('Save').click();
      await stage.settled();
    }

    it('is changed, with the other devices left or signed out', async () => {
      await open('password');
      await fill('old words here', 'new words here');
      await stage.shows('Your other devices stay signed in.');
      await open('password');
      input('end-others').click();
      await fill('old words here', 'new words here');
      await stage.shows('All your other devices are signed out.');
      expect(calls()).to.deep.equal([
        ['changePassword', { current: 'old words here', password: 'new words here', endOthers: true }],
      ]);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    for (const [password, said] of [
      ['short', 'At least 8 characters, please.'],
      ['anna@example.org', 'Not your e-mail address'],
    ] as const) {
      it(`is not taken as the company would not take it: ${said}`, async () => {
        await open('password');
        await fill('old words here', password);
        await stage.shows(said);
        expect(focused()).to.equal('password');
        expect(calls()).to.deep.equal([]);
      });
    }

    it('that is common only the company’s side knows: its word stands at the field until something else is typed', async () => {
      await open('password');
      store.accountActions.answers.changePassword = async () => ({
        ok: false,
        problem: { code: 'password_refused', why: 'password_common' },
      });
      await fill('old words here', 'password1');
      await stage.shows('Very many people use this password');
      expect(focused()).to.equal('password');
      expect(await stage.complaints()).to.deep.equal([]);
      typeInto(input('password'), '2');
      await until(() => !stage.text.includes('Very many people use this password'));
    });

    it('can be read when asked, both lines together, and says whose it is to what keeps passwords', async () => {
      await open('password');
      const types = () => [input('current').type, input('password').type];
      expect(types()).to.deep.equal(['password', 'password']);
      stage.find('[aria-label="Show the password"]').click();
      await stage.settled();
      expect(types()).to.deep.equal(['text', 'text']);
      expect(focused()).to.equal('current');
      expect(stage.find<HTMLInputElement>('[autocomplete="username"]').value).to.equal('anna@example.org');
      expect([input('current').autocomplete, input('password').autocomplete]).to.deep.equal([
        'current-password',
        'new-password',
      ]);
    });
  });
});
