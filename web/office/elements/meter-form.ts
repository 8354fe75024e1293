import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AccountPage, OfficeMeter } from '../../../shared/account-page.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import { type Service, services } from '../../../shared/meter.ts';
import type { MeterChanged } from '../../../shared/meter-forms.ts';
import { type Day, isDay, periodOfDay } from '../../../shared/period.ts';
import type { Problem } from '../../../shared/problem.ts';
import { stands } from '../../../shared/reading.ts';
import { longestReason } from '../../../shared/review-forms.ts';
import { localDay } from '../../../shared/window.ts';
import { registerValues } from '../../elements/register-values.ts';
import { textArea } from '../../styles/text-area.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { findingText } from '../finding-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import type { MeterFaceFields } from './meter-face-fields.ts';
import { meterFormStyles } from './meter-form-styles.ts';
import { pastOf } from './past-of.ts';
import type { ValueFields } from './value-fields.ts';
import './meter-face-fields.ts';
import './value-fields.ts';

export type MeterAction = 'replace' | 'verify' | 'correct' | 'retire' | 'add';

/** A form about a meter is over. `done`: it was changed. `stale`: it is not any more as it was seen here. `left`: nothing happened. */
export class MeterFormOver extends Event {
  static readonly type = 'meter-form-over';
  readonly how: 'done' | 'stale' | 'left';

  constructor(how: MeterFormOver['how']) {
    super(MeterFormOver.type, { bubbles: true, composed: true });
    this.how = how;
  }
}

/**
 * What the office does to a meter, typed in one form. What the rules say against it is shown here, and what was typed stays: also
 * where somebody else was faster, while the page around it shows how it stands now.
 *
 * @fires MeterFormOver
 */
@customElement('meter-form')
export class MeterForm extends OfficeScreen {
  static override styles = [office, textArea, meterFormStyles];

  @property() action: MeterAction = 'verify';
  @property({ attribute: false }) page!: AccountPage;
  /** Null: it is to be added. */
  @property({ attribute: false }) meter: OfficeMeter | null = null;
  @state() private day = '';
  @state() private unread = false;
  @state() private wrong: { id: 'day' | 'reason'; text: string } | null = null;
  @state() private objections: { problems: readonly Problem[]; stops: boolean } | null = null;
  private readonly act = new Act(this);
  @query('value-fields') private finals!: ValueFields | null;
  @query('meter-face-fields') private face!: MeterFaceFields | null;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!this.hasUpdated && this.ends) this.day = this.today;
    // What stood against it is looked at anew.
    if (changed.has('page') && this.hasUpdated) this.objections = null;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }

  private get ends(): boolean {
    return this.action === 'replace' || this.action === 'retire';
  }

  private get today(): Day {
    return localDay(this.office.now(), this.words.timeZone);
  }

  override render(): TemplateResult {
    const { words, action, meter } = this;
    const { act, objections } = this;
    return html`<form class="card" novalidate @submit=${this.onSubmit} @input=${this.onInput} @keydown=${this.onKey}>
      <h3 tabindex="-1">
        ${words.text(`accounts-${action}-title`)}${meter ? html` <span class="soft">${words.service(meter.service)}, ${words.text('meter-serial', { serial: meter.serial })}</span>` : nothing}
      </h3>
      ${action === 'replace' || action === 'retire' ? html`<p class="soft">${words.text(`accounts-${action}-lead`)}</p>` : nothing}
      ${this.renderFields()}
      ${action === 'verify' ? nothing : this.renderReason()}
      ${objections ? this.renderObjections(objections) : nothing}
      ${this.renderFailure(act.failure)}
      <div class="row">
        <button class="primary" aria-disabled=${act.busy} value="send">${words.text(`accounts-${action}-send`)}</button>
        ${
          objections && !objections.stops
            ? html`<button value="override" aria-disabled=${act.busy}>${words.text('accounts-override')}</button>`
            : nothing
        }
        <button class="quiet" type="button" @click=${this.onLeave}>${words.text('accounts-cancel')}</button>
      </div>
    </form>`;
  }

  private renderFields(): unknown {
    const { words, action, meter } = this;
    switch (action) {
      case 'verify':
        return this.renderDay(words.text('accounts-verify-day'), meter?.verifiedUntil ?? '');
      case 'add':
        return html`<div class="pair">${this.renderService()}${this.renderDay(words.text('accounts-add-day'), this.today)}</div>
          <meter-face-fields fresh></meter-face-fields>`;
      case 'correct':
        return html`${this.renderDay(words.text('accounts-add-day'), meter?.installedOn ?? '', meter?.hasReadings ?? false)}
          <meter-face-fields .meter=${meter} ?fixed=${meter?.hasReadings ?? false}></meter-face-fields>`;
      case 'retire':
        return html`${this.renderEnd()}
          <label class="tick"
            ><input type="checkbox" .checked=${this.unread} @change=${this.onUnread} /><span>${words.text('accounts-retire-unread')}</span></label
          >`;
      case 'replace':
        return html`${this.renderEnd()}
          <h4>${words.text('accounts-replace-new')}</h4>
          <meter-face-fields fresh .meter=${meter}></meter-face-fields>
          ${this.renderWaiting()}`;
    }
  }

  /** The day, and what the meter showed then. */
  private renderEnd(): unknown {
    const { words, meter } = this;
    if (!meter) return nothing;
    const standing = this.page.readings.filter((one) => one.meter === meter.id && stands(one.state));
    const period = periodOfDay(isDay(this.day) ? this.day : this.today);
    return html`${this.renderDay(words.text(`accounts-${this.action}-day`), this.today)}
    ${
      this.unread
        ? nothing
        : html`<h4>${words.text('accounts-finals')}</h4>
            <value-fields .meter=${meter} .period=${period} .history=${pastOf(standing)}></value-fields>
            <label class="tick"><input type="checkbox" id="rollover" /><span>${words.text('accounts-rollover')}</span></label>`
    }`;
  }

  /** M4: what the resident read off the new meter before anybody knew of it here. */
  private renderWaiting(): unknown {
    const { words, meter } = this;
    return this.page.readings
      .filter(
        (one) =>
          one.meter === meter?.id &&
          one.state === 'review' &&
          one.problems.some(({ code }) => code === 'meter_replaced'),
      )
      .slice(0, 1)
      .map(
        (one) =>
          html`<label class="tick waiting"
            ><input type="checkbox" name="waiting" value=${one.id} checked /><span
              >${words.text('accounts-waiting', { at: words.moment(toEpochMs(one.capturedAt), this.office.now()) })}
              ${meter ? registerValues(words, meter, one.values) : nothing}</span
            ></label
          >`,
      );
  }

  private renderService(): TemplateResult {
    const { words } = this;
    return html`<div class="field">
      <label for="service">${words.text('accounts-meter-service')}</label>
      <select id="service">
        ${services.map((service) => html`<option value=${service}>${words.service(service)}</option>`)}
      </select>
    </div>`;
  }

  private renderDay(label: string, value: string, disabled = false): TemplateResult {
    const error = this.wrong?.id === 'day' ? this.wrong.text : null;
    return html`<div class="field day">
      <label for="day">${label}</label>
      <input id="day" type="date" value=${value} ?disabled=${disabled} aria-invalid=${error !== null} aria-describedby=${error === null ? nothing : 'day-error'} @change=${this.onDay} />
      ${error === null ? nothing : html`<p class="error" id="day-error">${error}</p>`}
    </div>`;
  }

  private renderReason(): TemplateResult {
    const { words } = this;
    const error = this.wrong?.id === 'reason' ? this.wrong.text : null;
    return html`<div class="field">
      <label for="reason">${words.text('accounts-reason-label')}</label>
      <textarea id="reason" rows="2" maxlength=${longestReason} aria-invalid=${error !== null} aria-describedby="reason-hint"></textarea>
      <p class=${error === null ? 'soft small' : 'error'} id="reason-hint">
        ${error ?? words.text(this.ends ? 'accounts-reason-read' : 'accounts-reason-kept')}
      </p>
    </div>`;
  }

  private renderObjections({ problems }: { problems: readonly Problem[] }): TemplateResult {
    const { words, meter } = this;
    const about = meter ?? { registers: [], unit: 'm3' as const };
    return html`<div class="objections" role="alert">
      ${problems.map((problem) => html`<p><mb-icon name="warning"></mb-icon><span>${findingText(words, problem, about)}</span></p>`)}
    </div>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.act.busy) return;
    const override = (event.submitter as HTMLButtonElement | null)?.value === 'override';
    const ask = this.read(override);
    if (!ask) return;
    this.objections = null;
    await this.act.run(
      async () => {
        const answer = await ask();
        if (answer.done) this.dispatchEvent(new MeterFormOver('done'));
        else this.objections = answer;
      },
      (error) => {
        if (problemOf(error)?.code === 'changed_meanwhile') this.dispatchEvent(new MeterFormOver('stale'));
        return false;
      },
    );
  }

  /** What is to be sent; null where something is wrong with what was typed. */
  private read(override: boolean): (() => Promise<MeterChanged>) | null {
    const { words, action, meter } = this;
    const { meters } = this.office.api;
    this.wrong = null;
    const day = this.fieldOf('day')?.value ?? '';
    if (!isDay(day)) return this.refuse('day', words.text('accounts-wrong-day'));
    const seen = { meter: meter?.id ?? '', seen: meter?.version ?? 0 };
    if (action === 'verify') return () => meters.verify.mutate({ ...seen, verifiedUntil: day });
    const finals = this.finals ? this.finals.read() : null;
    if (this.finals && !finals) return null;
    const face = this.face ? this.face.read() : null;
    if (this.face && !face) return null;
    const reason = this.fieldOf('reason')?.value.trim() ?? '';
    if (reason === '') return this.refuse('reason', words.text('accounts-wrong-reason'));
    const rollover = this.renderRoot.querySelector<HTMLInputElement>('#rollover')?.checked ?? false;
    const end = { ...seen, day, rollover, override, reason };
    if (action === 'retire') return () => meters.retire.mutate({ ...end, finals });
    if (!face) return null;
    if (action === 'correct') return () => meters.correct.mutate({ ...seen, installedOn: day, ...face, reason });
    if (action === 'add') {
      const service = (this.fieldOf('service')?.value ?? 'cold-water') as Service;
      return () => meters.add.mutate({ account: this.page.account.id, service, installedOn: day, ...face, reason });
    }
    const waiting = this.renderRoot.querySelector<HTMLInputElement>('[name="waiting"]:checked')?.value ?? null;
    return () => meters.replace.mutate({ ...end, finals: finals ?? {}, next: face, waiting });
  }

  private refuse(id: 'day' | 'reason', text: string): null {
    this.wrong = { id, text };
    void this.updateComplete.then(() => this.fieldOf(id)?.focus());
    return null;
  }

  private fieldOf(id: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  }

  private onInput(): void {
    this.objections = null;
  }

  private onDay(event: Event): void {
    if (this.ends) this.day = (event.target as HTMLInputElement).value;
  }

  private onUnread(event: Event): void {
    this.unread = (event.target as HTMLInputElement).checked;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.onLeave();
  }

  private onLeave(): void {
    this.dispatchEvent(new MeterFormOver('left'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-form': MeterForm;
  }
  interface HTMLElementEventMap {
    'meter-form-over': MeterFormOver;
  }
}
