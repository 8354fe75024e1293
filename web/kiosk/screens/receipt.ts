import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { toEpochMs } from '../../../shared/instant.ts';
import { receiptNumber } from '../../../shared/kiosk-slip.ts';
import { toUtf8 } from '../../../shared/text-bytes.ts';
import type { IconName } from '../../elements/icons.ts';
import { ArmedSoon } from '../elements/armed-soon.ts';
import { KioskScreen } from '../kiosk-screen.ts';
import { besideKeys } from '../readings/beside-keys.ts';
import { type Delivered, deliveredOf, togetherOf } from '../readings/delivered.ts';
import { entryLines, entryName, entryValues } from '../readings/entry-lines.ts';
import { receiptStyles } from '../readings/receipt-styles.ts';
import { Finished, type KioskSession, type SavedSlip } from '../session.ts';
import { kiosk } from '../styles.ts';
import '../../elements/payment-code.ts';

const icons: Readonly<Record<Delivered, IconName>> = {
  received: 'received',
  arrived: 'received',
  office: 'review',
  kept: 'saved',
  refused: 'refused',
};

/** What was handed in and what became of it, with the number under which the office finds it: shown, and printed where it can be. */
@customElement('kiosk-receipt')
export class KioskReceipt extends KioskScreen {
  static override styles = [kiosk, besideKeys, entryLines, receiptStyles];

  private readonly tap = new ArmedSoon(this);

  override render(): TemplateResult | typeof nothing {
    const { words, session } = this;
    const { saved, entries, delivery } = session;
    if (saved === null) return nothing;
    const states = deliveredOf(delivery, entries.length);
    const together = togetherOf(states);
    return html`<div class="screen">
      <header class="title said">
        <h1 tabindex="-1" class=${together} aria-describedby="lead">
          <mb-icon name=${icons[together]}></mb-icon>
          <span>${words.text(`kiosk-receipt-title-${together}`, { count: entries.length })}</span>
        </h1>
        <p class="lead" id="lead">
          ${words.text(`kiosk-receipt-lead-${together === 'kept' ? this.whyKept(session) : together}`)}
          ${together === 'kept' ? words.text(`kiosk-receipt-${whatFollows(session)}`) : nothing}
        </p>
      </header>
      <div class="typed">${this.renderReceipt(saved, states)}</div>
      <div class="hand on">
        ${
          this.kiosk.prints
            ? html`<button type="button" @click=${() => print()}>
                <mb-icon name="print"></mb-icon>${words.text('kiosk-receipt-print')}
              </button>`
            : nothing
        }
        <button class="primary" type="button" aria-disabled=${!this.tap.armed} @click=${this.onDone}>
          ${words.text('kiosk-receipt-done')}
        </button>
      </div>
    </div>`;
  }

  /** Nobody was reached, the company has asked to wait, or it was not asked yet and is in a moment. */
  private whyKept({ delivery }: KioskSession): string {
    if (delivery) return 'asked-to-wait';
    return this.kiosk.online === false ? 'kept' : 'on-its-way';
  }

  private readonly onDone = (event: MouseEvent): void => {
    if (this.tap.takes(event)) this.dispatchEvent(new Finished());
  };

  private renderReceipt({ id, savedAt }: SavedSlip, states: readonly Delivered[]): TemplateResult {
    const { words, session } = this;
    const { company } = this.kiosk;
    const number = receiptNumber(id);
    return html`<article class="card receipt" aria-labelledby="number">
      <div class="head">
        <div>
          <p class="soft">${words.text('kiosk-receipt-number')}</p>
          <p class="number figures" id="number">${number}</p>
        </div>
        <payment-code
          .bytes=${toUtf8(`${company.shortName} ${number}`)}
          label=${words.text('kiosk-receipt-code', { number })}
        ></payment-code>
      </div>
      ${this.kiosk.prints ? nothing : html`<p class="said small">${words.text('kiosk-receipt-paper')}</p>`}
      <p class="company"><b>${company.name}</b></p>
      <dl class="facts">
        <dt>${words.text('kiosk-receipt-at')}</dt>
        <dd>${words.fullMoment(toEpochMs(savedAt))}</dd>
        <dt>${words.text('kiosk-summary-account')}</dt>
        <dd>${session.account}</dd>
        <dt>${words.text('kiosk-summary-month')}</dt>
        <dd>${session.period === null ? nothing : words.periodTitle(session.period)}</dd>
      </dl>
      <ul class="entries">
        ${session.entries.map((entry, at) => {
          const state = states[at] ?? 'kept';
          return html`<li>
            <p>${entryName(words, entry)}</p>
            <div>${entryValues(words, entry)}</div>
            <p class="state ${state}">
              <mb-icon name=${icons[state]}></mb-icon><span>${words.text(`kiosk-receipt-${state}`)}</span>
            </p>
          </li>`;
        })}
      </ul>
    </article>`;
  }
}

/** Nobody knows yet whether what was typed fits, where the meters were not known. */
const whatFollows = ({ found, contact }: KioskSession): string =>
  found !== null ? 'proven' : contact === null ? 'unproven-silent' : 'unproven';

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-receipt': KioskReceipt;
  }
}
