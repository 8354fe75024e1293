import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type LedgerCells, ledgerColumns } from '../../shared/ledger.ts';
import type { LedgerTable, LedgerTableMonth } from '../../shared/ledger-table.ts';
import type { Period } from '../../shared/period.ts';
import { controls } from '../styles/controls.ts';
import { type CellNotes, cellName, cellText } from '../words/ledger-words.ts';
import { amount } from '../words/money.ts';
import { ledgerCardsStyles } from './ledger-cards-styles.ts';
import { markFault } from './ledger-fault-mark.ts';
import { PlaceKept, screenHeight, withRole } from './ledger-parts.ts';
import { Slices } from './slices.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/** In rem: a closed card, what is between two, and what stands above them all at least. */
const cardHeight = 6;
const gap = 0.625;
const above = 20;

/**
 * The ledger for phones: a card a month that opens and shows its services. What is inside the cards is built in idle time, as
 * in `ledger-table`, and before somebody opens one; then the browser finds it by "find in page" as well.
 */
@customElement('ledger-cards')
export class LedgerCards extends WordsElement {
  static override styles = [controls, ledgerCardsStyles];

  @property({ attribute: false }) table!: LedgerTable;
  /** What is wrong with which cell. */
  @property({ attribute: false }) notes: CellNotes = new Map();

  @query('ul') private list!: HTMLElement;
  private readonly slices = new Slices();
  /** Those that the resident has opened stay open when the ledger changes. */
  private readonly opened = new Set<Period>();

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
    return html`<ul aria-label=${this.words.text('ledger-label')}></ul>`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const { months } = this.table;
    const { list } = this;
    const rest = new PlaceKept(document.createElement('li'), cardHeight, gap);
    list.replaceChildren(rest.place);
    const atOnce = Math.min(months.length, Math.ceil((screenHeight() - above) / (cardHeight + gap)));
    // First every month closed, then what is inside.
    this.slices.start(2 * months.length, {
      step: (at) => {
        const month = months[at % months.length] as LedgerTableMonth;
        if (at < months.length) rest.place.before(this.card(month, at < atOnce ? '' : 'later'));
        else this.fill(list.children[at - months.length]?.firstElementChild as HTMLDetailsElement, month);
        if (at < months.length - 1) rest.for(months.length - at - 1);
        else rest.place.remove();
      },
      atOnce,
      onDone: () => {},
    });
  }

  private card(month: LedgerTableMonth, classes: string): HTMLElement {
    const { words, notes } = this;
    const { period, total } = month;
    const faulty = [...notes.keys()].some((name) => name.startsWith(period));
    const figure = (minor: number) => amount(minor, words.locale);
    const summary = element('summary', '', [
      element('strong', '', [
        words.periodTitle(period),
        ...(faulty ? [' ', icon('warning', 'faulty'), hidden(words.text('ledger-fault-mark'))] : []),
      ]),
      element('span', 'balance', [figure(total.closing)]),
      element(
        'span',
        'soft',
        (['charged', 'paid'] as const).map((column) =>
          element('span', 'pair', [`${words.text(`ledger-${column}`)} ${figure(total[column])}`]),
        ),
      ),
      element('span', 'soft of-balance', [words.text('ledger-closing')]),
      icon('next', 'mark'),
    ]);
    const details = element('details', '', [summary]);
    details.open = this.opened.has(period);
    if (details.open) this.fill(details, month);
    details.addEventListener('toggle', () => {
      if (details.open) {
        this.opened.add(period);
        this.fill(details, month);
      } else this.opened.delete(period);
    });
    return element('li', classes, [details]);
  }

  /** The services of the month, once; those with nothing at all are left out. */
  private fill(details: HTMLDetailsElement, month: LedgerTableMonth): void {
    if (details.childElementCount > 1) return;
    const { words, table } = this;
    const { period, total, cells } = month;
    const body = element('tbody', '', []);
    body.role = 'rowgroup';
    const add = (service: string | null, of: LedgerCells | undefined): void => {
      const row = this.row(period, service, of);
      if (row) body.append(row);
    };
    add(null, total);
    for (const service of table.services) add(service, cells.get(service));
    const names = [words.text('ledger-service'), ...ledgerColumns.map((column) => words.text(`ledger-${column}`))];
    const heads = names.map((name) => withRole(element('th', '', [name]), 'columnheader'));
    const head = withRole(element('thead', '', [withRole(element('tr', '', heads), 'row')]), 'rowgroup');
    details.append(withRole(element('table', '', [head, body]), 'table'));
  }

  private row(period: Period, service: string | null, of: LedgerCells | undefined): HTMLElement | null {
    const { words, notes } = this;
    let something = false;
    const cells = ledgerColumns.map((column) => {
      const note = notes.get(cellName(period, column, service));
      const text = cellText(words, of?.[column] ?? 0, note !== undefined);
      const cell = element('td', text === '' ? `${column} none` : column, []);
      cell.dataset.of = words.text(`ledger-${column}`);
      if (text !== '') {
        something = true;
        cell.append(element('span', 'figure', [text]));
      }
      if (note !== undefined) markFault(cell, note, words);
      return withRole(cell, 'cell');
    });
    if (!something) return null;
    const name = withRole(element('th', '', [service ?? words.text('ledger-total')]), 'rowheader');
    return withRole(element('tr', '', [name, ...cells]), 'row');
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  classes: string,
  content: readonly (Node | string)[],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (classes !== '') made.className = classes;
  made.append(...content);
  return made;
}

function icon(name: 'warning' | 'next', classes: string): HTMLElement {
  const made = element('mb-icon', classes, []);
  made.name = name;
  return made;
}

const hidden = (text: string): HTMLElement => element('span', 'visually-hidden', [text]);

declare global {
  interface HTMLElementTagNameMap {
    'ledger-cards': LedgerCards;
  }
}
