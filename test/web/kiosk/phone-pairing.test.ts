import { expect } from 'chai';
import { html } from 'lit';
import type { KioskSignedIn } from '../../../shared/kiosk-answers.ts';
import { toUtf8 } from '../../../shared/text-bytes.ts';
import type { PaymentCode } from '../../../web/elements/payment-code.ts';
import type { PhoneSignedIn } from '../../../web/kiosk/elements/phone-pairing.ts';
import { signedIn } from '../support/kiosk-bills.ts';
import { type KioskStage, openKiosk } from '../support/kiosk-stage.ts';
import { until } from '../support/mount.ts';
import { type ApiAnswers, refused } from '../support/office.ts';
import '../../../web/kiosk/elements/phone-pairing.ts';

const url = 'https://example.lv/at-kiosk#secret';
const pairing = (code = 'secret', end = '2026-11-28T07:03:00Z') => ({ code, url, until: end });

describe('a phone that shows its bills at a kiosk', () => {
  let kiosk: KioskStage;
  let shown: KioskSignedIn[];
  afterEach(() => kiosk.stage.close());

  async function open(answers: ApiAnswers): Promise<void> {
    shown = [];
    kiosk = await openKiosk(
      () =>
        html`<phone-pairing
          .every=${1}
          @phone-signed-in=${(event: PhoneSignedIn) => shown.push(event.signedIn)}
        ></phone-pairing>`,
      { answers },
    );
  }
  const codes = () => kiosk.stage.all<PaymentCode>('payment-code');
  const anew = async () => {
    kiosk.stage.button('Show a new code').click();
    await kiosk.stage.settled();
  };

  it('has no code where nobody answers, says so, and tries again', async () => {
    let answers = false;
    await open({
      pair: async () => {
        if (!answers) throw refused(null);
        return pairing();
      },
      paired: async () => null,
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
      pair: async () => (++asked === 1 ? pairing('first', '2026-11-28T07:00:00Z') : pairing()),
      paired: async () => null,
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
        pair: async () => pairing(),
        paired: async () => {
          throw refused({ code });
        },
      });
      await kiosk.stage.shows('The time of this code is over.');
      expect(shown).to.deep.equal([]);
    });
  }

  it('shows the code with what to do, and asks until a phone has been there, also over a gap in the network', async () => {
    let asked = 0;
    await open({
      pair: async () => pairing(),
      paired: async () => {
        if (++asked === 2) throw refused(null);
        return asked < 4 ? null : signedIn();
      },
    });
    await kiosk.stage.appears('payment-code');
    expect(codes()[0]?.bytes).to.deep.equal(toUtf8(url));
    expect(kiosk.stage.all('li')).to.have.length(3);
    expect(kiosk.stage.text).not.to.contain('secret');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    await until(() => shown.length > 0);
    expect(shown).to.deep.equal([signedIn()]);
    expect(kiosk.said('paired')).to.deep.equal(Array(4).fill({ code: 'secret' }));
  });

  it('asks for nothing any more once it is not shown, and what comes too late is nobody’s', async () => {
    let answer = (_: KioskSignedIn): void => {};
    await open({
      pair: async () => pairing(),
      paired: () =>
        new Promise<KioskSignedIn>((resolve) => {
          answer = resolve;
        }),
    });
    await until(() => kiosk.said('paired').length === 1);
    kiosk.stage.find('phone-pairing').remove();
    answer(signedIn());
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(shown).to.deep.equal([]);
    expect(kiosk.said('paired')).to.have.length(1);
  });
});
