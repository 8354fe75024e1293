import { html, nothing } from 'lit';
import type { AppContext } from './app-context.ts';
import { isCutOff } from './cut-off.ts';

/** Where the company cannot be asked now: as of when what is shown is true. */
export function renderAsOf({ state, store, words }: AppContext): unknown {
  const { sync } = state;
  if (!isCutOff(sync) || sync.lastContactAt === null) return nothing;
  return html`<p class="soft small">
    ${words.text('debt-as-of', { moment: words.moment(sync.lastContactAt, store.now()) })}
  </p>`;
}
