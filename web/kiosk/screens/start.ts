import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { IconName } from '../../elements/icons.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { kiosk } from '../styles.ts';
import { waitingWords } from '../waiting-words.ts';

/** The first screen: what can be done here, and in which language and letters. */
@customElement('kiosk-start')
export class KioskStart extends KioskScreen {
  static override styles = [
    kiosk,
    css`
      @container (min-width: 34rem) {
        .screen {
          max-width: 46rem;
        }
        .all {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
      .do {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        justify-content: start;
        align-content: center;
        gap: 0.25rem 1.25rem;
        padding: 1.25rem 1.5rem;
        text-align: start;
        font-size: 1.375rem;
      }
      .do mb-icon {
        grid-row: span 2;
        font-size: 2.5rem;
      }
      .do .small {
        font-weight: 400;
      }
      @container (max-width: 20rem) {
        .do {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (min-width: 40.01rem) and (max-height: 900px) {
        .screen {
          gap: 0.75rem;
          max-width: 56rem;
          padding-block: 0.75rem;
        }
        .do {
          padding: 0.75rem 1rem;
          font-size: 1.25rem;
        }
      }
      button[aria-pressed="true"] {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--accent-ink);
      }
      /* All on one row, if they have room: none stands alone. */
      .languages {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 5.75rem), 1fr));
      }
      @container (max-width: 17rem) {
        .languages {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      .languages button {
        padding-inline: 0.25rem;
      }
    `,
  ];

  /** The bills were asked for without a network. */
  @state() private refused = false;

  override render(): TemplateResult {
    const { words } = this;
    const { company, outbox } = this.kiosk;
    const online = this.kiosk.online !== false;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('kiosk-start-title')}</h1>
      <div class="stack all">
        ${this.renderDo('readings', 'kiosk-start-readings', 'kiosk-start-readings-how', true, () => this.turn('identify'))}
        ${this.renderDo('bills', 'kiosk-start-bills', online ? 'kiosk-start-bills-how' : 'kiosk-start-bills-offline', online, this.onBills)}
      </div>
      ${this.renderFailure(this.refused && !online ? words.text('kiosk-start-bills-refused') : null)}
      ${company.languages.length > 1 ? this.renderLanguages() : nothing}
      <div class="row" role="group" aria-label=${words.text('kiosk-start-ease')}>
        ${this.renderEase('large', 'kiosk-large')} ${this.renderEase('contrast', 'kiosk-contrast')}
      </div>
      ${online ? this.renderWaiting(waitingWords(words, outbox)) : nothing}
    </div>`;
  }

  private renderDo(icon: IconName, what: string, how: string, can: boolean, act: () => void): TemplateResult {
    return html`<button
      type="button"
      class=${can ? 'do primary' : 'do'}
      aria-disabled=${can ? nothing : 'true'}
      @click=${act}
    >
      <mb-icon name=${icon}></mb-icon>
      <span>${this.words.text(what)}</span>
      <span class="small">${this.words.text(how)}</span>
    </button>`;
  }

  /** Without a network the frame says it, on every screen. */
  private renderWaiting(texts: readonly string[]): TemplateResult | typeof nothing {
    if (texts.length === 0) return nothing;
    return html`<div class="row soft small">${texts.map((text) => html`<p>${text}</p>`)}</div>`;
  }

  private renderLanguages(): TemplateResult {
    return html`<div class="row languages" role="group" aria-label=${this.words.text('kiosk-language')}>
      ${this.kiosk.company.languages.map(
        (language) => html`<button
          type="button"
          class="grow"
          lang=${language}
          aria-pressed=${language === this.words.language}
          @click=${() => this.kiosk.speak(language)}
        >
          ${this.words.text(`language-${language}`)}
        </button>`,
      )}
    </div>`;
  }

  private renderEase(which: 'large' | 'contrast', key: string): TemplateResult {
    const on = this.kiosk.ease[which];
    return html`<button
      type="button"
      class="grow"
      aria-pressed=${on}
      @click=${() => this.kiosk.change({ [which]: !on })}
    >
      ${this.words.text(key)}
    </button>`;
  }

  private readonly onBills = (): void => {
    this.refused = this.kiosk.online === false;
    if (!this.refused) this.turn('sign-in');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-start': KioskStart;
  }
}
