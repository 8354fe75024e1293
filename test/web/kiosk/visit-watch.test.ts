import { expect } from 'chai';
import { html } from 'lit';
import { signedIn } from '../support/kiosk-bills.ts';
import { type KioskStage, openKiosk } from '../support/kiosk-stage.ts';
import { until } from '../support/mount.ts';
import { refused } from '../support/office.ts';
import '../../../web/kiosk/screens/bills.ts';

describe('bills at a kiosk that are ended from elsewhere', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  async function open(holds: () => Promise<unknown>, every = 1): Promise<void> {
    kiosk = await openKiosk(
      (session) => html`<kiosk-bills .session=${session} .every=${every} .toldFor=${20}></kiosk-bills>`,
      { answers: { holds }, session: { signedIn: signedIn() } },
    );
  }
  const asked = () => kiosk.said('holds');

  it('stay as long as they may, over gaps in the network and whatever else is answered', async () => {
    let at = 0;
    await open(async () => {
      const problem = [null, { code: 'too_many', seconds: 1 } as const, undefined][at++ % 3];
      if (problem !== undefined) throw refused(problem);
      return {};
    });
    await until(() => asked().length > 6);
    expect(kiosk.stage.text).to.contain('Bills by month');
    expect(asked()[0]).to.deep.equal({ visit: signedIn().visit.token });
    expect(kiosk.finished()).to.equal(0);
  });

  it('go at the next question, are told of, and the kiosk is the next one’s', async () => {
    let ended = false;
    await open(async () => {
      if (ended) throw refused({ code: 'signed_out' });
      return {};
    });
    await until(() => asked().length > 1);
    ended = true;
    await until(() => !kiosk.stage.text.includes('Bills by month'));
    expect(kiosk.stage.all('.bill, balance-card')).to.deep.equal([]);
    const last = asked().length;
    await until(() => kiosk.finished() === 1);
    expect(asked()).to.have.length(last, 'there is nothing more to ask about');
  });

  it('are asked about at least every five seconds, and at once when the screen is seen again', async () => {
    await open(async () => ({}), 1_000_000);
    expect(document.createElement('kiosk-bills')).to.have.property('every').that.is.at.most(5000);
    expect(asked()).to.have.length(0);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => asked().length === 1);
  });

  it('are not asked about once they are not shown', async () => {
    let answer = (): void => {};
    await open(
      () =>
        new Promise((_, reject) => {
          answer = () => reject(refused({ code: 'signed_out' }));
        }),
    );
    await until(() => asked().length === 1);
    kiosk.stage.find('kiosk-bills').remove();
    answer();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(asked()).to.have.length(1);
    expect(kiosk.finished()).to.equal(0);
  });
});
