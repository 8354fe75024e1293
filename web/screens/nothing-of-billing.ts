import { html, nothing } from 'lit';
import type { AppContext } from './app-context.ts';
import { isCutOff } from './cut-off.ts';
import { renderNothingYet } from './nothing-yet.ts';
import '../elements/empty-note.ts';

/**
 * Where the device holds no bills: they are on their way, cannot come now, or the company has sent none. An app that did not
 * know bills has passed them by, so before a pull was answered nobody knows that there are none.
 */
export function renderNothingOfBilling(app: AppContext): unknown {
  const { state, words } = app;
  const { sync, accounts } = state;
  if (sync.pulled) {
    if (accounts.length === 0) return renderNothingYet(app);
    return html`<empty-note icon="bills" heading=${words.text('bills-empty-title')}>
      <p>${words.text('bills-empty')}</p>
    </empty-note>`;
  }
  if (isCutOff(sync)) {
    return html`<empty-note icon="offline" heading=${words.text('bills-offline-title')}>
      <p>${words.text('home-offline')}</p>
    </empty-note>`;
  }
  return html`<empty-note busy icon="bills" heading=${words.text('bills-loading')}>
    ${sync.progress === null ? nothing : html`<p class="soft figures">${words.text('home-loading-rows', { count: sync.progress })}</p>`}
  </empty-note>`;
}
