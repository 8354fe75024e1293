import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { codeModules, codePath, codePicture } from './code-modules.ts';

/**
 * A QR code to be scanned from the screen or from paper: black on white with its white zone, also where everything else is
 * dark or has colours of the resident's own.
 */
@customElement('payment-code')
export class PaymentCode extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        width: 100%;
        max-width: 22rem;
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
        border-radius: var(--radius-small);
        forced-color-adjust: none;
      }
      @media print {
        :host {
          width: 6cm;
        }
      }
    `,
  ];

  /** What the code says, as it is encoded. */
  @property({ attribute: false }) bytes: Uint8Array = new Uint8Array();
  /** What those are told who cannot see it. */
  @property() label = '';
  private modules: readonly (readonly boolean[])[] = [];

  /** The same as a PNG, for the gallery from which a bank's app opens it. Rejects where the browser cannot make one. */
  picture(): Promise<Blob> {
    return codePicture(this.modules);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('bytes')) this.modules = codeModules(this.bytes);
  }

  override render(): TemplateResult {
    const size = this.modules.length;
    return html`<svg role="img" aria-label=${this.label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
      <path fill="#ffffff" d="M0 0h${size}v${size}H0z"></path>
      <path class="dark" fill="#000000" d=${codePath(this.modules)}></path>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-code': PaymentCode;
  }
}
