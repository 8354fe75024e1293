import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { ScreenElement } from './screen-element.ts';

@customElement('ledger-screen')
export class LedgerScreen extends ScreenElement {
  static override styles = [controls, screen];

  override render(): TemplateResult {
    return html`<div class="screen">
      <header class="title"><h1 tabindex="-1">${this.words.text('ledger-title')}</h1></header>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ledger-screen': LedgerScreen;
  }
}
