import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Payment } from '../../shared/bill.ts';
import { controls } from '../styles/controls.ts';
import { table } from '../styles/table.ts';
import { twoLines } from '../styles/two-lines.ts';
import { amount } from '../words/money.ts';
import { WordsElement } from './words-element.ts';

/** About a year of them, for those who pay every month. */
const shownAtFirst = 12;

/** The payments that billing knows of, newest first: a year of them, and all on request. */
@customElement('payment-list')
export class PaymentList extends WordsElement {
  static override styles = [
    controls,
    table,
    twoLines,
    css`
      :host {
        container-type: inline-size;
      }
      tbody th {
        white-space: nowrap;
        font-weight: 400;
      }
      td {
        overflow-wrap: anywhere;
      }
      b {
        font-weight: 650;
      }
      td .soft {
        display: block;
      }
    `,
  ];

  /** Newest first. */
  @property({ attribute: false }) payments: readonly Payment[] = [];
  @state() private all = false;

  override render(): TemplateResult {
    const { words, payments } = this;
    const shown = this.all ? payments : payments.slice(0, shownAtFirst);
    const [date, through, sum] = ['date', 'through', 'amount'].map((name) => words.text(`debt-payment-${name}`));
    return html`<table class="slips" role="table" aria-label=${words.text('debt-payments')}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${date}</th>
            <th role="columnheader" scope="col">${through}</th>
            <th role="columnheader" scope="col" class="number">${sum}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${shown.map(
            (payment) =>
              html`<tr role="row">
                <th role="rowheader" scope="row">${words.date(payment.date)}</th>
                <td role="cell" class="about">
                  <span>${payment.source}<span class="soft small">${words.text('debt-payment-number', { number: payment.number })}</span></span>
                </td>
                <td role="cell" class="number"><b>${amount(payment.amount, words.locale)}</b></td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        shown.length === payments.length
          ? nothing
          : html`<button type="button" class="quiet" @click=${this.onAll}>
              ${words.text('debt-payments-all', { count: payments.length })}
            </button>`
      }`;
  }

  /** The button goes; who reads on by keyboard goes on where it stood. */
  private async onAll(): Promise<void> {
    this.all = true;
    await this.updateComplete;
    const row = this.shadowRoot?.querySelectorAll<HTMLElement>('tbody th')[shownAtFirst];
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-list': PaymentList;
  }
}
