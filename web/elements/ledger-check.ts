import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PublicCompany } from '../../shared/company.ts';
import type { LedgerFault } from '../../shared/ledger.ts';
import type { Period } from '../../shared/period.ts';
import { controls } from '../styles/controls.ts';
import { ledgerFaultText } from '../words/ledger-words.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/** More than these are shown when somebody asks for them. */
const toldAtOnce = 4;

/**
 * B2: whether the ledger adds up, or which cells do not.
 *
 * @slot - whom to call about it
 */
@customElement('ledger-check')
export class LedgerCheck extends WordsElement {
  static override styles = [
    controls,
    css`
      .right {
        display: flex;
        gap: 0.5rem;
        color: var(--accent-text);
      }
      .missing {
        display: flex;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      .unknown {
        visibility: hidden;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
        padding: 0.875rem min(1rem, 3vw);
        overflow-wrap: anywhere;
        border-inline-start: 4px solid var(--error);
        border-radius: var(--radius-small);
        background: var(--error-wash);
      }
      h2 {
        display: flex;
        gap: 0.5rem;
        font-size: 1.0625rem;
      }
      mb-icon {
        margin-top: 0.1em;
      }
      h2 mb-icon {
        color: var(--error);
      }
      ul {
        display: grid;
        gap: 0.5rem;
        padding-inline-start: 1.125rem;
        list-style: disc;
      }
      button {
        justify-self: start;
        background: var(--card);
      }
      @media (forced-colors: active) {
        section {
          border: 2px solid CanvasText;
        }
      }
      @media print {
        button,
        slot {
          display: none;
        }
      }
    `,
  ];

  /** Null while it is checked: its place is kept. */
  @property({ attribute: false }) faults: readonly LedgerFault[] | null = null;
  /** Newest first: what could not be compared is said, too. */
  @property({ attribute: false }) missing: readonly Period[] = [];
  @property() currency: PublicCompany['currency'] = 'EUR';
  @state() private all = false;

  override render(): TemplateResult {
    const { words, faults, all } = this;
    if (!faults || faults.length === 0) {
      return html`<p class="right small ${faults ? '' : 'unknown'}" aria-hidden=${faults ? nothing : 'true'}><mb-icon name="done"></mb-icon><span>${words.text('ledger-adds-up')}</span></p>
        ${this.renderMissing()}`;
    }
    const told = all ? faults : faults.slice(0, toldAtOnce);
    return html`<section aria-labelledby="heading">
      <h2 id="heading"><mb-icon name="warning"></mb-icon><span>${words.text('ledger-faults', { count: faults.length })}</span></h2>
      <ul>${told.map((fault) => html`<li>${ledgerFaultText(words, fault, this.currency)}</li>`)}</ul>
      ${
        told.length === faults.length
          ? nothing
          : html`<button type="button" @click=${this.onAll}>${words.text('ledger-faults-all', { count: faults.length })}</button>`
      }
      <p>${words.text('ledger-faults-ask')}</p>
      <slot></slot>
    </section>
      ${this.renderMissing()}`;
  }

  private renderMissing(): TemplateResult | typeof nothing {
    const { words, missing } = this;
    if (missing.length === 0) return nothing;
    const named = missing.slice(0, toldAtOnce).map((period) => words.period(period));
    const months = [...named, ...(missing.length > toldAtOnce ? ['…'] : [])].join(', ');
    return html`<p class="missing small"><mb-icon name="info"></mb-icon><span>${words.text('ledger-missing', { months })}</span></p>`;
  }

  private onAll(): void {
    this.all = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ledger-check': LedgerCheck;
  }
}
