import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Statement } from '../../shared/bill.ts';
import type { PublicCompany } from '../../shared/company.ts';
import type { BillState as State } from '../../shared/standing.ts';
import { controls } from '../styles/controls.ts';
import { money } from '../words/money.ts';
import type { IconName } from './icons.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

const icons: Readonly<Record<State['state'], IconName>> = {
  unknown: 'info',
  none: 'done',
  paid: 'done',
  partly: 'open',
  open: 'open',
  overdue: 'warning',
};

/** What became of a bill, in words and icon, and what is on its way to billing. Its words come with the area of bills. */
@customElement('bill-state')
export class BillState extends WordsElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.125rem;
      }
      p {
        display: flex;
        gap: 0.4375rem;
        font-weight: 600;
        font-variant-numeric: tabular-nums lining-nums;
        overflow-wrap: anywhere;
      }
      mb-icon {
        margin-top: 0.15em;
      }
      .paid,
      .none,
      .unknown,
      .coming {
        color: var(--ink-soft);
        font-weight: 500;
      }
      .paid mb-icon {
        color: var(--accent-text);
      }
      .overdue {
        color: var(--error);
      }
    `,
  ];

  @property({ attribute: false }) state: State = { state: 'unknown', left: 0 };
  @property({ attribute: false }) bill!: Pick<Statement, 'due'>;
  @property() currency: PublicCompany['currency'] = 'EUR';
  /** What of it was paid and billing has not booked yet, in minor units. */
  @property({ type: Number }) coming = 0;

  override render(): TemplateResult {
    const { words, coming } = this;
    const { state, left } = this.state;
    const values = { day: words.date(this.bill.due), left: this.money(left) };
    return html`<p class=${state}><mb-icon name=${icons[state]}></mb-icon><span>${words.text(`bill-state-${state}`, values)}</span></p>
      ${
        coming > 0
          ? html`<p class="coming">
              <mb-icon name="sending"></mb-icon><span>${words.text('bills-coming', { amount: this.money(coming) })}</span>
            </p>`
          : nothing
      }`;
  }

  private money(minor: number): string {
    return money(minor, { locale: this.words.locale, currency: this.currency });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bill-state': BillState;
  }
}
