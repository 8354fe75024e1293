import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StatementId } from '../../shared/ids.ts';
import { controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { ScreenElement } from './screen-element.ts';

@customElement('bill-screen')
export class BillScreen extends ScreenElement {
  static override styles = [controls, screen];

  @property({ attribute: false }) statementId!: StatementId;

  override render(): TemplateResult {
    return html`<div class="screen">
      <header class="title"><h1 tabindex="-1">${this.words.text('bill-title')}</h1></header>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bill-screen': BillScreen;
  }
}
