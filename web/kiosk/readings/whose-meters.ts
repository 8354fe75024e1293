import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../../elements/words-element.ts';
import { kiosk } from '../styles.ts';

/** The account that was found is somebody else's. */
export class NotMine extends Event {
  static readonly type = 'not-mine';

  constructor() {
    super(NotMine.type, { bubbles: true, composed: true });
  }
}

/**
 * Whose meters these are, as far as the server tells it: those who know themselves in it go on without a word.
 *
 * @fires NotMine
 */
@customElement('whose-meters')
export class WhoseMeters extends WordsElement {
  static override styles = [
    kiosk,
    css`
      .whose {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem 0.75rem;
        padding-block: 0.25rem;
      }
      p {
        flex: 1 1 12rem;
        min-width: 0;
        overflow-wrap: anywhere;
        line-height: 1.25;
      }
    `,
  ];

  /** Masked: `A••• B•••`. */
  @property() holder = '';
  /** Masked: `Rīgas iela 7, dz. ••`. */
  @property() address = '';

  override render(): TemplateResult {
    const { words, holder, address } = this;
    const masked = [holder, address].filter(Boolean).join(', ');
    return html`<div class="whose">
      <p class="small">
        <span aria-hidden="true">${words.text('kiosk-readings-whose', { whose: masked })}</span>
        <span class="visually-hidden">${words.text('kiosk-readings-whose', { whose: spoken(masked) })}</span>
      </p>
      <button type="button" @click=${() => this.dispatchEvent(new NotMine())}>${words.text('kiosk-readings-not-mine')}</button>
    </div>`;
  }
}

/** Nobody wants to hear “bullet, bullet, bullet”. */
const spoken = (masked: string): string => masked.replaceAll(/•+/gu, '…');

declare global {
  interface HTMLElementTagNameMap {
    'whose-meters': WhoseMeters;
  }
  interface HTMLElementEventMap {
    [NotMine.type]: NotMine;
  }
}
