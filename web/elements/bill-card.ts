import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Statement } from '../../shared/bill.ts';
import type { PublicCompany } from '../../shared/company.ts';
import type { BillState } from '../../shared/standing.ts';
import { controls } from '../styles/controls.ts';
import { money } from '../words/money.ts';
import { WordsElement } from './words-element.ts';
import './bill-state.ts';
import './mb-icon.ts';

/** One bill in a list: month and amount, number and day, what became of it. All of it leads to the bill. */
@customElement('bill-card')
export class BillCard extends WordsElement {
  static override styles = [
    controls,
    css`
      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.125rem 1rem;
        align-items: baseline;
        min-height: var(--target);
        padding-block: 0.75rem;
        color: inherit;
        text-decoration: none;
      }
      .month {
        font-weight: 650;
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-decoration-color: var(--line-strong);
        text-underline-offset: 0.2em;
      }
      a:hover .month {
        text-decoration-thickness: 2px;
      }
      .amount {
        font-weight: 650;
        text-align: end;
        white-space: nowrap;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        overflow-wrap: anywhere;
      }
      .kept {
        display: flex;
        gap: 0.4375rem;
      }
      .kept mb-icon {
        margin-top: 0.15em;
      }
      bill-state,
      .facts,
      .kept {
        grid-column: 1 / -1;
      }
      /* On a phone all of it stands in two columns, the parts dissolved. */
      .part {
        display: contents;
      }
      .amount {
        grid-area: 1 / 2;
      }
      /* Large letters on a small phone: the amount gets a line of its own. */
      @container (max-width: 14rem) {
        .amount {
          grid-area: 2 / 1 / 3 / -1;
          justify-self: start;
        }
        .month {
          grid-column: 1 / -1;
        }
      }
      @container (min-width: 34rem) {
        a {
          grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(6rem, auto);
          align-items: start;
        }
        .part {
          display: grid;
          gap: 0.125rem;
        }
        .amount {
          grid-area: 1 / 3;
        }
      }
    `,
  ];

  @property({ attribute: false }) bill!: Statement;
  @property({ attribute: false }) state: BillState = { state: 'unknown', left: 0 };
  @property() currency: PublicCompany['currency'] = 'EUR';
  @property() href = '';
  /** Its PDF is on this device. */
  @property({ type: Boolean }) kept = false;
  /** What of it was paid and billing has not booked yet, in minor units. */
  @property({ type: Number }) coming = 0;

  override render(): TemplateResult {
    const { words, bill, currency } = this;
    return html`<a href=${this.href}>
      <span class="part what">
        <span class="month">${words.periodTitle(bill.period)}</span>
        <span class="facts soft small figures">
          <span class="whole">${words.text('bill-number', { number: bill.number })}</span>
          <span class="whole">${words.text('bill-issued-on', { day: words.date(bill.issuedOn) })}</span>
        </span>
      </span>
      <span class="amount figures">${money(bill.total, { locale: words.locale, currency })}</span>
      <span class="part become">
        <bill-state class="small" .bill=${bill} .state=${this.state} currency=${currency} .coming=${this.coming}></bill-state>
        ${
          this.kept
            ? html`<span class="kept soft small"><mb-icon name="saved"></mb-icon>${words.text('bill-on-device')}</span>`
            : nothing
        }
      </span>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bill-card': BillCard;
  }
}
