import { consume } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { type KioskContext, kioskContext } from '../kiosk-context.ts';
import { kiosk } from '../styles.ts';
import './bill-picture.ts';
import './meter-serial.ts';

/**
 * Where on a bill the code and the account number stand, and where on a meter its number: drawn, over the screen.
 *
 * @fires DialogDismissed
 */
@customElement('where-it-stands')
export class WhereItStands extends LitElement {
  static override styles = [
    kiosk,
    css`
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
        gap: 1rem;
      }
      figure {
        display: grid;
        gap: 0.5rem;
        align-content: start;
      }
      bill-picture,
      meter-serial {
        width: min(100%, 9rem, 28dvh);
        margin-inline: auto;
      }
    `,
  ];

  @consume({ context: kioskContext, subscribe: true })
  @state()
  private kiosk!: KioskContext;

  override render(): TemplateResult {
    const { words, company } = this.kiosk;
    return html`<mb-dialog heading=${words.text('kiosk-where-title')}>
      <div class="figures">
        <figure>
          <bill-picture
            label=${words.text('kiosk-where-bill-picture')}
            account=${company.accountNumber.example}
          ></bill-picture>
          <figcaption>${words.text('kiosk-where-bill')}</figcaption>
        </figure>
        <figure>
          <meter-serial label=${words.text('kiosk-identify-picture')}></meter-serial>
          <figcaption>${words.text('kiosk-where-meter')}</figcaption>
        </figure>
      </div>
      <button slot="answers" class="primary" type="button" autofocus @click=${() => this.dispatchEvent(new DialogDismissed())}>
        ${words.text('kiosk-help-close')}
      </button>
    </mb-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'where-it-stands': WhereItStands;
  }
}
