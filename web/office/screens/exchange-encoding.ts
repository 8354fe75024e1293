import { html, type TemplateResult } from 'lit';
import type { Words } from '../../words/words.ts';

const encodings = ['utf-8', 'windows-1257', 'windows-1251'] as const;
export type Encoding = (typeof encodings)[number];

/** In which letters a text is written; null: by its content. `found`: what that says. */
export function renderEncoding(
  words: Words,
  {
    chosen,
    found,
    onChange,
  }: { chosen: Encoding | null; found: string | null; onChange: (encoding: Encoding | null) => void },
): TemplateResult {
  return html`<div class="tools">
    <label>
      <span>${words.text('exchange-encoding')}</span>
      <select
        @change=${(event: Event) => onChange(((event.target as HTMLSelectElement).value || null) as Encoding | null)}
      >
        <option value="" .selected=${chosen === null}>
          ${found ? words.text('exchange-by-content-found', { found }) : words.text('exchange-by-content')}
        </option>
        ${encodings.map(
          (one) =>
            html`<option value=${one} .selected=${one === chosen}>${words.text(`exchange-encoding-${one}`)}</option>`,
        )}
      </select>
    </label>
  </div>`;
}
