import { expect } from 'chai';
import { html } from 'lit';
import type { LedgerRow } from '../../../shared/bill.ts';
import { sampleBills } from '../support/bills.ts';
import { changed, fullLedger, goldenLedger } from '../support/golden-ledger.ts';
import { companyProfile, type Stage, until } from '../support/mount.ts';
import { type Given, screenForEachTest, storeWith } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/ledger.ts';

describe('the ledger screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const openScreen = screenForEachTest(
    (screen) => {
      ({ stage, store } = screen);
    },
    ['bills'],
  );

  const realMatchMedia = globalThis.matchMedia;
  afterEach(() => {
    globalThis.matchMedia = realMatchMedia;
  });

  /** As on a screen that has room for the table. */
  function widen(): void {
    globalThis.matchMedia = (media) => realMatchMedia(media.startsWith('(min-width') ? 'all' : media);
  }

  async function open(ledger: readonly LedgerRow[], given: Given = {}): Promise<void> {
    const filled = await storeWith({ meters: [], readings: [], ...given });
    await filled.fillBills({ ledger });
    await openScreen(html`<ledger-screen></ledger-screen>`, { ...given, store: filled });
  }

  /** The ledger has been read, shown and checked. */
  async function shows(part: string): Promise<void> {
    await stage.appears('[aria-busy="false"]');
    await stage.appears(part);
    await stage.appears(':is(section, .right:not(.unknown))');
  }

  it('says so where billing has sent no ledger yet, with whom to call', async () => {
    await open([]);
    await stage.appears('empty-note');
    expect(stage.text)
      .to.contain('No ledger yet')
      .and.contain('Your ledger will be here as soon as billing has sent it.');
    expect(stage.all('a[href^="tel:"]')).not.to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('waits for it while the first pull goes on, and says so where nothing can come', async () => {
    await open([], { state: syncState({ pulled: false, progress: 40 }) });
    await stage.shows('Getting your ledger…');
    expect(stage.text).to.contain('40 rows so far');
    store.change(syncState({ pulled: false, silence: 'no-network', state: 'offline' }));
    await stage.shows('Your ledger is not on this phone yet');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('is month cards on phones, with the check and the way to what is owed', async () => {
    const profile = await companyProfile('dgservic');
    await open(await goldenLedger(), { language: 'ru', state: { company: profile } });
    await shows('details');
    expect(stage.text).to.contain('Проверено на этом телефоне: всё сходится.').and.contain('Переплата: 11,86 ₽');
    expect(stage.find('.standing').getAttribute('href')).to.equal('/debt');
    expect(stage.all('ledger-table')).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('is the table on wide screens', async () => {
    widen();
    await open(await goldenLedger(), { language: 'ru' });
    await shows('tbody tr.opening');
    expect(stage.all('ledger-cards')).to.deep.equal([]);
    expect(stage.button('Распечатать').checkVisibility()).to.equal(true);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('is the whole table on paper, whatever the screen is', async () => {
    await open(fullLedger(60));
    await shows('details');
    dispatchEvent(new Event('beforeprint'));
    // The browser lays out the pages after the microtasks of its listeners.
    await Promise.resolve();
    await until(() => stage.all('tbody').length === 60);
    expect(stage.all('.rest')).to.deep.equal([]);
    dispatchEvent(new Event('afterprint'));
    await shows('details');
    expect(stage.all('ledger-table')).to.deep.equal([]);
  });

  it('names the cell that is a kopeck off, and offers the company’s phones', async () => {
    const wrong = changed(await goldenLedger(), ['2017-05', 'charged', 'ХВС'], 1);
    await open(wrong, { language: 'ru', state: { company: await companyProfile('dgservic') } });
    await stage.shows('Не сходятся 2 числа');
    expect(stage.text).to.contain('Май 2017 г., ХВС: начальное');
    expect(stage.text).to.contain('дают 262,09 ₽, а конечное сальдо — 262,08 ₽.');
    expect(stage.all('a[href^="tel:"]')).not.to.deep.equal([]);
    await until(() => stage.all('.fault').length === 2);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('shows one year of a long history, and all of it again', async () => {
    // Checked is the whole of it (B2).
    await open(changed(fullLedger(30), ['2026-05', 'paid', 'Услуга номер 3'], 1));
    await shows('section');
    const select = stage.find<HTMLSelectElement>('select');
    expect([...select.options].map(({ text }) => text)).to.deep.equal(['All years', '2026', '2025', '2024']);
    select.value = '2025';
    select.dispatchEvent(new Event('change'));
    await until(() => stage.all('details').length === 12);
    expect(stage.text).to.contain('December 2025').and.not.contain('October 2026');
    expect(stage.text).to.contain('May 2026, Услуга номер 3');
    select.value = '';
    select.dispatchEvent(new Event('change'));
    await until(() => stage.all('details').length === 30);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('repaints what changes, and leaves alone what does not', async () => {
    const { ledger, ...rest } = sampleBills(6);
    await open(ledger);
    await shows('details');
    const [first] = stage.all('details');
    await store.fillBills(rest);
    await stage.shows('is owed now');
    expect(stage.all('details')[0]).to.equal(first);
    const newest = [...ledger].sort((a, b) => (a.period < b.period ? 1 : -1))[0] as LedgerRow;
    await store.fillBills({ ledger: [{ ...newest, revision: 2, services: [] }] });
    await until(() => stage.all('details')[0] !== first);
  });

  it('says as of when it is true where the company cannot be asked', async () => {
    await open(await goldenLedger(), { state: syncState({ silence: 'no-network', state: 'offline' }) });
    await stage.shows('As of 28 Nov');
    expect(stage.all('ledger-download')).to.have.length(1);
  });

  it('makes pages lie across as long as it is shown', async () => {
    const rules = () =>
      document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
    await open(await goldenLedger());
    await shows('ledger-cards');
    expect(rules().join()).to.contain('size: landscape');
    stage.close();
    expect(rules().join()).not.to.contain('landscape');
  });
});
