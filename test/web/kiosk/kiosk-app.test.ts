import { expect } from 'chai';
import { html } from 'lit';
import type { Patience } from '../../../web/kiosk/idle.ts';
import type { KioskApp } from '../../../web/kiosk/kiosk-app.ts';
import { Finished, type KioskSession, type Step, Turn } from '../../../web/kiosk/session.ts';
import { FakeTablet } from '../support/fake-tablet.ts';
import { kioskSizes } from '../support/kiosk-stage.ts';
import { companyProfile, press, Stage, type, until } from '../support/mount.ts';
import '../../../web/kiosk/kiosk-app.ts';

/** Longer than any test. */
const never: Patience = { untilAsked: 60_000, asked: 60_000, longest: 600_000, told: 60_000 };

describe('the frame of the kiosk', () => {
  let stage: Stage;
  let left = 0;
  let failures: unknown[] = [];

  async function open(
    tablet: FakeTablet,
    { patience = never, company = 'ddzksu' }: { patience?: Patience; company?: 'ddzksu' | 'dgservic' } = {},
  ): Promise<void> {
    left = 0;
    await kioskSizes();
    const leave = () => {
      left++;
    };
    const profile = await companyProfile(company);
    failures = [];
    const fail = (error: unknown) => failures.push(error);
    stage = await Stage.open(
      html`<kiosk-app .company=${profile} .api=${{}} .tablet=${tablet} .leave=${leave} .fail=${fail} .patience=${patience}></kiosk-app>`,
    );
    await until(() => failures.length > 0 || stage.all('main > :not(.moment)').length > 0);
    await stage.settled();
  }
  afterEach(() => {
    stage.close();
    expect(document.documentElement.hasAttribute('large')).to.equal(false);
    expect(document.documentElement.hasAttribute('contrast')).to.equal(false);
  });

  const shown = (): Element => stage.find('main > *');
  const isShown = (step: Step): boolean => stage.all(`kiosk-${step}`).length === 1;
  async function turn(to: Step, change: Partial<KioskSession> = {}): Promise<void> {
    shown().dispatchEvent(new Turn(to, change));
    await stage.appears(`kiosk-${to}`);
  }
  const touch = () => stage.host.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));

  it('lets nobody do anything at a tablet that is no kiosk', async () => {
    await open(new FakeTablet({ standing: 'stranger' }));
    await stage.shows('Iestatīt šo planšeti');
    expect(isShown('start')).to.equal(false);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('does not begin where the tablet’s own storage fails, and says so to whoever can begin anew', async () => {
    const tablet = new FakeTablet();
    const broken = new Error('no storage');
    tablet.start = () => Promise.reject(broken);
    await open(tablet);
    expect(failures).to.deep.equal([broken]);
    expect(isShown('start')).to.equal(false);
  });

  it('says that it cannot be set up without a connection', async () => {
    await open(new FakeTablet({ standing: 'unknown', online: false }));
    await stage.shows('Nav savienojuma. Lai planšeti iestatītu, tas ir vajadzīgs.');
  });

  it('shows nothing of its own to residents after it was shut out', async () => {
    await open(new FakeTablet({ standing: 'revoked' }));
    await stage.shows('Šī planšete ir slēgta');
    expect(isShown('start')).to.equal(false);
  });

  it('is shut out when nobody is in the middle of something', async () => {
    const tablet = new FakeTablet();
    await open(tablet);
    await turn('identify');
    tablet.become({ standing: 'revoked' });
    await stage.settled();
    expect(isShown('identify')).to.equal(true);
    await turn('start');
    tablet.become({ standing: 'revoked' });
    await stage.appears('kiosk-enrol');
  });

  it('begins with what can be done once it is set up', async () => {
    const tablet = new FakeTablet({ standing: 'stranger' });
    await open(tablet);
    tablet.become({ standing: 'enrolled' });
    await stage.appears('kiosk-start');
  });

  it('says in words that there is no connection, and goes on', async () => {
    const tablet = new FakeTablet();
    await open(tablet);
    expect(stage.text).not.to.contain('Nav savienojuma.');
    tablet.become({ online: false });
    await stage.shows('Nav savienojuma. Rādījumus var nodot tāpat.');
    await turn('identify');
    expect(stage.text).to.contain('Nav savienojuma.');
    tablet.become({ online: true });
    await until(() => !stage.text.includes('Nav savienojuma.'));
  });

  it('has the emergency number, help and the way out in sight on every screen', async () => {
    await open(new FakeTablet());
    for (const step of ['start', 'identify'] as const) {
      if (step !== 'start') await turn(step);
      const footer = stage.find('footer');
      expect(footer.textContent).to.contain('Avārijas dienests').and.to.contain('80076100');
      expect(stage.button('Palīdzība').isConnected).to.equal(true);
      expect(stage.button('Sākt no jauna').isConnected).to.equal(true);
      const { bottom } = footer.getBoundingClientRect();
      expect(bottom).to.be.at.most(innerHeight + 1);
    }
  });

  it('says how to get help', async () => {
    await open(new FakeTablet());
    stage.button('Palīdzība').click();
    await stage.shows('Lūdzu, jautājiet darbiniekam.');
    expect(stage.text).to.contain('80007287');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Turpināt').click();
    await until(() => stage.all('mb-dialog').length === 0);
  });

  it('speaks the company’s first language, and another one at a touch', async () => {
    await open(new FakeTablet());
    expect(document.documentElement.lang).to.equal('lv');
    stage.find<HTMLElement>('header button[lang="ru"]').click();
    await stage.shows('Помощь');
    expect(document.documentElement.lang).to.equal('ru');
    expect(stage.find('header button[lang="ru"]').getAttribute('aria-pressed')).to.equal('true');
    stage.find<HTMLElement>('header button[lang="en"]').click();
    await stage.shows('Start again');
  });

  it('has larger letters and more contrast at a touch', async () => {
    await open(new FakeTablet());
    const before = Number.parseFloat(getComputedStyle(stage.find('.emergency')).fontSize);
    const [large, contrast] = stage.all<HTMLElement>('header fieldset:last-of-type button');
    large?.click();
    contrast?.click();
    await stage.settled();
    expect(Number.parseFloat(getComputedStyle(stage.find('.emergency')).fontSize)).to.be.greaterThan(before * 1.2);
    expect(getComputedStyle(document.documentElement).getPropertyValue('--paper')).to.equal('#000000');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('hands what is known from screen to screen, and its history does not grow', async () => {
    await open(new FakeTablet());
    const before = history.length;
    await turn('identify', { account: '12345' });
    await turn('sign-in');
    await turn('identify', { serial: 'A-1' });
    const { session } = stage.find<Element & { session: KioskSession }>('kiosk-identify');
    expect(session).to.include({ account: '12345', serial: 'A-1', contact: null });
    expect(history.length).to.equal(before);
    expect(location.hash).to.equal('');
  });

  it('begins each screen at its heading', async () => {
    await open(new FakeTablet());
    await turn('identify');
    await until(() => shown().shadowRoot?.activeElement !== null);
    expect(shown().shadowRoot?.activeElement?.matches('h1, input')).to.equal(true);
  });

  describe('when somebody is done', () => {
    it('has nothing of them any more: what was typed, what was known, what was shown', async () => {
      await open(new FakeTablet({ standing: 'stranger' }));
      const field = stage.find<HTMLInputElement>('input');
      type(field, 'SECRET');
      shown().dispatchEvent(new Finished());
      await until(() => left === 1);
      expect(field.value).to.equal('');
      expect(field.isConnected).to.equal(false);
    });

    it('leaves once, however often it is said', async () => {
      await open(new FakeTablet());
      const screen = shown();
      screen.dispatchEvent(new Finished());
      screen.dispatchEvent(new Finished());
      await until(() => left > 0);
      touch();
      await stage.settled();
      expect(left).to.equal(1);
    });

    it('starts again at once where nothing was said, and asks first where something would be lost', async () => {
      await open(new FakeTablet());
      await turn('identify', { account: '12345' });
      stage.button('Sākt no jauna').click();
      await stage.shows('Vai sākt no jauna?');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.button('Turpināt šeit').click();
      await until(() => stage.all('mb-dialog').length === 0);
      expect(left).to.equal(0);
      stage.button('Sākt no jauna').click();
      await stage.appears('.anew');
      stage.find<HTMLElement>('.anew').click();
      await until(() => left === 1);
    });

    it('starts again at once where all was handed in', async () => {
      await open(new FakeTablet());
      await turn('identify', { account: '12345', saved: { id: 'slip', savedAt: '2026-11-28T07:00:00.000Z' } });
      stage.button('Sākt no jauna').click();
      await until(() => left === 1);
    });

    it('has nothing of them on the way back to the first screen, before which somebody else may stand next', async () => {
      await open(new FakeTablet());
      await turn('identify', { account: '12345' });
      shown().dispatchEvent(new Turn('start'));
      await until(() => left === 1);
      expect(isShown('start')).to.equal(false);
    });

    it('starts again at once from the first screen', async () => {
      await open(new FakeTablet());
      stage.button('Sākt no jauna').click();
      await until(() => left === 1);
    });
  });

  describe('when nobody touches it', () => {
    const short: Patience = { untilAsked: 30, asked: 60_000, longest: 600_000, told: 1 };

    it('asks nobody who never came', async () => {
      await open(new FakeTablet(), { patience: { ...short, asked: 30 } });
      expect(stage.find<KioskApp>('kiosk-app').isFree).to.equal(true);
      expect(stage.all('still-there')).to.deep.equal([]);
      touch();
      expect(stage.find<KioskApp>('kiosk-app').isFree).to.equal(false);
      await until(() => left === 1);
    });

    it('asks over everything, counts the seconds, and goes on at a touch of whatever is there', async () => {
      await open(new FakeTablet(), { patience: short });
      touch();
      await stage.shows('Vai Jūs vēl esat šeit?');
      expect(stage.text).to.contain('60');
      expect(await stage.complaints()).to.deep.equal([]);
      const { width, height } = stage
        .find('still-there')
        .shadowRoot?.querySelector('dialog')
        ?.getBoundingClientRect() ?? {
        width: 0,
        height: 0,
      };
      expect([width, height]).to.deep.equal([innerWidth, innerHeight]);
      const question = stage.find('still-there').shadowRoot?.querySelector('dialog');
      // On its way down a touch must not close it: it would end on what lies below.
      question?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      await stage.settled();
      expect(stage.all('still-there').length).to.equal(1);
      question?.click();
      await until(() => stage.all('still-there').length === 0);
      expect(left).to.equal(0);
    });

    it('goes on at a key as well', async () => {
      await open(new FakeTablet(), { patience: short });
      touch();
      await stage.appears('still-there');
      press(stage.find('still-there'), 'Tab');
      await until(() => stage.all('still-there').length === 0);
    });

    it('leaves at once for who says there that they are done', async () => {
      await open(new FakeTablet(), { patience: short });
      touch();
      await stage.appears('still-there');
      stage.find<HTMLElement>('.done').click();
      await until(() => left === 1);
    });

    it('leaves when the question is not answered, also from under an open dialog', async () => {
      await open(new FakeTablet(), { patience: { ...short, untilAsked: 150, asked: 60 } });
      touch();
      stage.button('Palīdzība').click();
      await stage.appears('mb-dialog');
      await until(() => left === 1);
      expect(stage.all('mb-dialog, still-there')).to.deep.equal([]);
    });
  });

  it('tells that the time is ending, and gives more', async () => {
    await open(new FakeTablet(), { patience: { untilAsked: 60_000, asked: 1_000, longest: 60_050, told: 60_000 } });
    touch();
    await stage.shows('Jūsu laiks šeit beigsies pēc');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Vairāk laika').click();
    await until(() => stage.all('.ending').length === 0);
    expect(left).to.equal(0);
  });

  it('is over when the time is, whoever goes on touching', async () => {
    await open(new FakeTablet(), { patience: { untilAsked: 60_000, asked: 1_000, longest: 150, told: 50 } });
    const touching = setInterval(touch, 20);
    await until(() => left === 1);
    clearInterval(touching);
  });

  for (const company of ['ddzksu', 'dgservic'] as const) {
    it(`is clean for axe as a whole page (${company})`, async () => {
      await open(new FakeTablet(), { company });
      expect(await stage.complaints({ wholePage: true })).to.deep.equal([]);
    });
  }
});
