import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Statement } from '../../../shared/bill.ts';
import { billChanges } from '../../../shared/bill-changes.ts';
import type { KioskBill, KioskBills, KioskSignedIn } from '../../../shared/kiosk-answers.ts';
import { paymentCode } from '../../../shared/payment-code.ts';
import { money } from '../../words/money.ts';
import { problemOf } from '../api.ts';
import { billStyles } from '../bills/bill-styles.ts';
import { VisitScreen } from '../bills/visit-screen.ts';
import { kiosk } from '../styles.ts';
import '../../elements/bill-changes.ts';
import '../../elements/bill-lines.ts';
import '../../elements/bill-state.ts';
import '../../elements/payment-code.ts';

/** How long the bill is waited for, in milliseconds. */
const patience = 10_000;

/** One bill: what is to pay and until when, the code to pay it with, what it is made of, and what changed; to be printed. */
@customElement('kiosk-bill')
export class KioskBillScreen extends VisitScreen {
  static override styles = [kiosk, billStyles];

  @state() private got: { statement: Statement; previous: Statement | null } | null = null;
  /** Why it could not be had. */
  @state() private failure: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  protected override renderSignedIn({ accounts }: KioskSignedIn): TemplateResult {
    const { words, got } = this;
    const id = this.session.bill;
    const account = accounts.find(({ bills }) => bills.some((one) => one.id === id));
    const bill = account?.bills.find((one) => one.id === id);
    const title = bill ? words.text('bill-for', { forPeriod: words.forPeriod(bill.period) }) : words.text('bill-title');
    return html`<div class="screen">
      <header class="stack">
        <p class="print-only"><b>${this.kiosk.company.name}</b></p>
        <h1 tabindex="-1">${title}</h1>
      </header>
      ${account && bill && got ? this.renderBill(account, bill, got) : this.renderNothing()}
      <div class="row no-print">
        <button class="grow" type="button" @click=${this.onBack}>
          <mb-icon name="back"></mb-icon>${words.text('kiosk-bill-back')}
        </button>
        <button class="primary grow" type="button" @click=${this.end}>${words.text('kiosk-bills-done')}</button>
      </div>
    </div>`;
  }

  private renderNothing(): TemplateResult {
    const { words, failure } = this;
    if (failure === null) return html`<p role="status">${words.text('kiosk-moment')}</p>`;
    return html`${this.renderFailure(failure)}
      <button type="button" @click=${this.fetch}>${words.text('kiosk-bill-again')}</button>`;
  }

  private renderBill(
    account: KioskBills,
    bill: KioskBill,
    { statement, previous }: { statement: Statement; previous: Statement | null },
  ): TemplateResult {
    const { words } = this;
    const { currency } = this.kiosk.company;
    return html`<section class="card">
        <p>${account.address}<br /><span class="soft">${words.text('kiosk-bills-account', { number: account.number })}</span></p>
        <div>
          <h2 class="soft small">${words.text('bill-total')}</h2>
          <p class="amount figures">${this.money(statement.total)}</p>
        </div>
        <bill-state .bill=${bill} .state=${bill} currency=${currency}></bill-state>
        <dl class="facts">
          <dt>${words.text('bill-fact-number')}</dt>
          <dd>${statement.number}</dd>
          <dt>${words.text('bill-fact-issued')}</dt>
          <dd>${words.date(statement.issuedOn)}</dd>
          <dt>${words.text('bill-fact-due')}</dt>
          <dd>${words.date(statement.due)}</dd>
        </dl>
        ${
          this.kiosk.prints
            ? html`<button class="no-print" type="button" @click=${() => print()}>
                <mb-icon name="print"></mb-icon>${words.text('kiosk-bill-print')}
              </button>`
            : html`<p class="no-print">${words.text('kiosk-bill-paper')}</p>`
        }
      </section>
      ${this.renderPaying(account, bill)}
      <section class="card">
        <h2>${words.text('bill-lines')}</h2>
        <bill-lines .bill=${statement} currency=${currency}></bill-lines>
      </section>
      ${
        previous
          ? html`<section class="card no-print">
              <bill-changes .changes=${billChanges(statement, previous)} currency=${currency}></bill-changes>
            </section>`
          : nothing
      }`;
  }

  private renderPaying({ number: account }: KioskBills, bill: KioskBill): TemplateResult | typeof nothing {
    const { words } = this;
    const { company } = this.kiosk;
    const bytes = bill.left > 0 ? this.codeFor(account, bill) : null;
    if (bytes === null) return nothing;
    const amount = this.money(bill.left);
    return html`<section class="card paying">
      <h2>${words.text('kiosk-bill-pay')}</h2>
      <p class="no-print">${words.text('kiosk-bill-pay-how')}</p>
      <p class="figures"><span class="soft">${words.text('pay-sum')}</span> <b>${amount}</b></p>
      <payment-code .bytes=${bytes} label=${words.text('pay-code-alt', { amount, payee: company.payment.name })}></payment-code>
    </section>`;
  }

  /** Null where the payment does not fit into a code of the company's scheme: then it is paid as the bill says. */
  private codeFor(account: string, { left: amount, number: billNumber, period }: KioskBill): Uint8Array | null {
    try {
      return paymentCode(this.kiosk.company, { account, amount, billNumber, period }).bytes;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  private money(minor: number): string {
    return money(minor, { locale: this.words.locale, currency: this.kiosk.company.currency });
  }

  private readonly onBack = (): void => this.turn('bills');

  private readonly fetch = async (): Promise<void> => {
    const { visit } = this;
    const { bill } = this.session;
    if (visit === null || bill === null) return;
    this.failure = null;
    try {
      const asked = { visit: visit.token, bill };
      const got = await this.kiosk.api.bill.query(asked, { signal: AbortSignal.timeout(patience) });
      if (this.isConnected) this.got = got;
    } catch (error) {
      const isOver = problemOf(error)?.code === 'signed_out';
      if (!this.isConnected) return;
      if (isOver) this.becomeOver();
      else this.failure = this.failureText(error) ?? this.words.text('kiosk-bill-unanswered');
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-bill': KioskBillScreen;
  }
}
