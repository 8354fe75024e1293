import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PublicCompany } from '../../../shared/company.ts';
import { type EpochMs, toEpochMs } from '../../../shared/instant.ts';
import { localDay } from '../../../shared/window.ts';
import type { MonthCounts, OfficeException } from '../../../shared/window-calendar.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { office } from '../styles.ts';
import type { CalendarMonth } from '../window-months.ts';
import { placeText } from '../window-words.ts';

export type WindowAct =
  | { kind: 'except'; changed: OfficeException | null }
  | { kind: 'end'; exception: OfficeException }
  | { kind: 'lock' | 'unlock' };

/** Somebody wants to do something with the month. */
export class WindowActWanted extends Event {
  static readonly type = 'window-act-wanted';
  readonly act: WindowAct;

  constructor(act: WindowAct) {
    super(WindowActWanted.type, { bubbles: true, composed: true });
    this.act = act;
  }
}

/**
 * One month of the calendar: its days, how far it is, its exceptions, and what can be done with it.
 *
 * @fires WindowActWanted
 */
@customElement('window-month')
export class WindowMonth extends WordsElement {
  static override styles = [
    office,
    css`
      .exceptions {
        display: grid;
        gap: 0.75rem;
      }
      .exceptions li {
        display: grid;
        gap: 0.25rem;
        padding-block: 0.75rem;
        border-top: 1px solid var(--line);
      }
      .exceptions button {
        min-height: 2.5rem;
      }
      .facts {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .facts dd {
        text-align: end;
      }
      .facts dd + dt {
        margin-top: 0;
      }
      h2:focus {
        outline: none;
      }
    `,
  ];

  @property({ attribute: false }) company!: PublicCompany;
  @property({ attribute: false }) month!: CalendarMonth;
  /** Null while they are being counted, or where nothing is to be counted yet. */
  @property({ attribute: false }) counts: MonthCounts | null = null;
  @property({ type: Number }) now: EpochMs = 0;
  /** May change something, not only look. */
  @property({ type: Boolean }) may = false;

  override focus(): void {
    this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus();
  }

  override render(): TemplateResult {
    const { words, month, counts, now } = this;
    const { window, lock, exception, elsewhere } = month;
    const exceptions = [...(exception ? [exception] : []), ...elsewhere];
    const fact = (key: string, value: string) => html`<dt>${words.text(key)}</dt>
      <dd>${value}</dd>`;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${words.periodTitle(month.period)}</h2>
      <dl class="facts">
        ${fact('windows-opens', words.date(window.opensOn))} ${fact('windows-closes', words.date(window.closesOn))}
        ${fact('windows-grace', words.moment(window.graceEndsAt, now))}
        ${lock ? nothing : fact('windows-lockable', words.moment(month.lockableFrom, now))}
        ${
          lock
            ? html`${fact('windows-locked-at', words.moment(toEpochMs(lock.lockedAt), now))}
              ${fact('windows-locked-why', lock.reason ?? words.text('windows-locked-exported'))}
              ${lock.batch ? fact('windows-given', words.text('windows-batch', { readings: lock.batch.readings })) : nothing}`
            : nothing
        }
        ${
          counts
            ? html`${fact('windows-read', words.text('windows-read-of', { read: counts.read, expected: counts.expected }))}
              ${lock?.batch ? nothing : fact('windows-given', words.text('windows-batch', { readings: counts.given }))}
              ${counts.review > 0 ? fact('windows-waiting', words.text('windows-batch', { readings: counts.review })) : nothing}
              ${counts.late > 0 ? fact('windows-late', words.text('windows-batch', { readings: counts.late })) : nothing}`
            : nothing
        }
      </dl>
      <h3>${words.text('windows-exceptions')}</h3>
      ${
        exceptions.length === 0
          ? html`<p class="soft">${words.text('windows-none')}</p>`
          : html`<ul class="exceptions" role="list">
              ${exceptions.map((one) => this.renderException(one))}
            </ul>`
      }
      ${this.may ? this.renderActs() : nothing}
    </section>`;
  }

  private renderException(one: OfficeException): TemplateResult {
    const { words, may, month } = this;
    const day = words.date(localDay(toEpochMs(one.madeAt), words.timeZone));
    const place = placeText(words, one);
    const press = (act: WindowAct) => () => this.dispatchEvent(new WindowActWanted(act));
    return html`<li>
      <strong>${place}: ${words.date(one.opensOn)} – ${words.date(one.closesOn)}</strong>
      <span>${one.reason}</span>
      <span class="soft small"
        >${one.madeBy === null ? words.text('windows-made-unknown', { day }) : words.text('windows-made', { name: one.madeBy, day })}</span
      >
      ${
        may && month.lock === null
          ? html`<div class="row">
              <button type="button" aria-label="${words.text('windows-change')} ${place}" @click=${press({ kind: 'except', changed: one })}>
                ${words.text('windows-change')}
              </button>
              <button class="quiet" type="button" aria-label="${words.text('windows-end')} ${place}" @click=${press({ kind: 'end', exception: one })}>
                ${words.text('windows-end')}
              </button>
            </div>`
          : nothing
      }
    </li>`;
  }

  private renderActs(): TemplateResult {
    const { words, month, now } = this;
    const act = (wanted: WindowAct, key: string) =>
      html`<button type="button" @click=${() => this.dispatchEvent(new WindowActWanted(wanted))}>${words.text(key)}</button>`;
    if (month.lock) return html`<div class="row">${act({ kind: 'unlock' }, 'windows-unlock')}</div>`;
    return html`<div class="row">
      ${act({ kind: 'except', changed: null }, 'windows-except')}
      ${month.window.opensAt <= now ? act({ kind: 'lock' }, 'windows-lock') : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'window-month': WindowMonth;
  }
  interface HTMLElementEventMap {
    'window-act-wanted': WindowActWanted;
  }
}
