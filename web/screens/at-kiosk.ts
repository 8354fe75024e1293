import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { pressedTroubleText } from '../words/trouble-words.ts';
import type { Trouble } from './account-actions.ts';
import { entrance } from './entrance-styles.ts';
import { renderHelp } from './help.ts';
import { paths } from './paths.ts';
import { type AtKiosk, isOfLink, PhoneAtKiosk } from './phone-at-kiosk.ts';
import { ScreenElement } from './screen-element.ts';
import './language-choice.ts';

/**
 * Shows the resident's bills at the kiosk whose code was scanned with this phone. Whoever was only sent a picture of the code does not
 * know which number the kiosk shows now; and the screen says what would be seen, and by whom.
 */
@customElement('at-kiosk-screen')
export class AtKioskScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    entrance,
    css`
      .numbers {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0.75rem;
      }
      .numbers button {
        min-height: 4.5rem;
        font-size: 2rem;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.06em;
      }
      h2 {
        font-size: 1.125rem;
      }
      /* Nothing to say takes no room, not even a gap. */
      [role="alert"]:empty {
        position: absolute;
      }
    `,
  ];

  private readonly phone = new PhoneAtKiosk(this, () => this.app.store);

  override render(): TemplateResult {
    const { words } = this;
    const { standing } = this.phone;
    const title = ['declined', 'shown', 'ended'].includes(standing.kind) ? `-${standing.kind}` : '';
    return html`<div class="screen">
      <header class="title"><h1 tabindex="-1">${words.text(`at-kiosk${title}-title`)}</h1></header>
      ${this.renderStanding(standing)}
      <language-choice></language-choice>
      ${renderHelp(words)}
    </div>`;
  }

  private renderStanding(standing: AtKiosk): TemplateResult {
    const { words } = this;
    switch (standing.kind) {
      case 'opening':
        return html`<p role="status">${words.text('link-opening')}</p>`;
      case 'refused':
        return this.renderRefused(standing.why);
      case 'choosing':
        return this.renderChoosing(standing);
      case 'declined':
        return html`<section class="card">
          <p>${words.text(`at-kiosk-declined-${standing.by}`)}</p>
          ${this.renderHome()}
        </section>`;
      case 'shown':
        return html`<section class="card">
          <p>${words.text('at-kiosk-shown', { kiosk: standing.kiosk })}</p>
          <p class="soft">${words.text('at-kiosk-shown-end')}</p>
          ${this.renderTrouble()}
          <button class="wide go" type="button" aria-disabled=${this.phone.working} @click=${this.onEnd}>
            ${words.text(this.phone.working ? 'at-kiosk-working' : 'at-kiosk-end')}
          </button>
          ${this.renderHome()}
        </section>`;
      case 'ended':
        return html`<section class="card">
          <p>${words.text('at-kiosk-ended', { kiosk: standing.kiosk })}</p>
          ${this.renderHome()}
        </section>`;
    }
  }

  private renderChoosing({ kiosk, numbers }: Extract<AtKiosk, { kind: 'choosing' }>): TemplateResult {
    const { words } = this;
    const { working } = this.phone;
    return html`<section class="card">
      <p>${words.text('at-kiosk-ask', { kiosk })}</p>
      <p><b>${words.text('at-kiosk-only')}</b></p>
      <h2 id="which">${words.text('at-kiosk-which')}</h2>
      <div class="numbers" role="group" aria-labelledby="which">
        ${numbers.map(
          (number) =>
            html`<button type="button" aria-disabled=${working} @click=${() => this.phone.choose(number)}>${number}</button>`,
        )}
      </div>
      ${this.renderTrouble()}
      <button class="wide no" type="button" aria-disabled=${working} @click=${() => this.phone.choose(null)}>
        ${words.text(working ? 'at-kiosk-working' : 'at-kiosk-none')}
      </button>
      <p class="soft">${words.text('at-kiosk-missing')}</p>
    </section>`;
  }

  /** There is no letter here, and a code at a kiosk is gone after a few minutes. */
  private renderRefused(why: Trouble): TemplateResult {
    const { words } = this;
    if (isOfLink(why)) {
      return html`<section class="card">
        <p class="error" role="alert">${words.text('at-kiosk-over')}</p>
        <p>${words.text('at-kiosk-scan')}</p>
        ${this.renderHome()}
      </section>`;
    }
    return html`<section class="card">
      <p class="error" role="alert">${pressedTroubleText(words, why)}</p>
      <button class="primary" type="button" @click=${this.phone.open}>${words.text('failed-again')}</button>
    </section>`;
  }

  private renderTrouble(): TemplateResult {
    const { trouble } = this.phone;
    return html`<div role="alert">${trouble && html`<p class="error">${pressedTroubleText(this.words, trouble)}</p>`}</div>`;
  }

  private renderHome(): TemplateResult {
    return html`<a class="button wide" href=${paths.home}>${this.words.text('at-kiosk-home')}</a>`;
  }

  private readonly onEnd = (): void => void this.phone.end();
}

declare global {
  interface HTMLElementTagNameMap {
    'at-kiosk-screen': AtKioskScreen;
  }
}
