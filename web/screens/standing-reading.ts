import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../../shared/problem.ts';
import { stands } from '../../shared/reading.ts';
import { toldNotes } from '../elements/problem-note.ts';
import { officeWords } from '../elements/reading-row.ts';
import { meterName } from '../readings/entry-values.ts';
import type { AccountView, MeterView, ReadingEntry } from '../store/views.ts';
import { controls } from '../styles/controls.ts';
import { entryState } from './badge-state.ts';
import { entryHints } from './entry-hints.ts';
import { entryStyles } from './entry-styles.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/meter-face.ts';
import '../elements/sync-badge.ts';

/** The resident wants to change or take back what was handed in (W7). */
export class ChangeAsked extends Event {
  static readonly type = 'change-asked';
  readonly change: 'correct' | 'withdraw';

  constructor(change: 'correct' | 'withdraw') {
    super(ChangeAsked.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

/**
 * The reading of the window on offer as it was saved: its faces, how it stands, and what can still be done about it.
 *
 * @fires ChangeAsked
 */
@customElement('standing-reading')
export class StandingReading extends ScreenElement {
  static override styles = [
    controls,
    entryStyles,
    css`
      .state {
        display: grid;
        gap: 0.25rem;
        padding-top: 0.875rem;
        border-top: 1px solid var(--line);
      }
      .state:focus {
        outline: none;
      }
    `,
  ];

  @property({ attribute: false }) view!: AccountView;
  @property({ attribute: false }) meter!: MeterView;
  @property({ attribute: false }) entry!: ReadingEntry;
  /** What was said when it was saved, as long as the server has said nothing. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  /** To how it stands: what is read out after saving. */
  override focus(): void {
    this.shadowRoot?.querySelector<HTMLElement>('.state')?.focus();
  }

  override render(): TemplateResult {
    const { words, entry } = this;
    const { meter } = this.meter;
    const signedOut = this.app.state.sync.state === 'signed-out';
    return html`<div class="stack">
      <div class="faces">${this.renderFaces()}</div>
      ${toldNotes(entry.problems.length > 0 ? entry.problems : this.problems, meter, 'mild')}
      <div class="state" role="status" tabindex="-1">
        <sync-badge .state=${entryState(entry)} .now=${this.app.store.now()}></sync-badge>
        ${entry.stage === 'saved' ? html`<p class="soft small">${words.text(signedOut ? 'sending-signed-out' : 'stage-saved-hint')}</p>` : nothing}
        ${officeWords(words, entry)}
      </div>
      ${this.renderActions()}
    </div>`;
  }

  private renderFaces(): TemplateResult[] {
    const { words, view, meter, entry } = this;
    const now = this.app.store.now();
    return meter.meter.registers.map((register) => {
      const { previous, previousPeriod } = entryHints(view, meter, register, now);
      return html`<meter-face
        .register=${register}
        .meter=${meterName(words, meter.meter)}
        .unit=${meter.meter.unit}
        .ratio=${meter.meter.ratio}
        .value=${entry.values[register.code] ?? null}
        ?rollover=${entry.rollover}
        .previous=${previous}
        .previousPeriod=${previousPeriod}
      ></meter-face>`;
    });
  }

  /** W6, W7: within the window and before the lock it can be changed; after the lock it is said why not. */
  private renderActions(): unknown {
    const { words, view, meter, entry } = this;
    if (!meter.window.open || entry.withdrawing) return nothing;
    if (entry.stage !== 'billed' && !view.locked.includes(entry.period)) {
      return html`<div class="actions">
        <button type="button" @click=${() => this.ask('correct')}>${words.text('reading-correct')}</button>
        ${
          // W7: what the office entered can be corrected, and is not the resident's to take back.
          entry.source === 'office' || entry.source === 'billing'
            ? nothing
            : html`<button class="quiet" type="button" @click=${() => this.ask('withdraw')}>${words.text('reading-withdraw')}</button>`
        }
      </div>`;
    }
    const counts = entry.state !== null && stands(entry.state);
    return counts ? html`<p class="soft small">${words.text('problem-reading_billed')}</p>` : nothing;
  }

  private ask(change: 'correct' | 'withdraw'): void {
    this.dispatchEvent(new ChangeAsked(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'standing-reading': StandingReading;
  }
  interface HTMLElementEventMap {
    'change-asked': ChangeAsked;
  }
}
