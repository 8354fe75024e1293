import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';
import './phone-links.ts';

/** At the end of each screen that is open to everybody: whom to call. */
export const renderHelp = (words: Words): TemplateResult =>
  html`<section class="stack">
    <h2>${words.text('sign-in-help')}</h2>
    <phone-links></phone-links>
  </section>`;
