import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PublicCompany } from '../../shared/company.ts';
import type { Debt } from '../../shared/debt.ts';
import { card, controls } from '../styles/controls.ts';
import { money } from '../words/money.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/**
 * The balance, always in sight (B3): what is to pay, what was paid in advance, that nothing is owed, or that it is not known.
 * Its words come with the area of bills.
 *
 * @slot - what can be done about it
 */
@customElement('balance-card')
export class BalanceCard extends WordsElement {
  static override styles = [
    controls,
    card,
    css`
      .card {
        display: grid;
        gap: 0.75rem;
      }
      .said {
        display: grid;
        gap: 0.125rem;
      }
      .amount {
        /* Large, but in one piece: half a sum is another sum. */
        font-size: min(2.25rem, 11.5vw);
        font-weight: 650;
        line-height: 1.15;
        letter-spacing: -0.02em;
        overflow-wrap: anywhere;
      }
      .line {
        display: flex;
        gap: 0.5rem;
        overflow-wrap: anywhere;
      }
      .line mb-icon {
        margin-top: 0.15em;
      }
      .loud {
        border-color: var(--error);
        border-inline-start-width: 4px;
        background: var(--error-wash);
      }
      .loud .arrears {
        color: var(--error);
        font-weight: 600;
      }
      .done mb-icon {
        color: var(--accent-text);
      }
      @media (forced-colors: active) {
        .loud {
          border-inline-start-width: 0.5rem;
        }
      }
    `,
  ];

  /** Null where it is not known. */
  @property({ attribute: false }) debt: Pick<Debt, 'balance' | 'months'> | null = null;
  @property() currency: PublicCompany['currency'] = 'EUR';
  /** Above the company's threshold. */
  @property({ type: Boolean }) loud = false;
  /** What billing has not booked yet, in minor units. */
  @property({ type: Number }) coming = 0;

  override render(): TemplateResult {
    const { words, loud, coming } = this;
    return html`<section class="card ${loud ? 'loud' : ''}">
      ${this.renderBalance()}
      ${
        coming > 0
          ? html`<p class="line small"><mb-icon name="sending"></mb-icon>${words.text('bills-coming', { amount: this.money(coming) })}</p>`
          : nothing
      }
      <slot></slot>
    </section>`;
  }

  private renderBalance(): TemplateResult {
    const { words, debt, loud } = this;
    if (!debt) return html`<h2 class="line"><mb-icon name="info"></mb-icon>${words.text('bills-balance-unknown')}</h2>`;
    const { balance, months } = debt;
    if (balance === 0) {
      return html`<h2 class="line done"><mb-icon name="done"></mb-icon>${words.text('bills-balance-none')}</h2>`;
    }
    return html`<div class="said">
        <h2 class="small soft">${words.text(balance > 0 ? 'bills-balance-owed' : 'bills-balance-ahead')}</h2>
        <p class="amount figures">${this.money(Math.abs(balance))}</p>
      </div>
      ${
        loud
          ? html`<p class="line arrears"><mb-icon name="warning"></mb-icon>${words.text('bills-arrears', { months })}</p>`
          : nothing
      }`;
  }

  private money(minor: number): string {
    return money(minor, { locale: this.words.locale, currency: this.currency });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'balance-card': BalanceCard;
  }
}
