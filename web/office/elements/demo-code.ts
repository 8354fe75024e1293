import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/words-element.ts';
import { controls } from '../../styles/controls.ts';

/**
 * On a demo server: the code that the phone would show now. The secret is public there, as the passwords are.
 *
 * @fires demo-code - the code is to be filled in
 */
@customElement('demo-code')
export class DemoCode extends WordsElement {
  static override styles = [
    controls,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        padding: 0.75rem 1rem;
        border: 1.5px dashed var(--line-strong);
        border-radius: var(--radius);
      }
      strong {
        font-size: 1.25rem;
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.08em;
      }
    `,
  ];

  @property() secret = '';
  @state() private code = '';
  private ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.show();
    this.ticking = setInterval(() => void this.show(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  override render(): TemplateResult | typeof nothing {
    const { words, code } = this;
    if (code === '') return nothing;
    return html`<p>
      <span>${words.text('office-demo-code')} <strong>${code}</strong></span>
      <button type="button" @click=${this.onFill}>${words.text('office-demo-fill')}</button>
    </p>`;
  }

  private async show(): Promise<void> {
    // Loaded where it is wanted: no company's office but the demo's ever does.
    const { Secret, TOTP } = await import('otpauth');
    this.code = new TOTP({ secret: Secret.fromBase32(this.secret) }).generate();
  }

  private onFill(): void {
    this.dispatchEvent(new CustomEvent('demo-code', { detail: this.code, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-code': DemoCode;
  }
}
