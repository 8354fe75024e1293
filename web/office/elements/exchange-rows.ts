import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { MappingProfile } from '../../../shared/mapping-profile.ts';
import type { Preview } from '../exchange-types.ts';
import { letterOf } from '../mapping.ts';
import { firstLine, withNames } from '../names-row.ts';
import { OfficeScreen } from '../office-screen.ts';
import { markedAs, marksOf, type RowMark } from '../row-marks.ts';
import { office } from '../styles.ts';
import { exchangeStyles } from './exchange-styles.ts';
import { MappingChanged } from './mapping-changed.ts';
import './exchange-row-rules.ts';

const fewRows = 12;
const mostTitles = 1000;

/**
 * What a row can be said to be; above the table only its names can begin. Arrow keys choose as they pass, so that what
 * changes most comes last.
 */
const choices: Readonly<Record<Exclude<RowMark, 'empty'>, readonly RowMark[]>> = {
  title: ['title', 'names'],
  names: ['names', 'row'],
  row: ['row', 'out', 'block', 'names'],
  block: ['row', 'out', 'block', 'names'],
  out: ['row', 'out', 'block', 'names'],
};

/**
 * The first rows of a file as they stand; where columns are chosen, each says what it is.
 *
 * @fires MappingChanged
 */
@customElement('exchange-rows')
export class ExchangeRows extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      :host {
        display: grid;
        gap: 0.875rem;
      }
      td {
        max-width: 16rem;
        white-space: pre-wrap;
        overflow-wrap: break-word;
      }
      .line {
        width: 4rem;
        color: var(--ink-soft);
        font-weight: 400;
      }
      td.what {
        white-space: nowrap;
        padding-block: 0.1875rem;
      }
      td.what select {
        width: 11.5rem;
        min-height: 2.25rem;
        padding: 0.25rem 0.5rem;
        font-size: 0.9375rem;
      }
      @container (max-width: 34rem) {
        td.what select {
          width: 8.5rem;
        }
      }
      .is-title td,
      .is-empty td,
      .is-out td {
        color: var(--ink-soft);
      }
      .is-title td {
        font-style: italic;
      }
      .is-out td:not(.what) {
        text-decoration: line-through;
      }
      .is-names td,
      .is-block td {
        font-weight: 600;
      }
      .is-block > * {
        background: var(--accent-wash);
      }
      .tools input[type='number'] {
        width: 7rem;
      }
      .tick {
        align-items: center;
        min-height: 3.25rem;
      }
    `,
  ];

  @property({ attribute: false }) file!: NonNullable<Preview['file']>;
  /** How it is read; null: its columns are ours. */
  @property({ attribute: false }) profile: MappingProfile | null = null;
  @state() private isWhole = false;

  override render(): TemplateResult {
    const { words, file, profile } = this;
    const marks = profile ? marksOf(file, profile) : null;
    const most = this.isWhole ? file.rows.length : (profile?.skipRows ?? 0) + fewRows;
    const rows = file.rows.slice(0, most);
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    const title = words.text('exchange-as-it-stands');
    return html`<section>
        <h2>${title}</h2>
        ${profile && file.container !== 'json' ? this.renderNames(profile) : nothing}
        ${marks ? html`<p class="soft small">${words.text('exchange-rows-hint')}</p>` : nothing}
        <div class="frame" tabindex="0" role="region" aria-label=${title}>
          <table>
            <thead>
              <tr>
                <th scope="col" class="number">${words.text('exchange-line')}</th>
                ${marks ? html`<th scope="col">${words.text('exchange-row-mark')}</th>` : nothing}
                ${Array.from({ length: width }, (_, at) => html`<th scope="col">${letterOf(at)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(({ line, cells }, row) => {
                const mark = marks?.get(line) ?? (marks === null && row === 0 ? 'names' : 'row');
                return html`<tr class="is-${mark}">
                  <th scope="row" class="number line">${line}</th>
                  ${marks ? html`<td class="what">${this.renderMark(line, mark)}</td>` : nothing}
                  ${Array.from({ length: width }, (_, at) => html`<td>${cells[at] ?? ''}</td>`)}
                </tr>`;
              })}
            </tbody>
          </table>
        </div>
        ${
          rows.length < file.rows.length
            ? html`<div class="row">
                <button type="button" @click=${() => this.#showAll()}>${words.text('exchange-more')}</button>
              </div>`
            : nothing
        }
      </section>
      ${profile ? html`<exchange-row-rules .profile=${profile} .file=${file}></exchange-row-rules>` : nothing}`;
  }

  #showAll(): void {
    this.isWhole = true;
  }

  private renderNames(profile: MappingProfile): TemplateResult {
    const { words, file } = this;
    return html`<div class="tools">
      <label>
        <span>${words.text(profile.header ? 'exchange-names-line' : 'exchange-first-line')}</span>
        <input
          type="number"
          min="1"
          max=${mostTitles + 1}
          .value=${live(String(firstLine(file, profile)))}
          @change=${(event: Event) => {
            const line = Math.trunc(Number((event.target as HTMLInputElement).value)) || 1;
            const skipRows = Math.min(mostTitles, Math.max(0, line - 1));
            this.tell(withNames(profile, file, { skipRows, header: profile.header }));
          }}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${profile.header}
          @change=${(event: Event) => {
            const header = (event.target as HTMLInputElement).checked;
            this.tell(withNames(profile, file, { skipRows: profile.skipRows, header }));
          }}
        />
        <span>${words.text('exchange-header')}</span>
      </label>
    </div>`;
  }

  private renderMark(line: number, mark: RowMark): TemplateResult | string {
    const { words, file, profile } = this;
    if (mark === 'empty' || !profile) return words.text('exchange-row-empty');
    // Objects of JSON name their cells themselves.
    if (file.container === 'json' && mark === 'names') return words.text('exchange-row-names');
    const all = choices[mark].filter((one) => file.container !== 'json' || one !== 'names');
    return html`<select
      aria-label=${words.text('exchange-row-mark-of', { line })}
      @change=${(event: Event) =>
        this.tell(markedAs(profile, file, line, (event.target as HTMLSelectElement).value as RowMark))}
    >
      ${all.map(
        (one) =>
          html`<option value=${one} .selected=${live(one === mark)}>${words.text(`exchange-row-${one}`)}</option>`,
      )}
    </select>`;
  }

  private tell(profile: MappingProfile): void {
    this.dispatchEvent(new MappingChanged(profile));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-rows': ExchangeRows;
  }
}
