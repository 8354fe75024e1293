import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ExchangeField, exchangeFields } from '../../../shared/exchange-fields.ts';
import type { FieldSource, MappingProfile } from '../../../shared/mapping-profile.ts';
import type { Preview } from '../exchange-types.ts';
import { fieldText } from '../exchange-words.ts';
import {
  columnsOf,
  dateExample,
  dateStyles,
  type FileColumn,
  mustBeThere,
  numberExample,
  numberStyles,
  placeOf,
  withSource,
} from '../mapping.ts';
import { OfficeScreen } from '../office-screen.ts';
import { marksOf } from '../row-marks.ts';
import { office } from '../styles.ts';
import { mappingStyles } from './exchange-mapping-styles.ts';
import { renderReplacements, replacementsStyles } from './exchange-replacements.ts';
import { renderSource, sourceStyles } from './exchange-source.ts';
import { exchangeStyles } from './exchange-styles.ts';
import { MappingChanged } from './mapping-changed.ts';
import './exchange-groups.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Chooses for each field of ours where in the file it stands, and how days and numbers are written in it.
 *
 * @fires MappingChanged
 */
@customElement('exchange-mapping')
export class ExchangeMapping extends OfficeScreen {
  static override styles = [office, exchangeStyles, sourceStyles, replacementsStyles, mappingStyles];

  @property({ attribute: false }) profile!: MappingProfile;
  @property({ attribute: false }) file!: NonNullable<Preview['file']>;

  override render(): TemplateResult {
    const { words, profile, file } = this;
    const marks = marksOf(file, profile);
    const columns = columnsOf(file, profile, (line) => marks.get(line) === 'row');
    return html`<section aria-label=${words.text('exchange-columns')}>
      <h2>${words.text('exchange-columns')}</h2>
      ${this.renderSettings()}
      <ul role="list">
        ${exchangeFields[profile.kind].map((field) => this.renderField(field, columns))}
      </ul>
      <exchange-groups .profile=${profile} .columns=${columns}></exchange-groups>
    </section>`;
  }

  private renderSettings(): TemplateResult {
    const { words, profile, file } = this;
    const auto = html`<option value="" .selected=${profile.separator === null}>${words.text('exchange-by-content')}</option>`;
    return html`<div class="settings">
      ${
        file.container === 'csv'
          ? html`<label>
              <span>${words.text('exchange-separator')}</span>
              <select @change=${(event: Event) => this.change({ separator: (typed(event) || null) as MappingProfile['separator'] })}>
                ${auto}
                ${([';', ',', '\t', '|'] as const).map(
                  (one) =>
                    html`<option value=${one} .selected=${profile.separator === one}>${one === '\t' ? words.text('exchange-tab') : one}</option>`,
                )}
              </select>
            </label>`
          : nothing
      }
      ${
        file.sheets.length > 1
          ? html`<label>
              <span>${words.text('exchange-sheet')}</span>
              <select @change=${(event: Event) => this.change({ sheet: typed(event) || null })}>
                <option value="" .selected=${profile.sheet === null}>${words.text('exchange-first-sheet')}</option>
                ${file.sheets.map((one) => html`<option value=${one} .selected=${profile.sheet === one}>${one}</option>`)}
              </select>
            </label>`
          : nothing
      }
      <label>
        <span>${words.text('exchange-dates')}</span>
        <select @change=${(event: Event) => this.change({ dates: dateStyles[Number(typed(event))] ?? profile.dates })}>
          ${dateStyles.map(
            (style, at) =>
              html`<option value=${at} .selected=${same(style, profile.dates)}>${dateExample(style)}</option>`,
          )}
        </select>
      </label>
      <label>
        <span>${words.text('exchange-numbers')}</span>
        <select
          @change=${(event: Event) => this.change({ numbers: numberStyles[Number(typed(event))] ?? profile.numbers })}
        >
          ${numberStyles.map(
            (style, at) =>
              html`<option value=${at} .selected=${same(style, profile.numbers)}>${numberExample(style)}</option>`,
          )}
        </select>
      </label>
    </div>`;
  }

  private renderField(field: ExchangeField, columns: readonly FileColumn[]): TemplateResult {
    const { words, profile } = this;
    const { name } = field;
    const source = profile.fields[name];
    const place = placeOf(columns, source);
    const isLost = source?.from === 'column' && place < 0;
    const elsewhere = profile.heading?.fields[name]
      ? 'exchange-from-block'
      : profile.blocks.some((block) => block[name])
        ? 'exchange-from-groups'
        : null;
    const isMissing = mustBeThere(field) && (isLost || (!source && elsewhere === null));
    return html`<li class=${isMissing ? 'missing' : ''}>
      <label for="field-${name}">
        <span>${fieldText(words, name)}</span>
        <span class="soft small">${words.text(mustBeThere(field) ? 'exchange-needed' : 'exchange-optional')}</span>
      </label>
      ${renderSource(words, {
        id: `field-${name}`,
        field: fieldText(words, name),
        source,
        columns,
        isMissing,
        none: words.text(elsewhere ?? 'exchange-not-there'),
        onChange: (next) => this.set(name, next),
      })}
      <span class="soft small wrap">${columns[place]?.examples.join(' · ') ?? nothing}</span>
      ${source?.from === 'column' && field.form === 'text' ? renderReplacements(words, source, (next) => this.set(name, next)) : nothing}
    </li>`;
  }

  private set(name: string, source: FieldSource | undefined): void {
    this.tell(withSource(this.profile, name, source));
  }

  private change(part: Partial<MappingProfile>): void {
    this.tell({ ...this.profile, ...part });
  }

  private tell(profile: MappingProfile): void {
    this.dispatchEvent(new MappingChanged(profile));
  }
}

const typed = (event: Event): string => (event.target as HTMLInputElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'exchange-mapping': ExchangeMapping;
  }
}
