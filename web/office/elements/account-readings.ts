import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AccountPage, OfficeReading, RejectedReading } from '../../../shared/account-page.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import { comparePeriods, type Period } from '../../../shared/period.ts';
import { isCurrent } from '../../../shared/reading.ts';
import { registerValues } from '../../elements/register-values.ts';
import { findingText } from '../finding-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { readingState } from './reading-state.ts';

type Entry = { kind: 'reading'; reading: OfficeReading } | { kind: 'rejected'; rejected: RejectedReading };
const monthsAtOnce = 4;

/** Readings by month, whatever became of them: values, whose they are and when they came, what was found, why it was decided so. */
@customElement('account-readings')
export class AccountReadings extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      h3 {
        margin-top: 0.75rem;
      }
      li {
        display: grid;
        grid-template-columns: minmax(7.25rem, 3fr) minmax(12rem, 3fr) minmax(7.5rem, 4fr);
        gap: 0.125rem 1rem;
        padding-block: 0.5rem;
        border-top: 1px solid var(--line);
      }
      .values {
        display: grid;
        justify-items: end;
        align-content: start;
        font-variant-numeric: tabular-nums lining-nums;
        text-align: end;
      }
      .values > span {
        white-space: nowrap;
      }
      .former .values {
        text-decoration: line-through;
        text-decoration-thickness: 1px;
        color: var(--ink-soft);
      }
      .said {
        grid-column: 1 / -1;
        color: var(--ink-soft);
      }
      .refused strong {
        color: var(--error);
      }
      button {
        width: fit-content;
      }
      @container (max-width: 26rem) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        li > :nth-child(3) {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) page!: AccountPage;
  @state() private all = false;

  override render(): TemplateResult {
    const { words, page } = this;
    const months = byMonth(page);
    if (months.length === 0) return html`<p class="soft">${words.text('accounts-no-readings')}</p>`;
    const shown = this.all ? months : months.slice(0, monthsAtOnce);
    return html`${shown.map(
      ([period, entries]) => html`<section>
        <h3>${words.periodTitle(period)}${page.locked.includes(period) ? html` <span class="soft small">${words.text('accounts-locked')}</span>` : nothing}</h3>
        <ul role="list">
          ${entries.map((entry) => (entry.kind === 'reading' ? this.renderReading(entry.reading) : this.renderRejected(entry.rejected)))}
        </ul>
      </section>`,
    )}
    ${
      months.length > shown.length
        ? html`<button type="button" @click=${this.onAll}>${words.text('accounts-all-months', { count: months.length })}</button>`
        : nothing
    }`;
  }

  private renderReading(reading: OfficeReading): TemplateResult {
    const { words } = this;
    const { state, reason, problems, by, source, receivedAt, exported } = reading;
    const meter = this.meterOf(reading.meter);
    const whose = by ?? words.text(`accounts-by-${source}`);
    return html`<li class=${isCurrent(state) ? '' : state === 'refused' ? 'refused' : 'former'}>
      ${this.renderMeter(reading.meter)}
      <span class="values">${meter ? registerValues(words, meter, reading.values) : nothing}</span>
      <span
        ><strong>${readingState(words, reading)}</strong
        >${exported && state === 'accepted' ? html`, ${words.text('accounts-exported')}` : nothing}<br /><span class="soft small"
          >${whose}, ${words.moment(toEpochMs(receivedAt), this.office.now())}</span
        ></span
      >
      ${meter && problems.length > 0 ? html`<span class="said small">${problems.map((problem) => html`${findingText(words, problem, meter)} `)}</span>` : nothing}
      ${reason === null ? nothing : html`<span class="said small">${words.text('accounts-reason', { reason })}</span>`}
    </li>`;
  }

  private renderRejected({ meter: id, values, problems, receivedAt, by }: RejectedReading): TemplateResult {
    const { words } = this;
    const meter = this.meterOf(id);
    return html`<li class="refused">
      ${this.renderMeter(id)}
      <span class="values">${meter ? registerValues(words, meter, values) : nothing}</span>
      <span
        ><strong>${words.text('accounts-rejected')}</strong><br /><span class="soft small"
          >${by}, ${words.moment(toEpochMs(receivedAt), this.office.now())}</span
        ></span
      >
      ${meter ? html`<span class="said small">${problems.map((problem) => html`${findingText(words, problem, meter)} `)}</span>` : nothing}
    </li>`;
  }

  private renderMeter(id: string): TemplateResult {
    const { words } = this;
    const meter = this.meterOf(id);
    if (!meter) return html`<span></span>`;
    return html`<span
      >${words.service(meter.service)}<br /><span class="soft small figures"
        >${words.text('meter-serial', { serial: meter.serial })}</span
      ></span
    >`;
  }

  private meterOf(id: string): AccountPage['meters'][number] | undefined {
    return this.page.meters.find((meter) => meter.id === id);
  }

  private onAll(): void {
    this.all = true;
  }
}

/** The newest month first; in a month what stands or waits before what was, and the newest first. */
function byMonth({ meters, readings, rejected, readingsFrom }: AccountPage): [Period, Entry[]][] {
  const months = new Map<Period, Entry[]>();
  const add = (period: Period, entry: Entry) => months.set(period, [...(months.get(period) ?? []), entry]);
  for (const reading of readings) if (isCurrent(reading.state)) add(reading.period, { kind: 'reading', reading });
  for (const one of rejected) if (one.period >= readingsFrom) add(one.period, { kind: 'rejected', rejected: one });
  for (const reading of readings) if (!isCurrent(reading.state)) add(reading.period, { kind: 'reading', reading });
  // Those of a meter stand together.
  const placeOf = (entry: Entry) =>
    meters.findIndex(({ id }) => id === (entry.kind === 'reading' ? entry.reading : entry.rejected).meter);
  for (const entries of months.values()) entries.sort((a, b) => placeOf(a) - placeOf(b));
  return [...months].sort(([a], [b]) => comparePeriods(b, a));
}

declare global {
  interface HTMLElementTagNameMap {
    'account-readings': AccountReadings;
  }
}
