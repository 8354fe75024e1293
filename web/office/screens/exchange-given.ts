import { html, type TemplateResult } from 'lit';
import { outForms } from '../../../shared/exchange-desk.ts';
import type { Words } from '../../words/words.ts';
import type { Outlook } from '../exchange-types.ts';
import { numberText } from '../exchange-words.ts';

/** The files of a batch of readings, in every form. */
export const renderDownloads = (words: Words, batch: string): TemplateResult =>
  html`<div class="row">
    ${outForms.map(
      (form) =>
        html`<a class="button" href="/office/batches/${batch}/${form}" download>
          <mb-icon name="download"></mb-icon>${words.text(`exchange-form-${form}`)}
        </a>`,
    )}
  </div>`;

/** What billing has answered about the readings of a batch. */
export const renderAnswered = (words: Words, answered: Outlook['batches'][number]['answered']): TemplateResult =>
  html`<section>
    <h2>${words.text('exchange-answered')}</h2>
    <dl class="counts">
      ${(['billed', 'refused', 'waiting', 'gone'] as const)
        .filter((name) => name !== 'gone' || answered.gone > 0)
        .map(
          (name) =>
            html`<div><dt>${words.text(`exchange-answered-${name}`)}</dt><dd>${numberText(words, answered[name])}</dd></div>`,
        )}
    </dl>
    ${
      answered.waiting === 0
        ? ''
        : html`<p class="soft small">${words.text('exchange-answer-hint')} <a href="/office/exchange">${words.text('exchange-bring-in')}</a></p>`
    }
  </section>`;
