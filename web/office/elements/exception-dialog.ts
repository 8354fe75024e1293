import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PublicCompany } from '../../../shared/company.ts';
import { type Service, services } from '../../../shared/meter.ts';
import { type Day, daysInMonth, isDay, nextPeriod, type Period } from '../../../shared/period.ts';
import type { Place } from '../../../shared/window.ts';
import type { OfficeException } from '../../../shared/window-calendar.ts';
import { daysFit, type NewException } from '../../../shared/window-forms.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { leftAlone, usualDays } from '../window-months.ts';
import { placeText } from '../window-words.ts';
import { dialogForm } from './dialog-form.ts';
import './building-field.ts';

/** The days that a month is to have. */
export class ExceptionWritten extends Event {
  static readonly type = 'exception-written';
  readonly exception: NewException;

  constructor(exception: NewException) {
    super(ExceptionWritten.type, { bubbles: true, composed: true });
    this.exception = exception;
  }
}

type Wrong = 'days' | 'reason' | 'exists';

/**
 * W9: other days for a month, for whom, and why.
 *
 * @fires ExceptionWritten
 * @fires DialogDismissed
 */
@customElement('exception-dialog')
export class ExceptionDialog extends WordsElement {
  static override styles = dialogForm;

  @property({ attribute: false }) company!: PublicCompany;
  @property({ attribute: false }) period!: Period;
  /** The one that is changed; null: a new one. */
  @property({ attribute: false }) changed: OfficeException | null = null;
  /** All that are in force for the month. */
  @property({ attribute: false }) others: readonly OfficeException[] = [];
  @property({ attribute: false }) find!: (text: string) => Promise<string[]>;
  @property() failure: string | null = null;
  @property({ type: Boolean }) busy = false;

  @state() private place: Place = { building: null, service: null };
  @state() private wrong: Wrong | null = null;
  @query('#opens') private opens!: HTMLInputElement;
  @query('#closes') private closes!: HTMLInputElement;
  @query('#reason') private reason!: HTMLInputElement;
  @query('building-field') private building!: HTMLElementTagNameMap['building-field'] | null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.changed) this.place = { building: this.changed.building, service: this.changed.service };
  }

  /** Its dialog is open, and the first line can be typed into. */
  protected override async firstUpdated(): Promise<void> {
    await this.shadowRoot?.querySelector('mb-dialog')?.updateComplete;
    await this.building?.updateComplete;
    (this.building ?? this.opens).focus();
  }

  override render(): TemplateResult {
    const { words, wrong, changed, place, period } = this;
    const [from, until] = usualDays(this.company, place, period);
    const [opensOn, closesOn] = changed ? [changed.opensOn, changed.closesOn] : [from, until];
    const left = leftAlone(this.company, place);
    const error = (of: Wrong, key: string, values = {}) =>
      html`<p class="error" id="${of}-wrong">${wrong === of ? words.text(key, values) : nothing}</p>`;
    return html`<mb-dialog heading=${words.text('windows-form-title', { period: words.period(period) })}>
      <form id="form" novalidate @submit=${this.onSubmit}>
        ${changed ? html`<p>${placeText(words, place)}</p>` : this.renderPlace()}
        <p class="soft small">
          ${words.text('windows-form-usual', { from: words.day(from, 'from'), until: words.day(until, 'until') })}
          ${
            left.length === 0
              ? nothing
              : words.text('windows-form-left', { places: left.map((one) => placeText(words, one)).join('; ') })
          }
        </p>
        <div class="pair">
          ${this.renderDay('opens', opensOn, [`${period}-01`, this.lastOf(period)])}
          ${this.renderDay('closes', closesOn, [`${period}-01`, this.latest])}
        </div>
        ${error('days', 'windows-form-days-wrong', { day: words.date(this.latest) })}
        <div class="field">
          <label for="reason">${words.text('windows-form-reason')}</label>
          <input
            id="reason"
            maxlength="160"
            autocomplete="off"
            .value=${changed?.reason ?? ''}
            aria-invalid=${wrong === 'reason'}
            aria-describedby="reason-hint reason-wrong"
          />
          <p class="soft small" id="reason-hint">${words.text('windows-form-reason-hint')}</p>
          ${error('reason', 'windows-form-reason-wrong')}
        </div>
        <p class="soft small">${words.text('windows-form-late')}</p>
        <div role="alert">
          ${wrong === 'exists' ? html`<p class="error">${words.text('windows-form-exists')}</p>` : nothing}
          ${this.failure === null ? nothing : html`<p class="error">${this.failure}</p>`}
        </div>
      </form>
      <div class="row" slot="answers">
        <button class="primary" type="submit" form="form" aria-disabled=${this.busy}>${words.text('windows-save')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new DialogDismissed())}>${words.text('windows-cancel')}</button>
      </div>
    </mb-dialog>`;
  }

  private renderPlace(): TemplateResult {
    const { words } = this;
    return html`<building-field
        label=${words.text('windows-form-building')}
        hint=${words.text('windows-form-building-hint')}
        .find=${this.find}
        @change=${() => {
          this.place = { ...this.place, building: this.building?.value ?? null };
        }}
      ></building-field>
      <div class="field">
        <label for="service">${words.text('windows-form-service')}</label>
        <select id="service" @change=${this.onService}>
          <option value="">${words.text('windows-form-service-all')}</option>
          ${services.map((service) => html`<option value=${service}>${words.service(service)}</option>`)}
        </select>
      </div>`;
  }

  private renderDay(id: 'opens' | 'closes', value: Day, [min, max]: [string, string]): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${this.words.text(`windows-form-${id}`)}</label>
      <input id=${id} type="date" min=${min} max=${max} .value=${value} aria-invalid=${this.wrong === 'days'} aria-describedby="days-wrong" />
    </div>`;
  }

  private lastOf(period: Period): Day {
    return `${period}-${daysInMonth(period)}` as Day;
  }

  private get latest(): Day {
    return this.lastOf(nextPeriod(this.period));
  }

  private onService({ target }: Event): void {
    this.place = { ...this.place, service: ((target as HTMLSelectElement).value || null) as Service | null };
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const { period, changed } = this;
    const building = changed ? changed.building : (this.building?.value ?? null);
    const place = { ...this.place, building };
    const [opensOn, closesOn, reason] = [this.opens.value, this.closes.value, this.reason.value.trim()];
    const exists = this.others.some(
      (one) => one !== changed && one.building === building && one.service === place.service,
    );
    const daysRight = isDay(opensOn) && isDay(closesOn) && daysFit({ period, opensOn, closesOn });
    this.wrong = !daysRight ? 'days' : reason === '' ? 'reason' : exists ? 'exists' : null;
    if (this.wrong === 'days') this.opens.focus();
    if (this.wrong === 'reason') this.reason.focus();
    if (this.wrong !== null || this.busy || !isDay(opensOn) || !isDay(closesOn)) return;
    this.dispatchEvent(
      new ExceptionWritten({ period, ...place, opensOn, closesOn, reason, replaces: changed?.id ?? null }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exception-dialog': ExceptionDialog;
  }
  interface HTMLElementEventMap {
    'exception-written': ExceptionWritten;
  }
}
