import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';

/** A bill, and what of it the kiosk wants: the account number at its head, the square code further down. */
@customElement('bill-picture')
export class BillPicture extends LitElement {
  static override styles = [
    controls,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
      }
      .paper {
        fill: #ffffff;
        stroke: var(--ink);
        stroke-width: 3;
      }
      .line {
        fill: none;
        stroke: #8a8780;
        stroke-width: 3;
      }
      .dark {
        fill: #1b1a17;
      }
      .light {
        fill: #ffffff;
      }
      text {
        font: 600 13px var(--font);
        fill: #1b1a17;
      }
      .here {
        fill: none;
        stroke: var(--accent);
        stroke-width: 5;
      }
    `,
  ];

  /** What those are told who do not see it. */
  @property() label = '';
  /** An account number as the company writes them. */
  @property() account = '';

  override render(): TemplateResult {
    const corner = (x: number, y: number) => html`<svg x=${x} y=${y} width="18" height="18">
      <rect class="dark" width="18" height="18"></rect>
      <rect class="light" x="3" y="3" width="12" height="12"></rect>
      <rect class="dark" x="6" y="6" width="6" height="6"></rect>
    </svg>`;
    return html`<svg viewBox="0 0 160 172" role="img" aria-label=${this.label}>
      <rect class="paper" x="14" y="4" width="132" height="164" rx="4"></rect>
      <path class="line" d="M26 22h34M26 56h108M26 68h108M26 80h72M90 124h44M90 136h34"></path>
      <text x="128" y="28" text-anchor="end">${this.account}</text>
      ${corner(30, 102)} ${corner(60, 102)} ${corner(30, 132)}
      <path class="dark" d="M52 102h5v5h-5zM52 112h5v8h-5zM30 123h8v5h-8zM42 123h5v5h-5zM52 124h8v5h-8zM64 124h5v8h-5zM72 124h6v5h-6zM52 134h5v6h-5zM60 138h8v5h-8zM72 134h6v9h-6zM55 145h6v5h-6zM66 146h5v4h-5z"></path>
      <rect class="here" x="66" y="11" width="72" height="25" rx="6"></rect>
      <rect class="here" x="23" y="95" width="62" height="62" rx="6"></rect>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bill-picture': BillPicture;
  }
}
