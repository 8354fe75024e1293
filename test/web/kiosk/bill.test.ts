import { expect } from 'chai';
import { html } from 'lit';
import { paymentCode } from '../../../shared/payment-code.ts';
import type { PaymentCode } from '../../../web/elements/payment-code.ts';
import { billOf, flat, newest, signedIn, statements } from '../support/kiosk-bills.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { companyProfile } from '../support/mount.ts';
import { refused } from '../support/office.ts';
import '../../../web/kiosk/screens/bill.ts';

const previous = statements[1] as typeof newest;

describe('a bill at a kiosk', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  const open = async ({ answers, session, ...options }: KioskStageOptions = {}): Promise<void> => {
    kiosk = await openKiosk((all) => html`<kiosk-bill .session=${all}></kiosk-bill>`, {
      answers: { bill: async () => ({ statement: newest, previous }), ...answers },
      session: { signedIn: signedIn(), bill: newest.id, ...session },
      ...options,
    });
  };
  const code = () => kiosk.stage.all<PaymentCode>('payment-code')[0];

  it('is taken away where the server says that the visit is over', async () => {
    await open({
      answers: {
        bill: async () => {
          throw refused({ code: 'signed_out' });
        },
      },
    });
    await kiosk.stage.shows('Your time here is over');
    expect(kiosk.stage.text).not.to.contain('October');
  });

  it('that is not there is said so, and the others can be gone back to', async () => {
    await open({
      answers: {
        bill: async () => {
          throw refused({ code: 'not_found' });
        },
      },
    });
    await kiosk.stage.shows('This is not here any more.');
    kiosk.stage.button('All bills').click();
    expect(kiosk.turns).to.deep.equal([{ to: 'bills', change: {} }]);
  });

  it('that nobody answers for can be asked for again', async () => {
    let answers = false;
    await open({
      answers: {
        bill: async () => {
          if (!answers) throw refused(null);
          return { statement: newest, previous };
        },
      },
    });
    await kiosk.stage.shows('The bill could not be fetched, because there is no connection.');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
    answers = true;
    kiosk.stage.button('Try again').click();
    await kiosk.stage.appears('bill-lines');
    expect(kiosk.stage.all('[role="alert"]')).to.deep.equal([]);
    expect(kiosk.said('bill')).to.deep.equal(Array(2).fill({ visit: signedIn().visit.token, bill: newest.id }));
  });

  it('has what is to pay and until when, its lines, and what changed since the one before', async () => {
    await open();
    await kiosk.stage.appears('bill-changes');
    const { text } = kiosk.stage;
    expect(kiosk.stage.find('h1').textContent).to.equal('Bill for October 2026');
    expect(text).to.contain('12345').and.to.contain(newest.number).and.to.contain('30 Nov');
    expect(text).to.contain('Aukstais ūdens').and.to.contain('Compared with the bill for September 2026');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('has a code with which exactly what is left of it is paid', async () => {
    await open({
      session: { signedIn: signedIn([flat({ bills: [billOf(newest, { state: 'partly', left: 1234 })] })]) },
    });
    await kiosk.stage.appears('payment-code');
    const { number: billNumber, period } = newest;
    const asked = { account: '12345', amount: 1234, billNumber, period };
    expect(code()?.bytes).to.deep.equal(paymentCode(await companyProfile('ddzksu'), asked).bytes);
    expect(kiosk.stage.text).to.contain('€12.34');
  });

  it('has none where nothing is left to pay, and compares with nothing where it is the first', async () => {
    await open({
      answers: { bill: async () => ({ statement: newest, previous: null }) },
      session: { signedIn: signedIn([flat({ bills: [billOf(newest)] })]) },
    });
    await kiosk.stage.appears('bill-lines');
    expect(code()).to.equal(undefined);
    expect(kiosk.stage.all('bill-changes')).to.deep.equal([]);
  });

  it('is had on paper at the desk where nothing is printed: there is no button for it', async () => {
    await open();
    await kiosk.stage.appears('bill-lines');
    expect(() => kiosk.stage.button('Print')).to.throw();
    expect(kiosk.stage.text).to.contain('If you would like this bill on paper, please ask at the desk.');
  });

  it('is printed where the office says that it prints without asking, and ends with "Done"', async () => {
    await open({ prints: true });
    await kiosk.stage.appears('bill-lines');
    const { print } = window;
    let printed = 0;
    window.print = () => {
      printed++;
    };
    try {
      kiosk.stage.button('Print').click();
    } finally {
      window.print = print;
    }
    expect(printed).to.equal(1);
    kiosk.stage.button('Done').click();
    expect(kiosk.finished()).to.equal(1);
  });

  for (const [language, company] of [
    ['en', 'ddzksu'],
    ['lv', 'ddzksu'],
    ['ru', 'dgservic'],
  ] as const) {
    it(`can be used by everybody, in ${language}`, async () => {
      await open({ language, company });
      await kiosk.stage.appears('bill-changes');
      expect(code()).not.to.equal(undefined);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      for (const one of kiosk.stage.all('.screen > .row button')) {
        expect(one.getBoundingClientRect().height).to.be.at.least(56);
      }
    });
  }
});
