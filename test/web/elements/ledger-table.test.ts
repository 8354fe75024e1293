import { expect } from 'chai';
import { html } from 'lit';
import type { LedgerRow } from '../../../shared/bill.ts';
import type { Language } from '../../../shared/company.ts';
import { ledgerColumns } from '../../../shared/ledger.ts';
import { ledgerTable } from '../../../shared/ledger-table.ts';
import type { LedgerTable } from '../../../web/elements/ledger-table.ts';
import { ledgerFaults, ledgerView } from '../../../web/store/views-ledger.ts';
import { cellNotes } from '../../../web/words/ledger-words.ts';
import { asPrinted, changed, fullLedger, goldenLedger, printedLedger } from '../support/golden-ledger.ts';
import { Stage, until } from '../support/mount.ts';
import '../../../web/elements/ledger-table.ts';

const areas = ['bills'] as const;
const text = (cell: Element | undefined): string => cell?.textContent?.trim() ?? '';

describe('ledger-table', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  async function open(
    ledger: readonly LedgerRow[],
    { language = 'ru' as Language, whole = false } = {},
  ): Promise<void> {
    const { table } = ledgerView(ledger, null);
    stage = await Stage.open(html``, { language, areas });
    const notes = cellNotes(stage.words, ledgerFaults(ledger), 'RUB');
    stage.close();
    stage = await Stage.open(html`<ledger-table .table=${table} .notes=${notes} ?whole=${whole}></ledger-table>`, {
      language,
      areas,
    });
  }

  const bodies = (): HTMLTableSectionElement[] =>
    stage.all<HTMLTableSectionElement>('tbody').filter(({ ariaHidden }) => ariaHidden === null);
  const complete = () => until(() => stage.all('.rest').length === 0);
  const cellOf = (month: number, row: number, column: number): HTMLElement =>
    bodies()[month]?.rows[row + 1]?.cells[column + 1] as HTMLElement;

  it('is the golden ledger, cell by cell, as the seed prints it', async () => {
    await open(await goldenLedger());
    await complete();
    const { columns, periods, at } = await printedLedger();
    expect(stage.all('thead th').map(text)).to.deep.equal(['Месяц', ...columns]);
    expect(bodies().map((body) => text(body.rows[0]?.cells[0]))).to.deep.equal([
      'Июнь 2017\u00a0г.',
      'Май 2017\u00a0г.',
      'Апрель 2017\u00a0г.',
      'Март 2017\u00a0г.',
    ]);
    periods.forEach((period, month) => {
      const shown = [...(bodies()[month]?.rows ?? [])].slice(1).map((row) => [...row.cells].map(text));
      const names = ['Сальдо нач.', 'Начислено', 'Оплачено', 'Перерасчёт', 'Сальдо кон.'];
      const printed = ledgerColumns.map((column, row) => [
        names[row],
        ...columns.map((name) => asPrinted(at(period, column, name))),
      ]);
      expect(shown, period).to.deep.equal(printed);
    });
    // The seed's own figures, letter by letter.
    expect(text(cellOf(0, 0, 0))).to.equal('5\u00a0955,86');
    expect(text(cellOf(0, 4, 15))).to.equal('-11,86');
    expect(text(cellOf(2, 0, 5))).to.equal('6\u00a0417,70');
    expect(stage.all('.fault')).to.deep.equal([]);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('marks a cell that does not add up by an icon and in words, also where it holds nothing', async () => {
    await open(changed(await goldenLedger(), ['2017-05', 'recalculated', 'ХВС'], 1), { language: 'en' });
    await complete();
    const faults = stage.all('.fault');
    expect(faults.map(text)).to.deep.equal(['Does not add up: 0.00', 'Does not add up: 262.08']);
    expect(faults[0]?.querySelector('mb-icon')?.name).to.equal('warning');
    expect(faults[1]?.title).to.equal(
      'May 2017, ХВС: opening, charged, paid and recalculated come to ₽262.09, but the closing balance is ₽262.08.',
    );
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('builds the newest months at once and the others in idle time, and nothing moves meanwhile', async () => {
    await open(fullLedger(120));
    const frame = stage.find('.frame');
    const before = { width: frame.scrollWidth, height: frame.scrollHeight };
    const place = bodies()[0]?.getBoundingClientRect();
    expect(stage.all('.rest')).to.have.length(1);
    frame.scrollTop = 2_000;
    const scrolled = frame.scrollTop;
    expect(scrolled).to.be.greaterThan(1_900);
    await complete();
    expect(bodies()).to.have.length(120);
    expect({ width: frame.scrollWidth, height: frame.scrollHeight }).to.deep.equal(before);
    expect(frame.scrollTop).to.equal(scrolled);
    frame.scrollTop = 0;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(bodies()[0]?.getBoundingClientRect()).to.deep.equal(place);
    expect(text(bodies()[119]?.rows[0]?.cells[0])).to.equal('Ноябрь 2016\u00a0г.');
  });

  it('builds all of it at once for paper', async () => {
    await open(fullLedger(120));
    const table = stage.find<LedgerTable>('ledger-table');
    table.whole = true;
    await table.updateComplete;
    expect(bodies()).to.have.length(120);
    expect(stage.all('.rest')).to.deep.equal([]);
    stage.close();
    await open(fullLedger(40), { whole: true });
    expect(bodies()).to.have.length(40);
  });

  it('keeps headings and names in sight while it scrolls, by keyboard too', async () => {
    await open(fullLedger(12));
    await complete();
    const frame = stage.find('.frame');
    expect([frame.tabIndex, frame.role, frame.ariaLabel]).to.deep.equal([
      0,
      'region',
      'Ведомость по месяцам и услугам',
    ]);
    frame.scrollTo(900, 600);
    const { left, top } = frame.getBoundingClientRect();
    const heading = stage.find('thead th').getBoundingClientRect();
    expect(Math.round(heading.top - top)).to.equal(1);
    const name = bodies()[3]?.rows[1]?.cells[0] as Element;
    expect(Math.round(name.getBoundingClientRect().left - left)).to.equal(1);
    const month = bodies()[3]?.rows[0]?.cells[0]?.firstElementChild as Element;
    expect(Math.round(month.getBoundingClientRect().left - left)).to.equal(1);
  });

  it('says everything anew in another language, and shows another ledger in its place', async () => {
    await open(fullLedger(8));
    await complete();
    await stage.speakOtherwise('lv');
    await complete();
    expect(bodies()).to.have.length(8);
    expect(text(bodies()[0]?.rows[1]?.cells[0])).to.equal('Sākuma atlikums');
    stage.find<LedgerTable>('ledger-table').table = ledgerTable(fullLedger(3, 4));
    await stage.settled();
    await complete();
    expect(stage.all('thead th')).to.have.length(6);
    expect(bodies()).to.have.length(3);
  });

  it('goes on where it was taken away half-built', async () => {
    await open(fullLedger(60));
    const table = stage.find<LedgerTable>('ledger-table');
    const { parentElement: parent } = table;
    table.remove();
    parent?.append(table);
    await complete();
    expect(bodies()).to.have.length(60);
  });
});
