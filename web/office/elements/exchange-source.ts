import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldSource } from '../../../shared/mapping-profile.ts';
import type { Words } from '../../words/words.ts';
import { type FileColumn, placeOf } from '../mapping.ts';

export const sourceStyles = css`
  .source {
    display: grid;
    gap: 0.375rem;
  }
  .source :is(input, select) {
    min-height: 2.75rem;
    font-size: 1rem;
  }
`;

/** Where in the file a field stands: in a column, nowhere, or the same for all rows. Another column keeps the rest. */
export function renderSource(
  words: Words,
  {
    id,
    field,
    source,
    columns,
    isMissing = false,
    none,
    onChange,
  }: {
    id: string;
    /** As the office calls it. */
    field: string;
    source: FieldSource | undefined;
    columns: readonly FileColumn[];
    isMissing?: boolean;
    /** What no source is called; null: that cannot be chosen. */
    none: string | null;
    onChange: (source: FieldSource | undefined) => void;
  },
): TemplateResult {
  const place = placeOf(columns, source);
  const isLost = source?.from === 'column' && place < 0;
  const onChosen = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const column = columns[Number(value)]?.ref;
    if (value === '') onChange(undefined);
    else if (value === '=') onChange({ from: 'constant', value: '' });
    else if (column !== undefined) onChange({ ...(source?.from === 'column' && source), from: 'column', column });
  };
  return html`<div class="source">
    <select id=${id} aria-invalid=${isMissing} @change=${onChosen}>
      ${none === null ? nothing : html`<option value="" .selected=${live(!source)}>${none}</option>`}
      <option value="=" .selected=${live(source?.from === 'constant')}>${words.text('exchange-constant')}</option>
      ${isLost ? html`<option value="lost" .selected=${live(true)}>${words.text('exchange-lost', { column: String(source.column) })}</option>` : nothing}
      ${columns.map(
        ({ letter, name: title }, at) =>
          html`<option value=${at} .selected=${live(place === at)}>${title === '' ? letter : `${letter}: ${title}`}</option>`,
      )}
    </select>
    ${
      source?.from === 'constant'
        ? html`<input
            aria-label=${words.text('exchange-constant-of', { field })}
            maxlength="200"
            .value=${source.value}
            @change=${(event: Event) => onChange({ from: 'constant', value: (event.target as HTMLInputElement).value })}
          />`
        : nothing
    }
  </div>`;
}
