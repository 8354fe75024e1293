import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AccountId } from '../../../shared/ids.ts';
import type { KioskBill, KioskBills, KioskSignedIn } from '../../../shared/kiosk-answers.ts';
import { money } from '../../words/money.ts';
import { VisitScreen } from '../bills/visit-screen.ts';
import { kiosk } from '../styles.ts';
import '../../elements/balance-card.ts';
import '../../elements/bill-state.ts';

/** What is owed for each of the user's premises (B3, B6), and their newest bills by month. */
@customElement('kiosk-bills')
export class KioskBillsScreen extends VisitScreen {
  static override styles = [
    kiosk,
    css`
      .premises button[aria-pressed="true"] {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--accent-ink);
      }
      .bill {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 0.25rem 1rem;
        align-items: center;
        width: 100%;
        padding: 0.75rem 1rem;
        background: var(--card);
        text-align: start;
      }
      .amount {
        font-size: 1.25rem;
        text-align: end;
        white-space: nowrap;
      }
      .bill mb-icon {
        grid-area: 1 / 3 / 3 / 4;
      }
      .month {
        font-size: 1.25rem;
      }
      bill-state {
        grid-column: 1 / 3;
      }
      @container (max-width: 20rem) {
        .amount {
          grid-area: 2 / 1;
          text-align: start;
        }
        .bill mb-icon {
          grid-area: 1 / 3 / 4 / 4;
        }
      }
    `,
  ];

  /** The premises that were chosen last; null: those of the bill that was shown, or the first. */
  @state() private chosen: AccountId | null = null;

  protected override renderSignedIn({ accounts }: KioskSignedIn): TemplateResult {
    const { words } = this;
    const shown =
      accounts.find(({ id }) => id === this.chosen) ??
      accounts.find(({ bills }) => bills.some(({ id }) => id === this.session.bill)) ??
      accounts[0];
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('kiosk-bills-title')}</h1>
      ${accounts.length > 1 ? this.renderPremises(accounts, shown) : nothing}
      ${shown ? this.renderBills(shown, accounts.length > 1) : html`<p>${words.text('kiosk-bills-no-premises')}</p>`}
      <button class="primary" type="button" @click=${this.end}>${words.text('kiosk-bills-done')}</button>
    </div>`;
  }

  private renderPremises(accounts: readonly KioskBills[], shown: KioskBills | undefined): TemplateResult {
    return html`<div class="stack premises" role="group" aria-label=${this.words.text('kiosk-bills-premises')}>
      ${accounts.map(
        ({
          id,
          address,
        }) => html`<button type="button" aria-pressed=${id === shown?.id} @click=${() => this.choose(id)}>
          ${address}
        </button>`,
      )}
    </div>`;
  }

  /** `named`: its address stands above already, chosen among others. */
  private renderBills({ number, address, balance, bills }: KioskBills, named: boolean): TemplateResult {
    const { words } = this;
    const { currency } = this.kiosk.company;
    return html`<p>
        ${named ? nothing : html`${address}<br />`}<span class="soft">${words.text('kiosk-bills-account', { number })}</span>
      </p>
      <balance-card .debt=${balance === null ? null : { balance, months: 0 }} currency=${currency}></balance-card>
      <h2>${words.text('kiosk-bills-list')}</h2>
      ${
        bills.length === 0
          ? html`<p>${words.text('bills-empty')}</p>`
          : html`<ul class="stack" role="list">
              ${bills.map((bill) => html`<li>${this.renderBill(bill)}</li>`)}
            </ul>`
      }`;
  }

  private renderBill(bill: KioskBill): TemplateResult {
    const { words } = this;
    const { currency } = this.kiosk.company;
    return html`<button class="bill" type="button" @click=${() => this.open(bill)}>
      <span class="month">${words.periodTitle(bill.period)}</span>
      <span class="amount figures">${money(bill.total, { locale: words.locale, currency })}</span>
      <bill-state .bill=${bill} .state=${bill} currency=${currency}></bill-state>
      <mb-icon name="next"></mb-icon>
    </button>`;
  }

  private choose(account: AccountId): void {
    this.chosen = account;
  }

  private open({ id }: KioskBill): void {
    this.turn('bill', { bill: id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-bills': KioskBillsScreen;
  }
}
