import { Task } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addMonths, type Period, periodOfDay } from '../../../shared/period.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { localDay, ruleAt, windowOf } from '../../../shared/window.ts';
import { problemOf } from '../api.ts';
import { exchangeStyles } from '../elements/exchange-styles.ts';
import type { ReasonGiven } from '../elements/reason-dialog.ts';
import type { Outlook } from '../exchange-types.ts';
import { numberText } from '../exchange-words.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { renderDownloads } from './exchange-given.ts';
import '../elements/reason-dialog.ts';

const monthsOffered = 13;

/** Gives the readings of a month to billing: what would be in the file, what would not, with a lock or without. */
@customElement('office-exchange-out')
export class OfficeExchangeOut extends OfficeScreen {
  static override styles = [
    office,
    exchangeStyles,
    css`
      .tools label {
        flex: 0 1 18rem;
      }
      .said:not(:has(*)) {
        position: absolute;
      }
    `,
  ];

  /** What stands in the address; null: the month that residents can read for, or could last. */
  @property({ attribute: false }) chosen: Period | null = null;

  @state() private asking = false;
  @state() private working = false;
  @state() private failure: unknown = null;
  @state() private given: { batch: string | null; readings: number; locked: boolean } | null = null;

  private readonly outlook = new Task(this, {
    args: () => [this.period] as const,
    task: ([period]) => this.office.api.exchange.outlook.query({ period }),
  });

  private get today(): Period {
    return periodOfDay(localDay(this.office.now(), this.office.company.timeZone));
  }

  private get period(): Period {
    if (this.chosen !== null) return this.chosen;
    const { company } = this.office;
    const rule = ruleAt(company.windows, { building: null, service: null }, []);
    const { today } = this;
    return this.office.now() < windowOf(rule, today).opensAt ? addMonths(today, -1) : today;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('chosen')) return;
    this.given = null;
    this.failure = null;
    this.asking = false;
  }

  override render(): TemplateResult {
    const { words, period } = this;
    const { value, error } = this.outlook;
    const shown = value?.period === period ? value : null;
    const months = Array.from({ length: monthsOffered }, (_, back) => addMonths(this.today, -back));
    if (!months.includes(period)) months.push(period);
    return html`<div class="screen">
      <p><a href="/office/exchange">${words.text('exchange-title')}</a></p>
      <h1 tabindex="-1">${words.text('exchange-give-out')}</h1>
      <div class="tools">
        <label>
          <span>${words.text('exchange-field-period')}</span>
          <select
            @change=${(event: Event) =>
              this.office.navigate(`/office/exchange/out/${(event.target as HTMLSelectElement).value}`, {
                replace: true,
              })}
          >
            ${months.map(
              (one) => html`<option value=${one} .selected=${one === period}>${words.periodTitle(one)}</option>`,
            )}
          </select>
        </label>
      </div>
      <div class="said" role="status">${this.given ? this.renderGiven(this.given) : nothing}</div>
      ${error !== undefined ? this.renderFailure(error) : shown ? this.renderOutlook(shown) : this.renderPending()}
    </div>`;
  }

  private renderGiven({ batch, readings, locked }: NonNullable<typeof this.given>): TemplateResult {
    const { words } = this;
    const said = words.text('exchange-given', { readings });
    return html`<div class="card">
      <p>${said} ${locked ? words.text('exchange-given-locked') : nothing}</p>
      ${batch === null ? nothing : renderDownloads(words, batch)}
    </div>`;
  }

  private renderOutlook(look: Outlook): TemplateResult {
    const { words } = this;
    const now = this.office.now();
    const ready = look.ready + look.adjustments;
    const counts = [
      ['ready', look.ready],
      ...(look.adjustments > 0 ? [['adjustments', look.adjustments] as const] : []),
      ['review', look.review],
      ['late', look.late],
      ['unread', look.unread],
    ] as const;
    return html`<dl class="counts">
        ${counts.map(
          ([name, count]) =>
            html`<div><dt>${words.text(`exchange-out-${name}`)}</dt><dd>${numberText(words, count)}</dd></div>`,
        )}
      </dl>
      ${look.review > 0 ? html`<p>${words.text('exchange-out-review-text', { count: look.review })} <a href="/office/review">${words.text('office-menu-review')}</a></p>` : nothing}
      ${look.unread > 0 ? html`<p class="soft">${words.text('exchange-out-unread-text', { unread: numberText(words, look.unread), registers: numberText(words, look.registers) })}</p>` : nothing}
      <p>
        ${
          look.locked
            ? words.text('exchange-out-locked', { at: words.moment(Date.parse(look.locked.lockedAt), now) })
            : look.isTooEarly
              ? words.text('exchange-out-open', { until: words.moment(Date.parse(look.lockableFrom), now) })
              : words.text('exchange-out-lockable')
        }
      </p>
      ${this.failure === null || this.asking ? nothing : this.renderFailure(this.failure)}
      ${this.renderActs(look, ready)}
      ${look.batches.length === 0 ? nothing : this.renderBatches(look)}
      ${this.asking ? this.renderLock(look, ready) : nothing}`;
  }

  private renderActs(look: Outlook, ready: number): TemplateResult {
    const { words } = this;
    if (!mayActAs(this.office.staff.role, 'manager')) {
      return html`<p class="soft">${words.text('exchange-out-manager')}</p>`;
    }
    return html`<div class="row">
      ${
        !look.locked
          ? html`<button class="primary" type="button" aria-disabled=${this.working} @click=${() => this.onLock(look)}>
              ${words.text('exchange-give-and-lock')}
            </button>`
          : nothing
      }
      <button
        class=${look.locked ? 'primary' : ''}
        type="button"
        aria-disabled=${this.working || ready === 0}
        @click=${() => ready > 0 && void this.give(() => this.office.api.exchange.giveOut.mutate({ period: look.period }), false)}
      >
        ${words.text(look.locked ? 'exchange-give-rest' : 'exchange-give-only')}
      </button>
      ${ready === 0 ? html`<span class="soft">${words.text('exchange-out-nothing')}</span>` : nothing}
    </div>`;
  }

  private renderLock(look: Outlook, ready: number): TemplateResult {
    const { words } = this;
    const until = words.fullMoment(Date.parse(look.lockableFrom));
    return html`<reason-dialog
      heading=${words.text('windows-lock-title', { period: words.period(look.period) })}
      confirm=${words.text('exchange-give-and-lock')}
      .early=${words.text('windows-lock-early', { until })}
      .failure=${this.failure === null ? null : this.failureText(this.failure)}
      ?busy=${this.working}
      @reason-given=${({ reason }: ReasonGiven) => void this.lock(look.period, reason)}
      @dialog-dismissed=${() => {
        this.asking = false;
        this.failure = null;
      }}
      ><p>${words.text('exchange-lock-text', { ready })}</p></reason-dialog
    >`;
  }

  private renderBatches(look: Outlook): TemplateResult {
    const { words } = this;
    const title = words.text('exchange-out-batches');
    return html`<section>
      <h2>${title}</h2>
      <div class="frame" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.text('exchange-when')}</th>
              <th scope="col">${words.text('exchange-who')}</th>
              <th scope="col" class="number">${words.text('exchange-readings')}</th>
              ${(['billed', 'refused', 'waiting'] as const).map(
                (name) => html`<th scope="col" class="number">${words.text(`exchange-answered-${name}`)}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${look.batches.map(
              ({ id, createdAt, by, rows, isUndone, answered }) =>
                html`<tr>
                  <td>
                    <a href="/office/exchange/batch/${id}">${words.moment(Date.parse(createdAt), this.office.now())}</a>
                    ${isUndone ? html`<span class="mark">${words.text('exchange-batch-undone')}</span>` : nothing}
                  </td>
                  <td>${by ?? words.text('exchange-by-program')}</td>
                  <td class="number">${numberText(words, rows)}</td>
                  ${(['billed', 'refused', 'waiting'] as const).map(
                    (name) => html`<td class="number">${isUndone ? '' : numberText(words, answered[name])}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private onLock(look: Outlook): void {
    this.failure = null;
    if (look.isTooEarly) this.asking = true;
    else void this.lock(look.period, null);
  }

  private lock(period: Period, early: string | null): Promise<void> {
    return this.give(() => this.office.api.exchange.giveOutAndLock.mutate({ period, early }), true);
  }

  private async give(work: () => Promise<{ batch: string | null; readings: number }>, locked: boolean): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.failure = null;
    this.given = null;
    try {
      this.given = { ...(await work()), locked };
      this.asking = false;
      await this.outlook.run();
    } catch (error) {
      this.failure = error;
      // An exception has moved the window's end meanwhile: it is asked for a reason then.
      if (problemOf(error)?.code === 'window_open' && !this.asking) await this.outlook.run();
    } finally {
      this.working = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-exchange-out': OfficeExchangeOut;
  }
}
