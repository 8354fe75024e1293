import { html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.ts';
import type { Door } from './entrance/entrance-element.ts';
import type { OfficeRoute } from './office-route.ts';
import './entrance/forgot-password.ts';
import './entrance/set-password.ts';
import './screens/access.ts';

/** The page of an address, whose code and words are there. */
export function renderPage(route: OfficeRoute, { words, door }: { words: Words; door: Door }): TemplateResult {
  switch (route.kind) {
    case 'forgot':
      return html`<office-forgot-password .door=${door}></office-forgot-password>`;
    case 'set-password':
      return html`<office-set-password .door=${door}></office-set-password>`;
    case 'access':
      return html`<office-access></office-access>`;
    case 'section':
      return route.section.render(route.rest);
    case 'unknown':
      return html`<div class="plain">
        <h1 tabindex="-1">${words.text('office-not-found-title')}</h1>
        <a class="button" href="/office">${words.text('office-to-start')}</a>
      </div>`;
  }
}
