import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/words-element.ts';
import { card, controls } from '../../styles/controls.ts';
import '../../elements/mb-icon.ts';

/** Whoever was shown the codes says that they are kept. */
export class CodesKept extends Event {
  static readonly type = 'codes-kept';

  constructor() {
    super(CodesKept.type, { bubbles: true, composed: true });
  }
}

/**
 * Recovery codes, which are shown this one time: to be printed or copied.
 *
 * @fires CodesKept
 */
@customElement('recovery-codes')
export class RecoveryCodes extends WordsElement {
  static override styles = [
    controls,
    card,
    css`
      .column {
        display: grid;
        gap: 1.125rem;
        max-width: 30rem;
        margin-inline: auto;
        padding: clamp(1.25rem, 6vh, 4rem) 1rem 3rem;
      }
      :host([inside]) .column {
        max-width: none;
        padding: 0;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(13.5rem, 1fr));
        gap: 0.5rem 1.5rem;
      }
      code {
        font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        font-size: 1.0625rem;
        white-space: nowrap;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      @media print {
        .row,
        .primary {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) codes: readonly string[] = [];
  /** What the codes are for, on paper. */
  @property() company = '';
  @property({ type: Boolean, reflect: true }) inside = false;
  @state() private copied = false;

  protected override firstUpdated(): void {
    this.shadowRoot?.querySelector<HTMLElement>('h1')?.focus();
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="column">
      ${this.inside ? nothing : html`<h1 tabindex="-1">${words.text('office-codes-title')}</h1>`}
      <p>${words.text('office-codes-lead')}</p>
      <div class="card">
        <p class="soft">${words.text('office-of', { company: this.company })}</p>
        <ul role="list">
          ${this.codes.map((code) => html`<li><code>${code}</code></li>`)}
        </ul>
      </div>
      <div class="row">
        <button type="button" @click=${() => print()}><mb-icon name="print"></mb-icon>${words.text('office-codes-print')}</button>
        <button type="button" @click=${this.onCopy}>
          ${this.copied ? html`<mb-icon name="done"></mb-icon>` : ''}${words.text(this.copied ? 'office-codes-copied' : 'office-codes-copy')}
        </button>
      </div>
      <button class="primary" type="button" @click=${() => this.dispatchEvent(new CodesKept())}>
        ${words.text('office-codes-kept')}
      </button>
    </div>`;
  }

  private async onCopy(): Promise<void> {
    await navigator.clipboard.writeText(this.codes.join('\n'));
    this.copied = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recovery-codes': RecoveryCodes;
  }
  interface HTMLElementEventMap {
    'codes-kept': CodesKept;
  }
}
