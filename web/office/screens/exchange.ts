import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { FileBrought } from '../elements/exchange-drop.ts';
import { exchangeStyles } from '../elements/exchange-styles.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../elements/exchange-drop.ts';
import '../elements/exchange-lists.ts';

/** The desk of the exchange with billing: bring in, give out, and what was done of both. */
@customElement('office-exchange')
export class OfficeExchange extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      .ways {
        display: grid;
        gap: 1.25rem;
      }
      .card {
        align-content: start;
      }
      .card .button {
        width: fit-content;
      }
      @container (min-width: 52rem) {
        .ways {
          grid-template-columns: 3fr 2fr;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('exchange-title')}</h1>
      <div class="ways">
        <section>
          <h2>${words.text('exchange-bring-in')}</h2>
          <exchange-drop @file-brought=${this.onBrought}></exchange-drop>
        </section>
        <section>
          <h2>${words.text('exchange-give-out')}</h2>
          <div class="card">
            <p>${words.text('exchange-give-out-text')}</p>
            <a class="button primary" href="/office/exchange/out">${words.text('exchange-to-give-out')}</a>
            <p class="soft small">${words.text('exchange-answer-hint')}</p>
          </div>
        </section>
      </div>
      <exchange-lists></exchange-lists>
    </div>`;
  }

  private onBrought({ file }: FileBrought): void {
    this.office.navigate(`/office/exchange/in/${file.id}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-exchange': OfficeExchange;
  }
}
