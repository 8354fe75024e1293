import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Language } from '../../shared/company.ts';
import { controls } from '../styles/controls.ts';
import { ScreenElement } from './screen-element.ts';

/** The company's languages, each in its own words, as one row of buttons. */
@customElement('language-choice')
export class LanguageChoice extends ScreenElement {
  static override styles = [
    controls,
    css`
      .choice {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      button {
        flex: 1 1 5.5rem;
        padding-inline: 0.5rem;
      }
      button[aria-pressed="true"] {
        border-color: var(--accent);
        border-width: 2px;
        background: var(--accent-wash);
      }
    `,
  ];

  override render(): unknown {
    const { words, state } = this;
    if (state.company.languages.length < 2) return nothing;
    return html`<div class="choice" role="group" aria-label=${words.text('more-language')}>
      ${state.company.languages.map(
        (language) =>
          html`<button
            type="button"
            lang=${language}
            aria-pressed=${language === words.language}
            @click=${() => this.onChoose(language)}
          >
            ${words.text(`language-${language}`)}
          </button>`,
      )}
    </div>`;
  }

  private onChoose(language: Language): void {
    void this.app.store.setLanguage(language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'language-choice': LanguageChoice;
  }
}
