import { Task, TaskStatus } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { MeterId } from '../../../shared/ids.ts';
import type { RegisterValues } from '../../../shared/meter.ts';
import { type Day, isDay, isPeriod, type Period } from '../../../shared/period.ts';
import { isCurrent } from '../../../shared/reading.ts';
import type { EntryBasis } from '../../../shared/review.ts';
import { longestReason, type OnSlip } from '../../../shared/review-forms.ts';
import { localDay } from '../../../shared/window.ts';
import { registerValues } from '../../elements/register-values.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { type Objections, objectionStyles, renderObjections } from './objections.ts';
import { pastOf } from './past-of.ts';
import { readingState } from './reading-state.ts';
import type { ValueFields } from './value-fields.ts';
import './value-fields.ts';

/** The office has entered a reading; `adjustment`: billing gets it as one. */
export class ReadingEnteredByOffice extends Event {
  static readonly type = 'reading-entered-by-office';
  readonly adjustment: boolean;

  constructor(adjustment: boolean) {
    super(ReadingEnteredByOffice.type, { bubbles: true, composed: true });
    this.adjustment = adjustment;
  }
}

/** Somebody else was quicker; the form says so too, and shows how the month stands now. */
export class EntryOvertaken extends Event {
  static readonly type = 'entry-overtaken';
  readonly failure: unknown;

  constructor(failure: unknown) {
    super(EntryOvertaken.type, { bubbles: true, composed: true });
    this.failure = failure;
  }
}

/**
 * The office enters a reading of a meter for a month, outside the window too (W5). It says words of the area
 * `office-review`, and of the residents' `readings`.
 *
 * @fires ReadingEnteredByOffice
 * @fires EntryOvertaken
 */
@customElement('reading-entry')
export class ReadingEntry extends OfficeScreen {
  static override styles = [
    office,
    objectionStyles,
    css`
      form {
        display: grid;
        gap: 0.875rem;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
        gap: 0.75rem 1rem;
      }
      .note {
        display: grid;
        gap: 0.375rem;
        padding: 0.75rem 1rem;
        border-inline-start: 4px solid var(--warn-line);
        border-radius: var(--radius-small);
        background: var(--warn-wash);
      }
    `,
  ];

  @property() meter!: MeterId;
  /** The month that the form begins with. */
  @property() period!: Period;
  /** The day that it begins with; else today. */
  @property() takenOn: Day | '' = '';
  /** What the lines begin with. */
  @property({ attribute: false }) values: RegisterValues = {};
  /** The slip that it is entered from, where it is noted. */
  @property({ attribute: false }) from: OnSlip | null = null;
  @state() private objections: Objections | null = null;
  @state() private wrong: 'day' | 'reason' | 'override' | null = null;
  @query('value-fields') private fields!: ValueFields | null;
  @query('#reason') private reason!: HTMLInputElement | null;
  @query('#rolled') private rolled!: HTMLInputElement | null;
  @query('#override') private override_!: HTMLInputElement | null;
  private readonly act = new Act(this);

  private readonly basis = new Task(this, {
    task: ([meter, period]) => this.office.api.review.entryBasis.query({ meter, period }),
    args: () => [this.meter, this.period] as const,
  });

  protected override willUpdate(): void {
    if (this.takenOn === '') this.takenOn = this.today;
  }

  private get today(): Day {
    return localDay(this.office.now(), this.words.timeZone);
  }

  override render(): TemplateResult {
    const { words, wrong } = this;
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      <h3>${words.text('review-enter')}</h3>
      <div class="pair">
        <label>
          <span>${words.text('review-enter-month')}</span>
          <input type="month" .value=${this.period} max=${this.today.slice(0, 7)} @change=${this.onPeriod} />
        </label>
        <div class="field">
          <label for="day">${words.text('review-enter-day')}</label>
          <input
            id="day"
            type="date"
            .value=${this.takenOn}
            max=${this.today}
            aria-invalid=${wrong === 'day'}
            @change=${(event: Event) => {
              this.takenOn = (event.target as HTMLInputElement).value as Day;
            }}
          />
          ${wrong === 'day' ? html`<p class="error">${words.text('review-enter-day-wrong')}</p>` : nothing}
        </div>
      </div>
      ${this.basis.render({
        // What was typed stays while it is asked for again.
        pending: () => (this.basis.value ? this.renderValues(this.basis.value) : this.renderPending()),
        error: this.renderFailure,
        complete: (basis) => this.renderValues(basis),
      })}
    </form>`;
  }

  private renderValues(basis: EntryBasis): TemplateResult {
    const { words, wrong, period } = this;
    const present = basis.present.filter(({ state }) => isCurrent(state));
    return html`${
      present.length === 0
        ? nothing
        : html`<div>
            <p class="soft">${words.text('review-enter-present')}</p>
            ${present.map((one) => html`<p class="figures">${registerValues(words, basis.meter, one.values)} (${readingState(words, one)})</p>`)}
          </div>`
    }
      ${basis.adjusts === 'no' ? nothing : html`<p class="note">${words.text(`review-adjusts-${basis.adjusts}`)}</p>`}
      <value-fields .meter=${basis.meter} .period=${period} .history=${pastOf(basis.history)} .values=${this.values}></value-fields>
      <label class="tick"><input id="rolled" type="checkbox" /><span>${words.text('review-enter-rolled')}</span></label>
      <div class="field">
        <label for="reason">${words.text('review-reason')}</label>
        <input id="reason" autocomplete="off" maxlength=${longestReason} aria-describedby="hint" aria-invalid=${wrong === 'reason'} />
        <p class="soft small" id="hint">${words.text('review-reason-hint')}</p>
        ${wrong === 'reason' ? html`<p class="error">${words.text('review-reason-missing')}</p>` : nothing}
      </div>
      ${renderObjections(words, this.objections, { meter: basis.meter, missing: wrong === 'override' })} ${this.renderFailure(this.act.failure)}
      <div class="row">
        <button class="primary" type="submit" aria-disabled=${this.act.busy}>
          ${words.text(this.act.busy ? 'review-working' : 'review-enter-save')}
        </button>
        <slot></slot>
      </div>`;
  }

  private onPeriod(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    if (!isPeriod(value)) return;
    this.period = value;
    this.objections = null;
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const basis = this.basis.value;
    if (basis && this.basis.status === TaskStatus.COMPLETE && !this.act.busy) void this.save(basis);
  };

  private async save({ seen }: EntryBasis): Promise<void> {
    const { takenOn, period, meter, from } = this;
    const values = this.fields?.read();
    const reason = this.reason?.value.trim() ?? '';
    const override = this.override_?.checked ?? false;
    this.wrong = null;
    if (!isDay(takenOn) || takenOn > this.today) this.wrong = 'day';
    else if (!values) return;
    else if (reason === '') this.wrong = 'reason';
    else if (this.objections && !this.objections.stops && !override) this.wrong = 'override';
    if (this.wrong !== null || !values || !isDay(takenOn)) {
      this.shadowRoot?.querySelector<HTMLElement>(`#${this.wrong ?? 'day'}`)?.focus();
      return;
    }
    const entry = {
      meter,
      period,
      seen,
      values: values as Record<string, number>,
      takenOn,
      rollover: this.rolled?.checked ?? false,
      override,
      reason,
      ...(from && { from }),
    };
    await this.act.run(
      async () => {
        const decided = await this.office.api.review.enter.mutate(entry);
        if (decided.done) this.dispatchEvent(new ReadingEnteredByOffice(decided.adjustment));
        else this.objections = decided;
      },
      (error) => {
        // How the month stands now.
        if (problemOf(error)) void this.basis.run();
        if (problemOf(error)?.code === 'changed_meanwhile') this.dispatchEvent(new EntryOvertaken(error));
        return false;
      },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reading-entry': ReadingEntry;
  }
  interface HTMLElementEventMap {
    'reading-entered-by-office': ReadingEnteredByOffice;
    'entry-overtaken': EntryOvertaken;
  }
}
