import { expect } from 'chai';
import { html } from 'lit';
import readWorkbook from 'read-excel-file/universal';
import type { Language } from '../../../shared/company.ts';
import { goldenLedger } from '../support/golden-ledger.ts';
import { press, type Stage, until } from '../support/mount.ts';
import { screenForEachTest } from '../support/screen.ts';
import type { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/ledger-download.ts';

describe('downloading the ledger', () => {
  let stage: Stage;
  let store: TestAppStore;
  /** What was saved, as the browser would: by a click on a link with a name. */
  let saved: { name: string; file: Promise<Blob> }[] = [];
  const openScreen = screenForEachTest(
    (screen) => {
      ({ stage, store } = screen);
    },
    ['bills'],
  );

  const onSave = (event: Event): void => {
    const link = event.composedPath()[0];
    if (!(link instanceof HTMLAnchorElement) || link.download === '') return;
    event.preventDefault();
    saved.push({ name: link.download, file: fetch(link.href).then((answer) => answer.blob()) });
  };
  const click = HTMLAnchorElement.prototype.click;
  beforeEach(() => {
    saved = [];
    // Out of the document, where no listener hears it.
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', onSave, { once: true });
      click.call(this);
    };
  });
  afterEach(() => {
    HTMLAnchorElement.prototype.click = click;
  });

  async function open(language: Language = 'en'): Promise<void> {
    const ledger = await goldenLedger();
    await openScreen(html`<ledger-download .ledger=${ledger}></ledger-download>`, { language });
  }

  const main = (): HTMLButtonElement => stage.find('button[aria-expanded]');
  const choice = (kind: string): HTMLButtonElement => stage.find(`button[value=${kind}]`);
  const outcome = () => stage.find('[role=status]').textContent?.trim() ?? '';

  async function choose(kind: string): Promise<void> {
    main().click();
    await stage.settled();
    choice(kind).click();
    await until(() => outcome() !== '');
  }

  it('is one button that opens three choices, and closes them by Escape and when somebody goes on', async () => {
    await open();
    expect(main().ariaExpanded).to.equal('false');
    expect(stage.find('.choices').checkVisibility()).to.equal(false);
    main().focus();
    main().click();
    await stage.settled();
    expect(main().ariaExpanded).to.equal('true');
    expect(stage.all('.choices button').map((one) => (one as HTMLButtonElement).value)).to.deep.equal([
      'xlsx',
      'csv',
      'pdf',
    ]);
    expect(await stage.complaints()).to.deep.equal([]);
    choice('csv').focus();
    press(choice('csv'), 'Escape');
    await stage.settled();
    expect(main().ariaExpanded).to.equal('false');
    expect(stage.find('ledger-download').shadowRoot?.activeElement).to.equal(main());
    main().click();
    await stage.settled();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await stage.settled();
    expect(main().ariaExpanded).to.equal('false');
  });

  it('saves the workbook under the account and its months', async () => {
    await open('ru');
    await choose('xlsx');
    expect(outcome()).to.equal('Сохранено: 12345 2017-03–2017-06.xlsx');
    expect(saved.map(({ name }) => name)).to.deep.equal(['12345 2017-03–2017-06.xlsx']);
    const [sheet] = await readWorkbook((await saved[0]?.file) as Blob);
    expect(sheet?.data[1]?.[2]).to.equal(5955.86);
    expect(stage.find('ledger-download').shadowRoot?.activeElement).to.equal(main());
  });

  it('saves CSV', async () => {
    await open();
    await choose('csv');
    expect(saved.map(({ name }) => name)).to.deep.equal(['12345 2017-03–2017-06.csv']);
    expect(await (await saved[0]?.file)?.text()).to.contain('2017-06,Opening,5955.86,');
  });

  it('saves the PDF that the documents have, and says when it is an older one', async () => {
    await open('lv');
    await choose('pdf');
    expect(store.testDocuments.calls).to.deep.equal([`ledger ${store.state.account} 4 lv`]);
    expect(await (await saved[0]?.file)?.text()).to.equal('%PDF-1.7');
    store.testDocuments.answer = { ok: true, pdf: new Blob(['%PDF-1.6']), outdated: true };
    await choose('pdf');
    await until(() => outcome().includes('vecāks'));
    expect(saved).to.have.length(2);
  });

  it('says why there is no PDF, and what works all the same', async () => {
    await open();
    store.testDocuments.answer = { ok: false, problem: 'no-network' };
    await choose('pdf');
    expect(outcome()).to.equal(
      'No connection. The PDF is not on this phone yet; Excel and CSV work without a connection.',
    );
    store.testDocuments.answer = { ok: false, problem: { code: 'internal' } };
    await choose('pdf');
    await until(() => outcome() === 'The file could not be made. Please try again later.');
    expect(saved).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
