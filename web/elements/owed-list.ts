import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OwedMonth } from '../../shared/debt.ts';
import { controls } from '../styles/controls.ts';
import { table } from '../styles/table.ts';
import { twoLines } from '../styles/two-lines.ts';
import { amount } from '../words/money.ts';
import { WordsElement } from './words-element.ts';

/** What is owed, month by month: what was charged, and what of it is not paid (B3). */
@customElement('owed-list')
export class OwedList extends WordsElement {
  static override styles = [
    controls,
    table,
    twoLines,
    css`
      :host {
        container-type: inline-size;
      }
      b {
        font-weight: 650;
      }
      /* Of a month that is not paid at all the sum says everything. */
      @container (max-width: 21rem) {
        .slips tbody .about.all {
          display: none;
        }
      }
    `,
  ];

  /** Newest first; each is owed something. */
  @property({ attribute: false }) months: readonly OwedMonth[] = [];
  /** What was owed before the first month that is known, in minor units. */
  @property({ type: Number }) earlier = 0;

  override render(): TemplateResult {
    const { words, months, earlier } = this;
    const charged = words.text('debt-parts-charged');
    const row = (name: string, sum: number | null, left: number) =>
      html`<tr role="row">
        <th role="rowheader" scope="row">${name}</th>
        <td role="cell" class="about number ${sum === null || sum === left ? 'all' : ''}" data-of=${charged}>
          ${sum === null ? nothing : amount(sum, words.locale)}
        </td>
        <td role="cell" class="number"><b>${amount(left, words.locale)}</b></td>
      </tr>`;
    return html`<table class="slips" role="table" aria-label=${words.text('debt-parts')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${words.text('debt-parts-month')}</th>
          <th role="columnheader" scope="col" class="number">${charged}</th>
          <th role="columnheader" scope="col" class="number">${words.text('debt-parts-owed')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${months.map((one) => row(words.periodTitle(one.period), one.charged, one.owed))}
        ${earlier > 0 ? row(words.text('debt-parts-earlier'), null, earlier) : nothing}
      </tbody>
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'owed-list': OwedList;
  }
}
