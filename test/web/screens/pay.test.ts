import { expect } from 'chai';
import { html } from 'lit';
import type { PaymentCode } from '../../../web/elements/payment-code.ts';
import { billId, sampleBills } from '../support/bills.ts';
import { type Stage, type, until } from '../support/mount.ts';
import { online, openOver } from '../support/paying.ts';
import { screenForEachTest } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/pay.ts';

type OpenGiven = Parameters<typeof openOver> extends [unknown, ...infer Rest] ? Rest : never;

/** Which begins with October. */
const youngLedger = ({ ledger, ...rows }: ReturnType<typeof sampleBills>) => ({
  ...rows,
  ledger: ledger.filter(({ period }) => period === '2026-10'),
});

describe('the screen of paying', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = screenForEachTest((shown) => {
    ({ stage, store } = shown);
  });
  const screen = html`<pay-screen></pay-screen>`;
  const billScreen = (id: string) => html`<pay-screen .statementId=${id}></pay-screen>`;

  const openPay = async (...[part, rows, given]: OpenGiven): Promise<void> => {
    await openOver(open, part, rows, given);
    await stage.appears('pay-choice');
  };

  /** What the code says, or null where there is none. */
  const code = (): string | null => {
    const [element] = stage.all<PaymentCode>('payment-code');
    return element ? new TextDecoder().decode(element.bytes) : null;
  };
  const chosen = (): string | undefined => {
    const label = stage.find<HTMLInputElement>(':checked').closest('label');
    return label?.textContent?.replace(/\s+/g, ' ').trim();
  };
  const choose = async (name: string): Promise<void> => {
    const label = stage.all('label').find((one) => one.textContent?.includes(name));
    label?.querySelector('input')?.click();
    await stage.settled();
  };
  const typeAmount = async (text: string, leave = true): Promise<void> => {
    const field = stage.find<HTMLInputElement>('#amount');
    field.value = '';
    type(field, text);
    if (leave) field.dispatchEvent(new Event('change', { bubbles: true }));
    await stage.settled();
  };

  for (const [text, said] of [
    ['', 'Type the amount that you want to pay.'],
    ['abc', 'Only digits and one comma, please, for example 12.34.'],
    ['1 23', 'Only digits and one comma, please'],
    ['12,345', 'Two digits after the comma at most, please.'],
    ['9999999999', 'This is more than can be paid at once.'],
    ['0', 'The amount must be more than zero.'],
    ['-5', 'The amount must be more than zero.'],
  ] as const) {
    it(`takes no “${text}” for an amount, says why at the field, and shows no code`, async () => {
      await openPay(screen, sampleBills(3));
      await choose('Another amount');
      await typeAmount(text);
      await stage.shows(said);
      expect(stage.find('#amount').getAttribute('aria-invalid')).to.equal('true');
      expect(code()).to.equal(null);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says nothing of an amount that is still being typed, and stops as soon as it is right', async () => {
    await openPay(screen, sampleBills(3));
    await choose('Another amount');
    await typeAmount('12,', false);
    expect(stage.all('.error')).to.have.length(0);
    expect(stage.text).to.contain('The payment code appears as soon as the amount is there.');
    await typeAmount('12,');
    expect(stage.all('.error')).to.have.length(1);
    await typeAmount('12,5', false);
    expect(stage.all('.error')).to.have.length(0);
    expect(code()).to.contain('\nEUR12.50\n');
  });

  it('takes a comma, a point and spaces between thousands', async () => {
    await openPay(screen, sampleBills(3));
    await choose('Another amount');
    for (const [text, coded] of [
      ['1234,56', 'EUR1234.56'],
      ['1234.5', 'EUR1234.50'],
      ['1 234', 'EUR1234.00'],
    ] as const) {
      await typeAmount(text);
      expect(code()?.split('\n')[7]).to.equal(coded);
    }
    expect(code()?.split('\n')[10]).to.equal('Klienta kods 12345');
  });

  it('proposes all that is owed; the code and the text say the same', async () => {
    await openPay(screen, sampleBills(6, { unpaid: 2 }));
    expect(chosen()).to.equal('All that is owed €177.81');
    expect(code()?.split('\n').slice(5)).to.deep.equal([
      'SIA Daugavpils dzīvokļu un komunālās saimniecības uzņēmums',
      'LV80BANK0000435195001',
      'EUR177.81',
      '',
      '',
      'Klienta kods 12345',
    ]);
    expect(stage.find('pay-slip').shadowRoot?.querySelector('.sum')?.textContent).to.contain('€177.81');
    expect(stage.find('#amount, dd#amount').textContent).to.equal('177.81');
    expect(await stage.complaints({ wholePage: true })).to.deep.equal([]);
  });

  it('proposes the bill of its address, with its number and month', async () => {
    await openPay(billScreen(billId('2026-09')), sampleBills(6, { unpaid: 2 }), { language: 'lv' });
    expect(chosen()).to.match(
      /^Rēķins par 2026\. gada septembri 71,20.€ Nr\. R-202609-12345, apmaksas termiņš 30\.10\.2026$/,
    );
    expect(code()?.split('\n').at(-1)).to.equal('Rēķins R-202609-12345, klienta kods 12345, 09.2026');
    expect(stage.text).to.contain('Rēķins R-202609-12345 par 2026. gada septembri');
  });

  it('makes the second company’s code, in Russian', async () => {
    await openPay(billScreen(billId('2026-10')), sampleBills(6), { company: 'dgservic', language: 'ru' });
    expect(code()).to.match(/^ST00012\|Name=ООО "ДомЖилСервис"\|.*\|Sum=10541\|.*\|PaymPeriod=102026\|TechCode=02$/);
    expect(stage.text).to.contain('105,41 ₽').and.to.contain('Корр. счёт');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  for (const [state, id, rows, said] of [
    ['paid', billId('2026-08'), sampleBills(6), 'This bill is paid.'],
    ['not here', billId('1999-01'), sampleBills(6), 'This bill is not here.'],
    [
      'of before the ledger, and nothing is owed',
      billId('2026-08'),
      youngLedger(sampleBills(6, { unpaid: 0 })),
      'Nothing is owed',
    ],
    [
      'covered by what is on its way',
      billId('2026-10'),
      { ...sampleBills(6), onlinePayments: [online({ amount: 10_541, statement: billId('2026-10') })] },
      'What is on its way covers this bill.',
    ],
  ] as const) {
    it(`says so where the bill of its address is ${state}`, async () => {
      await openPay(billScreen(id), rows);
      await stage.shows(said);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('takes off what is on its way, and says so', async () => {
    await openPay(screen, { ...sampleBills(6, { unpaid: 2 }), onlinePayments: [online()] });
    expect(stage.text).to.contain('€120.00 is on its way since 3 November, and is taken off here.');
    expect(chosen()).to.equal('All that is owed €57.81');
  });

  it('warns who may have paid by card already', async () => {
    await openPay(screen, {
      ...sampleBills(3),
      onlinePayments: [online({ state: 'begun' }), online({ id: 'b', state: 'failed' })],
    });
    expect(stage.text).to.contain(
      'You began to pay €120.00 by card on 3 Nov, 10:00: whether it was paid is not known yet.',
    );
    expect(stage.button('Look again').getAttribute('href')).to.equal('/debt');
    expect(chosen()).to.contain('€105.41');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('asks for an amount where nothing is owed', async () => {
    await openPay(screen, sampleBills(6, { unpaid: 0 }));
    expect(chosen()).to.equal('Another amount');
    expect(code()).to.equal(null);
    await typeAmount('50');
    expect(code()).to.contain('EUR50.00');
  });

  it('shows the text alone where the payment does not fit into a code', async () => {
    const payment = {
      scheme: 'gost',
      name: 'Ж'.repeat(160),
      personalAcc: '4'.repeat(20),
      bankName: 'Ā'.repeat(45),
      bic: '044525999',
      correspAcc: '3'.repeat(20),
    } as const;
    await openPay(screen, sampleBills(3), { profile: { payment } });
    expect(stage.text).to.contain('There is no code for this payment');
    expect(stage.all('payment-fields dt')).to.have.length(0);
    expect(stage.all('dt')).to.have.length.greaterThan(6);
  });

  it('saves the code as a picture that names its day', async () => {
    await openPay(screen, sampleBills(3));
    const saved: string[] = [];
    const onClick = (event: Event) => {
      const [link] = event.composedPath();
      if (!(link instanceof HTMLAnchorElement) || !link.download) return;
      event.preventDefault();
      saved.push(link.download);
    };
    // The link that saves is never in the document, so its click is heard where it is made.
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      this.addEventListener('click', onClick, { once: true });
      click.call(this);
    };
    stage.button('Save as picture').click();
    await stage.shows('Saved as Payment 2026-11-28.png');
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.deep.equal(['Payment 2026-11-28.png']);
  });

  it('can be read and typed without the network, and says as of when it is true', async () => {
    await openPay(screen, sampleBills(3), {
      state: syncState({ state: 'offline', silence: 'no-network' }),
      profile: { onlinePayment: true },
    });
    expect(stage.text).to.contain('As of 28 Nov, 12:00.');
    expect(stage.text).to.contain('Paying by card needs the internet. The code below works without it.');
    expect(code()).to.contain('EUR105.41');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('waits where nothing of the account has come yet', async () => {
    await open(screen, { areas: ['bills'], meters: [], readings: [] });
    await store.databases.cache.accounts.clear();
    store.change(syncState({ state: 'working', pulled: false }));
    await stage.appears('empty-note');
    expect(code()).to.equal(null);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  for (const width of [320, 256]) {
    it(`fits ${width} pixels without scrolling sideways; the code is still 240 wide`, async () => {
      await openPay(screen, sampleBills(6, { unpaid: 2 }), { language: 'lv', profile: { onlinePayment: true } });
      stage.host.style.width = `${width}px`;
      await stage.settled();
      for (const element of [stage.find('pay-screen'), ...stage.all('pay-slip, pay-choice')]) {
        expect(element.scrollWidth, element.localName).to.be.at.most(Math.max(width, element.clientWidth));
        expect(element.getBoundingClientRect().right).to.be.at.most(stage.host.getBoundingClientRect().right);
      }
      if (width === 320) expect(stage.find('payment-code').getBoundingClientRect().width).to.be.at.least(240);
    });
  }

  it('is spoken in another language as soon as the resident changes it', async () => {
    await openPay(screen, sampleBills(6, { unpaid: 2 }));
    await stage.speakOtherwise('ru');
    await stage.shows('Что Вы хотите оплатить?');
    await until(() => chosen()?.startsWith('Всю задолженность') ?? false);
  });
});
