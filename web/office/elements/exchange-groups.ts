import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { exchangeFields } from '../../../shared/exchange-fields.ts';
import type { MappingProfile } from '../../../shared/mapping-profile.ts';
import {
  addGroup,
  mostGroups,
  removeGroup,
  repeat,
  repeatedIn,
  startGroups,
  withGroupSource,
} from '../column-groups.ts';
import { fieldText } from '../exchange-words.ts';
import type { FileColumn } from '../mapping.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { renderSource, sourceStyles } from './exchange-source.ts';
import { exchangeStyles } from './exchange-styles.ts';
import { MappingChanged } from './mapping-changed.ts';

/**
 * Several of ours side by side in one row of the file, as readings of T1 and T2 in columns of their own.
 *
 * @fires MappingChanged
 */
@customElement('exchange-groups')
export class ExchangeGroups extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    sourceStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 600;
      }
      .ticks {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
        gap: 0.5rem 1rem;
        margin-top: 0.5rem;
      }
      .tick {
        align-items: center;
        min-height: 2rem;
      }
      .tick > span:first-child,
      .tick span {
        font-weight: 400;
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
        gap: 0.875rem;
      }
      .groups fieldset {
        display: grid;
        align-content: start;
        gap: 0.625rem;
        padding: 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--card);
      }
      .groups legend {
        float: left;
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) profile!: MappingProfile;
  @property({ attribute: false }) columns!: readonly FileColumn[];

  override render(): TemplateResult {
    const { words, profile, columns } = this;
    if (profile.blocks.length === 0) {
      return html`<div class="row">
        <button type="button" @click=${() => this.tell(startGroups(profile, columns))}>
          ${words.text('exchange-groups-start')}
        </button>
      </div>`;
    }
    const repeated = repeatedIn(profile);
    return html`<section aria-label=${words.text('exchange-groups')}>
      <h3>${words.text('exchange-groups')}</h3>
      <p class="soft small">${words.text('exchange-groups-text')}</p>
      <fieldset>
        <legend>${words.text('exchange-groups-repeated')}</legend>
        <div class="ticks">
          ${exchangeFields[profile.kind].map(
            ({ name }) =>
              html`<label class="tick">
                <input
                  type="checkbox"
                  .checked=${repeated.includes(name)}
                  @change=${(event: Event) =>
                    this.tell(repeat(profile, name, (event.target as HTMLInputElement).checked, columns))}
                />
                <span>${fieldText(words, name)}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      <div class="groups">${profile.blocks.map((_, at) => this.renderGroup(at, repeated))}</div>
      <div class="row">
        ${
          profile.blocks.length < mostGroups
            ? html`<button type="button" @click=${() => this.tell(addGroup(profile, columns))}>
                ${words.text('exchange-groups-more')}
              </button>`
            : nothing
        }
        <button type="button" @click=${() => this.tell(withoutGroups(profile))}>
          ${words.text('exchange-groups-none')}
        </button>
      </div>
    </section>`;
  }

  private renderGroup(at: number, repeated: readonly string[]): TemplateResult {
    const { words, profile, columns } = this;
    const number = at + 1;
    return html`<fieldset>
      <legend>${words.text('exchange-group', { number })}</legend>
      ${repeated.map(
        (name) =>
          html`<div class="field">
            <label for="group-${number}-${name}">${fieldText(words, name)}</label>
            ${renderSource(words, {
              id: `group-${number}-${name}`,
              field: fieldText(words, name),
              source: profile.blocks[at]?.[name],
              columns,
              none: words.text('exchange-not-there'),
              onChange: (source) => this.tell(withGroupSource(profile, at, name, source)),
            })}
          </div>`,
      )}
      ${
        profile.blocks.length > 2
          ? html`<button type="button" @click=${() => this.tell(removeGroup(profile, at))}>
              ${words.text('exchange-group-remove', { number })}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  private tell(profile: MappingProfile): void {
    this.dispatchEvent(new MappingChanged(profile));
  }
}

/** The first of them holds for the row. */
const withoutGroups = (profile: MappingProfile): MappingProfile =>
  removeGroup({ ...profile, blocks: profile.blocks.slice(0, 1) }, 1);

declare global {
  interface HTMLElementTagNameMap {
    'exchange-groups': ExchangeGroups;
  }
}
