import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { ScreenElement } from './screen-element.ts';

@customElement('debt-screen')
export class DebtScreen extends ScreenElement {
  static override styles = [controls, screen];

  override render(): TemplateResult {
    return html`<div class="screen">
      <header class="title"><h1 tabindex="-1">${this.words.text('debt-title')}</h1></header>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'debt-screen': DebtScreen;
  }
}
