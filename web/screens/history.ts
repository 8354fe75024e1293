import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { localDay } from '../../shared/window.ts';
import type { AccountView, MeterView, PeriodRow } from '../store/views.ts';
import { currentEntry } from '../store/views-derived.ts';
import { periodRows } from '../store/views-tables.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { table } from '../styles/table.ts';
import { AccountWatch } from './account-watch.ts';
import { meterState, readingNow } from './badge-state.ts';
import { renderNothingYet } from './nothing-yet.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { isLocked } from './windows.ts';
import '../elements/mb-dialog.ts';
import '../elements/mb-icon.ts';
import '../elements/meter-card.ts';
import '../elements/sync-badge.ts';
import './account-switch.ts';

/** The period list: period, last change, taken into billing; add, edit and withdraw while the window is open. Then the meters. */
@customElement('history-screen')
export class HistoryScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    table,
    css`
      tr.open td,
      tr.open th {
        border-bottom-color: transparent;
      }
      tbody a {
        display: inline-flex;
        align-items: center;
        min-height: 1.75rem;
        font-weight: 600;
      }
      @container (max-width: 26rem) {
        th,
        td {
          padding-inline: 0.375rem;
        }
      }
      @container (max-width: 21rem) {
        /* What can be done with a month belongs to its slip. */
        tr.open {
          padding-bottom: 0;
          border-bottom: 0;
        }
      }
      .actions td {
        padding-top: 0;
      }
      .answers {
        display: grid;
        gap: 0.625rem;
      }
    `,
  ];

  private readonly watch = new AccountWatch(this, () => this.app);
  @state() private withdrawing: PeriodRow['period'] | null = null;

  override render(): TemplateResult {
    const { words } = this;
    const { view } = this.watch;
    return html`<div class="screen split">
      <header class="title">
        <h1 tabindex="-1">${words.text('history-title')}</h1>
        <account-switch></account-switch>
      </header>
      ${view === undefined ? nothing : view === null ? renderNothingYet(this.app) : this.renderView(view)}
    </div>`;
  }

  private renderView(view: AccountView): TemplateResult {
    const { words } = this;
    const rows = periodRows(view, this.app.store.now());
    // After the lock a reading can still be handed in (W6), but nobody is asked for it.
    const toAdd = view.meters.some(
      (meter) => meter.window.open && !meter.retired && readingNow(meter) === null && !isLocked(meter.window, view),
    );
    return html`<section class="card stack">
        <div class="row spread">
          <h2>${words.text('history-periods')}</h2>
          ${toAdd ? html`<a class="button primary" href=${paths.readings}>${words.text('periods-add')}</a>` : nothing}
        </div>
        ${
          rows.length === 0
            ? html`<h3>${words.text('history-empty-title')}</h3>
                <p class="soft">${words.text('history-empty')}</p>`
            : this.renderPeriods(rows)
        }
      </section>
      ${
        view.meters.length === 0
          ? nothing
          : html`<section class="stack aside">
              <h2>${words.text('history-meters')}</h2>
              ${view.meters.map((meter) => this.renderMeter(meter))}
            </section>`
      }
      ${this.renderDialog(view)}`;
  }

  private renderPeriods(rows: readonly PeriodRow[]): TemplateResult {
    const { words } = this;
    return html`<table class="slips" role="table">
      <caption class="visually-hidden">${words.text('history-periods')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${words.text('periods-period')}</th>
          <th scope="col" role="columnheader">${words.text('periods-changed')}</th>
          <th scope="col" role="columnheader" class="number">${words.text('periods-billed')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => this.renderPeriod(row))}
      </tbody>
    </table>`;
  }

  private renderPeriod({ period, changedAt, billed, editable, stage, read }: PeriodRow): TemplateResult {
    const { words } = this;
    const sending = stage === 'saved' || stage === 'refused';
    return html`<tr class=${editable || sending ? 'open' : ''} role="row">
        <th scope="row" role="rowheader"><a href=${paths.period(period)}>${words.periodTitle(period)}</a></th>
        <td role="cell" data-of=${words.text('periods-changed')}>${words.date(localDay(changedAt, words.timeZone))}</td>
        <td role="cell" class="number" data-of=${words.text('periods-billed')}>${words.text(`periods-billed-${billed}`)}</td>
      </tr>
      ${
        editable || sending
          ? html`<tr class="actions" role="row">
              <td colspan="3" role="cell">
                <div class="row">
                  ${sending ? html`<sync-badge .state=${{ kind: stage }}></sync-badge>` : nothing}
                  ${
                    editable
                      ? html`<a class="button" href=${paths.readings}>${words.text('periods-edit')}</a>
                          ${
                            read > 0
                              ? html`<button class="quiet" type="button" @click=${() => this.ask(period)}>
                            ${words.text('reading-withdraw')}
                          </button>`
                              : nothing
                          }`
                      : nothing
                  }
                </div>
              </td>
            </tr>`
          : nothing
      }`;
  }

  private renderMeter(view: MeterView): TemplateResult {
    const { words } = this;
    const { meter } = view;
    return html`<meter-card .meter=${meter} .now=${this.app.store.now()} href=${paths.meter(meter.id)}>
      ${
        view.retired && meter.retiredOn
          ? html`<p class="soft">${words.text('state-retired', { day: words.date(meter.retiredOn) })}</p>`
          : view.window.open
            ? html`<sync-badge .state=${meterState(view)} .now=${this.app.store.now()}></sync-badge>`
            : nothing
      }
    </meter-card>`;
  }

  private renderDialog(view: AccountView): unknown {
    const { words, withdrawing: period } = this;
    if (!period) return nothing;
    const window = view.meters.map((meter) => meter.window).find((one) => one.open && one.window.period === period);
    const day = window?.open && !window.over ? words.day(window.window.closesOn, 'until') : null;
    return html`<mb-dialog
      heading=${words.text('periods-withdraw-title', { forPeriod: words.forPeriod(period) })}
      @dialog-dismissed=${this.onDismissed}
    >
      ${day === null ? nothing : html`<p>${words.text('periods-withdraw-text', { day })}</p>`}
      <div class="answers" slot="answers">
        <button type="button" @click=${() => this.withdraw(view, period)}>${words.text('reading-withdraw-yes')}</button>
        <button class="primary" type="button" autofocus @click=${this.onDismissed}>${words.text('reading-withdraw-no')}</button>
      </div>
    </mb-dialog>`;
  }

  private ask(period: PeriodRow['period']): void {
    this.withdrawing = period;
  }

  private onDismissed(): void {
    this.withdrawing = null;
  }

  /** Every reading of the period that can be taken back; what was billed stays (I9). */
  private async withdraw(view: AccountView, period: PeriodRow['period']): Promise<void> {
    this.withdrawing = null;
    for (const meter of view.meters) {
      const entry = currentEntry(meter.entries, period);
      if (!entry || entry.stage === 'billed' || entry.kind !== 'actual') continue;
      await this.app.store.withdrawReading({ view, meter, entry });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'history-screen': HistoryScreen;
  }
}
