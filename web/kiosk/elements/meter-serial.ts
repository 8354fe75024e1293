import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';

/** A meter from the front, and where its serial number stands: on the plate below the drums, often beside a barcode. */
@customElement('meter-serial')
export class MeterSerial extends LitElement {
  static override styles = [
    controls,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
      }
      .line {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2;
      }
      .plate {
        fill: var(--card);
        stroke: var(--ink);
        stroke-width: 3;
      }
      .drum {
        fill: var(--drum);
        stroke: var(--drum-edge);
      }
      .decimal {
        fill: var(--decimal);
      }
      text {
        font: 600 13px var(--font);
        fill: var(--ink);
        text-anchor: middle;
      }
      .digit {
        fill: #ffffff;
      }
      .here {
        fill: none;
        stroke: var(--accent-text);
        stroke-width: 4;
      }
      .arrow {
        fill: none;
        stroke: var(--accent-text);
        stroke-width: 5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
    `,
  ];

  /** What those are told who do not see it. */
  @property() label = '';

  override render(): TemplateResult {
    const drum = (digit: string, at: number) => html`<svg x=${42 + at * 17} y="52" width="16" height="24">
      <rect class=${at > 4 ? 'decimal' : 'drum'} width="16" height="24" rx="2"></rect>
      <text class="digit" x="8" y="17">${digit}</text>
    </svg>`;
    return html`<svg viewBox="0 0 220 172" role="img" aria-label=${this.label}>
      <circle class="plate" cx="110" cy="86" r="80"></circle>
      <text x="110" y="40">m³</text>
      ${[...'00255417'].map(drum)}
      <path class="line" d="M86 92h48M86 96h20"></path>
      <text x="110" y="128">No 59537062</text>
      <rect class="here" x="62" y="110" width="96" height="28" rx="6"></rect>
      <path class="arrow" d="M214 158l-48-26M166 132l8 16M166 132l18-3"></path>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-serial': MeterSerial;
  }
}
