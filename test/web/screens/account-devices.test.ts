import { expect } from 'chai';
import { html } from 'lit';
import type { Device, Passkey, Profile } from '../../../shared/account-forms.ts';
import type { PublicCompany } from '../../../shared/company.ts';
import { companyProfile, type Stage, type, until } from '../support/mount.ts';
import { type Given, screenForEachTest } from '../support/screen.ts';
import { profile } from '../support/test-actions.ts';
import type { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/account-devices.ts';
import '../../../web/screens/account-passkeys.ts';

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36';
const computer: Device = {
  id: 'b'.repeat(64),
  userAgent: windows,
  since: '2026-10-02T08:00:00.000Z',
  seenAt: '2026-11-27T20:00:00.000Z',
  own: false,
};
const unknown: Device = { ...computer, id: 'c'.repeat(64), userAgent: '<b>x</b>', seenAt: '2026-09-01T08:00:00.000Z' };

describe('my devices and passkeys', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  let company: PublicCompany;
  before(async () => {
    company = await companyProfile();
  });

  const calls = () => store.accountActions.calls;
  const items = () => stage.all('li .what').map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
  const pressIn = (name: string) =>
    stage
      .all('mb-dialog button')
      .find((one) => one.textContent?.trim() === name)
      ?.click();

  describe('devices', () => {
    const open = (devices: Device[], given: Given = {}) =>
      openScreen(html`<account-devices .profile=${{ ...profile, devices } satisfies Profile}></account-devices>`, {
        areas: ['accounts'],
        ...given,
      });

    it('are named as people call them: this one first, then the one used last', async () => {
      await open([unknown, computer, ...profile.devices]);
      expect(items()).to.deep.equal([
        'Chrome on Android This phone · signed in 1 Nov 2026',
        'Chrome on Windows Used yesterday · signed in 2 Oct 2026',
        'Unknown device Used 1 Sep 2026 · signed in 2 Oct 2026',
      ]);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    for (const [language, said] of [
      ['lv', 'Chrome, Windows Lietota vakar · pieslēgta 02.10.2026'],
      ['ru', 'Chrome, Windows Использовалось вчера · вход 02.10.2026'],
    ] as const) {
      it(`speak ${language}`, async () => {
        await open([...profile.devices, computer], { language });
        expect(items()).to.include(said);
        expect(await stage.complaints()).to.deep.equal([]);
      });
    }

    it('were used today also where a demo’s clock is ahead of the devices’', async () => {
      await open([...profile.devices, { ...computer, seenAt: '2026-11-24T08:00:00.000Z' }], {
        state: { company: { ...company, demo: { clockAhead: 4 * 86_400_000, signIns: [] } } },
      });
      expect(items()).to.include('Chrome on Windows Used today · signed in 2 Oct 2026');
    });

    it('this one has no button: whoever leaves it signs out', async () => {
      await open(profile.devices);
      expect(stage.all('button')).to.have.length(0);
    });

    it('one is signed out after one question, whose safe answer has the focus', async () => {
      await open([...profile.devices, computer]);
      stage.button('Sign out').click();
      await stage.shows('Sign out Chrome on Windows?');
      expect(stage.all(':focus').at(-1)?.textContent).to.contain('Leave it');
      expect(await stage.complaints()).to.deep.equal([]);
      expect(calls()).to.deep.equal([]);
      let changed = 0;
      stage.host.addEventListener('account-changed', () => {
        changed += 1;
      });
      pressIn('Sign out');
      await stage.shows('Signed out: Chrome on Windows');
      expect(calls()).to.deep.equal([['endDevice', computer.id]]);
      expect(changed).to.equal(1);
    });

    it('all others are signed out together', async () => {
      await open([...profile.devices, computer, unknown]);
      stage.button('Sign out all others').click();
      await stage.shows('Sign out all other devices?');
      pressIn('Leave it');
      await until(() => stage.all('mb-dialog').length === 0);
      expect(calls()).to.deep.equal([]);
      stage.button('Sign out all others').click();
      await stage.appears('mb-dialog');
      pressIn('Sign out all others');
      await stage.shows('All other devices are signed out.');
      expect(calls()).to.deep.equal([['endOtherDevices']]);
    });

    it('one that is gone already is read anew, and a silent company is told of', async () => {
      await open([...profile.devices, computer]);
      let changed = 0;
      stage.host.addEventListener('account-changed', () => {
        changed += 1;
      });
      store.accountActions.answers.endDevice = async () => ({ ok: false, problem: { code: 'not_found' } });
      stage.button('Sign out').click();
      await stage.appears('mb-dialog');
      pressIn('Sign out');
      await stage.shows('This is not here any more.');
      expect(changed).to.equal(1);
      store.accountActions.answers.endDevice = async () => ({ ok: false, problem: 'unanswered' });
      stage.button('Sign out').click();
      await stage.appears('mb-dialog');
      pressIn('Sign out');
      await stage.shows('The company does not answer now');
      expect(changed).to.equal(1);
    });
  });

  describe('passkeys', () => {
    const passkey: Passkey = {
      id: 'cGFzc2tleQ',
      userAgent: windows,
      createdAt: '2026-11-28T08:00:00.000Z',
      usedAt: null,
    };
    const open = (passkeys: Passkey[], given: Given = {}) =>
      openScreen(html`<account-passkeys .profile=${{ ...profile, passkeys } satisfies Profile}></account-passkeys>`, {
        areas: ['accounts'],
        ...given,
      });

    it('say what they are good for, and which there are', async () => {
      await open([passkey, { ...passkey, id: 'eA', usedAt: '2026-11-27T12:00:00.000Z' }]);
      expect(stage.text).to.contain('With a passkey you sign in by your fingerprint');
      expect(items()).to.deep.equal([
        'Chrome on Windows Added today · not used yet',
        'Chrome on Windows Added today · used yesterday',
      ]);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    const typePassword = (password = 'my password') => type(stage.find<HTMLInputElement>('#current'), password);

    it('are not added without the present password', async () => {
      await open([]);
      stage.button('Add a passkey').click();
      await stage.shows('Please type your password.');
      store.accountActions.answers.addPasskey = async () => ({ ok: false, problem: { code: 'password_wrong' } });
      typePassword('wrong');
      stage.button('Add a passkey').click();
      await until(() => stage.text.includes('The present password is not right.'));
      expect(stage.find('a').getAttribute('href')).to.equal('/forgot-password');
      expect(stage.all('[role="status"] p')).to.deep.equal([]);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('are added with it by one button, and it does not stay', async () => {
      await open([]);
      typePassword();
      stage.button('Add a passkey').click();
      await stage.shows('Added. You can sign in with it next time.');
      expect(calls()).to.deep.equal([['addPasskey', 'my password']]);
      expect(stage.find<HTMLInputElement>('#current').value).to.equal('');
    });

    for (const [problem, said, wrong] of [
      ['cancelled', 'No passkey was added.', false],
      ['already-there', 'This device has a passkey of yours already.', false],
      [{ code: 'passkey_refused' }, 'No passkey was added.', true],
      ['no-network', 'No connection. This needs the internet.', true],
    ] as const) {
      it(`are not added, and it is said why: ${said}${wrong ? ' (wrong)' : ''}`, async () => {
        await open([]);
        store.accountActions.answers.addPasskey = async () => ({ ok: false, problem });
        typePassword();
        stage.button('Add a passkey').click();
        await until(() => stage.all('[role="status"] p').length > 0);
        expect(stage.find('[role="status"] p').textContent).to.contain(said);
        expect(stage.find('[role="status"] p').matches('.error')).to.equal(wrong);
        expect(await stage.complaints()).to.deep.equal([]);
      });
    }

    it('are removed after one question', async () => {
      await open([passkey]);
      stage.button('Remove').click();
      await stage.shows('Remove this passkey?');
      expect(await stage.complaints()).to.deep.equal([]);
      pressIn('Remove');
      await stage.shows('The passkey is removed.');
      expect(calls()).to.deep.equal([['removePasskey', passkey.id]]);
    });

    it('are not offered where the browser cannot make any', async () => {
      const described = Object.getOwnPropertyDescriptor(globalThis, 'PublicKeyCredential');
      Object.defineProperty(globalThis, 'PublicKeyCredential', { value: undefined, configurable: true });
      try {
        await open([]);
        expect(stage.text).to.contain('This browser cannot use passkeys.');
        expect(stage.all('button')).to.have.length(0);
      } finally {
        if (described) Object.defineProperty(globalThis, 'PublicKeyCredential', described);
        else Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
      }
    });
  });
});
