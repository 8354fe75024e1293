import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ExchangeField, exchangeFields } from '../../../shared/exchange-fields.ts';
import type { FieldSource, MappingProfile, RowTest } from '../../../shared/mapping-profile.ts';
import { withHeadingSource } from '../block-fields.ts';
import { fieldText } from '../exchange-words.ts';
import { columnsOf, type File, type FileColumn, placeOf } from '../mapping.ts';
import { OfficeScreen } from '../office-screen.ts';
import { linesOf, marksOf, wordsBefore } from '../row-marks.ts';
import { office } from '../styles.ts';
import { renderReplacements, replacementsStyles } from './exchange-replacements.ts';
import { renderRowTest, rowTestStyles } from './exchange-row-test.ts';
import { renderSource, sourceStyles } from './exchange-source.ts';
import { exchangeStyles } from './exchange-styles.ts';
import { MappingChanged } from './mapping-changed.ts';

const mostTests = 20;

/**
 * By what rows are told that begin a block or are left out, and what the first row of a block says for those below it.
 *
 * @fires MappingChanged
 */
@customElement('exchange-row-rules')
export class ExchangeRowRules extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    sourceStyles,
    replacementsStyles,
    rowTestStyles,
    css`
      :host {
        display: grid;
        gap: 0.875rem;
      }
      .said {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
        gap: 0.625rem;
        align-items: start;
      }
      .said input,
      .add select {
        min-height: 2.75rem;
        font-size: 1rem;
      }
      .add {
        max-width: 24rem;
      }
      .rule {
        display: grid;
        gap: 0.5rem;
        padding-top: 0.75rem;
        border-top: 1px solid var(--line);
      }
      .rule button {
        width: fit-content;
      }
      h4 {
        margin: 0.25rem 0 0;
        font-size: 1rem;
      }
    `,
  ];

  @property({ attribute: false }) profile!: MappingProfile;
  @property({ attribute: false }) file!: File;

  override render(): TemplateResult {
    const { heading, leaveOut } = this.profile;
    return html`${heading ? this.renderBlocks(heading) : nothing} ${this.renderLeftOut(leaveOut)}`;
  }

  private renderBlocks(heading: NonNullable<MappingProfile['heading']>): TemplateResult {
    const { words, profile, file } = this;
    const marks = marksOf(file, profile);
    const columns = columnsOf(file, profile, (line) => marks.get(line) === 'block');
    const said = exchangeFields[profile.kind].filter(({ name }) => heading.fields[name]);
    return html`<section class="card" aria-label=${words.text('exchange-blocks')}>
      <h3>${words.text('exchange-blocks')}</h3>
      <p class="soft small">${words.text('exchange-blocks-text')}</p>
      ${renderRowTest(words, {
        id: 'block',
        test: heading.when,
        columns,
        lines: linesOf(file, profile, heading.when),
        onChange: (when) => this.tell({ ...profile, heading: { ...heading, when } }),
      })}
      <h4>${words.text('exchange-block-says')}</h4>
      ${said.map((field) => this.renderSaid(field, heading.fields[field.name] as FieldSource, columns))}
      <label class="add">
        <span>${words.text('exchange-block-says-more')}</span>
        <select @change=${(event: Event) => this.onMore(event, columns)}>
          <option value="">${words.text('exchange-choose-field')}</option>
          ${exchangeFields[profile.kind]
            .filter(({ name }) => !heading.fields[name])
            .map(({ name }) => html`<option value=${name}>${fieldText(words, name)}</option>`)}
        </select>
      </label>
      <div class="row">
        <button type="button" @click=${() => this.tell({ ...profile, heading: null })}>
          ${words.text('exchange-blocks-none')}
        </button>
      </div>
    </section>`;
  }

  private renderSaid(
    { name, form }: ExchangeField,
    source: FieldSource,
    columns: readonly FileColumn[],
  ): TemplateResult {
    const { words, profile } = this;
    const field = fieldText(words, name);
    const set = (next: FieldSource | undefined): void => this.tell(withHeadingSource(profile, name, next));
    const examples = columns[placeOf(columns, source)]?.examples.join(' · ') ?? '';
    return html`<div class="said">
      <div class="field">
        <label for="block-${name}">${field}</label>
        ${renderSource(words, {
          id: `block-${name}`,
          ...{ field, source, columns },
          none: words.text('exchange-block-says-not'),
          onChange: set,
        })}
        <span class="soft small wrap">${examples}</span>
        ${source.from === 'column' && form === 'text' ? renderReplacements(words, source, set) : nothing}
      </div>
      ${
        source.from === 'column'
          ? html`<label>
              <span>${words.text('exchange-after')}</span>
              <input
                maxlength="200"
                autocomplete="off"
                aria-label=${words.text('exchange-after-of', { field })}
                .value=${source.after ?? ''}
                @change=${(event: Event) => {
                  const { after: _, ...rest } = source;
                  const after = (event.target as HTMLInputElement).value.trim();
                  set(after === '' ? rest : { ...rest, after });
                }}
              />
            </label>`
          : nothing
      }
    </div>`;
  }

  private onMore(event: Event, columns: readonly FileColumn[]): void {
    const select = event.target as HTMLSelectElement;
    const name = select.value;
    select.value = '';
    const taken = Object.values(this.profile.heading?.fields ?? {}).map((source) => placeOf(columns, source));
    const free = columns.findIndex(({ examples }, at) => examples.length > 0 && !taken.includes(at));
    const at = Math.max(free, 0);
    const after = wordsBefore(columns[at]?.examples[0] ?? '');
    const source: FieldSource = { from: 'column', column: columns[at]?.ref ?? 1, ...(after !== '' && { after }) };
    if (name !== '') this.tell(withHeadingSource(this.profile, name, source));
  }

  private renderLeftOut(tests: readonly RowTest[]): TemplateResult {
    const { words, profile, file } = this;
    const columns = columnsOf(file, profile);
    const set = (leaveOut: RowTest[]): void => this.tell({ ...profile, leaveOut });
    const more = (): void =>
      set([...tests, { column: columns[0]?.ref ?? 1, is: 'beginning', text: words.text('exchange-total') }]);
    const button =
      tests.length < mostTests
        ? html`<div class="row"><button type="button" @click=${more}>${words.text('exchange-left-out-more')}</button></div>`
        : nothing;
    if (tests.length === 0) return html`${button}`;
    return html`<section class="card" aria-label=${words.text('exchange-left-out')}>
      <h3>${words.text('exchange-left-out')}</h3>
      <p class="soft small">${words.text('exchange-left-out-text')}</p>
      ${tests.map(
        (test, at) =>
          html`<div class="rule" role="group" aria-label=${words.text('exchange-left-out-rule', { number: at + 1 })}>
            ${renderRowTest(words, {
              id: `out-${at}`,
              ...{ test, columns },
              lines: linesOf(file, profile, test),
              onChange: (next) => set(tests.map((one, place) => (place === at ? next : one))),
            })}
            <button type="button" @click=${() => set(tests.filter((_, place) => place !== at))}>
              ${words.text('exchange-left-out-not')}
            </button>
          </div>`,
      )}
      ${button}
    </section>`;
  }

  private tell(profile: MappingProfile): void {
    this.dispatchEvent(new MappingChanged(profile));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-row-rules': ExchangeRowRules;
  }
}
