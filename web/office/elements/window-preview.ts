import { html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PublicCompany } from '../../../shared/company.ts';
import type { EpochMs } from '../../../shared/instant.ts';
import { type Service, services } from '../../../shared/meter.ts';
import { isDay } from '../../../shared/period.ts';
import { localDay, noonOf, type Place, ruleAt, windowAt } from '../../../shared/window.ts';
import type { WindowCalendar } from '../../../shared/window-calendar.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { office } from '../styles.ts';
import '../../elements/window-banner.ts';
import './building-field.ts';

/** What residents are told on a day: the very banner of their first screen. */
@customElement('window-preview')
export class WindowPreview extends WordsElement {
  static override styles = office;

  @property({ attribute: false }) company!: PublicCompany;
  @property({ attribute: false }) calendar!: WindowCalendar;
  @property({ attribute: false }) find!: (text: string) => Promise<string[]>;
  @property({ type: Number }) now: EpochMs = 0;

  /** Null: now. */
  @state() private day: EpochMs | null = null;
  @state() private place: Place = { building: null, service: null };
  @query('building-field') private building!: HTMLElementTagNameMap['building-field'];

  override render(): TemplateResult {
    const { words, company, calendar, place } = this;
    const at = this.day ?? this.now;
    const found = windowAt(ruleAt(company.windows, place, calendar.exceptions), at);
    const window = found.open ? { ...found, over: false } : found;
    const locked = found.open && calendar.locks.some(({ period }) => period === found.window.period);
    return html`<section class="card" aria-labelledby="preview">
      <h2 id="preview">${words.text('windows-preview')}</h2>
      <div class="tools">
        <div class="field">
          <label for="day">${words.text('windows-preview-day')}</label>
          <input id="day" type="date" .value=${localDay(at, company.timeZone)} @change=${this.onDay} />
        </div>
        <building-field
          class="grow"
          label=${words.text('windows-preview-building')}
          .find=${this.find}
          @change=${() => {
            this.place = { ...this.place, building: this.building.value };
          }}
        ></building-field>
        <div class="field">
          <label for="service">${words.text('windows-preview-service')}</label>
          <select id="service" @change=${this.onService}>
            <option value="">${words.text('windows-form-service-all')}</option>
            ${services.map((service) => html`<option value=${service}>${words.service(service)}</option>`)}
          </select>
        </div>
      </div>
      <window-banner .window=${window} .now=${at} ?locked=${locked}></window-banner>
    </section>`;
  }

  private onDay({ target }: Event): void {
    const { value } = target as HTMLInputElement;
    this.day = isDay(value) ? noonOf(value, this.company.timeZone) : null;
  }

  private onService({ target }: Event): void {
    this.place = { ...this.place, service: ((target as HTMLSelectElement).value || null) as Service | null };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'window-preview': WindowPreview;
  }
}
