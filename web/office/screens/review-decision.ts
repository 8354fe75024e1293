import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { neighbours } from '../../../shared/consumption.ts';
import type { Decided, ReviewCase } from '../../../shared/review.ts';
import { longestQuestion, longestReason } from '../../../shared/review-forms.ts';
import { textArea } from '../../styles/text-area.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { type Objections, objectionStyles, renderObjections } from '../elements/objections.ts';
import { pastOf } from '../elements/past-of.ts';
import type { ValueFields } from '../elements/value-fields.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../elements/value-fields.ts';

export type Decision = 'accept' | 'correct' | 'refuse' | 'ask';

/** The letters that decide. */
export const decisionKeys: Readonly<Record<string, Decision>> = { a: 'accept', c: 'correct', r: 'refuse', q: 'ask' };
const keyOf = (decision: Decision): string =>
  Object.keys(decisionKeys).find((key) => decisionKeys[key] === decision) ?? '';

/** What became of the reading on the screen. `gone`: somebody else was faster. */
export class CaseDecided extends Event {
  static readonly type = 'case-decided';
  readonly how: 'accepted' | 'adjustment' | 'corrected' | 'refused' | 'asked' | 'gone';

  constructor(how: CaseDecided['how']) {
    super(CaseDecided.type, { bubbles: true, composed: true });
    this.how = how;
  }
}

/**
 * The four things that can be decided about a reading, and what each of them asks for. What goes without questions is done
 * at once; what the rules speak against is said before it can be done.
 *
 * @fires CaseDecided
 */
@customElement('review-decision')
export class ReviewDecision extends OfficeScreen {
  static override styles = [
    office,
    objectionStyles,
    textArea,
    css`
      /* All four in one row, also in long languages. */
      .row {
        gap: 0.375rem;
      }
      .row button {
        padding-inline: 0.625rem;
        font-size: 0.9375rem;
      }
      form {
        display: grid;
        gap: 0.875rem;
        margin-top: 0.875rem;
        padding-top: 0.875rem;
        border-top: 1px solid var(--line);
      }
      fieldset {
        display: grid;
        gap: 0.375rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 0.375rem;
        padding: 0;
        font-weight: 600;
      }
      textarea {
        min-height: 5rem;
      }
    `,
  ];

  @property({ attribute: false }) case!: ReviewCase;
  @state() private asked: Decision | null = null;
  @state() private objections: Objections | null = null;
  @state() private wrong: 'reason' | 'override' | null = null;
  /** M5, as the office decides; null: as it was handed in. */
  @state() private rolled: boolean | null = null;
  @query('textarea') private textarea!: HTMLTextAreaElement | null;
  @query('value-fields') private fields!: ValueFields | null;
  @query('#override') private override_!: HTMLInputElement | null;
  private readonly act = new Act(this);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('case')) return;
    const before = changed.get('case') as ReviewCase | undefined;
    if (before && before.reading.id === this.case.reading.id) return;
    this.leave();
  }

  /** As if its button were pressed. */
  begin(decision: Decision): void {
    if (this.act.busy || (decision === 'ask' && this.isAsked)) return;
    this.leave();
    if (decision === 'accept') {
      const against = this.case.judged.filter(({ effect }) => effect === 'refuse').map(({ problem }) => problem);
      if (against.length > 0) this.objections = { problems: against, stops: false };
      else if (!this.fell && !this.unlikely) return void this.decide('accept');
    }
    this.asked = decision;
    void this.updateComplete.then(() => {
      if (decision === 'correct') this.fields?.focus();
      else this.shadowRoot?.querySelector<HTMLElement>('form input, form textarea, #unasked')?.focus();
    });
  }

  private get isAsked(): boolean {
    return this.case.question?.state === 'answered';
  }

  /** More than can be used: one letter, hit by mistake, must not put that on a bill. */
  private get unlikely(): boolean {
    return this.case.judged.some(({ problem: { code } }) => code === 'impossible_use' || code === 'rollover_unlikely');
  }

  /** Some register shows less than before: the office has a say in what that means. */
  private get fell(): boolean {
    const { reading, meter, history } = this.case;
    const { previous } = neighbours(pastOf(history), reading.period);
    return meter.registers.some(
      ({ code, initial }) => (reading.values[code] ?? 0) < (previous?.values[code] ?? initial),
    );
  }

  /** M5: only where something falls is there a question. Of new values the rules have to tell. */
  private asksOfZero(asked: Decision): boolean {
    if (asked === 'accept') return this.fell;
    const falls = this.objections?.problems.some(
      ({ code }) => code === 'below_previous' || code === 'rollover_unlikely',
    );
    return asked === 'correct' && (this.rolled !== null || falls === true);
  }

  private leave(): void {
    this.asked = null;
    this.objections = null;
    this.wrong = null;
    this.act.clear();
    this.rolled = null;
  }

  override render(): TemplateResult {
    const { words, asked, act } = this;
    const button = (decision: Decision, primary = false) =>
      html`<button
        type="button"
        class=${primary && !asked ? 'primary' : ''}
        aria-expanded=${asked === decision}
        aria-keyshortcuts=${keyOf(decision)}
        title=${keyOf(decision).toUpperCase()}
        aria-disabled=${act.busy || (decision === 'ask' && this.isAsked)}
        @click=${() => this.begin(decision)}
      >
        ${words.text(`review-${decision}`)}
      </button>`;
    return html`<div class="row">
        ${button('accept', true)} ${button('correct')} ${button('refuse')} ${button('ask')}
      </div>
      ${this.renderFailure(act.failure)}
      ${act.busy && !asked ? html`<p class="soft" role="status">${words.text('review-working')}</p>` : nothing}
      ${asked ? this.renderForm(asked) : nothing}`;
  }

  /** Nobody would find the question. */
  private renderUnasked(): TemplateResult {
    const { words } = this;
    return html`<form @submit=${this.onSubmit} @keydown=${this.onKeyDown} novalidate>
      <p id="unasked" tabindex="-1">${words.text('review-ask-unread')}</p>
      <div class="row">
        <button type="button" @click=${this.leave}>${words.text('review-cancel')}</button>
      </div>
    </form>`;
  }

  private renderForm(asked: Decision): TemplateResult {
    const { words } = this;
    const { reading, meter, history, isRead } = this.case;
    if (asked === 'ask' && !isRead) return this.renderUnasked();
    return html`<form @submit=${this.onSubmit} @keydown=${this.onKeyDown} novalidate>
      ${
        asked === 'correct'
          ? html`<value-fields
              .meter=${meter}
              .period=${reading.period}
              .history=${pastOf(history)}
              .values=${reading.values}
            ></value-fields>`
          : nothing
      }
      ${this.asksOfZero(asked) ? this.renderRolled(asked) : nothing}
      ${this.renderText(asked)}
      ${renderObjections(words, this.objections, { meter, missing: this.wrong === 'override' })}
      <div class="row">
        <button class="primary" type="submit" aria-disabled=${this.act.busy}>
          ${words.text(this.act.busy ? 'review-working' : `review-${asked}`)}
        </button>
        <button type="button" @click=${this.leave}>${words.text('review-cancel')}</button>
      </div>
    </form>`;
  }

  private renderRolled(asked: Decision): TemplateResult {
    const { words } = this;
    const chosen = this.rolled ?? (asked === 'accept' ? this.case.reading.rollover : false);
    const choice = (yes: boolean) =>
      html`<label class="tick">
        <input
          type="radio"
          name="rolled"
          .checked=${chosen === yes}
          @change=${() => {
            this.rolled = yes;
            // What the rules say to that is asked anew.
            this.objections = null;
          }}
        /><span>${words.text(yes ? 'review-rolled-yes' : 'review-rolled-no')}</span>
      </label>`;
    return html`<fieldset>
      <legend>${words.text('review-rolled')}</legend>
      ${choice(true)} ${choice(false)}
    </fieldset>`;
  }

  private renderText(asked: Decision): TemplateResult {
    const { words, wrong } = this;
    const label =
      asked === 'ask' ? 'review-question-text' : asked === 'accept' ? 'review-reason-optional' : 'review-reason';
    const bad = wrong === 'reason';
    return html`<div class="field">
      <label for="text">${words.text(label)}</label>
      <textarea
        id="text"
        maxlength=${asked === 'ask' ? longestQuestion : longestReason}
        aria-invalid=${bad}
        aria-describedby="hint"
        @input=${() => {
          if (this.wrong === 'reason') this.wrong = null;
        }}
      ></textarea>
      <p class="soft small" id="hint">
        ${words.text(asked === 'ask' ? 'review-question-hint' : this.case.isRead ? 'review-reason-hint' : 'review-reason-unread')}
      </p>
      ${bad ? html`<p class="error">${words.text(asked === 'ask' ? 'review-question-missing' : 'review-reason-missing')}</p>` : nothing}
    </div>`;
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.onSubmit(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.leave();
    this.shadowRoot?.querySelector('button')?.focus();
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.asked && !this.act.busy && (this.asked !== 'ask' || this.case.isRead)) void this.decide(this.asked);
  };

  private async decide(decision: Decision): Promise<void> {
    const text = this.textarea?.value.trim() ?? '';
    if (text === '' && decision !== 'accept') {
      // The values are looked at first: they stand above.
      if (decision === 'correct' && !this.fields?.read()) return;
      this.wrong = 'reason';
      this.textarea?.focus();
      return;
    }
    const override = this.override_?.checked ?? false;
    if (this.objections && !this.objections.stops && !override) {
      this.wrong = 'override';
      this.override_?.focus();
      return;
    }
    const values = decision === 'correct' ? this.fields?.read() : {};
    if (!values) return;
    this.wrong = null;
    await this.act.run(
      () => this.send(decision, { text, override, values: values as Record<string, number> }),
      (error) => {
        const isGone = problemOf(error)?.code === 'changed_meanwhile';
        if (isGone) this.dispatchEvent(new CaseDecided('gone'));
        return isGone;
      },
    );
  }

  private async send(
    decision: Decision,
    { text, override, values }: { text: string; override: boolean; values: Record<string, number> },
  ): Promise<void> {
    const { review } = this.office.api;
    const id = { reading: this.case.reading.id, seen: this.case.seen };
    const { rolled } = this;
    switch (decision) {
      case 'ask':
        await review.ask.mutate({ ...id, text });
        this.dispatchEvent(new CaseDecided('asked'));
        return;
      case 'refuse':
        await review.refuse.mutate({ ...id, reason: text });
        this.dispatchEvent(new CaseDecided('refused'));
        return;
      case 'accept':
        return this.take(
          'accept',
          await review.accept.mutate({ ...id, rollover: rolled, override, reason: text || null }),
        );
      case 'correct': {
        const correction = { ...id, values, rollover: rolled ?? false, override, reason: text };
        return this.take('correct', await review.correct.mutate(correction));
      }
    }
  }

  private async take(decision: 'accept' | 'correct', decided: Decided): Promise<void> {
    if (decided.done) {
      const how = decided.adjustment ? 'adjustment' : decision === 'accept' ? 'accepted' : 'corrected';
      this.dispatchEvent(new CaseDecided(how));
      return;
    }
    this.objections = decided;
    this.asked = decision;
    await this.updateComplete;
    this.override_?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-decision': ReviewDecision;
  }
  interface HTMLElementEventMap {
    'case-decided': CaseDecided;
  }
}
