import { expect } from 'chai';
import { html } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { DeliveredReading, Delivery } from '../../../shared/kiosk-answers.ts';
import type { PaymentCode } from '../../../web/elements/payment-code.ts';
import { coldWater, electricity, hotWater } from '../support/flat.ts';
import { current, foundWith, press, water } from '../support/kiosk-readings.ts';
import { type KioskStage, type KioskStageOptions, openKiosk } from '../support/kiosk-stage.ts';
import { until } from '../support/mount.ts';
import '../../../web/kiosk/screens/receipt.ts';

const id = '01890000-0000-7000-8000-00001a2b3c4d';
const outcome = (of: DeliveredReading['outcome']): DeliveredReading => ({ id, outcome: of, problems: [] });
const delivered = (change: Partial<Delivery> = {}): Delivery => ({
  envelope: id,
  outcome: 'received',
  problem: null,
  readings: [outcome('accepted'), outcome('accepted')],
  ...change,
});

describe('the receipt of a kiosk', () => {
  let kiosk: KioskStage;
  afterEach(() => kiosk.stage.close());

  async function open(delivery: Delivery | null, { session, ...options }: KioskStageOptions = {}): Promise<void> {
    kiosk = await openKiosk((all) => html`<kiosk-receipt .session=${all}></kiosk-receipt>`, {
      session: {
        account: '12345',
        serial: '21883-12',
        period: '2026-11',
        found: foundWith({ meters: [coldWater, hotWater, electricity] }),
        contact: '+371 29123456',
        entries: [water, current],
        saved: { id, savedAt: '2026-11-28T07:00:00Z' },
        delivery,
        ...session,
      },
      ...options,
    });
  }
  const states = () => kiosk.stage.all('.state').map((one) => one.querySelector('span')?.textContent);
  const heading = () => kiosk.stage.find('h1').textContent?.replace(/\s+/g, ' ').trim();

  describe('never says that something was received which was not', () => {
    for (const [title, delivery, said, first] of [
      ['with no answer', null, 'Your 2 readings are kept on this tablet', 'Kept on this tablet, goes out by itself'],
      [
        'where it is to be sent again',
        delivered({ outcome: 'retry', readings: null }),
        'Your 2 readings are kept on this tablet',
        'Kept on this tablet, goes out by itself',
      ],
      [
        'where it could not be opened',
        delivered({ outcome: 'refused', readings: null }),
        'Your 2 readings did not arrive',
        'Not received',
      ],
    ] as const) {
      it(title, async () => {
        await open(delivery);
        expect(heading()).to.equal(said);
        expect(states()).to.deep.equal([first, first]);
        expect(kiosk.stage.text).not.to.match(/\breceived\b(?<!Not received)/i);
        expect(await kiosk.stage.complaints()).to.deep.equal([]);
      });
    }
  });

  it('says of each reading what became of it', async () => {
    await open(delivered({ readings: [outcome('accepted'), outcome('review')] }));
    expect(states()).to.deep.equal(['Received', 'The office will look at it']);
    expect(heading()).to.equal('Your 2 readings are here');
    kiosk.stage.close();
    await open(delivered({ readings: [outcome('office'), outcome('accepted')] }));
    expect(states()).to.deep.equal(['The office will look at it', 'Received']);
    kiosk.stage.close();
    await open(delivered({ outcome: 'held', readings: null }));
    expect(states()).to.deep.equal(['The office will look at it', 'The office will look at it']);
    kiosk.stage.close();
    await open(delivered());
    expect([heading(), ...states()]).to.deep.equal(['Your 2 readings are received', 'Received', 'Received']);
  });

  it('says only that they are saved, and whom to ask, where the visit had ended and it was not told what became of each', async () => {
    await open(delivered({ outcome: 'duplicate', readings: null }));
    expect([heading(), ...states()]).to.deep.equal([
      'Your 2 readings are saved with us',
      'Saved with us',
      'Saved with us',
    ]);
    expect(kiosk.stage.text).to.contain('with this number you can ask at the desk');
    expect(kiosk.stage.text).not.to.contain('nothing more to do');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('tells why they are still here: no connection, the company has asked to wait, or they are on their way', async () => {
    const lead = async (delivery: Delivery | null, online: boolean) => {
      await open(delivery, { online, session: { entries: [water] } });
      const said = kiosk.stage.find('.lead').textContent?.trim();
      expect(said, 'of one reading as of many').to.not.match(/\b(they|them|themselves)\b/iu);
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
      kiosk.stage.close();
      return said;
    };
    expect(await lead(null, false)).to.contain('There is no connection now.');
    const waits = delivered({ outcome: 'retry', readings: null });
    expect(await lead(waits, true))
      .to.contain('cannot take readings in at this moment')
      .and.to.not.contain('connection');
    expect(await lead(null, true))
      .to.contain('in a moment')
      .and.to.not.contain('connection');
    await open(null);
  });

  it('promises nothing where nobody knows yet whether it fits: the office calls whoever can be called', async () => {
    for (const [found, contact, said] of [
      [foundWith(), null, 'You need not come again.'],
      [null, '+371 29123456', 'The office calls you if something does not fit.'],
      [null, null, 'Please keep the number of the receipt'],
    ] as const) {
      for (const online of [true, false]) {
        await open(null, { online, session: { found, contact } });
        const lead = kiosk.stage.find('.lead').textContent;
        expect(lead).to.contain(said);
        expect(lead?.includes('need not come again')).to.equal(found !== null);
        kiosk.stage.close();
      }
    }
    await open(null);
  });

  it('is not ended by the second tap of somebody who has tapped twice on "Hand in"', async () => {
    const tap = () =>
      kiosk.stage.button('Done').dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, composed: true }));
    await open(delivered());
    tap();
    expect(kiosk.finished()).to.equal(0);
    await until(() => kiosk.stage.button('Done').ariaDisabled === 'false');
    tap();
    expect(kiosk.finished()).to.equal(1);
  });

  it('has a number, a code of it, the month and each value as it was typed; no name, and nothing of before', async () => {
    await open(delivered());
    const { text } = kiosk.stage;
    expect(text).to.contain('1A2B-3C4D').and.to.contain('28 November 2026, 09:00').and.to.contain('12345');
    expect(text)
      .to.contain('261.000 m³')
      .and.to.contain('T1 · day 9959.24 kWh')
      .and.to.contain('T2 · night 3090.25 kWh');
    const bytes = kiosk.stage.find<PaymentCode>('payment-code').bytes;
    expect(new TextDecoder().decode(bytes)).to.equal('DDzKSU 1A2B-3C4D');
    for (const hidden of ['A•••', '•••', 'Previous', '29123456', 'Use']) expect(text).not.to.contain(hidden);
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('says where to get it on paper where nothing is printed, and has no button for it', async () => {
    await open(delivered());
    expect(kiosk.stage.all('button').map((one) => one.textContent?.trim())).to.deep.equal(['Done']);
    expect(kiosk.stage.text).to.contain('For a copy on paper, say it at the desk.');
    expect(await kiosk.stage.complaints()).to.deep.equal([]);
  });

  it('is printed where the office says that it prints without asking, and ends with "Done"', async () => {
    await open(delivered(), { prints: true });
    expect(kiosk.stage.text).not.to.contain('on paper');
    const { print } = window;
    let printed = 0;
    window.print = () => {
      printed++;
    };
    try {
      await press(kiosk.stage, 'Print');
    } finally {
      window.print = print;
    }
    expect(printed).to.equal(1);
    await press(kiosk.stage, 'Done');
    expect(kiosk.finished()).to.equal(1);
  });

  for (const [language, counts] of [
    ['en', ['Your reading is received', 'Your 2 readings are received', 'Your 5 readings are received']],
    ['lv', ['Saņemts 1 rādījums', 'Saņemti 2 rādījumi', 'Saņemti 5 rādījumi']],
    ['ru', ['Принято 1 показание', 'Принято 2 показания', 'Принято 5 показаний']],
  ] as const satisfies readonly (readonly [Language, readonly string[]])[]) {
    it(`counts in ${language}`, async () => {
      for (const [at, count] of [1, 2, 5].entries()) {
        const readings = Array<DeliveredReading>(count).fill(outcome('accepted'));
        await open(delivered({ readings }), { language, session: { entries: Array(count).fill(water) } });
        expect(heading()).to.equal(counts[at]);
        if (at < 2) kiosk.stage.close();
      }
      expect(await kiosk.stage.complaints()).to.deep.equal([]);
    });
  }
});
