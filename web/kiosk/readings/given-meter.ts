import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type EpochMs, toEpochMs } from '../../../shared/instant.ts';
import type { ReadingAtKiosk } from '../../../shared/kiosk-answers.ts';
import { noClaims } from '../../../shared/reading.ts';
import type { BadgeState } from '../../elements/sync-badge.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { hintsOf, meterName } from '../../readings/entry-values.ts';
import { kiosk } from '../styles.ts';
import type { RoundMeter } from './round.ts';
import '../../elements/meter-face.ts';
import '../../elements/sync-badge.ts';

/** What a resident wants to correct that was handed in already (W7). */
export class CorrectionAsked extends Event {
  static readonly type = 'correction-asked';

  constructor() {
    super(CorrectionAsked.type, { bubbles: true, composed: true });
  }
}

/**
 * A meter that was read already in this month: its value, how it stands, and whether it can still be changed.
 *
 * @fires CorrectionAsked
 */
@customElement('given-meter')
export class GivenMeter extends WordsElement {
  static override styles = kiosk;

  @property({ attribute: false }) of!: RoundMeter;
  @property({ attribute: false }) reading!: ReadingAtKiosk;
  @property({ type: Boolean }) correctable = false;
  @property({ type: Number }) now: EpochMs = 0;

  override render(): TemplateResult {
    const { words, reading } = this;
    const { meter } = this.of;
    return html`<div class="stack">
      <p class="lead">${words.text('kiosk-readings-given', { forPeriod: words.forPeriod(reading.period) })}</p>
      ${meter.registers.map((register) => {
        const { previous, previousPeriod } = hintsOf(this.of.toCheck({}, noClaims), register);
        return html`<meter-face
          .register=${register}
          .meter=${meterName(words, meter)}
          .unit=${meter.unit}
          .ratio=${meter.ratio}
          .value=${reading.values[register.code] ?? null}
          ?rollover=${reading.rollover}
          .previous=${previous}
          .previousPeriod=${previousPeriod}
        ></meter-face>`;
      })}
      <sync-badge .state=${stateOf(reading)} .now=${this.now}></sync-badge>
      ${
        this.correctable
          ? html`<button type="button" @click=${() => this.dispatchEvent(new CorrectionAsked())}>
              ${words.text('reading-correct')}
            </button>`
          : html`<p>${words.text('problem-reading_billed')}</p>`
      }
    </div>`;
  }
}

/** How it stands, in the words of the residents' app. */
function stateOf({ state, source, receivedAt }: ReadingAtKiosk): BadgeState {
  if (state === 'billed') return { kind: 'billed' };
  if (state === 'review' || state === 'late') return { kind: state, at: toEpochMs(receivedAt) };
  if (source === 'office' || source === 'billing') return { kind: 'office' };
  return { kind: 'received', at: toEpochMs(receivedAt) };
}

declare global {
  interface HTMLElementTagNameMap {
    'given-meter': GivenMeter;
  }
  interface HTMLElementEventMap {
    'correction-asked': CorrectionAsked;
  }
}
