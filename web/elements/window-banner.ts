import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EpochMs } from '../../shared/instant.ts';
import { type Day, daysBetween, periodOfDay } from '../../shared/period.ts';
import { localDay } from '../../shared/window.ts';
import type { OfferedWindow } from '../store/views.ts';
import { controls } from '../styles/controls.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/** Says in one glance whether readings can be handed in now: a leaf of the calendar and a sentence. */
@customElement('window-banner')
export class WindowBanner extends WordsElement {
  static override styles = [
    controls,
    css`
      .banner {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        padding: min(1rem, 5vw);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
      }
      .banner.open {
        border-color: transparent;
        background: var(--accent-wash);
      }
      .leaf {
        flex: none;
        display: grid;
        grid-template-rows: auto 1fr;
        width: 4.25rem;
        border: 1.5px solid var(--ink-soft);
        border-radius: var(--radius-small);
        overflow: hidden;
        background: var(--card);
        text-align: center;
        line-height: 1.1;
      }
      .month {
        padding: 0.1875rem 0.25rem;
        background: var(--ink-soft);
        color: var(--card);
        font-size: 0.8125rem;
        font-weight: 650;
      }
      .open .leaf {
        border-color: var(--accent);
      }
      .open .month {
        background: var(--accent);
        color: var(--accent-ink);
      }
      .day {
        padding: 0.3125rem 0.25rem 0.4375rem;
        font-size: 1.75rem;
        font-weight: 650;
        font-variant-numeric: tabular-nums lining-nums;
      }
      .done-mark {
        display: grid;
        place-items: center;
        width: 4.25rem;
        height: 4.25rem;
        flex: none;
        border-radius: 50%;
        background: var(--accent);
        color: var(--accent-ink);
        font-size: 1.75rem;
      }
      .say {
        flex: 1 1 8rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.1875rem;
        overflow-wrap: anywhere;
      }
      .left {
        font-weight: 600;
      }
      @media (forced-colors: active) {
        .month {
          border-bottom: 1px solid CanvasText;
        }
        .banner {
          border: 2px solid CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) window!: OfferedWindow;
  /** The app's clock. */
  @property({ type: Number }) now: EpochMs = 0;
  /**
   * Every meter has been read: `saved` while some readings are only on this device, `checking` while the office looks at
   * one, `received` when nothing is left to do.
   */
  @property() done: 'no' | 'saved' | 'checking' | 'received' = 'no';
  /** W6: the period was given to billing. */
  @property({ type: Boolean }) locked = false;
  /** The period stands in a heading nearby. */
  @property({ type: Boolean }) titled = false;

  override render(): TemplateResult {
    const { window } = this;
    if (!window.open) return this.renderClosed();
    if (this.locked) return this.renderLocked();
    if (window.over) return this.renderOver();
    return this.done === 'no' ? this.renderOpen() : this.renderDone();
  }

  private renderOpen(): TemplateResult {
    const { words } = this;
    const { closesOn } = this.shown;
    const days = daysBetween(localDay(this.now, words.timeZone), closesOn);
    return this.renderBanner(
      this.renderLeaf(closesOn),
      words.text('window-open', { day: words.day(closesOn, 'until') }),
      html`<p class="left">${words.text('window-left', { days })}</p>
        ${this.titled ? nothing : html`<p class="soft small">${this.forPeriod}</p>`}`,
    );
  }

  private renderLocked(): TemplateResult {
    const { words } = this;
    return this.renderBanner(
      html`<span class="done-mark"><mb-icon name="billed"></mb-icon></span>`,
      this.titled ? '' : this.forPeriod,
      html`<p>${words.text('problem-period_locked', { period: words.periodTitle(this.shown.period) })}</p>`,
    );
  }

  /** Over by this device's clock, and perhaps by that alone. */
  private renderOver(): TemplateResult {
    const { words } = this;
    const { closesOn } = this.shown;
    const done = this.done !== 'no';
    return this.renderBanner(
      this.renderLeaf(closesOn),
      done ? words.text('window-read') : this.titled ? '' : this.forPeriod,
      html`<p>${done ? words.text('stage-saved-hint') : words.text('window-over', { day: words.day(closesOn, 'on') })}</p>`,
    );
  }

  private renderDone(): TemplateResult {
    const { words } = this;
    const { closesOn, period } = this.shown;
    const values = { forPeriod: words.forPeriod(period), day: words.day(closesOn, 'until') };
    const [icon, title, hint] = doneWords[this.done as keyof typeof doneWords];
    return this.renderBanner(
      html`<span class="done-mark"><mb-icon name=${icon}></mb-icon></span>`,
      words.text(title),
      html`<p>${words.text(hint, values)}</p>`,
    );
  }

  private renderClosed(): TemplateResult {
    const { words } = this;
    const { opensOn, closesOn, period } = this.shown;
    const values = {
      forPeriod: words.forPeriod(period),
      from: words.day(opensOn, 'from'),
      until: words.day(closesOn, 'until'),
    };
    return this.renderBanner(
      this.renderLeaf(opensOn),
      words.text('window-closed', { day: words.day(opensOn, 'on') }),
      html`<p class="soft">${words.text('window-closed-hint', values)}</p>`,
    );
  }

  private renderBanner(mark: TemplateResult, title: string, text: TemplateResult): TemplateResult {
    const { window } = this;
    return html`<section class="banner ${window.open && !window.over && !this.locked ? 'open' : ''}">
      ${mark}
      <div class="say">${title ? html`<h2>${title}</h2>` : nothing} ${this.renderReason()} ${text}</div>
    </section>`;
  }

  /** W9: why it is not open on the usual days, as the office says it to residents. */
  private renderReason(): TemplateResult | typeof nothing {
    const { window, shown } = this;
    const past = window.open && (window.over || this.locked);
    return shown.reason === undefined || past ? nothing : html`<p class="reason">${shown.reason}</p>`;
  }

  private get forPeriod(): string {
    return this.words.text('window-for', { forPeriod: this.words.forPeriod(this.shown.period) });
  }

  /** The day stands in the sentence beside it too. */
  private renderLeaf(day: Day): TemplateResult {
    return html`<div class="leaf" aria-hidden="true">
      <span class="month">${this.words.shortMonth(periodOfDay(day))}</span>
      <span class="day">${Number(day.slice(8, 10))}</span>
    </div>`;
  }

  private get shown() {
    return this.window.open ? this.window.window : this.window.next;
  }
}

const doneWords = {
  saved: ['saved', 'window-read', 'window-read-hint'],
  checking: ['review', 'window-read', 'window-checking-hint'],
  received: ['done', 'window-done', 'window-done-hint'],
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'window-banner': WindowBanner;
  }
}
