import { expect } from 'chai';
import { html } from 'lit';
import type { BillsRows } from '../../../web/store/bills-rows.ts';
import { billId, sampleBills } from '../support/bills.ts';
import { account } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { type Given, screenForEachTest, storeWith } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/bill.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a bill', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  async function open(id: string, given: Given = {}, rows: Partial<BillsRows> = sampleBills(3)): Promise<void> {
    const filled = await storeWith(given);
    await filled.fillBills(rows);
    await openScreen(html`<bill-screen .statementId=${id}></bill-screen>`, {
      ...given,
      store: filled,
      areas: ['bills'],
    });
  }

  it('says so of one that is not here', async () => {
    await open(account.id);
    await stage.shows('This bill is not here It may belong to other premises, or it has not come yet.');
    expect(stage.button('Bills').getAttribute('href')).to.equal('/bills');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says that it is on its way where the device holds nothing of the account', async () => {
    await open(billId('2026-10'), { state: { ...syncState({ pulled: false }), accounts: [], account: null } }, {});
    await stage.shows('Getting your bills…');
  });

  for (const [language, head] of [
    ['en', 'Bill for October 2026'],
    ['lv', 'Rēķins par 2026. gada oktobri'],
    ['ru', 'Квитанция за октябрь 2026 года'],
  ] as const) {
    it(`has month, sum, state and the way to pay at its head (${language})`, async () => {
      await open(billId('2026-10'), { language });
      await stage.shows(head);
      expect(stage.find('h1').textContent).to.equal(head);
      expect(plain(stage.text)).to.contain('105').and.contain('R-202610-12345');
      expect(stage.find('a.primary').getAttribute('href')).to.equal(`/pay/${billId('2026-10')}`);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('says by words, not by colour, that it was not paid in time', async () => {
    await open(billId('2026-09'), {}, sampleBills(3, { unpaid: 2 }));
    await stage.shows('Was due on 30 Oct 2026, €71.20 left');
    expect(stage.button('Pay').getAttribute('href')).to.equal(`/pay/${billId('2026-09')}`);
  });

  it('asks nobody to pay what is paid', async () => {
    await open(billId('2026-09'));
    await stage.shows('Paid');
    expect(stage.all('a.primary')).to.have.length(0);
  });

  it('calls itself by the words of billing in the language of the company', async () => {
    await open(billId('2026-10'), { language: 'ru' });
    await stage.shows('Rēķins par dzīvokļa apsaimniekošanu');
    expect(stage.find('.description').lang).to.equal('lv');
  });

  it('compares itself with the bill before, and the first one with none (B4)', async () => {
    await open(billId('2026-10'));
    await stage.shows('Compared with the bill for September 2026 €33.01 more');
    await open(billId('2026-08'));
    await stage.shows('Bill for August 2026');
    expect(stage.all('bill-changes')).to.have.length(0);
  });

  it('leads to the bill before and after it', async () => {
    await open(billId('2026-09'));
    await stage.shows('Bill for September 2026');
    expect(stage.button('August 2026').getAttribute('href')).to.equal(`/bills/${billId('2026-08')}`);
    expect(stage.button('October 2026').getAttribute('href')).to.equal(`/bills/${billId('2026-10')}`);
    expect(stage.find('nav').ariaLabel).to.equal('Other bills');
  });

  it('goes back to the list when other premises are chosen', async () => {
    const other = { ...account, id: '01890000-0000-7000-8000-0000000000f2', number: '54321' };
    await open(billId('2026-10'), { state: { accounts: [account, other] } });
    await stage.shows('Bill for October 2026');
    const choice = stage.find<HTMLSelectElement>('select');
    choice.value = other.id;
    choice.dispatchEvent(new Event('change'));
    await until(() => stage.navigated.length > 0);
    expect(stage.navigated).to.deep.equal(['/bills']);
  });

  it('is shown as soon as the premises are chosen to which it belongs', async () => {
    const other = { ...account, id: '01890000-0000-7000-8000-0000000000f2', number: '54321' };
    await open(billId('2026-10'), { state: { accounts: [account, other], account: other.id } });
    await until(() => stage.all('select').length > 0);
    expect(stage.text).not.to.contain('Bill for October 2026');
    const choice = stage.find<HTMLSelectElement>('select');
    choice.value = account.id;
    choice.dispatchEvent(new Event('change'));
    await stage.shows('Bill for October 2026');
    expect(stage.navigated).to.deep.equal([]);
  });

  describe('its PDF', () => {
    it('is asked for in the language of the resident', async () => {
      await open(billId('2026-10'), { language: 'ru' });
      await stage.shows('Сохранить');
      stage.button('Сохранить').click();
      await until(() => store.testDocuments.calls.length > 0);
      expect(store.testDocuments.calls).to.deep.equal(['statement R-202610-12345 ru']);
      await until(() => stage.find('[role="status"]').textContent?.trim() === '');
    });

    it('that cannot be had now leaves the page to be printed', async () => {
      await open(billId('2026-10'));
      await stage.shows('Save');
      store.testDocuments.answer = { ok: false, problem: 'no-network' };
      stage.button('Save').click();
      await stage.shows('This document is not on this phone yet. It needs a connection once.');
      expect(stage.button('Print this page').localName).to.equal('button');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('says that it is older than what is shown', async () => {
      await open(billId('2026-10'));
      await stage.shows('Save');
      store.testDocuments.answer = { ok: true, pdf: new Blob(['%PDF-1.7']), outdated: true };
      stage.button('Save').click();
      await stage.shows('This document is older than what you see here.');
    });
  });
});
