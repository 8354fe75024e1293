import { html, nothing, type TemplateResult } from 'lit';
import type { AppContext } from './app-context.ts';
import { isCutOff } from './cut-off.ts';
import '../elements/empty-note.ts';
import './phone-links.ts';

/** Where the device holds nothing of an account: it is on its way, cannot come now, or there is none. */
export function renderNothingYet({ state, words }: AppContext): TemplateResult {
  const { sync, accounts } = state;
  if (accounts.length === 0 && sync.pulled) {
    return html`<empty-note icon="user" heading=${words.text('home-no-account-title')}>
      <p>${words.text('home-no-account')}</p>
      <phone-links></phone-links>
    </empty-note>`;
  }
  if (isCutOff(sync)) {
    return html`<empty-note icon="offline" heading=${words.text('home-offline-title')}>
      <p>${words.text('home-offline')}</p>
    </empty-note>`;
  }
  return html`<empty-note busy heading=${words.text('home-loading')}>
    ${sync.progress === null ? nothing : html`<p class="soft figures">${words.text('home-loading-rows', { count: sync.progress })}</p>`}
  </empty-note>`;
}

/** An account without meters; before a pull was answered nobody knows that it has none. */
export function renderNoMeters(app: AppContext): TemplateResult {
  const { words, state } = app;
  if (!state.sync.pulled) return renderNothingYet(app);
  return html`<empty-note heading=${words.text('home-empty-title')}>
    <p>${words.text('home-empty')}</p>
    <phone-links></phone-links>
  </empty-note>`;
}
