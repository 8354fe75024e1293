import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';

/** An address that is none of ours. */
@customElement('not-found-screen')
export class NotFoundScreen extends ScreenElement {
  static override styles = [controls, screen];

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('not-found-title')}</h1>
      <p>${words.text('not-found')}</p>
      <p><a class="button primary" href=${paths.home}>${words.text('not-found-home')}</a></p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'not-found-screen': NotFoundScreen;
  }
}
