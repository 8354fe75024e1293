import { expect } from 'chai';
import { html } from 'lit';
import { sampleBills } from '../support/bills.ts';
import { at } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { online, openOver } from '../support/paying.ts';
import { screenForEachTest } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/debt.ts';

describe('the screen of what is owed', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = screenForEachTest((shown) => {
    ({ stage, store } = shown);
  });
  const screen = html`<debt-screen></debt-screen>`;
  const openDebt = async (...[rows, given]: [Parameters<typeof openOver>[2], Parameters<typeof openOver>[3]?]) => {
    await openOver(open, screen, rows, given);
    await stage.appears('balance-card');
  };
  const loud = () => stage.find('balance-card').hasAttribute('loud');

  it('waits where nothing of the account has come yet', async () => {
    await open(screen, { areas: ['bills'], meters: [], readings: [] });
    await store.databases.cache.accounts.clear();
    store.change(syncState({ state: 'working', pulled: false }));
    await stage.appears('empty-note');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says that it does not know where billing has sent no ledger, and still leads to paying', async () => {
    await openDebt({ ...sampleBills(3), ledger: [] });
    expect(stage.text).to.contain('Billing has not sent your ledger yet, so what is owed is not known here.');
    expect(stage.button('Pay').getAttribute('href')).to.equal('/pay');
    expect(await stage.complaints({ wholePage: true })).to.deep.equal([]);
  });

  it('says that nothing is owed, and offers to pay in advance', async () => {
    await openDebt(sampleBills(6, { unpaid: 0 }));
    expect(stage.text).to.contain('Nothing is owed');
    expect(stage.button('Pay in advance').getAttribute('href')).to.equal('/pay');
    expect(stage.all('owed-list')).to.have.length(0);
    expect(loud()).to.equal(false);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says what was paid in advance', async () => {
    const { payments, ...rows } = sampleBills(6, { unpaid: 0 });
    const [first] = payments;
    const more = first ? [{ ...first, id: '01890000-0000-7000-8000-00000d000000', amount: 5_000 }] : [];
    const ahead = more.map((payment) => ({ ...payment, date: '2026-11-21' as const }));
    await openDebt({ ...rows, payments: [...payments, ...ahead] });
    expect(stage.text).to.contain('Paid in advance €50.00 It goes towards your next bills.');
  });

  it('shows the balance quietly while it is below the company’s threshold (B3)', async () => {
    await openDebt(sampleBills(6, { unpaid: 3 }), { company: 'dgservic', language: 'ru' });
    expect(loud()).to.equal(false);
    expect(stage.text).to.contain('Самая старая часть – за август 2026 года, 3 месяца назад.');
    expect(stage.button('Оплатить').classList.contains('primary')).to.equal(true);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('is loud above it, first thing (B3)', async () => {
    await openDebt(sampleBills(6, { unpaid: 4 }), { company: 'dgservic', language: 'ru' });
    expect(loud()).to.equal(true);
    expect(stage.find('.screen > header').nextElementSibling?.localName).to.equal('balance-card');
    expect(stage.text).to.contain('за июль 2026 года, 4 месяца назад').and.to.contain('договоримся');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('is quiet while all that is owed can still be paid in time, even with a threshold of none', async () => {
    await openDebt(sampleBills(6, { unpaid: 1 }), { language: 'lv' });
    expect(loud()).to.equal(false);
    expect(stage.text).to.contain('Vecākā daļa ir par 2026. gada oktobri, pirms 1 mēneša.');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('does not date what was owed before the ledger begins', async () => {
    const { ledger, ...rows } = sampleBills(6, { unpaid: 4 });
    const young = ledger.filter(({ period }) => period >= '2026-09');
    for (const [language, said] of [
      ['en', 'The oldest part is from before the ledger here begins (September 2026).'],
      ['lv', 'Vecākā daļa radusies, pirms sākas šis klienta pārskats (2026. g. septembris).'],
      ['ru', 'Самая старая часть – за время до начала этой ведомости (сентябрь 2026 г.).'],
    ] as const) {
      await openDebt({ ...rows, ledger: young }, { language, company: language === 'ru' ? 'dgservic' : 'ddzksu' });
      expect(stage.text).to.contain(said).and.not.to.contain('2026. gada augustu').and.not.to.contain('August');
    }
  });

  it('shows month by month what is not paid; it comes to the balance', async () => {
    await openDebt(sampleBills(6, { unpaid: 2 }));
    const rows = stage.all('owed-list tbody tr, tbody tr').slice(0, 2);
    const cells = rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
    expect(cells).to.deep.equal([
      ['October 2026', '106.61', '106.61'],
      ['September 2026', '72.40', '71.20'],
    ]);
    expect(stage.text).to.contain('€177.81');
  });

  it('names what is on its way apart: the balance stays, less is proposed', async () => {
    await openDebt({ ...sampleBills(6, { unpaid: 2 }), onlinePayments: [online()] });
    expect(stage.text).to.contain('€177.81');
    expect(stage.text).to.contain('€120.00 is on its way since 3 November. Billing has not booked it yet.');
    expect(stage.text).to.contain('Besides that, €57.81 is left to pay.');
    expect(await stage.complaints()).to.deep.equal([]);
    await openDebt({ ...sampleBills(6, { unpaid: 1 }), onlinePayments: [online()] });
    expect(stage.text).to.contain('€105.41').and.to.contain('It covers all that is owed.');
    expect(stage.button('Pay in advance').getAttribute('href')).to.equal('/pay');
  });

  for (const [change, said] of [
    [{ state: 'begun' }, '€120.00, begun 3 Nov, 10:00: whether it was paid is not known yet.'],
    [{ state: 'failed' }, '€120.00, 3 Nov, 10:00: nothing was paid.'],
    [{ state: 'refunded', refunded: 12_000 }, '€120.00, 3 Nov, 10:00: all of it went back to you.'],
    [{ state: 'confirmed', refunded: 2_000 }, '€120.00, 3 Nov, 10:00: €20.00 of it went back to you.'],
  ] as const) {
    it(`tells the truth about a payment by card that is ${change.state}`, async () => {
      await openDebt({ ...sampleBills(3), onlinePayments: [online(change)] });
      expect(stage.text).to.contain(said).and.to.contain('Reference MB-7K3QX9RT2H');
      expect(stage.text).not.to.contain('on its way');
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('asks the company at once, and again when the resident wants to know', async () => {
    await openDebt({ ...sampleBills(3), onlinePayments: [online({ state: 'begun' })] });
    expect(store.calls).to.deep.equal(['sendNow']);
    store.sendNow = async () => store.change(syncState({ state: 'offline', silence: 'no-network' }));
    stage.button('Look again').click();
    await stage.shows('12:00: No connection.');
    store.sendNow = async () => {
      store.change(syncState());
      await store.fillBills({ onlinePayments: [online()] });
    };
    store.databases.wall = at('2026-11-28T12:01');
    stage.button('Look again').click();
    await stage.shows('€120.00 is on its way since 3 November.');
    await until(() => stage.all('online-news').length === 0);
  });

  it('shows the payments that billing knows of, newest first', async () => {
    await openDebt(sampleBills(15));
    expect(stage.all('payment-list')).to.have.length(1);
    expect(stage.text).to.match(/20 Oct 2026 Swedbank No\. M-202609 .* 20 Sep 2026 Swedbank/);
    expect(stage.button('Show all 14')).to.have.property('localName', 'button');
  });

  it('says as of when it is true while the company cannot be asked, and whom to call', async () => {
    await openDebt(
      { ...sampleBills(3), payments: [] },
      { state: syncState({ state: 'offline', silence: 'no-network' }) },
    );
    expect(stage.text).to.contain('As of 28 Nov, 12:00. What happened later is not known here yet.');
    expect(stage.text).to.contain('Billing has sent no payments yet.');
    expect(stage.all('a[href^="tel:"]')).to.have.length(1);
  });

  for (const language of ['lv', 'ru', 'en'] as const) {
    it(`fits a narrow phone without scrolling sideways (${language})`, async () => {
      await openDebt(
        { ...sampleBills(6, { unpaid: 4 }), onlinePayments: [online(), online({ id: 'b', state: 'begun' })] },
        { language },
      );
      stage.host.style.width = '320px';
      await stage.settled();
      expect(stage.find('debt-screen').scrollWidth).to.be.at.most(320);
      expect(await stage.complaints({ wholePage: true })).to.deep.equal([]);
    });
  }
});
