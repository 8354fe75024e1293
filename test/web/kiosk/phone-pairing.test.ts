import { expect } from 'chai';
import { html } from 'lit';
import type { KioskPaired } from '../../../shared/kiosk-answers.ts';
import { toUtf8 } from '../../../shared/text-bytes.ts';
import type { PaymentCode } from '../../../web/elements/payment-code.ts';
import { PhoneMet } from '../../../web/kiosk/elements/phone-pairing.ts';
import { type KioskStage, openKiosk } from '../support/kiosk-stage.ts';
import { type, until } from '../support/mount.ts';
import { type ApiAnswers, refused } from '../support/office.ts';
import '../../../web/kiosk/screens/sign-in.ts';

const url = 'https://example.lv/at-kiosk#secret';
const pairing = (code = 'secret', end = '2026-11-28T07:03:00Z') => ({ code, url, until: end });
const waiting: KioskPaired = { state: 'waiting' };
const met: KioskPaired = { state: 'met', number: '47', until: '2026-11-28T07:04:00Z' };
const found = { visit: { token: 'visit', until: '2026-11-28T07:05:00Z' }, name: 'A••• B•••' };
const paired: KioskPaired = { state: 'paired', ...found };

describe('a phone that shows its bills at a kiosk', () => {
  let kiosk: KioskStage;
  let meetings = 0;
  afterEach(() => kiosk.stage.close());

  async function open(answers: ApiAnswers, language: 'en' | 'lv' | 'ru' = 'en'): Promise<void> {
    kiosk = await openKiosk((session) => html`<kiosk-sign-in .every=${1} .session=${session}></kiosk-sign-in>`, {
      answers,
      language,
    });
    meetings = 0;
    kiosk.stage.host.addEventListener(PhoneMet.type, () => meetings++);
  }
  /** One after the other; the last one again and again. */
  function says(...told: readonly (KioskPaired | null)[]): ApiAnswers {
    let at = 0;
    return {
      pair: async () => pairing(),
      paired: async () => {
        const next = told[Math.min(at++, told.length - 1)];
        if (next === null) throw refused(null);
        return next;
      },
    };
  }
  const codes = () => kiosk.stage.all<PaymentCode>('payment-code');
  const anew = async () => {
    kiosk.stage.button('Show a new code').click();
    await kiosk.stage.settled();
  };
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  it('has no code where nobody answers, says so, and tries again', async () => {
    let answers = false;
    await open({
      ...says(waiting),
      pair: async () => {
        if (!answers) throw refused(null);
        return pairing();
      },
    });
    await kiosk.stage.shows('There is no code just now, because there is no connection.');
    expect(codes()).to.deep.equal([]);
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    answers = true;
    await anew();
    await kiosk.stage.appears('payment-code');
  });

  it('says what the server refuses', async () => {
    await open({
      pair: async () => {
        throw refused({ code: 'too_many', seconds: 120 });
      },
    });
    await kiosk.stage.shows('Too many attempts.');
    expect(codes()).to.deep.equal([]);
  });

  it('shows no code whose time is over, and a new one by a button', async () => {
    let asked = 0;
    await open({
      ...says(waiting),
      pair: async () => (++asked === 1 ? pairing('first', '2026-11-28T07:00:00Z') : pairing()),
    });
    await kiosk.stage.shows('The time of this code is over.');
    expect(codes()).to.deep.equal([]);
    expect(kiosk.said('paired')).to.deep.equal([]);
    await anew();
    await kiosk.stage.appears('payment-code');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  for (const code of ['link_expired', 'link_used', 'link_unknown'] as const) {
    it(`is over where the server says ${code}`, async () => {
      await open({
        ...says(),
        paired: async () => {
          throw refused({ code });
        },
      });
      await kiosk.stage.shows('The time of this code is over.');
      expect(kiosk.turns).to.deep.equal([]);
    });
  }

  it('shows nothing where another number was chosen on it, says so, and has a new code by a button', async () => {
    await open(says(waiting, met, { state: 'refused' }));
    await kiosk.stage.shows('Another number was pressed on the phone, or none. Nothing is shown.');
    expect(kiosk.stage.all('.notice mb-icon')).to.have.length(1);
    expect(kiosk.turns).to.deep.equal([]);
    expect(kiosk.stage.text).not.to.contain('47');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    await anew();
    expect(kiosk.said('pair')).to.have.length(2);
  });

  it('is asked for as long as the code is shown, also over a gap in the network', async () => {
    await open(says(waiting, null, waiting, paired));
    await kiosk.stage.appears('payment-code');
    expect(codes()[0]?.bytes).to.deep.equal(toUtf8(url));
    expect(kiosk.stage.all('li')).to.have.length(3);
    expect(kiosk.stage.text).not.to.contain('secret');
    await until(() => kiosk.turns.length > 0);
    expect(kiosk.said('paired')).to.deep.equal(Array(4).fill({ code: 'secret' }));
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`has the number shown that it asks for, and nothing else to do, once it has opened the code (${language})`, async () => {
      await open(says(waiting, met, null, met), language);
      await kiosk.stage.shows('47');
      expect(codes()).to.deep.equal([]);
      expect(kiosk.stage.all('input')).to.deep.equal([]);
      expect(meetings).to.equal(1);
      await until(() => kiosk.said('paired').length > 6);
      expect(meetings).to.equal(1, 'somebody came once');
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
    });
  }

  it('has more time once it has met the kiosk, and not without end', async () => {
    await open(says(met));
    await kiosk.stage.shows('47');
    kiosk.stage.close();
    await open(says({ ...met, until: '2026-11-28T07:00:00Z' }));
    await kiosk.stage.shows('The time of this code is over.');
    expect(kiosk.said('paired')).to.have.length(1);
  });

  it('leads to the question whose they are, with nothing of the bills', async () => {
    await open(says(waiting, met, paired));
    await until(() => kiosk.turns.length > 0);
    await nextFrame();
    expect(kiosk.turns).to.deep.equal([{ to: 'whose', change: { paired: found } }]);
    expect(kiosk.said('bills')).to.deep.equal([]);
  });

  it('is not listened to any more once something is typed, and what comes too late is nobody’s', async () => {
    let answer = (_: KioskPaired): void => {};
    await open({
      ...says(),
      paired: () =>
        new Promise<KioskPaired>((resolve) => {
          answer = resolve;
        }),
    });
    await until(() => kiosk.said('paired').length === 1);
    kiosk.stage.find<HTMLInputElement>('#name').focus();
    expect(codes()).to.have.length(1, 'a touch alone is nothing typed');
    type(kiosk.stage.find<HTMLInputElement>('#name'), '1');
    await kiosk.stage.settled();
    expect(codes()).to.deep.equal([]);
    expect(kiosk.stage.text).to.contain('You are typing, so the square code is put away.');
    answer(paired);
    await nextFrame();
    expect(kiosk.turns).to.deep.equal([]);
    expect(kiosk.said('paired')).to.have.length(1);
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('is listened to again where somebody wants it, and what was typed is gone', async () => {
    await open(says(waiting));
    await kiosk.stage.appears('payment-code');
    const field = (id: string) => kiosk.stage.find<HTMLInputElement>(id);
    field('#name').focus();
    type(field('#name'), '12345');
    type(field('#password'), 'a password');
    await kiosk.stage.settled();
    kiosk.stage.button('Use my phone instead').click();
    await kiosk.stage.appears('payment-code');
    expect([field('#name').value, field('#password').value]).to.deep.equal(['', '']);
    expect(kiosk.stage.all('kiosk-keys')).to.deep.equal([]);
    expect(kiosk.said('pair')).to.have.length(2);
  });

  it('is asked for no more once the screen is gone', async () => {
    let answer = (_: KioskPaired): void => {};
    await open({
      ...says(),
      paired: () =>
        new Promise<KioskPaired>((resolve) => {
          answer = resolve;
        }),
    });
    await until(() => kiosk.said('paired').length === 1);
    kiosk.stage.find('kiosk-sign-in').remove();
    answer(paired);
    await nextFrame();
    expect(kiosk.turns).to.deep.equal([]);
    expect(kiosk.said('paired')).to.have.length(1);
  });
});
