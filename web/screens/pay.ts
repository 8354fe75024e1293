import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { parseAmount } from '../../shared/amount.ts';
import type { StatementId } from '../../shared/ids.ts';
import { toEpochMs } from '../../shared/instant.ts';
import type { AmountTyped, PayPick, PayPicked } from '../elements/pay-choice.ts';
import type { BillsView } from '../store/views-bills.ts';
import { onlineNews } from '../store/views-debt.ts';
import { notOffered, type PayOffer, payOffers } from '../store/views-pay.ts';
import { controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { amount, money } from '../words/money.ts';
import { renderAsOf } from './as-of.ts';
import { BillsWatch } from './bills-watch.ts';
import { comingPayments } from './coming-payments.ts';
import { renderNothingYet } from './nothing-yet.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import '../elements/pay-choice.ts';
import './account-switch.ts';
import './pay-slip.ts';

/** What was chosen: a bill, everything (null), or another amount. */
type Chosen = { bill: StatementId | null } | 'other';

/** Paying: what, and then the code and the text for a bank, or the card. Works without any network but for the card. */
@customElement('pay-screen')
export class PayScreen extends ScreenElement {
  static override styles = [
    controls,
    screen,
    css`
      .print-only {
        display: none;
      }
      @media print {
        .no-print {
          display: none;
        }
        .print-only {
          display: block;
        }
        .screen {
          max-width: none;
          padding: 0;
        }
      }
    `,
  ];

  /** The bill that the address asks to pay. */
  @property({ attribute: false }) statementId: StatementId | null = null;
  /** Null until the resident chooses: then the bill of the address, or the first that is offered. */
  @state() private chosen: Chosen | null = null;
  @state() private typed = '';
  /** The field was left as it is: now something may be said of it. */
  @state() private left = false;
  private readonly watch = new BillsWatch(this, () => this.app);
  private account: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const account = this.app.account?.id ?? null;
    // Of other premises, or by another link, nothing is chosen yet.
    if (changed.has('statementId') || account !== this.account) this.chosen = null;
    this.account = account;
  }

  override render(): TemplateResult {
    const { words, app } = this;
    const { view } = this.watch;
    const { account } = app;
    return html`<div class="screen">
      <a class="back no-print" href=${paths.debt}><mb-icon name="back"></mb-icon> ${words.text('debt-title')}</a>
      <header class="title">
        <p class="print-only">${this.state.company.name}</p>
        <h1 tabindex="-1">${words.text('pay-title')}</h1>
        ${
          account
            ? html`<p class="soft figures">
                ${account.holder} · <span class="whole">${words.text('home-account', { number: account.number })}</span> · ${account.address}
              </p>`
            : nothing
        }
        <account-switch class="no-print"></account-switch>
      </header>
      ${view === undefined ? nothing : view === null ? renderNothingYet(app) : this.renderView(view)}
    </div>`;
  }

  private renderView(view: BillsView): TemplateResult {
    const { words, statementId, typed } = this;
    const { currency } = this.state.company;
    const offers = payOffers(view, statementId);
    const pick = this.pickOf(offers);
    const own = ownAmount(typed);
    const sum = pick === 'other' ? own.value : (offers[pick]?.amount ?? null);
    const notes = [
      renderAsOf(this.app),
      ...comingPayments(words, view, currency, 'pay-coming'),
      ...this.renderBegun(view),
      this.renderNotOffered(view, offers),
    ].filter((note) => note !== nothing);
    return html`${notes.length === 0 ? nothing : html`<div class="stack no-print">${notes}</div>`}
      <pay-choice
        class="no-print"
        .offers=${offers}
        .pick=${pick}
        .typed=${typed}
        .error=${pick === 'other' && this.left ? this.errorOf(own) : null}
        currency=${currency}
        @pay-picked=${(event: PayPicked) => this.onPicked(event, offers)}
        @amount-typed=${this.onTyped}
      ></pay-choice>
      ${
        sum === null
          ? html`<p class="soft">${words.text('pay-waits')}</p>`
          : html`<pay-slip .amount=${sum} .bill=${pick === 'other' ? null : (offers[pick]?.bill ?? null)}></pay-slip>`
      }`;
  }

  /** Whoever may have paid already shall not do it again without knowing. */
  private renderBegun(view: BillsView): TemplateResult[] {
    const { words, app } = this;
    const { currency } = this.state.company;
    const begun = onlineNews(view).filter(({ state: now }) => now === 'begun');
    return begun.map(({ amount: sum, startedAt }) => {
      const moment = words.moment(toEpochMs(startedAt), app.store.now());
      const said = { amount: money(sum, { locale: words.locale, currency }), moment };
      return html`<p>
        ${words.text('pay-begun', said)} <a href=${paths.debt}>${words.text('pay-begun-look')}</a>
      </p>`;
    });
  }

  /** Why the bill of the address is not among what is offered. */
  private renderNotOffered(view: BillsView, offers: readonly PayOffer[]): unknown {
    const { words, statementId } = this;
    if (statementId === null || offers.some(({ bill }) => bill?.id === statementId)) return nothing;
    const bill = notOffered(view, offers, statementId);
    // Whatever became of that bill, there is nothing to pay.
    if (bill?.state === 'unknown' && view.debt && view.debt.balance <= 0)
      return html`<p>${words.text('bills-balance-none')}</p>`;
    const why = !bill ? 'unknown' : bill.state === 'paid' || bill.state === 'none' ? bill.state : 'coming';
    return html`<p>${words.text(`pay-asked-${why}`)}</p>`;
  }

  /** Where what was chosen is not offered any more, it is chosen anew. */
  private pickOf(offers: readonly PayOffer[]): PayPick {
    const { chosen, statementId } = this;
    if (chosen === 'other') return 'other';
    const wanted = chosen ? chosen.bill : statementId;
    const at = offers.findIndex(({ bill }) => (bill?.id ?? null) === wanted);
    if (at >= 0) return at;
    return offers.length > 0 ? 0 : 'other';
  }

  private errorOf({ why }: Own): string | null {
    if (why === null) return null;
    return this.words.text(`pay-own-${why}`, { example: amount(exampleAmount, this.words.locale) });
  }

  private onPicked({ pick }: PayPicked, offers: readonly PayOffer[]): void {
    this.chosen = pick === 'other' ? 'other' : { bill: offers[pick]?.bill?.id ?? null };
  }

  private onTyped({ text, done }: AmountTyped): void {
    this.typed = text;
    // What was wrong is said until it is right; nothing is said of what is still being typed.
    this.left = done || (this.left && ownAmount(text).why !== null);
  }
}

const exampleAmount = 12_34;

/** What an amount of the resident's own comes to, or why it is none. */
type Own = { value: number; why: null } | { value: null; why: string };

function ownAmount(typed: string): Own {
  const text = typed.trim();
  if (text === '') return { value: null, why: 'empty' };
  const parsed = parseAmount(text);
  if (!parsed.ok) return { value: null, why: parsed.problem.code };
  return parsed.value > 0 ? { value: parsed.value, why: null } : { value: null, why: 'zero' };
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-screen': PayScreen;
  }
}
