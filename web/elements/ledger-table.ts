import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type LedgerCells, ledgerColumns } from '../../shared/ledger.ts';
import type { LedgerTableMonth, LedgerTable as Table } from '../../shared/ledger-table.ts';
import { type CellNotes, cellName, cellText } from '../words/ledger-words.ts';
import { amount } from '../words/money.ts';
import { markFault } from './ledger-fault-mark.ts';
import { PlaceKept, screenHeight, withRole } from './ledger-parts.ts';
import { ledgerTableStyles } from './ledger-table-styles.ts';
import { Slices } from './slices.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

// As wide as a digit of the table; without this it would be one of whatever cell asks, and small or bold ones differ.
if ('registerProperty' in CSS) {
  CSS.registerProperty({ name: '--ledger-digit', syntax: '<length>', inherits: true, initialValue: '8px' });
}

/** In rem, as in the styles: what stands above the table at least and at its side, and how high a month is in it. */
const above = 20;
const beside = 24;
const month = 12;
/** In rem: a letter of a heading and a digit of a figure, and what is left and right of them. */
const letter = 0.58;
const digit = 0.53;
const padding = 1.25;

/**
 * The ledger for wide screens and for paper: months by services, five rows a month. It scrolls in its own frame under its
 * headings.
 *
 * Ten years are ten thousand cells. So the rows are built by cloning, not by Lit's templates; what is seen comes first and the
 * rest in idle time, its place kept free; and each month is a block of its own that the browser lays out when it comes near.
 * For that the parts are no table to the layout, but for paper, and their roles say what they are.
 */
@customElement('ledger-table')
export class LedgerTable extends WordsElement {
  static override styles = ledgerTableStyles;

  @property({ attribute: false }) table!: Table;
  /** What is wrong with which cell. */
  @property({ attribute: false }) notes: CellNotes = new Map();
  /** All of it at once, for paper. */
  @property({ type: Boolean }) whole = false;

  @query('table') private tableElement!: HTMLTableElement;
  private readonly slices = new Slices();

  override connectedCallback(): void {
    super.connectedCallback();
    // It may have been taken away half-built.
    if (this.hasUpdated) this.requestUpdate('table');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.slices.stop();
  }

  override render(): TemplateResult {
    const { words, table } = this;
    return html`<div class="frame" tabindex="0" role="region" aria-label=${words.text('ledger-label')}>
      <table role="table" aria-label=${words.text('ledger-label')}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">
              <span class="visually-hidden">${words.text('ledger-month')}</span>
            </th>
            <th role="columnheader" scope="col" class="total">${words.text('ledger-total')}</th>
            ${table.services.map((service) => html`<th role="columnheader" scope="col">${service}</th>`)}
          </tr>
        </thead>
      </table>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.size === 1 && changed.has('whole')) {
      if (this.whole) this.slices.finish();
      return;
    }
    this.build();
  }

  private build(): void {
    const { table, tableElement, words } = this;
    const { months, services } = table;
    for (const body of [...tableElement.tBodies]) body.remove();
    const inSight = this.whole ? services.length : Math.min(services.length, this.measure());
    const some = monthPattern(words.text.bind(words), inSight);
    const all = monthPattern(words.text.bind(words), services.length);
    const rest = new PlaceKept(document.createElement('tbody'), month);
    tableElement.append(rest.place);
    const atOnce = this.whole ? months.length : Math.min(months.length, Math.ceil((screenHeight() - above) / month));
    // What is in sight first; then the same months with the columns beside it, then the months below.
    const again = inSight < services.length ? atOnce : 0;
    const built = (pattern: HTMLTableSectionElement, at: number) =>
      this.fill(pattern.cloneNode(true) as HTMLTableSectionElement, months[at] as LedgerTableMonth);
    this.slices.start(months.length + again, {
      step: (step) => {
        const at = step < atOnce ? step : step - again;
        if (at < atOnce && step >= atOnce) {
          tableElement.tBodies[step - atOnce]?.replaceWith(built(all, step - atOnce));
          return;
        }
        const body = built(step < atOnce ? some : all, at);
        if (step >= atOnce) body.className = 'later';
        rest.place.before(body);
        rest.for(months.length - at - 1);
      },
      atOnce,
      onDone: () => rest.place.remove(),
    });
  }

  /**
   * Widths by the longest figure and word: fixed, so that cells which come later move nothing. Answers how many services are in
   * sight at the most; to ask the browser would make it lay out the page once more.
   */
  private measure(): number {
    const { table, tableElement, words } = this;
    const { months, services } = table;
    let most = 0;
    let mostInTotal = 0;
    for (const { total, cells } of months) {
      mostInTotal = larger(mostInTotal, total);
      for (const of of cells.values()) most = larger(most, of);
    }
    // A minus may stand before any of them.
    const figure = (minor: number) => amount(-minor, words.locale).length;
    const width = (digits: number) => `calc(${digits} * var(--ledger-digit))`;
    const word = Math.max(0, ...services.flatMap((name) => name.split(/\s+/).map(({ length }) => length)));
    const heading = Math.min(word, 16) * letter;
    const { style } = tableElement;
    style.setProperty('--total', width(figure(mostInTotal)));
    style.setProperty('--service', `max(${width(figure(most))}, ${heading}rem)`);
    style.setProperty('--services', String(services.length));
    return Math.ceil((innerWidth / 16 - beside) / (Math.max(figure(most) * digit, heading) + padding));
  }

  private fill(body: HTMLTableSectionElement, month: LedgerTableMonth): HTMLTableSectionElement {
    const { words, notes, table } = this;
    const { period, total, cells } = month;
    const [head, ...rows] = [...body.rows] as [HTMLTableRowElement, ...HTMLTableRowElement[]];
    (head.firstElementChild?.firstElementChild as HTMLElement).textContent = words.periodTitle(period);
    const write = (cell: Element, at: number, of: LedgerCells | undefined, service: string | null): void => {
      const column = ledgerColumns[at] as (typeof ledgerColumns)[number];
      const note = notes.size > 0 ? notes.get(cellName(period, column, service)) : undefined;
      const text = cellText(words, of?.[column] ?? 0, note !== undefined);
      if (text !== '') cell.textContent = text;
      if (note !== undefined) markFault(cell as HTMLElement, note, words);
    };
    rows.forEach((row, at) => {
      let cell: Element | null = row.children[1] as Element;
      write(cell, at, total, null);
      for (const service of table.services) {
        cell = cell?.nextElementSibling ?? null;
        if (!cell) break;
        write(cell, at, cells.get(service), service);
      }
    });
    return body;
  }
}

/** The larger of a figure and those of some cells, whether they are above or below nothing. */
function larger(most: number, { opening, charged, paid, recalculated, closing }: LedgerCells): number {
  const up = Math.max(most, opening, charged, paid, recalculated, closing);
  return Math.max(up, -Math.min(opening, charged, paid, recalculated, closing));
}

/** The empty rows of a month, to be cloned. */
function monthPattern(text: (key: string) => string, services: number): HTMLTableSectionElement {
  const body = withRole(document.createElement('tbody'), 'rowgroup');
  const head = withRole(body.insertRow(), 'row');
  head.className = 'month';
  const month = withRole(document.createElement('th'), 'rowheader');
  month.scope = 'rowgroup';
  month.colSpan = services + 2;
  month.append(document.createElement('span'));
  head.append(month);
  const row = withRole(document.createElement('tr'), 'row');
  const name = withRole(document.createElement('th'), 'rowheader');
  name.scope = 'row';
  name.className = 'name';
  row.append(name);
  const total = withRole(row.insertCell(), 'cell');
  total.className = 'total';
  for (let at = 0; at < services; at++) withRole(row.insertCell(), 'cell');
  for (const column of ledgerColumns) {
    name.textContent = text(`ledger-${column}`);
    row.className = column;
    body.append(row.cloneNode(true));
  }
  return body;
}

declare global {
  interface HTMLElementTagNameMap {
    'ledger-table': LedgerTable;
  }
}
