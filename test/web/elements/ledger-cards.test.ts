import { expect } from 'chai';
import { html } from 'lit';
import type { LedgerRow } from '../../../shared/bill.ts';
import type { Language } from '../../../shared/company.ts';
import { ledgerColumns } from '../../../shared/ledger.ts';
import { ledgerTable } from '../../../shared/ledger-table.ts';
import type { LedgerCards } from '../../../web/elements/ledger-cards.ts';
import { ledgerFaults, ledgerView } from '../../../web/store/views-ledger.ts';
import { cellNotes } from '../../../web/words/ledger-words.ts';
import { asPrinted, changed, fullLedger, goldenLedger, printedLedger } from '../support/golden-ledger.ts';
import { Stage, until } from '../support/mount.ts';
import '../../../web/elements/ledger-cards.ts';

const areas = ['bills'] as const;
const text = (part: Element | null | undefined): string => part?.textContent?.replace(/[ \n]+/g, ' ').trim() ?? '';

describe('ledger-cards', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  async function open(ledger: readonly LedgerRow[], { language = 'ru' as Language } = {}): Promise<void> {
    const { table } = ledgerView(ledger, null);
    stage = await Stage.open(html``, { language, areas });
    const notes = cellNotes(stage.words, ledgerFaults(ledger), 'RUB');
    stage.close();
    stage = await Stage.open(html`<ledger-cards .table=${table} .notes=${notes}></ledger-cards>`, { language, areas });
    await closed(ledger.length);
  }

  const closed = (months: number) => until(() => cards().length === months);

  const cards = (): HTMLDetailsElement[] => stage.all<HTMLDetailsElement>('details');
  const complete = () => until(() => cards().every(({ childElementCount }) => childElementCount === 2));
  async function unfold(at: number): Promise<HTMLDetailsElement> {
    const card = cards()[at] as HTMLDetailsElement;
    card.querySelector('summary')?.click();
    await until(() => card.childElementCount === 2);
    return card;
  }

  it('are months with what was charged, paid and is left', async () => {
    await open(await goldenLedger());
    expect(cards().map((card) => text(card.querySelector('summary')))).to.deep.equal([
      'Июнь 2017\u00a0г.-11,86Начислено 0,00Оплачено 5\u00a0967,72Сальдо кон.',
      'Май 2017\u00a0г.5\u00a0955,86Начислено 5\u00a0955,86Оплачено 6\u00a0556,30Сальдо кон.',
      'Апрель 2017\u00a0г.6\u00a0556,30Начислено 6\u00a0556,30Оплачено 15\u00a0720,33Сальдо кон.',
      'Март 2017\u00a0г.15\u00a0720,33Начислено 6\u00a0596,41Оплачено 0,00Сальдо кон.',
    ]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('open to the golden ledger, cell by cell, without what holds nothing', async () => {
    await open(await goldenLedger());
    await complete();
    const { columns, periods, at } = await printedLedger();
    periods.forEach((period, month) => {
      const rows = [...(cards()[month]?.querySelectorAll('tbody tr') ?? [])];
      const shown = rows.map((row) => [...row.children].map(text));
      const printed = columns
        .map((name) => [name, ...ledgerColumns.map((column) => asPrinted(at(period, column, name)))])
        .filter(([, ...figures]) => figures.some((figure) => figure !== ''));
      expect(shown, period).to.deep.equal(printed);
    });
    await unfold(0);
    await stage.settled();
    expect(stage.all('tr td.none').every((cell) => getComputedStyle(cell).display === 'none')).to.equal(true);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('can be read at 360 pixels', async () => {
    await open(await goldenLedger());
    stage.host.style.width = '328px';
    const card = await unfold(2);
    const { scrollWidth, clientWidth } = card;
    expect(scrollWidth).to.equal(clientWidth);
    for (const figure of card.querySelectorAll('.figure')) {
      expect(figure.getBoundingClientRect().height, text(figure)).to.be.lessThan(30);
    }
  });

  it('mark the month and the cell that do not add up by icons and in words', async () => {
    await open(changed(await goldenLedger(), ['2017-05', 'charged', 'ХВС'], 1), { language: 'en' });
    expect(cards().map((card) => card.querySelector('summary .faulty') !== null)).to.deep.equal([
      false,
      true,
      false,
      false,
    ]);
    const card = await unfold(1);
    const faults = [...card.querySelectorAll<HTMLElement>('.fault')];
    expect(faults.map(text)).to.deep.equal(['Does not add up: 5,955.86', 'Does not add up: 262.08']);
    expect(faults[1]?.title).to.contain('₽262.09, but the closing balance is ₽262.08');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('are built when they are seen, and filled before somebody opens one; nothing moves meanwhile', async () => {
    const ledger = fullLedger(120);
    stage = await Stage.open(html`<ledger-cards .table=${ledgerTable(ledger)}></ledger-cards>`, {
      language: 'ru',
      areas,
    });
    expect(cards().length).to.be.within(1, 20);
    const height = stage.host.scrollHeight;
    await closed(120);
    expect(stage.all('.rest')).to.deep.equal([]);
    expect(stage.host.scrollHeight).to.equal(height);
    const last = await unfold(119);
    expect(last.querySelectorAll('tbody tr')).to.have.length(17);
    await complete();
  });

  it('stay open when the ledger changes', async () => {
    await open(await goldenLedger());
    await unfold(1);
    await until(() => cards()[1]?.open === true);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    stage.find<LedgerCards>('ledger-cards').table = ledgerTable(await goldenLedger());
    await stage.settled();
    await closed(4);
    expect(cards().map((card) => card.open)).to.deep.equal([false, true, false, false]);
    expect(cards()[1]?.childElementCount).to.equal(2);
  });
});
