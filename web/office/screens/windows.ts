import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Period } from '../../../shared/period.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { type Place, ruleAt } from '../../../shared/window.ts';
import type { MonthCounts, WindowCalendar } from '../../../shared/window-calendar.ts';
import type { WindowActDone } from '../elements/window-acts.ts';
import type { WindowAct, WindowActWanted } from '../elements/window-month.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { type CalendarMonth, keyOf, monthsOf, scopesOf } from '../window-months.ts';
import { placeText, ruleText } from '../window-words.ts';
import '../elements/window-acts.ts';
import '../elements/window-month.ts';
import '../elements/window-preview.ts';

/** The calendar of windows and locks (W1, W2, W6, W9), and what can be changed in it. */
@customElement('windows-screen')
export class WindowsScreen extends OfficeScreen {
  static override styles = [
    office,
    css`
      .beside {
        grid-template-columns: minmax(0, 1fr);
      }
      @container (min-width: 54rem) {
        .beside {
          grid-template-columns: minmax(0, 1fr) 21rem;
        }
        window-month {
          position: sticky;
          top: 1rem;
        }
      }
      tbody :is(th, td) {
        padding-block: 0.5rem;
      }
      td span {
        white-space: nowrap;
      }
      tbody a {
        display: inline-block;
        padding-block: 0.25rem;
        font-weight: 600;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.375rem;
        font-weight: 400;
      }
      tr :is(th, td):first-child {
        padding-inline-start: 0.625rem;
      }
      tr :is(th, td):last-child {
        padding-inline-end: 0.625rem;
      }
      tr.chosen :is(th, td) {
        background: var(--accent-wash);
      }
      tr.chosen th {
        box-shadow: inset 3px 0 var(--accent);
      }
      tr.ahead td {
        color: var(--ink-soft);
      }
      .mark {
        display: inline-block;
        padding: 0.0625rem 0.5rem;
        border: 1px solid var(--line-strong);
        border-radius: 1rem;
        font-size: 0.875rem;
      }
      .mark.open {
        border-color: var(--accent);
        color: var(--accent-text);
        font-weight: 600;
      }
      .done {
        padding: 0.625rem 1rem;
        border-radius: var(--radius-small);
        background: var(--accent-wash);
      }
      @container (min-width: 40rem) {
        td {
          white-space: nowrap;
        }
      }
      .lockable {
        display: none;
      }
      @container (min-width: 68rem) {
        .lockable {
          display: table-cell;
        }
      }
      /* The month, or all of them: what was chosen must not stand below a year. */
      .back {
        display: none;
      }
      @container (max-width: 53.99rem) {
        .chosen .frame {
          display: none;
        }
        .chosen .back {
          display: inline-flex;
          justify-self: start;
        }
      }
    `,
  ];

  /** What stands in the address; null: the month that matters now. */
  @property({ attribute: false }) chosen: Period | null = null;

  @state() private place: Place = { building: null, service: null };
  @state() private act: WindowAct | null = null;
  @state() private done = '';
  @state() private counts: ReadonlyMap<Period, MonthCounts> = new Map();
  /** Which count is the newest: an older one stops. */
  private counting = 0;

  private readonly calendar = new Task(this, {
    task: async () => {
      const calendar = await this.office.api.windows.calendar.query();
      void this.count(calendar);
      return calendar;
    },
    args: () => [],
  });

  /** With a month in the address it has the focus, else the screen. */
  override async focusHeading(): Promise<void> {
    if (this.chosen === null) return super.focusHeading();
    await this.updateComplete;
    const month = this.shadowRoot?.querySelector('window-month');
    if (!month) return super.focusHeading();
    month.focus();
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('windows-title')}</h1>
      <p class="soft">${words.text('windows-intro')}</p>
      <p class=${this.done === '' ? 'visually-hidden' : 'done'} role="status">${this.done}</p>
      ${this.calendar.render({
        initial: this.renderPending,
        pending: () => (this.calendar.value ? this.renderCalendar(this.calendar.value) : this.renderPending()),
        complete: (calendar) => this.renderCalendar(calendar),
        error: this.renderFailure,
      })}
    </div>`;
  }

  private renderCalendar(calendar: WindowCalendar): TemplateResult {
    const { words, office: context, place } = this;
    const { company } = context;
    const now = context.now();
    const months = monthsOf(company, calendar, place, now);
    const month = months.find(({ period }) => period === this.chosen) ?? mattersNow(months);
    const rule = ruleAt(company.windows, place, []);
    const holidays = [...new Set(company.windows.flatMap((one) => one.holidays))].sort();
    return html`${this.renderScopes(calendar)}
      <p>
        ${ruleText(words, rule)}
        ${
          holidays.length === 0
            ? words.text('windows-no-holidays')
            : words.text('windows-holidays', { days: holidays.map((day) => words.date(day)).join('; ') })
        }
      </p>
      <div class="beside ${month.period === this.chosen ? 'chosen' : ''}">
        <a class="button back" href="/office/windows"><mb-icon name="back"></mb-icon>${words.text('windows-back')}</a>
        <div class="frame" tabindex="0" role="region" aria-label=${words.text('windows-title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">${words.text('windows-month')}</th>
                <th scope="col">${words.text('windows-days')}</th>
                <th scope="col" class="lockable">${words.text('windows-lockable')}</th>
                <th scope="col" class="number">${words.text('windows-read')}</th>
              </tr>
            </thead>
            <tbody>
              ${months.map((one) => this.renderMonth(one, one === month))}
            </tbody>
          </table>
        </div>
        <window-month
          .company=${company}
          .month=${month}
          .counts=${this.counts.get(month.period) ?? null}
          .now=${now}
          ?may=${mayActAs(context.staff.role, 'manager')}
          @window-act-wanted=${this.onWanted}
        ></window-month>
      </div>
      <window-preview .company=${company} .calendar=${calendar} .find=${this.find} .now=${now}></window-preview>
      ${
        this.act
          ? html`<window-acts
              .act=${this.act}
              .month=${month}
              .review=${this.counts.get(month.period)?.review ?? 0}
              .find=${this.find}
              @window-act-done=${this.onDone}
              @dialog-dismissed=${() => {
                this.act = null;
              }}
            ></window-acts>`
          : nothing
      }`;
  }

  /** Who has days of their own; one company's rule alone needs no choice. */
  private renderScopes(calendar: WindowCalendar): TemplateResult | typeof nothing {
    const { words } = this;
    const scopes = scopesOf(this.office.company, calendar);
    if (scopes.length === 1) return nothing;
    return html`<div class="tools">
      <div class="field">
        <label for="scope">${words.text('windows-for')}</label>
        <select id="scope" @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.place = scopes.find((one) => keyOf(one) === value) ?? this.place;
        }}>
          ${scopes.map((one) => html`<option value=${keyOf(one)} ?selected=${keyOf(one) === keyOf(this.place)}>${placeText(words, one)}</option>`)}
        </select>
      </div>
    </div>`;
  }

  private renderMonth(month: CalendarMonth, chosen: boolean): TemplateResult {
    const { words } = this;
    const { period, window, when, exception, elsewhere, lock } = month;
    const counts = this.counts.get(period);
    const now = this.office.now();
    return html`<tr class="${when} ${chosen ? 'chosen' : ''}">
      <th scope="row">
        <a href="/office/windows/${period}" aria-current=${chosen ? 'true' : nothing}>${words.periodTitle(period)}</a>
        <div class="marks">
          ${when === 'now' ? html`<span class="mark">${words.text('windows-now')}</span>` : nothing}
          ${lock ? html`<span class="mark">${words.text('windows-locked')}</span>` : nothing}
          ${month.open ? html`<span class="mark open">${words.text('windows-open-now')}</span>` : nothing}
          ${exception ? html`<span class="mark">${words.text('windows-changed')}</span>` : nothing}
          ${elsewhere.length > 0 ? html`<span class="mark">${words.text('windows-others', { count: elsewhere.length })}</span>` : nothing}
        </div>
      </th>
      <td><span>${words.date(window.opensOn)} –</span> <span>${words.date(window.closesOn)}</span></td>
      <td class="lockable"><span>${words.moment(month.lockableFrom, now)}</span></td>
      <td class="number">
        ${counts ? words.text('windows-read-of', { read: counts.read, expected: counts.expected }) : when === 'ahead' ? '' : '…'}
      </td>
    </tr>`;
  }

  private readonly find = (text: string): Promise<string[]> => this.office.api.windows.buildings.query({ text });

  private onWanted({ act }: WindowActWanted): void {
    this.done = '';
    this.act = act;
  }

  /** Also where somebody else has changed it: how it stands now is shown at once. */
  private onDone({ said }: WindowActDone): void {
    this.act = null;
    this.done = said;
    void this.calendar.run();
  }

  /** Month by month, from now back: each is a look at all of its readings, and residents are served in between. */
  private async count(calendar: WindowCalendar): Promise<void> {
    const turn = ++this.counting;
    const months = monthsOf(this.office.company, calendar, this.place, this.office.now());
    for (const { period } of months.filter(({ when }) => when !== 'ahead')) {
      try {
        const counts = await this.office.api.windows.counts.query({ period });
        if (turn !== this.counting || !this.isConnected) return;
        this.counts = new Map([...this.counts, [period, counts]]);
      } catch (error) {
        this.done = this.failureText(error);
        return;
      }
    }
  }
}

/** The month whose window is open, or else the last one that was not locked and has opened, or else this month. */
function mattersNow(months: readonly CalendarMonth[]): CalendarMonth {
  const begun = months.filter(({ when }) => when !== 'ahead');
  return (months.find(({ open }) => open) ?? begun.find(({ when }) => when === 'now') ?? months[0]) as CalendarMonth;
}

declare global {
  interface HTMLElementTagNameMap {
    'windows-screen': WindowsScreen;
  }
}
