import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { registerValues } from '../elements/register-values.ts';
import type { AccountView, MeterView, ReadingEntry } from '../store/views.ts';
import { currentEntry } from '../store/views-derived.ts';
import { controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { AccountWatch } from './account-watch.ts';
import { doneState, hasDraft, meterState, readable, readingNow } from './badge-state.ts';
import { renderNoMeters, renderNothingYet } from './nothing-yet.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { isLocked, mainWindow } from './windows.ts';
import '../elements/mb-icon.ts';
import '../elements/meter-card.ts';
import '../elements/sync-badge.ts';
import '../elements/window-banner.ts';
import './account-switch.ts';
import './sending-line.ts';

/** What do I do now? The window, one card per meter with its state, the truth about sending, and the newest bill. */
@customElement('home-screen')
export class HomeScreen extends ScreenElement {
  static override styles = [
    controls,
    screen,
    css`
      .last {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: end;
        gap: 0.25rem 1rem;
      }
      .values {
        display: grid;
        gap: 0.125rem;
        margin-inline-start: auto;
        text-align: end;
        font-variant-numeric: tabular-nums lining-nums;
      }
      .values .soft {
        font-size: 0.9375rem;
      }
      summary {
        min-height: var(--target);
        padding-block: 0.625rem;
        cursor: pointer;
        font-weight: 600;
        color: var(--ink-soft);
      }
      .go {
        min-height: 3.5rem;
        font-size: 1.125rem;
      }
    `,
  ];

  private readonly watch = new AccountWatch(this, () => this.app);
  /** The newest bill stands below everything that is to be done: its words and code come when there is time. */
  @state() private bill = false;

  override render(): TemplateResult {
    const { words, app } = this;
    const { account } = app;
    const several = app.state.accounts.length > 1;
    return html`<div class="screen">
      <header class="title">
        ${
          // Of several the switch says which one it is.
          account?.address && !several
            ? html`<h1 tabindex="-1" lang=${app.state.company.languages[0] ?? nothing}>${account.address}</h1>`
            : html`<h1 tabindex="-1">${words.text('home-title')}</h1>`
        }
        ${
          account
            ? html`<p class="soft figures">
                ${account.holder}${several ? nothing : html` · <span class="whole">${words.text('home-account', { number: account.number })}</span>`}
              </p>`
            : nothing
        }
        <account-switch></account-switch>
      </header>
      ${this.renderView()}
    </div>`;
  }

  private renderView(): unknown {
    const { view } = this.watch;
    if (view === undefined) return nothing;
    if (view === null) return renderNothingYet(this.app);
    return html`${this.bill ? html`<home-support></home-support>` : nothing} ${this.renderAccount(view)}
      ${this.bill ? html`<home-bill></home-bill>` : nothing}`;
  }

  protected override firstUpdated(): void {
    this.showBill().catch(reportError);
  }

  private async showBill(): Promise<void> {
    await this.app.store.whenKept();
    await Promise.all([this.app.learn('bills', 'support'), import('./home-bill.ts'), import('./home-support.ts')]);
    this.bill = true;
  }

  private renderAccount(view: AccountView): TemplateResult {
    const { words, app } = this;
    const { sync } = app.state;
    const meters = readable(view.meters);
    const retired = view.meters.filter((meter) => meter.retired);
    if (view.meters.length === 0) {
      return renderNoMeters(app);
    }
    return html`${this.renderWindow(view, meters)}
      ${this.renderRefused(view)}
      <section class="stack" aria-label=${words.text('home-meters')}>${meters.map((meter) => this.renderMeter(meter))}</section>
      <a class="back" href=${paths.history}>${words.text('home-history')}<mb-icon name="next"></mb-icon></a>
      ${sync.queued + sync.messages > 0 || sync.state !== 'idle' ? html`<sending-line .status=${sync} .now=${app.store.now()}></sending-line>` : nothing}
      ${
        retired.length === 0
          ? nothing
          : html`<details>
              <summary>${words.text('home-old-meters')} (${retired.length})</summary>
              <div class="stack">${retired.map((meter) => this.renderMeter(meter))}</div>
            </details>`
      }`;
  }

  /** Most residents never see one, so what shows it comes when there is one. */
  private renderRefused(view: AccountView): unknown {
    if (view.refused.length === 0) return nothing;
    // Its words come before it, so that it never shows without them.
    this.app
      .learn('readings')
      .then(() => import('./refused-list.ts'))
      .catch(reportError);
    return html`<refused-list .view=${view}></refused-list>`;
  }

  private renderWindow(view: AccountView, meters: readonly MeterView[]): unknown {
    const { words } = this;
    const window = mainWindow(meters, view);
    if (!window) return nothing;
    const locked = isLocked(window, view);
    const due = meters.filter((meter) => meter.window.open);
    const read = due.filter((meter) => readingNow(meter) !== null);
    const done = doneState(due);
    // After the lock a reading can still be handed in (W6), but nobody is asked for it.
    const ask = done === 'no' && !locked;
    const word = !ask ? 'home-look' : due.some(hasDraft) ? 'home-continue' : 'home-enter';
    return html`<div class="stack">
      <window-banner .window=${window} .now=${this.app.store.now()} done=${done} ?locked=${locked}></window-banner>
      ${
        window.open
          ? html`<a class="button wide go ${ask ? 'primary' : ''}" href=${paths.readings}>${words.text(word)}</a>
              ${!ask ? nothing : html`<p class="soft small">${words.text('home-progress', { read: read.length, all: due.length })}</p>`}`
          : nothing
      }
    </div>`;
  }

  private renderMeter(view: MeterView): TemplateResult {
    const { words } = this;
    const { meter, entries, period } = view;
    const state = meterState(view);
    const latest =
      readingNow(view) ?? currentEntry(entries, period) ?? entries.find(({ stage }) => stage !== 'refused');
    return html`<meter-card .meter=${meter} .now=${this.app.store.now()} href=${paths.meter(meter.id)}>
      <div class="last">
        <span>${
          view.retired && meter.retiredOn
            ? html`<span class="soft">${words.text('state-retired', { day: words.date(meter.retiredOn) })}</span>`
            : state.kind === 'none' && !view.window.open
              ? html`<span class="soft"
                  >${latest ? words.text('state-closed', { period: words.period(latest.period) }) : words.text('state-never')}</span
                >`
              : html`<sync-badge .state=${state} .now=${this.app.store.now()}></sync-badge>`
        }</span>
        ${latest ? this.renderValues(view, latest) : nothing}
      </div>
    </meter-card>`;
  }

  private renderValues({ meter, period, window }: MeterView, { values, period: read }: ReadingEntry): TemplateResult {
    const { words } = this;
    return html`<span class="values">
      ${read === period || !window.open ? nothing : html`<span class="soft">${words.text('reading-previous')}</span>`}
      ${registerValues(words, meter, values)}
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'home-screen': HomeScreen;
  }
}
