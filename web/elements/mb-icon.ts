import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type IconName, icons } from './icons.ts';

/** One icon of the set, in the colour and about the size of the text beside it. Always next to words: hidden from screen readers. */
@customElement('mb-icon')
export class MbIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      flex: none;
      width: 1.375em;
      height: 1.375em;
      vertical-align: -0.3em;
    }
    :host([name='open']) path {
      stroke-dasharray: 3.2 3;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  @property() name: IconName = 'info';
  /** One that is not of the set: its path. */
  @property({ attribute: false }) path: string | null = null;

  override render(): TemplateResult {
    return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${this.path ?? icons[this.name]}></path></svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mb-icon': MbIcon;
  }
}
