import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { billChanges } from '../../shared/bill-changes.ts';
import type { AccountId, StatementId } from '../../shared/ids.ts';
import type { BillsView, BillView } from '../store/views-bills.ts';
import { onItsWay, payOffers } from '../store/views-pay.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { money } from '../words/money.ts';
import { renderAsOf } from './as-of.ts';
import { BillsWatch } from './bills-watch.ts';
import { renderNothingOfBilling } from './nothing-of-billing.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/bill-changes.ts';
import '../elements/bill-lines.ts';
import '../elements/bill-state.ts';
import '../elements/mb-icon.ts';
import './account-switch.ts';
import './bill-document.ts';

/** One bill: what is to pay until when, its PDF, what it is made of, and what changed since the one before. */
@customElement('bill-screen')
export class BillScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    css`
      .head {
        gap: 1rem;
      }
      .amount {
        /* Large, but in one piece: half a sum is another sum. */
        font-size: min(2.25rem, 11.5vw);
        font-weight: 650;
        line-height: 1.15;
        letter-spacing: -0.02em;
        overflow-wrap: anywhere;
      }
      .description {
        overflow-wrap: anywhere;
      }
      .print-only {
        display: none;
      }
      /* Room for the table, and for the facts beside the sum. */
      @container (min-width: 52rem) {
        .screen {
          max-width: 60rem;
        }
        .head {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          align-items: start;
          gap: 1.5rem;
        }
      }
      @media print {
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

  @property({ attribute: false }) statementId!: StatementId;
  private readonly watch = new BillsWatch(this, () => this.app);
  /** The account with which the bill of the address was here. */
  private seenOf: AccountId | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('statementId')) this.seenOf = null;
    const { view } = this.watch;
    if (view?.bills.some(({ bill }) => bill.id === this.statementId)) this.seenOf = view.account;
  }

  /** Other premises have other bills; but whoever was led here may just be looking for the premises of this one. */
  protected override updated(): void {
    const account = this.app.account?.id;
    if (this.seenOf === null || !account || account === this.seenOf) return;
    this.seenOf = null;
    this.app.navigate(paths.bills);
  }

  override render(): TemplateResult {
    const { words } = this;
    const { company } = this.state;
    const { view } = this.watch;
    const at = view?.bills.findIndex(({ bill }) => bill.id === this.statementId) ?? -1;
    const shown = view?.bills[at];
    const title = shown
      ? words.text('bill-for', { forPeriod: words.forPeriod(shown.bill.period) })
      : words.text(view ? 'bill-unknown-title' : 'bill-title');
    return html`<div class="screen">
      <a class="back no-print" href=${paths.bills}><mb-icon name="back"></mb-icon> ${words.text('bills-title')}</a>
      <header class="title">
        <p class="print-only">${company.name}</p>
        <h1 tabindex="-1">${title}</h1>
        ${shown ? this.renderWhose(shown) : nothing}
        <account-switch class="no-print"></account-switch>
      </header>
      ${
        view === undefined
          ? nothing
          : view === null
            ? renderNothingOfBilling(this.app)
            : shown
              ? this.renderBill(view, shown, at)
              : html`<p>${words.text('bill-unknown')}</p>`
      }
    </div>`;
  }

  /** On paper, whose bill it is; and in billing's own words what it is for. */
  private renderWhose({ bill }: BillView): TemplateResult {
    const { account, words, state } = this.app;
    return html`${
      account
        ? html`<p class="print-only figures">
            ${account.holder} · ${words.text('home-account', { number: account.number })} · ${account.address}
          </p>`
        : nothing
    }
    <p class="soft description" lang=${state.company.languages[0] ?? nothing}>${bill.description}</p>`;
  }

  private renderBill(view: BillsView, shown: BillView, at: number): TemplateResult {
    const { words } = this;
    const { bill, previous } = shown;
    const { currency } = this.state.company;
    return html`${renderAsOf(this.app)} ${this.renderHead(view, shown)}
      <section class="card stack">
        <h2>${words.text('bill-lines')}</h2>
        <bill-lines .bill=${bill} currency=${currency}></bill-lines>
      </section>
      ${
        previous
          ? html`<section class="card no-print">
              <bill-changes .changes=${billChanges(bill, previous)} currency=${currency}></bill-changes>
            </section>`
          : nothing
      }
      ${this.renderOthers(view.bills[at + 1], view.bills[at - 1])}`;
  }

  private renderHead(view: BillsView, { bill, state, left }: BillView): TemplateResult {
    const { words } = this;
    const { currency } = this.state.company;
    const fact = (key: string, value: string) =>
      html`<dt>${words.text(key)}</dt>
        <dd>${value}</dd>`;
    const payable = payOffers(view, bill.id).some((offer) => offer.bill?.id === bill.id);
    return html`<section class="card stack head">
      <div class="stack">
      <div>
        <h2 class="soft small">${words.text('bill-total')}</h2>
        <p class="amount figures">${money(bill.total, { locale: words.locale, currency })}</p>
      </div>
      <bill-state .bill=${bill} .state=${{ state, left }} .coming=${onItsWay(view, bill.id)} currency=${currency}></bill-state>
      ${payable ? html`<a class="button primary wide no-print" href=${paths.payBill(bill.id)}>${words.text('bill-pay')}</a>` : nothing}
      </div>
      <div class="stack">
      <dl class="facts">
        ${fact('bill-fact-number', bill.number)} ${fact('bill-fact-issued', words.date(bill.issuedOn))}
        ${fact('bill-fact-due', words.date(bill.due))}
      </dl>
      <bill-document class="no-print" .bill=${bill}></bill-document>
      </div>
    </section>`;
  }

  private renderOthers(older: BillView | undefined, newer: BillView | undefined): unknown {
    if (!older && !newer) return nothing;
    const { words } = this;
    return html`<nav class="row spread no-print" aria-label=${words.text('bill-others')}>
      ${
        older
          ? html`<a class="button" rel="prev" href=${paths.bill(older.bill.id)}
              ><mb-icon name="back"></mb-icon>${words.periodTitle(older.bill.period)}</a
            >`
          : html`<span></span>`
      }
      ${
        newer
          ? html`<a class="button" rel="next" href=${paths.bill(newer.bill.id)}
              >${words.periodTitle(newer.bill.period)}<mb-icon name="next"></mb-icon
            ></a>`
          : nothing
      }
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bill-screen': BillScreen;
  }
}
