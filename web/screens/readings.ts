import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AccountView, MeterView, OfferedWindow } from '../store/views.ts';
import { controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { AccountWatch } from './account-watch.ts';
import { doneState, entryState, readable, readingNow } from './badge-state.ts';
import { renderNoMeters, renderNothingYet } from './nothing-yet.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { isLocked, mainWindow } from './windows.ts';
import '../elements/meter-card.ts';
import '../elements/reading-row.ts';
import '../elements/window-banner.ts';
import './account-switch.ts';
import './meter-entry.ts';
import './refused-list.ts';

/** Entering the readings of the window on offer: every meter with all its registers, one Save for each meter. */
@customElement('readings-screen')
export class ReadingsScreen extends ScreenElement {
  static override styles = [controls, screen];

  private readonly watch = new AccountWatch(this, () => this.app);

  override render(): TemplateResult {
    const { words, state } = this;
    const { account } = this.app;
    const { view } = this.watch;
    const open = view ? readable(view.meters).filter(({ window }) => window.open) : [];
    const window = view ? mainWindow(readable(view.meters), view) : null;
    const period = window?.open ? window.window.period : null;
    return html`<div class="screen">
      <header class="title">
        <h1 tabindex="-1">
          ${period ? words.text('readings-for', { forPeriod: words.forPeriod(period) }) : words.text('readings-title')}
        </h1>
        ${
          // The switch says it too.
          account && state.accounts.length < 2
            ? html`<p class="soft figures">
                ${account.address} · <span class="whole">${words.text('home-account', { number: account.number })}</span>
              </p>`
            : nothing
        }
        <account-switch></account-switch>
      </header>
      ${view === undefined ? nothing : view === null ? renderNothingYet(this.app) : this.renderView(view, window, open)}
    </div>`;
  }

  private renderView(view: AccountView, window: OfferedWindow | null, open: readonly MeterView[]): TemplateResult {
    const now = this.app.store.now();
    const closed = readable(view.meters).filter((meter) => !meter.window.open);
    const decimals = open.some(({ meter }) => meter.registers.some((register) => register.decimals > 0));
    return html`${
      window
        ? html`<window-banner .window=${window} .now=${now} done=${doneState(open)} ?locked=${isLocked(window, view)} titled></window-banner>`
        : renderNoMeters(this.app)
    }
      <refused-list .view=${view}></refused-list>
      ${
        open.some((meter) => readingNow(meter) === null)
          ? html`<p class="soft">${this.words.text(decimals ? 'reading-hint' : 'reading-hint-whole')}</p>`
          : nothing
      }
      ${repeat(
        open,
        // What is typed for one period never slips into another.
        ({ meter, period }) => `${meter.id} ${period}`,
        (meter) =>
          html`${this.renderOther(view, meter, window)}<meter-entry .view=${view} .meter=${meter}></meter-entry>`,
      )}
      ${
        closed.length === 0
          ? nothing
          : html`<section class="stack">
              <h2>${this.words.text('readings-last')}</h2>
              ${closed.map((meter) => this.renderLast(meter))}
            </section>`
      }`;
  }

  /** The banner speaks of one window; of another one that is over by the clock, or in billing, its meter must say so. */
  private renderOther(view: AccountView, { window }: MeterView, main: OfferedWindow | null): unknown {
    if (!window.open || (main?.open && main.window.closesAt === window.window.closesAt)) return nothing;
    const { words } = this;
    const { closesOn, period } = window.window;
    if (isLocked(window, view)) {
      return html`<p>${words.text('problem-period_locked', { period: words.periodTitle(period) })}</p>`;
    }
    if (!window.over) return nothing;
    return html`<p>
      <b>${words.text('window-for', { forPeriod: words.forPeriod(period) })}.</b>
      ${words.text('window-over', { day: words.day(closesOn, 'on') })}
    </p>`;
  }

  /** A meter whose window is not open: what was read last. */
  private renderLast({ meter, entries }: MeterView): TemplateResult {
    const { words } = this;
    const last = entries.find(({ stage, withdrawing }) => stage !== 'refused' && !withdrawing);
    return html`<meter-card .meter=${meter} .now=${this.app.store.now()} href=${paths.meter(meter.id)}>
      ${
        last
          ? html`<reading-row
              heading=${words.periodTitle(last.period)}
              .meter=${meter}
              .values=${last.values}
              .state=${entryState(last)}
              .source=${last.source}
              .now=${this.app.store.now()}
              ?estimate=${last.kind === 'estimate'}
            ></reading-row>`
          : html`<p class="soft">${words.text('state-never')}</p>`
      }
    </meter-card>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readings-screen': ReadingsScreen;
  }
}
