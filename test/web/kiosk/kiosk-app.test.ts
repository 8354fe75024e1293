import { expect } from 'chai';
import { patience } from '../../../web/kiosk/idle.ts';
import { Finished, type KioskSession, Noted, Turn } from '../../../web/kiosk/session.ts';
import { FakeTablet } from '../support/fake-tablet.ts';
import { flat, signedIn } from '../support/kiosk-bills.ts';
import { type KioskFrame, openFrame } from '../support/kiosk-frame.ts';
import { type, until } from '../support/mount.ts';

describe('the frame of the kiosk', () => {
  let frame: KioskFrame;
  let stage: KioskFrame['stage'];
  const open = async (...options: Parameters<typeof openFrame>): Promise<void> => {
    frame = await openFrame(...options);
    ({ stage } = frame);
  };
  afterEach(() => {
    stage.close();
    expect(document.documentElement.hasAttribute('large')).to.equal(false);
    expect(document.documentElement.hasAttribute('contrast')).to.equal(false);
  });

  it('lets nobody do anything at a tablet that is no kiosk', async () => {
    await open(new FakeTablet({ standing: 'stranger' }));
    await stage.shows('Iestatīt šo planšeti');
    expect(frame.isShown('start')).to.equal(false);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('does not begin where the tablet’s own storage fails, and says so to whoever can begin anew', async () => {
    const tablet = new FakeTablet();
    const broken = new Error('no storage');
    tablet.start = () => Promise.reject(broken);
    await open(tablet);
    expect(frame.failures).to.deep.equal([broken]);
    expect(frame.isShown('start')).to.equal(false);
  });

  it('says that it cannot be set up without a connection', async () => {
    await open(new FakeTablet({ standing: 'unknown', online: false }));
    await stage.shows('Nav savienojuma. Lai planšeti iestatītu, tas ir vajadzīgs.');
  });

  it('shows nothing of its own to residents after it was shut out', async () => {
    await open(new FakeTablet({ standing: 'ended' }));
    await stage.shows('Šī planšete vairs nav kiosks');
    expect(frame.isShown('start')).to.equal(false);
  });

  it('is shut out when nobody is in the middle of something', async () => {
    const tablet = new FakeTablet();
    await open(tablet);
    await frame.turn('identify');
    tablet.become({ standing: 'ended' });
    await stage.settled();
    expect(frame.isShown('identify')).to.equal(true);
    await frame.turn('start');
    tablet.become({ standing: 'ended' });
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
    await frame.turn('identify');
    expect(stage.text).to.contain('Nav savienojuma.');
    tablet.become({ online: true });
    await until(() => !stage.text.includes('Nav savienojuma.'));
  });

  it('claims nothing of the connection before the first contact has answered', async () => {
    const tablet = new FakeTablet({ online: null });
    await open(tablet);
    expect(stage.all('.offline')).to.deep.equal([]);
    expect(stage.text).not.to.contain('nav savienojuma');
    tablet.become({ online: false });
    await stage.appears('.offline');
  });

  it('says how many slips wait without a connection, and how many the office has to be asked about', async () => {
    const tablet = new FakeTablet({ online: false });
    Object.assign(tablet.outbox, { waiting: 3, refused: 1 });
    await open(tablet);
    expect(stage.find('.offline').textContent)
      .to.contain('Šeit gaida 3 cilvēku nodotie rādījumi; tie tiks nosūtīti paši.')
      .and.to.contain('Birojam: 1 cilvēka nodotos rādījumus nevarēja nolasīt.');
    expect(stage.text.match(/gaida 3 cilvēku/g)).to.have.length(1);
    await frame.turn('identify');
    expect(stage.find('.offline').textContent).to.contain('3 cilvēku nodotie rādījumi').and.not.to.contain('Birojam');
    expect(await stage.complaints()).to.deep.equal([]);
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
    await frame.turn('identify');
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
    await frame.turn('identify');
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
    await frame.turn('identify', { account: '12345' });
    await frame.turn('sign-in');
    await frame.turn('identify', { serial: 'A-1' });
    const { session } = stage.find<Element & { session: KioskSession }>('kiosk-identify');
    expect(session).to.include({ account: '12345', serial: 'A-1', contact: null });
    expect(history.length).to.equal(before);
    expect(location.hash).to.equal('');
  });

  it('begins each screen at its heading', async () => {
    await open(new FakeTablet());
    await frame.turn('identify');
    await until(() => frame.shown().shadowRoot?.activeElement !== null);
    expect(frame.shown().shadowRoot?.activeElement?.matches('h1, input')).to.equal(true);
  });

  describe('when somebody is done', () => {
    it('has nothing of them any more: what was typed, what was known, what was shown', async () => {
      await open(new FakeTablet({ standing: 'stranger' }));
      const field = stage.find<HTMLInputElement>('input');
      type(field, 'SECRET');
      frame.shown().dispatchEvent(new Finished());
      await until(() => frame.left() === 1);
      expect(field.value).to.equal('');
      expect(field.isConnected).to.equal(false);
    });

    it('leaves once, however often it is said', async () => {
      await open(new FakeTablet());
      const screen = frame.shown();
      screen.dispatchEvent(new Finished());
      screen.dispatchEvent(new Finished());
      await until(() => frame.left() > 0);
      frame.touch();
      await stage.settled();
      expect(frame.left()).to.equal(1);
    });

    it('starts again at once where nothing was said, and asks first where something would be lost', async () => {
      await open(new FakeTablet());
      await frame.turn('identify', { account: '12345' });
      stage.button('Sākt no jauna').click();
      await stage.shows('Vai sākt no jauna?');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.button('Turpināt šeit').click();
      await until(() => stage.all('mb-dialog').length === 0);
      expect(frame.left()).to.equal(0);
      stage.button('Sākt no jauna').click();
      await stage.appears('.anew');
      stage.find<HTMLElement>('.anew').click();
      await until(() => frame.left() === 1);
    });

    it('starts again at once where all was handed in', async () => {
      await open(new FakeTablet());
      await frame.turn('identify', { account: '12345', saved: { id: 'slip', savedAt: '2026-11-28T07:00:00.000Z' } });
      stage.button('Sākt no jauna').click();
      await until(() => frame.left() === 1);
    });

    it('starts again at once while it is being handed in, because it is saved', async () => {
      await open(new FakeTablet());
      await frame.turn('identify', { account: '12345' });
      frame.shown().dispatchEvent(new Noted({ saved: { id: 'slip', savedAt: '2026-11-28T07:00:00.000Z' } }));
      expect(frame.isShown('identify')).to.equal(true);
      stage.button('Sākt no jauna').click();
      await until(() => frame.left() === 1);
    });

    it('asks with bills whether to sign out, and of nothing that was typed', async () => {
      await open(new FakeTablet());
      await frame.turn('bills', { signedIn: signedIn([flat()], '2026-11-28T07:05:00Z') });
      stage.button('Sākt no jauna').click();
      await stage.shows('Vai beigt skatīt rēķinus?');
      expect(stage.text).not.to.contain('ierakstījāt');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.button('Iziet').click();
      await until(() => frame.left() === 1);
    });

    it('has nothing of them on the way back to the first screen, before which somebody else may stand next', async () => {
      await open(new FakeTablet());
      await frame.turn('identify', { account: '12345' });
      frame.shown().dispatchEvent(new Turn('start'));
      await until(() => frame.left() === 1);
      expect(frame.isShown('start')).to.equal(false);
    });

    it('starts again at once from the first screen', async () => {
      await open(new FakeTablet());
      stage.button('Sākt no jauna').click();
      await until(() => frame.left() === 1);
    });
  });

  /** Somebody goes on touching it for so long. */
  const touchedUntil = async (time: number): Promise<void> => {
    const [every, rest] = [30_000, time % 30_000];
    for (let passed = 0; passed < time - rest; passed += every) {
      frame.touch();
      await frame.pass(every);
    }
    frame.touch();
    await frame.pass(rest);
  };

  it('tells that the time is ending, and gives more', async () => {
    await open(new FakeTablet());
    await touchedUntil(patience.longest - patience.told);
    await stage.shows('Jūsu laiks šeit beigsies pēc');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Vairāk laika').click();
    await until(() => stage.all('.ending').length === 0);
    expect(frame.left()).to.equal(0);
  });

  it('is over when the time is, whoever goes on touching', async () => {
    await open(new FakeTablet());
    await touchedUntil(patience.longest - 1);
    expect(frame.left()).to.equal(0);
    frame.touch();
    await frame.pass(1);
    await until(() => frame.left() === 1);
  });

  for (const company of ['ddzksu', 'dgservic'] as const) {
    it(`is clean for axe as a whole page (${company})`, async () => {
      await open(new FakeTablet(), { company });
      expect(await stage.complaints({ wholePage: true })).to.deep.equal([]);
    });
  }
});
