import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OnlinePayment } from '../../shared/bill.ts';
import { toEpochMs } from '../../shared/instant.ts';
import type { IconName } from '../elements/icons.ts';
import { controls } from '../styles/controls.ts';
import { money } from '../words/money.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';

/** What is said of a payment that was begun here. */
type News = 'begun' | 'failed' | 'refunded' | 'partly';

const icons: Readonly<Record<News, IconName>> = {
  begun: 'open',
  failed: 'refused',
  refunded: 'withdraw',
  partly: 'withdraw',
};

/**
 * The truth about payments by card that are not on their way: nobody knows yet, nothing came of them, or money went back. Only
 * the company's server knows, so as long as something is open it can be asked again.
 */
@customElement('online-news')
export class OnlineNews extends ScreenElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      ul {
        display: grid;
        gap: 0.75rem;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.625rem;
        overflow-wrap: anywhere;
      }
      li .soft {
        display: block;
      }
      button {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) payments: readonly OnlinePayment[] = [];
  @state() private looking = false;
  @state() private said = '';

  override render(): TemplateResult {
    const { words, payments, looking } = this;
    return html`<h2 tabindex="-1">${words.text('debt-online')}</h2>
      <ul>
        ${payments.map((payment) => this.renderPayment(payment))}
      </ul>
      ${
        payments.some(({ state: one }) => one === 'begun')
          ? html`<button type="button" aria-disabled=${looking} @click=${this.onLook}>
              <mb-icon name="refresh"></mb-icon>${words.text(looking ? 'debt-looking' : 'debt-look')}
            </button>`
          : nothing
      }
      <p class="small" role="status">${this.said}</p>`;
  }

  private renderPayment(payment: OnlinePayment): TemplateResult {
    const { words, app } = this;
    const { amount, refunded, reference, startedAt } = payment;
    const news = newsOf(payment);
    const options = { locale: words.locale, currency: this.state.company.currency };
    return html`<li>
      <mb-icon name=${icons[news]}></mb-icon>
      <span>
        ${words.text(`debt-online-${news}`, {
          amount: money(amount, options),
          refunded: money(refunded, options),
          moment: words.moment(toEpochMs(startedAt), app.store.now()),
        })}
        <span class="soft small figures">${words.text('debt-online-reference', { reference })}</span>
      </span>
    </li>`;
  }

  private async onLook(): Promise<void> {
    if (this.looking) return;
    const { app } = this;
    this.looking = true;
    this.said = '';
    try {
      await app.store.sendNow();
      const why = app.store.state.sync.silence ?? 'looked';
      this.said = this.words.text('debt-looked', { why, time: this.words.time(app.store.now()) });
    } finally {
      this.looking = false;
    }
  }
}

const newsOf = ({ state: now, refunded }: OnlinePayment): News =>
  now === 'begun' || now === 'failed' || now === 'refunded' ? now : refunded > 0 ? 'partly' : 'begun';

declare global {
  interface HTMLElementTagNameMap {
    'online-news': OnlineNews;
  }
}
