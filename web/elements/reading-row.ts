import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EpochMs } from '../../shared/instant.ts';
import type { Meter, RegisterValues } from '../../shared/meter.ts';
import type { Problem } from '../../shared/problem.ts';
import type { ReadingSource } from '../../shared/reading.ts';
import { controls } from '../styles/controls.ts';
import { reading } from '../styles/reading.ts';
import type { Words } from '../words/words.ts';
import { toldNotes } from './problem-note.ts';
import { registerValues } from './register-values.ts';
import type { BadgeState } from './sync-badge.ts';
import { WordsElement } from './words-element.ts';
import './sync-badge.ts';

/** Of a reading that did not come by the resident's own device, where it was handed in; and what the office said about it. */
export const officeWords = (
  words: Words,
  {
    source,
    reason,
    adjustment,
  }: { source?: ReadingSource | undefined; reason: string | null; adjustment?: boolean | undefined },
): unknown => [
  source === 'kiosk' ? html`<p>${words.text('source-kiosk')}</p>` : nothing,
  reason ? html`<p>${words.text('reading-reason', { reason })}</p>` : nothing,
  adjustment ? html`<p>${words.text('reading-adjusted')}</p>` : nothing,
];

/** One reading in a history: what it is of, its values, how it stands, and what was noticed about it. */
@customElement('reading-row')
export class ReadingRow extends WordsElement {
  static override styles = [
    controls,
    reading,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: baseline;
        gap: 0.25rem 1rem;
        overflow-wrap: anywhere;
        padding-block: 0.75rem;
        border-top: 1px solid var(--line);
      }
      .row > div {
        min-width: 0;
      }
      @media (max-width: 26rem) {
        .row {
          display: grid;
        }
      }
    `,
  ];

  /** What the row is headed with, text or a template: the month, or the meter. */
  @property() heading: unknown = '';
  @property({ attribute: false }) meter!: Meter;
  @property({ attribute: false }) values: RegisterValues = {};
  @property({ attribute: false }) state: BadgeState = { kind: 'none' };
  @property({ type: Boolean }) estimate = false;
  @property({ attribute: false }) problems: readonly Problem[] = [];
  @property({ type: Number }) now: EpochMs = 0;
  @property({ attribute: false }) source: ReadingSource = 'resident';
  /** What the office wrote about it. */
  @property({ attribute: false }) reason: string | null = null;
  /** W6: billing settles it with a later bill. */
  @property({ type: Boolean }) adjustment = false;

  override render(): TemplateResult {
    const { words, meter } = this;
    return html`<div class="row">
      <div>
        <h3>${this.heading}</h3>
        ${
          this.estimate
            ? html`<span class="soft">${words.text('estimate')}</span>`
            : html`<sync-badge class="small" .state=${this.state} .now=${this.now}></sync-badge>`
        }
      </div>
      <div class="values">${registerValues(words, meter, this.values)}</div>
      <div class="notes">${officeWords(words, this)}${toldNotes(this.problems, meter, this.state.kind === 'refused' ? 'error' : 'mild')}</div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reading-row': ReadingRow;
  }
}
