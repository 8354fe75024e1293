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
  isBeyond,
  mustBeThere,
  numberExample,
  numberStyles,
  placeOf,
  replacementsIn,
  replacementsText,
  withHeader,
  withSource,
} from '../mapping.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { mappingStyles } from './exchange-mapping-styles.ts';
import { exchangeStyles } from './exchange-styles.ts';

/** The file is to be read otherwise. */
export class MappingChanged extends Event {
  static readonly type = 'mapping-changed';
  readonly profile: MappingProfile;

  constructor(profile: MappingProfile) {
    super(MappingChanged.type, { bubbles: true, composed: true });
    this.profile = profile;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Chooses for each field of ours where in the file it stands, and how days and numbers are written in it.
 *
 * @fires MappingChanged
 */
@customElement('exchange-mapping')
export class ExchangeMapping extends OfficeScreen {
  static override styles = [office, exchangeStyles, mappingStyles];

  @property({ attribute: false }) profile!: MappingProfile;
  @property({ attribute: false }) file!: NonNullable<Preview['file']>;

  override render(): TemplateResult {
    const { words, profile, file } = this;
    const columns = columnsOf(file, profile);
    return html`<section aria-label=${words.text('exchange-columns')}>
      ${this.renderSettings(columns)}
      ${isBeyond(profile) ? html`<p class="note"><mb-icon name="info"></mb-icon><span>${words.text('exchange-beyond')}</span></p>` : nothing}
      <ul role="list">
        ${exchangeFields[profile.kind].map((field) => this.renderField(field, columns))}
      </ul>
    </section>`;
  }

  private renderSettings(columns: readonly FileColumn[]): TemplateResult {
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
      ${
        file.container === 'json'
          ? nothing
          : html`<label>
                <span>${words.text('exchange-skip')}</span>
                <input type="number" min="0" max="1000" .value=${String(profile.skipRows)} @change=${this.onSkip} />
              </label>
              <label class="tick">
                <input
                  type="checkbox"
                  .checked=${profile.header}
                  @change=${(event: Event) => this.tell(withHeader(profile, columns, (event.target as HTMLInputElement).checked))}
                />
                <span>${words.text('exchange-header')}</span>
              </label>`
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
    const elsewhere = profile.blocks.some((block) => block[name]) || profile.heading?.fields[name] !== undefined;
    const isMissing = mustBeThere(field) && (isLost || (!source && !elsewhere));
    return html`<li class=${isMissing ? 'missing' : ''}>
      <label for="field-${name}">
        <span>${fieldText(words, name)}</span>
        <span class="soft small">${words.text(mustBeThere(field) ? 'exchange-needed' : 'exchange-optional')}</span>
      </label>
      <div class="source">
        <select
          id="field-${name}"
          aria-invalid=${isMissing}
          @change=${(event: Event) => this.onSource(name, typed(event), columns)}
        >
          <option value="" .selected=${!source}>
            ${words.text(elsewhere ? 'exchange-from-block' : 'exchange-not-there')}
          </option>
          <option value="=" .selected=${source?.from === 'constant'}>${words.text('exchange-constant')}</option>
          ${isLost ? html`<option value="lost" .selected=${true}>${words.text('exchange-lost', { column: String(source.column) })}</option>` : nothing}
          ${columns.map(
            ({ letter, name: title }, at) =>
              html`<option value=${at} .selected=${place === at}>${title === '' ? letter : `${letter}: ${title}`}</option>`,
          )}
        </select>
        ${
          source?.from === 'constant'
            ? html`<input
                aria-label=${words.text('exchange-constant-of', { field: fieldText(words, name) })}
                maxlength="200"
                .value=${source.value}
                @change=${(event: Event) => this.set(name, { from: 'constant', value: typed(event) })}
              />`
            : nothing
        }
      </div>
      <span class="soft small wrap">${columns[place]?.examples.join(' · ') ?? nothing}</span>
      ${source?.from === 'column' && field.form === 'text' ? this.renderReplacements(name, source) : nothing}
    </li>`;
  }

  private renderReplacements(name: string, source: Extract<FieldSource, { from: 'column' }>): TemplateResult {
    const { words } = this;
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
            const replace = replacementsIn(typed(event));
            this.set(name, Object.keys(replace).length === 0 ? rest : { ...rest, replace });
          }}
        ></textarea>
      </label>
    </details>`;
  }

  private onSource(name: string, value: string, columns: readonly FileColumn[]): void {
    const before = this.profile.fields[name];
    if (value === '') this.set(name, undefined);
    else if (value === '=') this.set(name, { from: 'constant', value: '' });
    else {
      const column = columns[Number(value)]?.ref;
      if (column === undefined) return;
      this.set(name, before?.from === 'column' ? { ...before, column } : { from: 'column', column });
    }
  }

  private onSkip(event: Event): void {
    const skipRows = Math.min(1000, Math.max(0, Math.trunc(Number(typed(event))) || 0));
    this.change({ skipRows });
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
  interface HTMLElementEventMap {
    'mapping-changed': MappingChanged;
  }
}
