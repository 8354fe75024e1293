import { expect } from 'chai';
import { html } from 'lit';
import type { KioskWhose } from '../../../web/kiosk/screens/whose.ts';
import { signedIn } from '../support/kiosk-bills.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { until } from '../support/mount.ts';
import { refused } from '../support/office.ts';
import '../../../web/kiosk/screens/whose.ts';

const paired = { visit: { token: 'visit', until: '2026-11-28T07:05:00Z' }, name: 'A••• B•••' };

describe('whose bills a phone shows at a kiosk', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  async function open({ answers, ...options }: KioskStageOptions = {}): Promise<void> {
    kiosk = await openKiosk((session) => html`<kiosk-whose .session=${session}></kiosk-whose>`, {
      answers: { bills: async () => signedIn(), notThem: async () => ({}), ...answers },
      session: { paired },
      ...options,
    });
  }
  async function press(text: string): Promise<void> {
    kiosk.stage.button(text).click();
    await kiosk.stage.settled();
  }
  const yes = () => press('Yes, show my bills');
  const no = () => press('No, it is somebody else');

  it('is asked before anything of them is fetched', async () => {
    await open();
    expect(kiosk.stage.text).to.contain('A••• B•••, is this you?');
    expect(kiosk.said('bills')).to.deep.equal([]);
    expect(kiosk.turns).to.deep.equal([]);
  });

  it('throws away what is somebody else’s, and tells it', async () => {
    await open();
    await no();
    await until(() => kiosk.finished() === 1);
    expect(kiosk.said('notThem')).to.deep.equal([{ visit: 'visit' }]);
    expect([kiosk.said('bills'), kiosk.turns]).to.deep.equal([[], []]);
  });

  it('throws it away as well where nobody hears that it is somebody else’s', async () => {
    await open({
      answers: {
        notThem: async () => {
          throw refused(null);
        },
      },
    });
    await no();
    await until(() => kiosk.finished() === 1);
  });

  it('says so as soon as it is ended at the phone, unasked, and shows no name any more', async () => {
    let ended = false;
    const holds = async () => {
      if (ended) throw refused({ code: 'signed_out' });
      return {};
    };
    await open({ answers: { holds } });
    expect(kiosk.stage.find<KioskWhose>('kiosk-whose').every).to.be.at.most(5000);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => kiosk.said('holds').length === 1);
    expect(kiosk.stage.text).to.contain('A••• B•••, is this you?');
    ended = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await kiosk.stage.shows('Nothing is shown');
    expect(kiosk.stage.text).not.to.contain('B•••');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('says so where it was ended at the phone meanwhile, and shows no name any more', async () => {
    await open({
      answers: {
        bills: async () => {
          throw refused({ code: 'signed_out' });
        },
      },
    });
    await yes();
    await kiosk.stage.shows('It was ended on the phone, or the time for it is over.');
    expect(kiosk.stage.text).not.to.contain('A•••');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    await press('All right');
    expect([kiosk.finished(), kiosk.turns]).to.deep.equal([1, []]);
  });

  it('stays ended where a yes that was under way fails after that', async () => {
    let fail: (fault: Error) => void = () => {};
    let isEnded = false;
    const holds = async () => {
      if (isEnded) throw refused({ code: 'signed_out' });
      return {};
    };
    const bills = () => new Promise<never>((_resolve, reject) => (fail = reject));
    await open({ answers: { holds, bills } });
    await yes();
    isEnded = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await kiosk.stage.shows('Nothing is shown');
    fail(refused(null));
    await kiosk.stage.settled();
    expect(kiosk.stage.text).to.contain('Nothing is shown').and.not.to.contain('B•••');
  });

  it('says that there is no connection, and asks again', async () => {
    let answers = false;
    await open({
      answers: {
        bills: async () => {
          if (!answers) throw refused(null);
          return signedIn();
        },
      },
    });
    await yes();
    await kiosk.stage.shows('Bills cannot be shown just now, because there is no connection.');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    answers = true;
    await yes();
    await until(() => kiosk.turns.length === 1);
  });

  it('takes one answer: whoever said yes cannot say no any more, and who has gone is shown nothing', async () => {
    let answer = (): void => {};
    await open({
      answers: {
        bills: () =>
          new Promise((resolve) => {
            answer = () => resolve(signedIn());
          }),
      },
    });
    await yes();
    await no();
    expect([kiosk.said('bills').length, kiosk.said('notThem').length]).to.deep.equal([1, 0]);
    kiosk.stage.find('kiosk-whose').remove();
    answer();
    await kiosk.stage.settled();
    expect(kiosk.turns).to.deep.equal([]);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`leads to the bills by a yes, in ${language}`, async () => {
      await open({ language });
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      for (const one of kiosk.stage.all('button')) expect(one.getBoundingClientRect().height).to.be.at.least(56);
      kiosk.stage.find('button.primary').click();
      await until(() => kiosk.turns.length === 1);
      expect(kiosk.said('bills')).to.deep.equal([{ visit: 'visit' }]);
      expect(kiosk.turns).to.deep.equal([{ to: 'bills', change: { paired: null, signedIn: signedIn() } }]);
    });
  }
});
