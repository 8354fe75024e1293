import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Meter } from '../../shared/meter.ts';
import { addMonths, type Period, periodOfDay } from '../../shared/period.ts';
import { localDay } from '../../shared/window.ts';
import type { AccountView, ReadingEntry, RegisterRow } from '../store/views.ts';
import { saidByOffice, waitsForOffice } from '../store/views-derived.ts';
import { isEditable, registerRows } from '../store/views-tables.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { table } from '../styles/table.ts';
import { registerName } from '../words/register-name.ts';
import { AccountWatch } from './account-watch.ts';
import { renderNothingYet } from './nothing-yet.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { waitingRows } from './waiting-rows.ts';
import '../elements/mb-icon.ts';
import './account-switch.ts';

/** The previous / current / difference table of one period, register by register; made to be printed. */
@customElement('period-screen')
export class PeriodScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    table,
    css`
      .screen {
        max-width: 60rem;
      }
      td {
        white-space: nowrap;
      }
      .current {
        font-weight: 650;
      }
      .none {
        color: var(--ink-soft);
      }
      th .soft {
        display: block;
        font-weight: 400;
      }
      /* On narrow screens every register is a small slip: the table's roles are named in the markup. */
      @media screen and (max-width: 47.99rem) {
        table,
        tbody,
        tr,
        th,
        td {
          display: block;
        }
        thead {
          display: none;
        }
        tr {
          padding-block: 0.75rem;
          border-bottom: 1px solid var(--line);
        }
        tr:last-child {
          border-bottom: 0;
        }
        tbody th {
          padding: 0 0 0.25rem;
          border: 0;
          font-size: 1.0625rem;
        }
        td {
          display: flex;
          flex-wrap: wrap;
          justify-content: space-between;
          gap: 0 1rem;
          padding: 0.125rem 0;
          border: 0;
        }
        td::before {
          content: attr(data-label);
          color: var(--ink-soft);
        }
        td.none {
          display: none;
        }
      }
      .print-only {
        display: none;
      }
      @media print {
        a {
          color: inherit;
          text-decoration: none;
        }
        .print-only {
          display: block;
        }
        .no-print {
          display: none;
        }
        .screen,
        .card {
          max-width: none;
          padding: 0;
          border: 0;
          box-shadow: none;
        }
      }
    `,
  ];

  @property() period!: Period;
  private readonly watch = new AccountWatch(this, () => this.app);

  override render(): TemplateResult {
    const { words, period } = this;
    const { view } = this.watch;
    // Of several the switch says which one it is; paper has no switch.
    const several = this.state.accounts.length > 1;
    return html`<div class="screen">
      <a class="no-print back" href=${paths.history}><mb-icon name="back"></mb-icon> ${words.text('history-title')}</a>
      <header class="title">
        <p class="print-only">${this.state.company.name}</p>
        <h1 tabindex="-1">${words.text('period-table', { forPeriod: words.forPeriod(period) })}</h1>
        ${
          view
            ? html`<p class="soft figures ${several ? 'print-only' : ''}">
                ${view.account.holder} · <span class="whole">${words.text('home-account', { number: view.account.number })}</span> · ${view.account.address}
              </p>`
            : nothing
        }
        <account-switch class="no-print"></account-switch>
      </header>
      ${view === undefined ? nothing : view === null ? renderNothingYet(this.app) : this.renderView(view)}
    </div>`;
  }

  private renderView(view: AccountView): TemplateResult {
    const { words, period } = this;
    const rows = registerRows(view, period);
    const today = localDay(this.app.store.now(), words.timeZone);
    if (period > periodOfDay(today) && rows.every(({ current }) => current === null)) {
      return html`<p class="card">${words.text('period-future')}</p>`;
    }
    const known = (other: Period) => view.meters.some(({ entries }) => entries.some((entry) => entry.period === other));
    const earlier = addMonths(period, -1);
    const later = addMonths(period, 1);
    return html`<section class="card">
        ${
          rows.every(({ current }) => current === null)
            ? html`<p>${words.text(rows.length === 0 ? 'period-unknown' : 'period-empty')}</p>`
            : nothing
        }
        ${rows.length > 0 ? this.renderTable(rows) : nothing}
      </section>
      ${this.renderWaiting(view)}
      <div class="row no-print">
        ${
          isEditable(view, period, this.app.store.now())
            ? html`<a class="button primary" href=${paths.readings}>${words.text('periods-edit')}</a>`
            : nothing
        }
        <button type="button" @click=${() => print()}><mb-icon name="print"></mb-icon>${words.text('period-print')}</button>
      </div>
      <nav class="row spread no-print" aria-label=${words.text('history-periods')}>
        ${known(earlier) ? html`<a class="button" href=${paths.period(earlier)}><mb-icon name="back"></mb-icon>${words.periodTitle(earlier)}</a>` : nothing}
        ${known(later) ? html`<a class="button" href=${paths.period(later)}>${words.periodTitle(later)}<mb-icon name="next"></mb-icon></a>` : nothing}
      </nav>`;
  }

  /** C4, W6: what the office said, and what it has yet to decide about, with or without a reading beside it that counts. */
  private renderWaiting(view: AccountView): unknown {
    const { words, period } = this;
    const heading = ({ service, place, serial }: Meter) =>
      html`${words.service(service)}, ${place && `${place}, `}<span class="whole">${words.text('meter-serial', { serial })}</span>`;
    const section = (key: string, shown: (entry: ReadingEntry) => boolean) => {
      const rows = view.meters.flatMap(({ meter, entries }) => {
        const of = entries.filter((entry) => entry.period === period && shown(entry));
        return waitingRows(heading(meter), meter, of, this.app.store.now());
      });
      if (rows.length === 0) return nothing;
      return html`<section class="card stack">
        <h2>${words.text(key)}</h2>
        ${rows}
      </section>`;
    };
    return [
      section('period-decided', saidByOffice),
      section('period-waiting', (entry) => waitsForOffice(entry) && !saidByOffice(entry)),
    ];
  }

  private renderTable(rows: readonly RegisterRow[]): TemplateResult {
    const { words } = this;
    const head = (key: string, number = false) =>
      html`<th role="columnheader" scope="col" class=${number ? 'number' : ''}>${words.text(key)}</th>`;
    return html`<table role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${head('period-meter')} ${head('period-serial')} ${head('period-retired')} ${head('period-unit')}
          ${head('period-previous', true)} ${head('period-current', true)} ${head('period-difference', true)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => this.renderRow(row))}
      </tbody>
    </table>`;
  }

  private renderRow({
    meter,
    register,
    previous,
    current,
    difference,
    kind,
    voidEstimate,
  }: RegisterRow): TemplateResult {
    const { words } = this;
    const decimals = meter.registers.find(({ code }) => code === register)?.decimals ?? 0;
    const service = words.service(meter.service);
    const name = register === 'B' ? service : `${service}, ${registerName(words, register)}`;
    const cell = (key: string, text: string | null, classes = '') =>
      html`<td role="cell" class="${classes} ${text === null ? 'none' : ''}" data-label=${words.text(key)}>
        <span class="whole">${text ?? words.text('reading-use-none')}</span>
      </td>`;
    const value = (amount: number | null) => (amount === null ? null : words.quantity(amount, decimals));
    const use = difference === null ? null : difference * meter.ratio;
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <a href=${paths.meter(meter.id)}>${name}</a>
        ${kind === 'estimate' ? html`<span class="soft small">${words.text(voidEstimate ? 'estimate-void' : 'estimate')}</span>` : nothing}
      </th>
      ${cell('period-serial', meter.serial)} ${cell('period-retired', meter.retiredOn && words.date(meter.retiredOn))}
      ${cell('period-unit', words.unit(meter.unit))} ${cell('period-previous', value(previous), 'number')}
      ${cell('period-current', value(current), 'number current')} ${cell('period-difference', value(use), 'number')}
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'period-screen': PeriodScreen;
  }
}
