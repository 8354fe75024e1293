import { expect } from 'chai';
import { html } from 'lit';
import type { KioskBillsScreen } from '../../../web/kiosk/screens/bills.ts';
import { billOf, flat, garage, newest, signedIn, statements } from '../support/kiosk-bills.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { until } from '../support/mount.ts';
import '../../../web/kiosk/screens/bills.ts';

describe('the bills at a kiosk', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  const open = async (options: KioskStageOptions & { toldFor?: number } = {}): Promise<void> => {
    const { toldFor = 10_000, session = { signedIn: signedIn() }, ...rest } = options;
    kiosk = await openKiosk((all) => html`<kiosk-bills .session=${all} .toldFor=${toldFor}></kiosk-bills>`, {
      session,
      ...rest,
    });
  };
  const bills = () => kiosk.stage.all('button.bill');

  it('are not shown to whose visit is over: it is said, and the kiosk is the next one’s', async () => {
    await open({ session: { signedIn: signedIn([flat()], '2026-11-28T07:00:00Z') }, toldFor: 50 });
    await kiosk.stage.shows('Your time here is over');
    expect(bills()).to.deep.equal([]);
    expect(kiosk.stage.text).not.to.contain('Rīgas iela');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    await until(() => kiosk.finished() === 1);
  });

  it('are not shown to whoever has not signed in', async () => {
    await open({ session: {} });
    expect(kiosk.stage.text).to.contain('Your time here is over');
    kiosk.stage.button('All right').click();
    expect(kiosk.finished()).to.equal(1);
  });

  it('go when the time of the visit has come, and stay with a later one', async () => {
    const later = { token: 'later', until: '2026-11-28T07:05:00Z' };
    const over = signedIn([flat()], '2026-11-28T07:00:00Z');
    await open({ session: { signedIn: over, visit: later } });
    bills()[0]?.click();
    expect(kiosk.turns).to.deep.equal([{ to: 'bill', change: { bill: newest.id } }]);
    const screen = kiosk.stage.find<KioskBillsScreen>('kiosk-bills');
    screen.session = { ...screen.session, visit: { ...later, until: '2026-11-28T07:00:00Z' } };
    await kiosk.stage.shows('Your time here is over');
    expect(bills()).to.deep.equal([]);
  });

  it('say what is to pay, and of each month what became of its bill (B3)', async () => {
    const [, second, third] = statements as typeof statements & [unknown, typeof newest, typeof newest];
    const account = flat({
      bills: [
        billOf(newest, { state: 'open', left: newest.total }),
        billOf(second, { state: 'overdue', left: 500 }),
        billOf(third),
      ],
    });
    await open({ session: { signedIn: signedIn([account]) } });
    const { text } = kiosk.stage;
    expect(text).to.contain('Rīgas iela 7, dz. 12').and.to.contain('Account number 12345').and.to.contain('To pay');
    expect(bills().map((one) => one.querySelector('.month')?.textContent)).to.deep.equal([
      'October 2026',
      'September 2026',
      'August 2026',
    ]);
    expect(text).to.contain('To pay by 30 Nov').and.to.contain('Was due on').and.to.contain('Paid');
    expect(kiosk.stage.all('[aria-pressed]')).to.deep.equal([]);
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('are those of one of several premises, and of the one whose bill was shown', async () => {
    await open({ session: { signedIn: signedIn([garage, flat()]) } });
    expect(kiosk.stage.text).to.contain('Paid in advance').and.to.contain('12.50');
    expect(kiosk.stage.text).to.contain('Your bills will be listed here');
    kiosk.stage.button('Rīgas iela 7, dz. 12').click();
    await kiosk.stage.settled();
    expect(bills()).to.have.length(3);
    expect(kiosk.stage.button('Rīgas iela 7, dz. 12').getAttribute('aria-pressed')).to.equal('true');
    kiosk.stage.close();
    await open({ session: { signedIn: signedIn([garage, flat()]), bill: newest.id } });
    expect(bills()).to.have.length(3);
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('say so where the ledger does not tell, and where there are no premises', async () => {
    await open({ session: { signedIn: signedIn([flat({ balance: null })]) } });
    expect(kiosk.stage.text).to.contain('What is owed is not known here');
    kiosk.stage.close();
    await open({ session: { signedIn: signedIn([]) } });
    expect(kiosk.stage.text).to.contain('Please ask at the desk.');
  });

  it('end with "Done"', async () => {
    await open();
    kiosk.stage.button('Done').click();
    expect(kiosk.finished()).to.equal(1);
  });

  for (const language of ['en', 'lv', 'ru'] as const) {
    it(`can be used by everybody, in ${language}`, async () => {
      await open({ language, session: { signedIn: signedIn([flat(), garage]) } });
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      for (const one of kiosk.stage.all('button')) {
        expect(one.getBoundingClientRect().height).to.be.at.least(56);
      }
    });
  }
});
