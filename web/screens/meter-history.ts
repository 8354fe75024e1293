import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isVoid } from '../../shared/consumption.ts';
import type { Register, RegisterCode, RegisterValues } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import { type RegisterUse, usesOf } from '../../shared/replacement.ts';
import { toldNotes } from '../elements/problem-note.ts';
import { officeWords } from '../elements/reading-row.ts';
import { registerValues } from '../elements/register-values.ts';
import type { MeterView, ReadingEntry } from '../store/views.ts';
import { currentEntry, meterPast } from '../store/views-derived.ts';
import { type FormerReading, formerReadings } from '../store/views-former.ts';
import { controls } from '../styles/controls.ts';
import { reading } from '../styles/reading.ts';
import { entryState } from './badge-state.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import '../elements/sync-badge.ts';

/** Every reading of a meter with the use up to it, the newest first; what was corrected or withdrawn when asked for. */
@customElement('meter-history')
export class MeterHistory extends ScreenElement {
  static override styles = [
    controls,
    reading,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 1rem;
        align-items: baseline;
        padding-block: 0.75rem;
        border-top: 1px solid var(--line);
      }
      li:first-child {
        border: 0;
      }
      .former {
        padding: 0.375rem 0 0.75rem 1rem;
        border-top: 0;
      }
      .former del {
        text-decoration-thickness: 1px;
      }
      .use {
        margin-bottom: 0.25rem;
      }
      button {
        width: fit-content;
        max-width: 100%;
      }
      @media (max-width: 26rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) meter!: MeterView;
  /** The meter whose place it took, for the use across the replacement (M6). */
  @property({ attribute: false }) replaced: MeterView | null = null;
  /** What counts no more. Looked up beside the view, which every screen has and which holds only what counts. */
  @state() private former: readonly FormerReading[] = [];
  @state() private all = false;
  /** Of estimates that a later reading contradicts (M3). */
  private voided: ReadonlySet<Period> = new Set();
  private uses = new Map<RegisterCode, ReadonlyMap<Period, RegisterUse>>();

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('meter') && !changed.has('replaced')) return;
    const past = meterPast(this.meter);
    const replaced = this.replaced && meterPast(this.replaced);
    this.uses = new Map(
      past.meter.registers.map((register) => [
        register.code,
        new Map(usesOf(past, register, replaced).map((use) => [use.period, use])),
      ]),
    );
    this.voided = new Set(past.history.filter((one) => isVoid(one, past.history)).map(({ period }) => period));
    if (!changed.has('meter')) return;
    this.lookUp().catch((error) => {
      // Whoever has left the screen waits for nothing.
      if (this.isConnected) reportError(error);
    });
  }

  override render(): unknown {
    const { words, former, all } = this;
    const { entries } = this.meter;
    if (entries.length === 0 && former.length === 0) return html`<p class="soft">${words.text('state-never')}</p>`;
    const periods = [...new Set([...entries, ...(all ? former : [])].map(({ period }) => period))].sort().reverse();
    return html`${
      former.length === 0
        ? nothing
        : html`<button class="button" type="button" aria-pressed=${all} @click=${this.onAll}>
            ${all ? html`<mb-icon name="done"></mb-icon>` : nothing}${words.text('meter-former')} (${former.length})
          </button>`
    }
      <ul role="list">
        ${periods.map((period) => this.renderPeriod(period))}
      </ul>`;
  }

  private renderPeriod(period: Period): unknown {
    const own = this.meter.entries.filter((entry) => entry.period === period);
    const former = this.all ? this.former.filter((reading) => reading.period === period) : [];
    return html`${own.map((entry) => this.renderEntry(entry))}
    ${former.map((reading) => this.renderFormer(reading, own.length === 0))}`;
  }

  private renderEntry(entry: ReadingEntry): TemplateResult {
    const { words, meter } = this;
    const { period, problems } = entry;
    const counts = currentEntry(meter.entries, period) === entry;
    const state = entryState(entry);
    return html`<li>
      <div>
        <h3>${words.periodTitle(period)}</h3>
        ${
          entry.kind === 'estimate'
            ? html`<span class="soft">${words.text(counts && this.voided.has(period) ? 'estimate-void' : 'estimate')}</span>`
            : html`<sync-badge class="small" .state=${state} .now=${this.app.store.now()}></sync-badge>`
        }
      </div>
      ${this.renderValues(entry.values, counts && entry.kind === 'actual' ? period : null)}
      <div class="notes">${officeWords(words, entry)}${toldNotes(
        problems,
        meter.meter,
        state.kind === 'refused' ? 'error' : 'mild',
      )}</div>
    </li>`;
  }

  private renderFormer({ period, values, how, at, reason }: FormerReading, alone: boolean): TemplateResult {
    const { words } = this;
    return html`<li class=${alone ? '' : 'former'}>
      <div>
        ${alone ? html`<h3>${words.periodTitle(period)}</h3>` : html`<p class="soft">${words.text('meter-before')}</p>`}
        <sync-badge class="small" .state=${{ kind: how, at }} .now=${this.app.store.now()}></sync-badge>
      </div>
      <del class="soft">${this.renderValues(values, null)}</del>
      <div class="notes">${reason ? html`<p>${words.text('reading-reason', { reason })}</p>` : nothing}</div>
    </li>`;
  }

  /** `period`: of the reading whose use is said too. */
  private renderValues(values: RegisterValues, period: Period | null): TemplateResult {
    const { words } = this;
    const { meter } = this.meter;
    const useOf = ({ code, decimals }: Register): unknown => {
      const { use = null, months = 1, withOld = false } = (period && this.uses.get(code)?.get(period)) || {};
      if (use === null) return nothing;
      return html`<span class="use soft small"
        >${words.text(months > 1 ? 'reading-use-months' : 'reading-use', { months })} ${words.quantity(use, decimals)}
        ${words.unit(meter.unit)}${withOld ? `, ${words.text('use-with-old')}` : nothing}</span
      >`;
    };
    return html`<div class="values">${registerValues(words, meter, values, useOf)}</div>`;
  }

  private async lookUp(): Promise<void> {
    const { id, account } = this.meter.meter;
    const rows = await this.app.store.accountRows(account);
    if (this.meter.meter.id === id) this.former = rows ? formerReadings(rows, id) : [];
  }

  private onAll(): void {
    this.all = !this.all;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-history': MeterHistory;
  }
}
