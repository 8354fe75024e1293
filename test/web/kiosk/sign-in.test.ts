import { expect } from 'chai';
import { html } from 'lit';
import { signedIn } from '../support/kiosk-bills.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { type } from '../support/mount.ts';
import { refused } from '../support/office.ts';
import '../../../web/kiosk/screens/sign-in.ts';

const waits = {
  pair: async () => ({ code: 'c', url: 'https://example.lv/at-kiosk#c', until: '2026-11-28T07:03:00Z' }),
  paired: async () => ({ state: 'waiting' }),
};

describe('signing in at a kiosk', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  async function open({ answers, ...options }: KioskStageOptions = {}): Promise<void> {
    kiosk = await openKiosk((session) => html`<kiosk-sign-in .session=${session}></kiosk-sign-in>`, {
      answers: { ...waits, signIn: async () => signedIn(), ...answers },
      ...options,
    });
    await kiosk.stage.appears('payment-code');
  }
  const field = (id: string) => kiosk.stage.find<HTMLInputElement>(`input#${id}`);
  const focused = () => kiosk.stage.find('kiosk-sign-in').shadowRoot?.activeElement?.id;
  async function enter(name = '12345', password = 'a password'): Promise<void> {
    for (const [id, text] of [
      ['name', name],
      ['password', password],
    ] as const) {
      field(id).value = '';
      type(field(id), text);
    }
    kiosk.stage.button('Show my bills').click();
    await kiosk.stage.settled();
  }

  it('asks for what is missing, beside the field', async () => {
    await open();
    await enter('', '');
    expect(kiosk.stage.find('[role="alert"]').textContent).to.contain('Please type your account number or e-mail.');
    expect([focused(), field('name').getAttribute('aria-invalid')]).to.deep.equal(['name', 'true']);
    await enter('12345\u202e', 'password');
    expect(kiosk.stage.find('[role="alert"]').textContent).to.contain('Please type your account number or e-mail.');
    await enter('12345', '');
    expect(kiosk.stage.find('[role="alert"]').textContent).to.contain('Please type your password.');
    expect([focused(), field('password').getAttribute('aria-invalid')]).to.deep.equal(['password', 'true']);
    expect(kiosk.said('signIn')).to.deep.equal([]);
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  for (const [title, problem, text] of [
    ['is not right', { code: 'sign_in_failed' }, 'The account number (or e-mail) or the password is not right.'],
    ['was tried too often', { code: 'too_many', seconds: 300 }, 'Too many attempts.'],
    ['nobody answers to', null, 'Bills cannot be shown just now, because there is no connection.'],
  ] as const) {
    it(`goes nowhere with what ${title}, and takes the password away`, async () => {
      await open({
        answers: {
          signIn: async () => {
            throw refused(problem);
          },
        },
      });
      await enter();
      await kiosk.stage.shows(text);
      expect(kiosk.turns).to.deep.equal([]);
      expect([field('name').value, field('password').value]).to.deep.equal(['12345', '']);
      expect(focused()).to.equal('password');
    });
  }

  it('asks once, however often it is pressed, and nobody who has gone back gets there', async () => {
    let answer = (): void => {};
    await open({
      answers: {
        signIn: () =>
          new Promise((resolve) => {
            answer = () => resolve(signedIn());
          }),
      },
    });
    await enter();
    kiosk.stage.button('One moment…').click();
    expect(kiosk.said('signIn')).to.have.length(1);
    kiosk.stage.find('kiosk-sign-in').remove();
    answer();
    await kiosk.stage.settled();
    expect(kiosk.turns).to.deep.equal([]);
  });

  it('leads to the bills by account number or e-mail and password, and keeps neither', async () => {
    await open();
    const [name, password] = [field('name'), field('password')];
    await enter(' anna@example.org ');
    expect(kiosk.said('signIn')).to.deep.equal([{ name: 'anna@example.org', password: 'a password' }]);
    expect(kiosk.turns).to.deep.equal([{ to: 'bills', change: { signedIn: signedIn() } }]);
    expect([name.value, password.value]).to.deep.equal(['', '']);
  });

  it('asks the browser to remember nothing, and brings up no keyboard but the screen’s', async () => {
    await open();
    expect([field('name').autocomplete, field('name').inputMode, field('name').name]).to.deep.equal([
      'off',
      'none',
      '',
    ]);
    expect([field('password').type, field('password').autocomplete]).to.deep.equal(['password', 'one-time-code']);
    expect([field('password').inputMode, field('password').name]).to.deep.equal(['none', '']);
    expect(kiosk.stage.all('kiosk-keys')).to.deep.equal([]);
    field('password').focus();
    await kiosk.stage.appears('button.sign');
    kiosk.stage
      .all<HTMLElement>('button.sign')
      .find((one) => one.textContent?.trim() === 'q')
      ?.click();
    expect([field('name').value, field('password').value]).to.deep.equal(['', 'q']);
  });

  it('leads back', async () => {
    await open();
    kiosk.stage.button('Back').click();
    expect(kiosk.turns).to.deep.equal([{ to: 'start', change: {} }]);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`can be used by everybody, in ${language}`, async () => {
      await open({ language });
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      field('name').focus();
      await kiosk.stage.appears('button.sign');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      for (const one of kiosk.stage.all('button, input')) {
        expect(one.getBoundingClientRect().height).to.be.at.least(56);
      }
    });
  }
});
