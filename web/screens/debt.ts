import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type BillsView, isLoud, leftToPay } from '../store/views-bills.ts';
import { onlineNews, owedParts } from '../store/views-debt.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { money } from '../words/money.ts';
import { renderAsOf } from './as-of.ts';
import { BillsWatch } from './bills-watch.ts';
import { comingPayments } from './coming-payments.ts';
import { renderNothingYet } from './nothing-yet.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/balance-card.ts';
import '../elements/mb-icon.ts';
import '../elements/owed-list.ts';
import '../elements/payment-list.ts';
import './account-switch.ts';
import './online-news.ts';
import './phone-links.ts';

/** What is owed since when, what is on its way, what was paid, and the way to pay. The balance always; loud only by B3. */
@customElement('debt-screen')
export class DebtScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    css`
      .card {
        padding: min(1.125rem, 4vw);
      }
      .coming {
        display: flex;
        gap: 0.5rem;
      }
      .coming mb-icon {
        margin-top: 0.1em;
      }
      @media print {
        .no-print {
          display: none;
        }
      }
    `,
  ];

  private readonly watch = new BillsWatch(this, () => this.app);

  /** Who comes here wants to know what is true now; whoever comes back from paying by card above all. */
  protected override firstUpdated(): void {
    this.app.store.sendNow().catch(reportError);
  }

  override render(): TemplateResult {
    const { words } = this;
    const { view } = this.watch;
    return html`<div class="screen">
      <a class="back no-print" href=${paths.bills}><mb-icon name="back"></mb-icon> ${words.text('bills-title')}</a>
      <header class="title">
        <h1 tabindex="-1">${words.text('debt-title')}</h1>
        <account-switch class="no-print"></account-switch>
      </header>
      ${view === undefined ? nothing : view === null ? renderNothingYet(this.app) : this.renderView(view)}
    </div>`;
  }

  private renderView(view: BillsView): TemplateResult {
    const { words, app } = this;
    const { currency, debtThresholdMonths } = this.state.company;
    const news = onlineNews(view);
    return html`<balance-card .debt=${view.debt} currency=${currency} ?loud=${isLoud(view, debtThresholdMonths)}>
        ${this.renderFacts(view)} ${this.renderComing(view)} ${this.renderPay(view)}
      </balance-card>
      ${renderAsOf(app)}
      ${news.length === 0 ? nothing : html`<online-news class="no-print" .payments=${news}></online-news>`}
      ${this.renderParts(view)}
      <section class="stack">
        <h2>${words.text('debt-payments')}</h2>
        ${
          view.payments.length === 0
            ? html`<p>${words.text('debt-payments-none')}</p>`
            : html`<div class="card"><payment-list .payments=${view.payments}></payment-list></div>`
        }
      </section>
      <section class="stack no-print">
        <h2>${words.text('debt-questions')}</h2>
        ${view.debt && view.debt.balance > 0 ? html`<p>${words.text('debt-agree')}</p>` : nothing}
        <phone-links></phone-links>
      </section>`;
  }

  private renderFacts(view: BillsView): unknown {
    const { words } = this;
    const { debt } = view;
    if (!debt) return html`<p>${words.text('debt-unknown')}</p>`;
    const { balance, since, months } = debt;
    if (balance < 0) return html`<p>${words.text('debt-advance')}</p>`;
    if (since === null) return nothing;
    // How old that is nobody knows.
    const { earlier } = owedParts(view);
    if (earlier) return html`<p>${words.text('debt-oldest-before', { month: words.period(earlier.before) })}</p>`;
    return html`<p>${words.text('debt-oldest', { months, forPeriod: words.forPeriod(since) })}</p>`;
  }

  /** Never taken off the balance, which is billing's to say; only off what is proposed to be paid. */
  private renderComing(view: BillsView): unknown {
    const { words } = this;
    const { currency } = this.state.company;
    if (view.onTheirWay.length === 0) return nothing;
    const left = leftToPay(view);
    const rest = money(left, { locale: words.locale, currency });
    return html`${comingPayments(words, view, currency, 'debt-coming')}
    ${
      !view.debt || view.debt.balance <= 0
        ? nothing
        : html`<p>${left > 0 ? words.text('debt-coming-rest', { amount: rest }) : words.text('debt-coming-all')}</p>`
    }`;
  }

  private renderPay(view: BillsView): TemplateResult {
    const { words } = this;
    const due = leftToPay(view) > 0 || (!view.debt && view.bills.some(({ left }) => left > 0));
    return due
      ? html`<a class="button primary wide no-print" href=${paths.pay}>${words.text('debt-pay')}</a>`
      : html`<a class="button wide no-print" href=${paths.pay}>${words.text('debt-pay-advance')}</a>`;
  }

  private renderParts(view: BillsView): unknown {
    const { words } = this;
    const parts = owedParts(view);
    if (parts.months.length === 0 && !parts.earlier) return nothing;
    return html`<section class="stack">
      <h2>${words.text('debt-parts')}</h2>
      <div class="card"><owed-list .months=${parts.months} .earlier=${parts.earlier?.owed ?? 0}></owed-list></div>
      <p class="soft small">${words.text('debt-parts-note')}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'debt-screen': DebtScreen;
  }
}
