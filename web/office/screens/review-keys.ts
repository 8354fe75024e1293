import { html, type TemplateResult } from 'lit';
import type { Words } from '../../words/words.ts';
import '../../elements/mb-dialog.ts';

const listed = ['move', 'open', 'accept', 'correct', 'refuse', 'ask', 'help'] as const;

/** All keys, in a dialog. */
export const renderKeys = (words: Words, close: () => void): TemplateResult =>
  html`<mb-dialog heading=${words.text('review-keys-title')} @dialog-dismissed=${close}>
    <ul role="list">
      ${listed.map((key) => html`<li>${words.text(`review-key-${key}`)}</li>`)}
    </ul>
    <button slot="answers" type="button" class="primary" autofocus @click=${close}>
      ${words.text('review-keys-close')}
    </button>
  </mb-dialog>`;
