import { expect } from 'chai';
import { html } from 'lit';
import type { BillsRows } from '../../../web/store/bills-rows.ts';
import { billId, sampleBills } from '../support/bills.ts';
import { account, at, inWindow } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { type Given, screenForEachTest, storeWith } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/bills.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the list of bills', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  async function open(rows: Partial<BillsRows>, given: Given = {}, prepare = (_: TestAppStore) => {}): Promise<void> {
    const filled = await storeWith(given);
    await filled.fillBills(rows);
    prepare(filled);
    await openScreen(html`<bills-screen></bills-screen>`, { ...given, store: filled, areas: ['bills'] });
  }

  const bill = (at = 0): string =>
    plain(stage.all('bill-card')[at]?.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

  describe('where there are none', () => {
    it('says that they are on their way while the first pull has not come to an end', async () => {
      await open({}, { state: syncState({ state: 'working', pulled: false, progress: 240 }) });
      await stage.shows('Getting your bills… 240 rows so far');
      expect(stage.find('section').getAttribute('aria-busy')).to.equal('true');
    });

    it('says that they need the internet once', async () => {
      await open({}, { state: syncState({ state: 'offline', pulled: false }) });
      await stage.shows('Your bills are not on this phone yet Connect to the internet once.');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('says that the company has sent none', async () => {
      await open({}, { language: 'lv' });
      await stage.shows('Rēķinu vēl nav Jūsu rēķini būs redzami šeit, tiklīdz uzņēmums tos atsūtīs.');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('says so where no account is linked', async () => {
      await open({}, { state: { accounts: [], account: null } });
      await stage.shows('No account is linked to you');
    });

    it('has the balance all the same, where there is a ledger', async () => {
      await open({ ledger: sampleBills(2).ledger });
      await stage.shows('To pay €105.41');
      expect(stage.text).to.contain('Your bills will be listed here');
    });
  });

  it('without a ledger says that nothing is known of what is paid, and proposes no sum (B6)', async () => {
    await open({ statements: sampleBills(2).statements });
    await stage.shows('What is owed is not known here');
    expect(bill()).to.contain('October 2026').and.contain('€105.41');
    expect(stage.text).to.contain('Not known here whether it is paid');
    expect(stage.all('a.primary')).to.have.length(0);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('begins with what is to pay, and how', async () => {
    await open(sampleBills(3), { language: 'ru' });
    await until(() => plain(stage.text).includes('К оплате 105,41 €'));
    expect(stage.button('Оплатить').getAttribute('href')).to.equal('/pay');
    expect(stage.button('Задолженность и платежи').getAttribute('href')).to.equal('/debt');
    expect(stage.all('.loud')).to.have.length(0);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('asks nobody to pay who owes nothing', async () => {
    await open(sampleBills(3, { unpaid: 0 }));
    await stage.shows('Nothing is owed');
    expect(stage.all('a.primary')).to.have.length(0);
    expect(stage.button('Debt and payments').getAttribute('href')).to.equal('/debt');
  });

  it('asks nobody to pay twice: what is on its way is taken off what is proposed', async () => {
    const rows = sampleBills(2);
    const coming = {
      id: '01890000-0000-7000-8000-0000000000e1',
      account: account.id,
      statement: billId('2026-10'),
      amount: 10_541,
      refunded: 0,
      reference: 'MB-1',
      state: 'received',
      startedAt: '2026-11-27T10:00:00.000Z',
      changedAt: '2026-11-27T10:01:00.000Z',
    } as const;
    await open({ ...rows, onlinePayments: [coming] });
    await stage.shows('€105.41 is on its way');
    // The ledger is billing's: the balance stays until billing has booked the payment.
    expect(stage.text).to.contain('To pay €105.41');
    expect(stage.all('a.primary')).to.have.length(0);
  });

  it('raises its voice above the threshold of the company (B3)', async () => {
    await open(sampleBills(6, { unpaid: 3 }));
    await stage.shows('3 months in arrears');
    expect(stage.all('.loud')).to.have.length(1);
    expect(stage.text).to.contain('Was due on 30 Oct 2026, €72.40 left');
    expect(await stage.complaints()).to.deep.equal([]);
    store.change({ company: { ...store.state.company, debtThresholdMonths: 3 } });
    await until(() => stage.all('.loud').length === 0);
    expect(stage.text).to.contain('To pay €252.30').and.not.contain('in arrears');
  });

  it('lists the bills by year, newest first, each with number, day, amount and what became of it', async () => {
    await open(sampleBills(12));
    await stage.shows('October 2026');
    expect(stage.all('h2').map(({ textContent }) => textContent)).to.include.members(['2026', '2025']);
    expect(bill()).to.contain('October 2026 No. R-202610-12345 issued 3 Nov 2026');
    expect(stage.text).to.contain('To pay by 30 Nov 2026').and.contain('Paid');
    expect(stage.all('a').map((link) => link.getAttribute('href'))).to.include(`/bills/${billId('2026-10')}`);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('folds the years away that lie behind a dozen bills', async () => {
    await open(sampleBills(40));
    await stage.shows('October 2026');
    expect(stage.all('summary').map(({ textContent }) => textContent)).to.deep.equal(['2024 (12)', '2023 (6)']);
  });

  it('says whose PDF is on this device', async () => {
    await open(sampleBills(3), {}, ({ testDocuments }) => {
      testDocuments.onDevice = new Set([billId('2026-09')]);
    });
    await stage.shows('PDF on this phone');
    expect(stage.all('.kept')).to.have.length(1);
    expect(bill(1)).to.contain('September 2026');
  });

  it('says as of when it is while nobody can be asked', async () => {
    const state = syncState({ state: 'offline', lastContactAt: at('2026-11-27T14:03') });
    await open(sampleBills(2), { state, now: inWindow });
    await stage.shows('As of 27 Nov, 14:03');
    expect(stage.text).to.contain('October 2026');
  });

  it('is due the next day: the list follows the calendar', async () => {
    await open(sampleBills(2), { now: at('2026-12-01T00:05') });
    await stage.shows('Was due on 30 Nov 2026, €105.41 left');
  });
});
