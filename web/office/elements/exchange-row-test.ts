import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RowTest } from '../../../shared/mapping-profile.ts';
import type { Words } from '../../words/words.ts';
import { type FileColumn, placeOfRef } from '../mapping.ts';

export const rowTestStyles = css`
  .test {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: 0.625rem;
    align-items: end;
  }
  .test :is(input, select) {
    min-height: 2.75rem;
    font-size: 1rem;
  }
`;

const kinds = ['beginning', 'equal', 'containing', 'empty', 'filled'] as const;

/** Which rows are meant, to be said by hand: a column, and what stands in it. `lines`: where that is so. */
export function renderRowTest(
  words: Words,
  {
    id,
    test,
    columns,
    lines,
    onChange,
  }: {
    id: string;
    test: RowTest;
    columns: readonly FileColumn[];
    lines: readonly number[];
    onChange: (test: RowTest) => void;
  },
): TemplateResult {
  const place = placeOfRef(columns, test.column);
  const onKind = (event: Event): void => {
    const is = (event.target as HTMLSelectElement).value as RowTest['is'];
    const { column } = test;
    if (is === 'empty' || is === 'filled') onChange({ column, is });
    else onChange({ column, is, text: 'text' in test ? test.text : words.text('exchange-total') });
  };
  const onText = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    // Every cell begins with nothing.
    if (text === '') input.value = 'text' in test ? test.text : '';
    else if ('text' in test) onChange({ ...test, text });
  };
  return html`<div class="test">
      <div class="field">
        <label for="${id}-column">${words.text('exchange-test-column')}</label>
        <select
          id="${id}-column"
          @change=${(event: Event) => {
            const column = columns[Number((event.target as HTMLSelectElement).value)]?.ref;
            if (column !== undefined) onChange({ ...test, column });
          }}
        >
          ${place < 0 ? html`<option value="" .selected=${live(true)}>${words.text('exchange-lost', { column: String(test.column) })}</option>` : nothing}
          ${columns.map(
            ({ letter, name }, at) =>
              html`<option value=${at} .selected=${live(place === at)}>${name === '' ? letter : `${letter}: ${name}`}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="${id}-is">${words.text('exchange-test-is')}</label>
        <select id="${id}-is" @change=${onKind}>
          ${kinds.map(
            (one) =>
              html`<option value=${one} .selected=${live(test.is === one)}>${words.text(`exchange-test-${one}`)}</option>`,
          )}
        </select>
      </div>
      ${
        'text' in test
          ? html`<div class="field">
              <label for="${id}-text">${words.text('exchange-test-text')}</label>
              <input id="${id}-text" maxlength="200" autocomplete="off" .value=${live(test.text)} @change=${onText} />
            </div>`
          : nothing
      }
    </div>
    <p class="soft small">
      ${
        lines.length === 0
          ? words.text('exchange-in-no-line')
          : words.text('exchange-in-lines', { lines: lines.join(', ') })
      }
    </p>`;
}
