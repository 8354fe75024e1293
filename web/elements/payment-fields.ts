import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../shared/company.ts';
import type { PaymentField, PaymentFieldKey } from '../../shared/payment-code.ts';
import { controls } from '../styles/controls.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/** Read in the company's language, whatever the resident speaks. */
const wordy: readonly PaymentFieldKey[] = ['payee', 'bank', 'purpose'];

/**
 * The fields of a transfer, one below the other, each to be copied into a bank's form: whoever pays on this phone cannot scan
 * its own screen.
 */
@customElement('payment-fields')
export class PaymentFields extends WordsElement {
  static override styles = [
    controls,
    css`
      .field {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 0.75rem;
        padding-block: 0.25rem 0.75rem;
        border-bottom: 1px solid var(--line);
      }
      dt {
        color: var(--ink-soft);
        font-size: 0.9375rem;
      }
      dd {
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums lining-nums;
      }
      /* Beside the button, so that a long value has the whole width below. */
      .value {
        grid-column: 1 / -1;
        grid-row: 2;
        font-weight: 600;
      }
      .copy {
        margin-inline-end: -0.75rem;
      }
      @media print {
        .copy,
        [role='status'] {
          display: none;
        }
        .field {
          grid-template-columns: 11rem minmax(0, 1fr);
          padding-block: 0.125rem;
        }
        .value {
          grid-column: 2;
          grid-row: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) fields: readonly PaymentField[] = [];
  /** Of what is written out: the payee, the bank, the purpose. */
  @property() written: Language = 'en';
  /** What came of the last press, and of which field; said once. */
  @state() private said: { key: PaymentFieldKey; copied: boolean } | null = null;

  override render(): TemplateResult {
    const { words, fields, said } = this;
    const name = said && words.text(`pay-field-${said.key}`);
    return html`<dl>${fields.map((field) => this.renderField(field))}</dl>
      <p role="status" class="small">${
        said && name ? words.text(said.copied ? 'pay-copied' : 'pay-copy-marked', { field: name }) : nothing
      }</p>`;
  }

  private renderField(field: PaymentField): TemplateResult {
    const { words, said } = this;
    const { key } = field;
    const name = words.text(`pay-field-${key}`);
    const copied = said?.copied && said.key === key;
    return html`<div class="field">
      <dt>${name}</dt>
      <dd class="value" id=${key} lang=${wordy.includes(key) ? this.written : nothing}>${this.readable(field)}</dd>
      <dd class="copy">
        <button type="button" class="quiet" aria-label="${words.text('pay-copy')}: ${name}" @click=${() => this.onCopy(field)}>
          ${copied ? html`<mb-icon name="done"></mb-icon>` : nothing}${words.text(copied ? 'pay-copy-done' : 'pay-copy')}
        </button>
      </dd>
    </div>`;
  }

  /** As people compare it: an IBAN in fours (ISO 13616), an amount with the language's mark. */
  private readable({ key, value }: PaymentField): string {
    if (key === 'iban') return value.replace(/(.{4})(?=.)/g, '$1 ');
    return key === 'amount' ? value.replace('.', this.words.decimalMark) : value;
  }

  private async onCopy({ key, value }: PaymentField): Promise<void> {
    this.said = null;
    // Else a second press of the same button would say nothing.
    await this.updateComplete;
    let copied = true;
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // No clipboard without HTTPS, or the browser does not allow it: the resident can still do it by hand.
      copied = false;
      const shown = this.shadowRoot?.getElementById(key);
      if (shown) getSelection()?.selectAllChildren(shown);
    }
    this.said = { key, copied };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-fields': PaymentFields;
  }
}
