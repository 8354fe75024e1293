import { css, html, type TemplateResult } from 'lit';
import type { FieldSource } from '../../../shared/mapping-profile.ts';
import type { Words } from '../../words/words.ts';
import { replacementsIn, replacementsText } from '../mapping.ts';

export const replacementsStyles = css`
  summary {
    width: fit-content;
    color: var(--accent-text);
    cursor: pointer;
  }
  textarea {
    width: 100%;
    padding: 0.5rem 0.875rem;
    border: 1.5px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }
`;

type Column = Extract<FieldSource, { from: 'column' }>;

/** Our words for what stands in the cells of a column. */
export function renderReplacements(words: Words, source: Column, onChange: (source: Column) => void): TemplateResult {
  const count = Object.keys(source.replace ?? {}).length;
  return html`<details>
    <summary class="small">
      ${count === 0 ? words.text('exchange-replace') : words.text('exchange-replaced', { count })}
    </summary>
    <label>
      <span class="soft small">${words.text('exchange-replace-hint')}</span>
      <textarea
        rows="4"
        spellcheck="false"
        .value=${replacementsText(source.replace)}
        @change=${(event: Event) => {
          const { replace: _, ...rest } = source;
          const replace = replacementsIn((event.target as HTMLTextAreaElement).value);
          onChange(Object.keys(replace).length === 0 ? rest : { ...rest, replace });
        }}
      ></textarea>
    </label>
  </details>`;
}
