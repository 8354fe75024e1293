import { expect } from 'chai';
import { html } from 'lit';
import { billId, sampleBills } from '../support/bills.ts';
import { coldWater, electricity, history, hotWater } from '../support/flat.ts';
import { account, at, reading } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { everyProblem } from '../support/problems.ts';
import { saveReading } from '../support/saved-readings.ts';
import { type Given, screenForEachTest } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/home.ts';

describe('the home screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  async function open(given: Given = {}): Promise<void> {
    await openScreen(html`<home-screen></home-screen>`, given);
    await stage.appears('meter-card');
  }

  it('what was refused stays in sight with its reason until it was read', async () => {
    await open();
    const { databases } = store;
    await stage.shows('Cold water');
    const draft = { meter: coldWater.id, period: '2026-11', text: { B: '261' }, supersedes: null } as const;
    await store.saveDraft(account.id, draft);
    await saveReading(store, coldWater.id, { B: 261_000 });
    await stage.shows('Saved on this phone');
    await databases.outbox.operations.toCollection().modify((row) => {
      row.state = 'received';
      row.answer = { id: row.id, outcome: 'rejected', problems: [everyProblem.outside_window], version: 1 };
    });
    await stage.shows('Not accepted: Cold water, November 2026');
    expect(stage.text).to.contain('Next time: from 27 December to 31 December.');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('I have read this').click();
    await until(() => !stage.text.includes('Not accepted: Cold water'));
    expect(await databases.outbox.operations.count()).to.equal(1);
  });

  it('answers "what do I do now?" while the window is open', async () => {
    await open({ language: 'lv' });
    await stage.shows('Atvērts līdz 30. novembrim');
    expect(stage.text).to.contain('Nolasīti 0 no 3');
    expect(stage.button('Ievadīt rādījumus').getAttribute('href')).to.equal('/readings');
    expect(stage.text).to.contain('Noņemtie skaitītāji (1)');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('and while it is closed', async () => {
    await open({ now: at('2026-11-21T12:00') });
    await stage.shows('Opens on 27 November');
    expect(stage.text).to.contain('Last reading October 2026');
    expect(stage.all('a.primary')).to.have.length(0);
  });

  it('is called by the address, in the language of the company and not of the resident', async () => {
    await open({ language: 'ru' });
    const heading = stage.find('h1');
    expect([heading.textContent, heading.lang]).to.deep.equal([account.address, 'lv']);
    store.change({ accounts: [], account: null });
    await until(() => stage.find('h1').lang === '');
  });

  it('breaks a long word of its heading as the language does where letters are very large', async () => {
    await open();
    const hyphens = () => getComputedStyle(stage.find('h1')).hyphens;
    stage.host.style.width = '24rem';
    expect(hyphens()).to.equal('manual');
    stage.host.style.width = '14rem';
    expect(hyphens()).to.equal('auto');
  });

  it('says what waits here, and that it goes by itself', async () => {
    await open({ state: syncState({ state: 'offline', queued: 2 }), language: 'ru' });
    await stage.shows('На этом телефоне ждут 2 показания. Нет связи. Сохранённое будет передано само');
  });

  it('lets a user of several accounts choose', async () => {
    const other = {
      ...account,
      id: '01890000-0000-7000-8000-0000000000f2',
      number: '54321',
      address: 'Saules iela 3-1',
    };
    await open({ state: { accounts: [account, other] } });
    // The whole address, however long; a closed list box would cut it off.
    expect(stage.find('account-switch').shadowRoot?.querySelector('.chosen')?.textContent).to.contain(account.address);
    // It says the account, so nothing else does.
    expect(stage.find('header').textContent).not.to.contain(account.address).and.not.contain(account.number);
    const choice = stage.find<HTMLSelectElement>('select');
    choice.value = other.id;
    choice.dispatchEvent(new Event('change'));
    await until(() => stage.find('.chosen').textContent?.includes('Saules iela 3-1\u00a0· 54321') ?? false);
    expect(stage.find('h1').textContent).to.equal('Home');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  describe('after the period was given to billing (W6)', () => {
    it('invites nobody to read, and says what becomes of a later reading', async () => {
      await open({ locked: ['2026-11'] });
      expect(stage.text).to.contain('Readings for November 2026');
      expect(stage.text).to.contain('A reading handed in later is kept, and the office will settle the difference.');
      expect(stage.text).not.to.contain('Open until').and.not.contain('0 of 3 read');
      expect(stage.all('a.primary')).to.have.length(0);
      expect(stage.button('See readings').getAttribute('href')).to.equal('/readings');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('does not say that what was read can still be corrected', async () => {
      const read = [coldWater, hotWater].map(({ id }, at) =>
        reading('2026-11', { B: 261_000 - at * 100_000 }, { meter: id, state: 'accepted' }),
      );
      await open({ meters: [coldWater, hotWater], readings: [...history(), ...read], locked: ['2026-11'] });
      expect(stage.text).to.contain('November 2026 was given to billing.').and.not.contain('still correct');
    });

    it('says nothing of it any more when the window has closed', async () => {
      await open({ locked: ['2026-11'], now: at('2026-12-05T12:00') });
      expect(stage.text).to.contain('Opens on 27 December').and.not.contain('given to billing');
    });
  });

  it('does not say that everything is done while the office checks a reading', async () => {
    const doubted = reading('2026-11', { B: 261_000 }, { state: 'review', meter: coldWater.id });
    await open({ meters: [coldWater], readings: [...history(), doubted] });
    expect(stage.text).not.to.contain('Everything is handed in');
    expect(stage.text)
      .to.contain('All meters are read')
      .and.contain('The office is checking a reading for November 2026.');
  });

  it('an estimate does not stand for what was handed in (M3)', async () => {
    const estimate = reading('2026-11', { B: 262_000 }, { kind: 'estimate', meter: coldWater.id });
    const own = reading('2026-11', { B: 261_000 }, { state: 'review', meter: coldWater.id });
    await open({ meters: [coldWater], readings: [...history(), estimate, own] });
    expect(stage.text).to.contain('the office is checking it').and.contain('261.000');
  });

  it('says until when each meter is verified, and warns from 60 days before the end on (W8)', async () => {
    const until61 = { ...coldWater, verifiedUntil: '2027-01-28' } as const;
    const until60 = { ...hotWater, verifiedUntil: '2027-01-27' } as const;
    const until7 = { ...electricity, verifiedUntil: '2026-12-05' } as const;
    await open({ meters: [until61, until60, until7] });
    expect(stage.text).to.contain('Verified until 28 Jan 2027');
    expect(stage.all('.warning').map(({ className, textContent }) => [className.trim(), textContent])).to.deep.equal([
      ['warning grave', 'Verification ends in 7 days'],
      ['warning', 'Verification ends in 60 days'],
    ]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('leads to all readings, which are not in the menu', async () => {
    await open();
    expect(stage.button('All readings').getAttribute('href')).to.equal('/periods');
  });

  describe('below what is to be done', () => {
    async function openWithBills(...given: Parameters<typeof sampleBills>): Promise<void> {
      await open({ language: 'lv' });
      await store.fillBills(sampleBills(...given));
    }

    it('has the newest bill, with amount, day and state', async () => {
      await openWithBills(3);
      await stage.shows('Jaunākais rēķins 2026. g. oktobris');
      expect(stage.text).to.contain('Jāmaksā līdz 30.11.2026').and.not.contain('Kopā jāmaksā');
      expect(stage.all('bill-card')).to.have.length(1);
      expect(stage.all('a').map((link) => link.getAttribute('href'))).to.include(`/bills/${billId('2026-10')}`);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('says what is owed altogether where that is more than this bill', async () => {
      await openWithBills(3, { unpaid: 2 });
      await until(() => stage.text.replace(/\u00a0/g, ' ').includes('Kopā jāmaksā 177,81 €'));
      expect(stage.all('a[href="/debt"]')).to.have.length(1);
    });

    it('has the bill of an account without meters as well', async () => {
      await openScreen(html`<home-screen></home-screen>`, { meters: [], readings: [] });
      await store.fillBills(sampleBills(1));
      await stage.shows('Newest bill October 2026');
      expect(stage.text).to.contain('No meters here yet');
    });

    it('has nothing where there is no bill', async () => {
      await open();
      await stage.appears('home-bill');
      expect(stage.find('home-bill').shadowRoot?.textContent?.trim() ?? '').to.equal('');
    });
  });
});
