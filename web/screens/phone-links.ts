import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';

/** The company's telephone numbers as printed in its profile, each one tap away. */
@customElement('phone-links')
export class PhoneLinks extends ScreenElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        width: 100%;
      }
      .button {
        justify-content: start;
        text-align: start;
      }
    `,
  ];

  /** The emergency number among them; it stands at the top of every screen anyway. */
  @property({ type: Boolean }) emergency = false;

  override render(): TemplateResult {
    const { company } = this.state;
    const shown = company.phones.filter(({ kind }) => this.emergency || kind !== 'emergency');
    return html`${shown.map(
      ({ number, label }) =>
        html`<a class="button" href=${telephone(number)}
          ><mb-icon name="phone"></mb-icon><span>${label[this.words.language]} <span class="whole">${number}</span></span></a
        >`,
    )}`;
  }
}

/** RFC 3966: without the spaces and brackets that help people to read. */
export const telephone = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`;

declare global {
  interface HTMLElementTagNameMap {
    'phone-links': PhoneLinks;
  }
}
