import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AccountPage } from '../../../shared/account-page.ts';
import { debtOf, owedByMonth } from '../../../shared/debt.ts';
import { totalOf } from '../../../shared/ledger.ts';
import { comparePeriods, periodOfDay } from '../../../shared/period.ts';
import { billState, ledgerToNow } from '../../../shared/standing.ts';
import { localDay } from '../../../shared/window.ts';
import { amount } from '../../words/money.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../../elements/balance-card.ts';

/** At first so many of each; the rest when it is asked for. */
const shownAtOnce = 6;

/** What an account owes, and why: the balance (B3), bills with what became of them (B6), the ledger, payments. */
@customElement('account-money')
export class AccountMoney extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host {
        display: grid;
        gap: 1.25rem;
      }
      th,
      td {
        padding: 0.3125rem 0.25rem;
        font-size: 0.875rem;
      }
      thead th {
        font-size: 0.8125rem;
      }
      tbody th {
        white-space: nowrap;
      }
      summary {
        padding-block: 0.5rem;
        color: var(--accent-text);
        font-weight: 600;
        cursor: pointer;
      }
      .overdue {
        color: var(--error);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) page!: AccountPage;
  /** The ledger needs room for its columns, and stands apart. */
  @property() shows: 'balance' | 'ledger' = 'balance';

  override render(): TemplateResult {
    const { words, page } = this;
    if (this.shows === 'ledger') {
      return html`<section class="card">
        <h2>${words.text('accounts-ledger')}</h2>
        ${this.renderLedger()}
      </section>`;
    }
    const { company } = this.office;
    const today = localDay(this.office.now(), company.timeZone);
    const months = ledgerToNow(page.ledger, page);
    const debt = months.length === 0 ? null : debtOf(months, periodOfDay(today));
    const coming = page.onlinePayments.reduce(
      (sum, one) => sum + (one.state === 'received' ? one.amount - one.refunded : 0),
      0,
    );
    return html`<balance-card
        .debt=${debt}
        .currency=${company.currency}
        .coming=${coming}
        ?loud=${debt !== null && debt.balance > 0 && debt.months > company.debtThresholdMonths}
        >${debt?.since && debt.balance > 0 ? html`<p class="soft small">${words.text('accounts-owed-since', { period: words.period(debt.since) })}</p>` : nothing}</balance-card
      >
      <section class="card">
        <h2>${words.text('accounts-bills')}</h2>
        ${this.renderBills(today, months)}
      </section>
      <section class="card">
        <h2>${words.text('accounts-payments')}</h2>
        ${this.renderPayments()}
      </section>`;
  }

  private renderBills(today: ReturnType<typeof localDay>, months: ReturnType<typeof ledgerToNow>): unknown {
    const { words, page } = this;
    const owed = owedByMonth(months);
    const rows = page.statements.map((bill) => {
      const { state, left } = billState(bill, { owed, others: page.statements, today });
      return html`<tr>
        <th scope="row">${words.periodTitle(bill.period)}</th>
        <td class="number">${this.amount(bill.total)}</td>
        <td class=${state === 'overdue' ? 'overdue' : ''}>
          ${words.text('accounts-bill-state', { state, left: this.amount(left), day: words.date(bill.due) })}
        </td>
      </tr>`;
    });
    const heads = html`<th scope="col">${words.text('accounts-month')}</th>
      <th scope="col" class="number">${words.text('accounts-amount')}</th>
      <th scope="col">${words.text('accounts-state')}</th>`;
    return this.table(heads, rows);
  }

  private renderLedger(): unknown {
    const { words, page } = this;
    const months = [...page.ledger].sort((a, b) => comparePeriods(b.period, a.period));
    const columns = ['opening', 'charged', 'recalculated', 'paid', 'closing'] as const;
    const rows = months.map((month) => {
      const total = totalOf(month);
      return html`<tr>
        <th scope="row">${words.shortMonth(month.period)} ${month.period.slice(0, 4)}</th>
        ${columns.map((column) => html`<td class="number">${this.amount(total[column])}</td>`)}
      </tr>`;
    });
    const heads = html`<th scope="col">${words.text('accounts-month')}</th>
      ${columns.map((column) => html`<th scope="col" class="number">${words.text(`accounts-ledger-${column}`)}</th>`)}`;
    return this.table(heads, rows);
  }

  private renderPayments(): unknown {
    const { words, page } = this;
    const rows = [...page.payments]
      .sort((a, b) => (a.date < b.date ? 1 : -1))
      .map(
        ({ date, amount: paid, source }) =>
          html`<tr>
            <th scope="row">${words.date(date)}</th>
            <td class="number">${this.amount(paid)}</td>
            <td>${source}</td>
          </tr>`,
      );
    const heads = html`<th scope="col">${words.text('accounts-day')}</th>
      <th scope="col" class="number">${words.text('accounts-amount')}</th>
      <th scope="col">${words.text('accounts-payment-source')}</th>`;
    return this.table(heads, rows);
  }

  private table(heads: TemplateResult, rows: readonly TemplateResult[]): unknown {
    const { words } = this;
    if (rows.length === 0) return html`<p class="soft">${words.text('accounts-nothing')}</p>`;
    const table = (part: readonly TemplateResult[]) =>
      html`<div class="frame" tabindex="0" role="group" aria-label=${words.text('accounts-table')}>
        <table>
          <thead>
            <tr>${heads}</tr>
          </thead>
          <tbody>${part}</tbody>
        </table>
      </div>`;
    const rest = rows.slice(shownAtOnce);
    return html`${table(rows.slice(0, shownAtOnce))}
    ${
      rest.length === 0
        ? nothing
        : html`<details>
            <summary>${words.text('accounts-older', { count: rest.length })}</summary>
            ${table(rest)}
          </details>`
    }`;
  }

  private amount(minor: number): string {
    return amount(minor, this.words.locale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-money': AccountMoney;
  }
}
