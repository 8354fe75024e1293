import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { amountOf, type ChargeMethod, type Statement, type StatementLine } from '../../shared/bill.ts';
import type { PublicCompany } from '../../shared/company.ts';
import { card, controls } from '../styles/controls.ts';
import { table } from '../styles/table.ts';
import { decimal } from '../words/decimal.ts';
import { amount, money } from '../words/money.ts';
import { billLinesStyles } from './bill-lines-styles.ts';
import { WordsElement } from './words-element.ts';
import './mb-dialog.ts';

/** Columns that many bills do without: shown where a line has something in them. What is taken off stands below 0. */
const besides = {
  recalculated: ({ recalculated }: StatementLine) => recalculated,
  benefit: ({ benefit }: StatementLine) => -benefit,
  penalty: ({ penalty }: StatementLine) => penalty,
} as const;
type Beside = keyof typeof besides;

/**
 * What a bill is made of, as billing calculated it (B4): a table, and where that has no room a card for each service. A bar
 * shows how much of the bill each is. Its words come with the area of bills.
 */
@customElement('bill-lines')
export class BillLines extends WordsElement {
  static override styles = [controls, card, table, billLinesStyles];

  @property({ attribute: false }) bill!: Statement;
  @property() currency: PublicCompany['currency'] = 'EUR';
  /** The method that is explained. */
  @state() private explained: ChargeMethod | null = null;

  override render(): TemplateResult {
    const { words, bill } = this;
    const { lines } = bill;
    const shown = (Object.keys(besides) as Beside[]).filter((column) =>
      lines.some((line) => besides[column](line) !== 0),
    );
    const measured = lines.some(({ volume, tariff }) => volume !== null || tariff !== null);
    const methods = lines.some(({ method }) => method !== null);
    const highest = Math.max(1, ...lines.map(amountOf));
    const heading = (text: unknown, name = 'number') =>
      html`<th scope="col" role="columnheader" class=${name}>${text}</th>`;
    return html`<table role="table">
        <caption class="visually-hidden">${words.text('bill-lines')}, ${this.currency}</caption>
        <thead role="rowgroup">
          <tr role="row">
            ${heading(words.text('bill-service'), '')} ${measured ? heading(this.measure) : nothing}
            ${methods ? heading(words.text('bill-method'), '') : nothing}
            ${shown.length > 0 ? heading(words.text('bill-charged')) : nothing}
            ${shown.map((column) => heading(words.text(`bill-${column}`)))} ${heading(words.text('bill-amount'))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${lines.map(
            (line) =>
              html`<tr role="row">
                <th scope="row" role="rowheader">${line.service}${this.renderBar(line, highest)}</th>
                ${measured ? this.renderMeasure(line) : nothing} ${methods ? this.renderMethod(line.method) : nothing}
                ${shown.length > 0 ? this.renderCell('charged', line.charged, amountOf(line) === line.charged) : nothing}
                ${shown.map((column) => this.renderCell(column, besides[column](line)))}
                <td role="cell" class="number amount">${this.amount(amountOf(line))}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader" colspan=${1 + Number(measured) + Number(methods) + (shown.length > 0 ? 1 + shown.length : 0)}>
              ${words.text('bill-total')}
            </th>
            <td role="cell" class="number amount">${money(bill.total, { locale: words.locale, currency: this.currency })}</td>
          </tr>
        </tfoot>
      </table>
      ${this.explained ? this.renderExplanation(this.explained) : nothing}`;
  }

  /** Drawn for the eye: the figure beside it says the same. */
  private renderBar(line: StatementLine, highest: number): TemplateResult {
    const share = Math.max(0, (100 * amountOf(line)) / highest);
    return html`<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="rail" width="100" height="4"></rect>
      <rect class="bar" width=${share.toFixed(1)} height="4"></rect>
    </svg>`;
  }

  private get measure(): string {
    return `${this.words.text('bill-volume')}\u00a0× ${this.words.text('bill-tariff')}`;
  }

  private renderMeasure({ volume, unit, tariff }: StatementLine): TemplateResult {
    const { words } = this;
    const used = volume === null ? null : [decimal(volume, words), unit].filter(Boolean).join('\u00a0');
    const text = [used, tariff === null ? null : decimal(tariff, words)].filter((part) => part !== null).join(' × ');
    return html`<td role="cell" class="number measure ${text ? '' : 'none'}">${text}</td>`;
  }

  private renderMethod(method: ChargeMethod | null): TemplateResult {
    const { words } = this;
    return html`<td role="cell" class="how ${method ? '' : 'none'}">
      ${
        method
          ? html`<button type="button" class="method" aria-haspopup="dialog" @click=${() => this.explain(method)}>
              ${words.text(`bill-method-${method}`)}
            </button>`
          : nothing
      }
    </td>`;
  }

  /** `told`: a card has it as its amount already. */
  private renderCell(column: Beside | 'charged', minor: number, told = false): TemplateResult {
    const empty = minor === 0 && column !== 'charged';
    return html`<td role="cell" class="number ${empty ? 'none' : told ? 'told' : ''}" data-of=${this.words.text(`bill-${column}`)}>
      ${empty ? nothing : this.amount(minor)}
    </td>`;
  }

  private renderExplanation(method: ChargeMethod): TemplateResult {
    const { words } = this;
    return html`<mb-dialog
      heading="${words.text('bill-method')} ${words.text(`bill-method-${method}`)}"
      @dialog-dismissed=${this.onRead}
    >
      <p>${words.text(`bill-about-${method}`)}</p>
      <button class="primary wide" slot="answers" type="button" autofocus @click=${this.onRead}>
        ${words.text('bill-about-close')}
      </button>
    </mb-dialog>`;
  }

  private explain(method: ChargeMethod): void {
    this.explained = method;
  }

  private onRead(): void {
    this.explained = null;
  }

  private amount(minor: number): string {
    return amount(minor, this.words.locale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bill-lines': BillLines;
  }
}
