import { html, nothing, type TemplateResult } from 'lit';
import type { Language, PublicCompany } from '../../shared/company.ts';
import type { Words } from '../words/words.ts';
import { phoneOf, renderEmergency } from './emergency.ts';
import type { Ease } from './session.ts';
import '../elements/mb-icon.ts';

export interface FrameParts {
  words: Words;
  company: PublicCompany;
  ease: Ease;
  /** What is chosen in the header stands on the screen itself, with its name. */
  chosenBelow: boolean;
  speak: (language: Language) => void;
  change: (ease: Partial<Ease>) => void;
  help: () => void;
  anew: () => void;
}

/** The company, and what is there for whoever sees or reads badly. */
export function renderHeader({ words, company, ease, chosenBelow, speak, change }: FrameParts): TemplateResult {
  if (chosenBelow) return html`<header><span class="brand">${company.shortName}</span></header>`;
  return html`<header>
    <span class="brand">${company.shortName}</span>
    ${
      company.languages.length < 2
        ? nothing
        : html`<fieldset>
            <legend class="visually-hidden">${words.text('kiosk-language')}</legend>
            ${company.languages.map(
              (language) =>
                html`<button type="button" class="short" lang=${language} aria-pressed=${language === words.language}
                  @click=${() => speak(language)}>
                  <span aria-hidden="true">${language.toUpperCase()}</span>
                  <span class="visually-hidden">${words.text(`language-${language}`)}</span>
                </button>`,
            )}
          </fieldset>`
    }
    <fieldset>
      <button type="button" class="short" aria-pressed=${ease.large} @click=${() => change({ large: !ease.large })}>
        <span class="larger" aria-hidden="true">A+</span>
        <span class="visually-hidden">${words.text('kiosk-large')}</span>
      </button>
      <button type="button" class="short" aria-pressed=${ease.contrast} @click=${() => change({ contrast: !ease.contrast })}>
        <span class="half"></span>
        <span class="visually-hidden">${words.text('kiosk-contrast')}</span>
      </button>
    </fieldset>
  </header>`;
}

/** There is no connection, what can be done all the same, and what waits for one (`waitingWords`). */
export function renderOffline({ words }: FrameParts, waiting: readonly string[]): TemplateResult {
  return html`<div class="offline">
    <mb-icon name="offline"></mb-icon>
    <div>
      <p role="status">${words.text('kiosk-offline')}</p>
      ${waiting.map((text) => html`<p class="waiting">${text}</p>`)}
    </div>
  </div>`;
}

/** The whole time is nearly over. It is said when it begins; each second would be said anew otherwise. */
export function renderEnding({ words }: FrameParts, seconds: number, more: () => void): TemplateResult {
  return html`<div class="ending" role="alert" aria-atomic="false" aria-relevant="additions">
    <p>${words.text('kiosk-ending', { seconds })}</p>
    <button class="primary" type="button" @click=${more}>${words.text('kiosk-more-time')}</button>
  </div>`;
}

/** What is in sight whatever is on the screen: whom to call, whom to ask, and how to leave it. */
export function renderFooter(parts: FrameParts): TemplateResult {
  const { words, help, anew } = parts;
  return html`<footer>
    ${renderEmergency(phoneOf(parts, 'emergency'))}
    <button type="button" @click=${help}><mb-icon name="info"></mb-icon>${words.text('kiosk-help')}</button>
    <button type="button" @click=${anew}><mb-icon name="refresh"></mb-icon>${words.text('kiosk-anew')}</button>
  </footer>`;
}

export function renderHelp(parts: FrameParts, close: () => void): TemplateResult {
  const { words } = parts;
  const phone = phoneOf(parts, 'customer-service');
  return html`<mb-dialog heading=${words.text('kiosk-help-title')} @dialog-dismissed=${close}>
    <div class="help">
      <p>${words.text('kiosk-help-what')}</p>
      <p>${words.text('kiosk-help-desk')}</p>
      ${phone ? html`<p>${words.text('kiosk-help-call')} ${phone.label}, <b>${phone.number}</b></p>` : nothing}
      <p>${words.text('kiosk-help-private')}</p>
    </div>
    <button slot="answers" class="primary" type="button" autofocus @click=${close}>${words.text('kiosk-help-close')}</button>
  </mb-dialog>`;
}

/** `lost`: what is gone then. With bills nothing was typed that could be: whoever looks at them is signed out. */
export function renderAnew(
  { words }: FrameParts,
  lost: 'typed' | 'bills',
  { yes, no }: { yes: () => void; no: () => void },
): TemplateResult {
  const of = lost === 'bills' ? 'kiosk-anew-bills' : 'kiosk-anew';
  return html`<mb-dialog heading=${words.text(`${of}-title`)} @dialog-dismissed=${no}>
    <p>${words.text(`${of}-text`)}</p>
    <button slot="answers" class="anew" type="button" @click=${yes}>${words.text(`${of}-yes`)}</button>
    <button slot="answers" class="primary" type="button" autofocus @click=${no}>${words.text('kiosk-anew-no')}</button>
  </mb-dialog>`;
}
