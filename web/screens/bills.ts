import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { StatementId } from '../../shared/ids.ts';
import { type BillsView, type BillView, isLoud, leftToPay } from '../store/views-bills.ts';
import { onItsWay } from '../store/views-pay.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { renderAsOf } from './as-of.ts';
import { BillsWatch } from './bills-watch.ts';
import { renderNothingOfBilling } from './nothing-of-billing.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/balance-card.ts';
import '../elements/bill-card.ts';
import '../elements/mb-icon.ts';
import './account-switch.ts';

/** So many bills are in sight at once; the years before them open when they are asked for. */
const inSight = 12;

/** What is to pay, then every bill, the newest first, year by year. */
@customElement('bills-screen')
export class BillsScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    css`
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .actions .button {
        flex: 1 1 12rem;
      }
      .year {
        padding-block: 0.75rem 0.25rem;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      summary {
        min-height: var(--target);
        padding-block: 0.5rem;
        cursor: pointer;
        font-weight: 650;
      }
      @media print {
        .year {
          break-inside: avoid;
        }
        .no-print {
          display: none;
        }
      }
    `,
  ];

  private readonly watch = new BillsWatch(this, () => this.app);
  /** The bills whose PDFs are on this device. */
  @state() private kept: ReadonlySet<StatementId> = new Set();
  private keptFor: BillsView | null | undefined;

  protected override willUpdate(): void {
    const { view } = this.watch;
    if (!view || this.keptFor === view) return;
    this.keptFor = view;
    this.lookUpKept(view).catch((error) => {
      // Whoever has left the screen waits for nothing.
      if (this.isConnected) reportError(error);
    });
  }

  override render(): TemplateResult {
    const { view } = this.watch;
    return html`<div class="screen">
      <header class="title">
        <h1 tabindex="-1">${this.words.text('bills-title')}</h1>
        <account-switch></account-switch>
      </header>
      ${view === undefined ? nothing : view === null ? renderNothingOfBilling(this.app) : this.renderView(view)}
    </div>`;
  }

  private renderView(view: BillsView): unknown {
    const { words, app } = this;
    if (view.bills.length === 0 && view.debt === null) return renderNothingOfBilling(app);
    return html`${renderAsOf(app)} ${this.renderBalance(view)}
      ${view.bills.length === 0 ? html`<p class="soft">${words.text('bills-empty')}</p>` : this.renderYears(view)}`;
  }

  private renderBalance(view: BillsView): TemplateResult {
    const { words } = this;
    const { company } = this.state;
    const coming = view.onTheirWay.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
    return html`<balance-card
      .debt=${view.debt}
      .coming=${coming}
      ?loud=${isLoud(view, company.debtThresholdMonths)}
      currency=${company.currency}
    >
      <div class="actions no-print">
        ${leftToPay(view) > 0 ? html`<a class="button primary wide" href=${paths.pay}>${words.text('bill-pay')}</a>` : nothing}
        <a class="button wide" href=${paths.debt}>${words.text('bills-debt')}</a>
      </div>
    </balance-card>`;
  }

  private renderYears(view: BillsView): unknown {
    const years = new Map<string, BillView[]>();
    for (const bill of view.bills) {
      const year = bill.bill.period.slice(0, 4);
      years.set(year, [...(years.get(year) ?? []), bill]);
    }
    let shown = 0;
    return [...years].map(([year, bills]) => {
      const open = shown < inSight;
      shown += bills.length;
      const list = html`<ul role="list">
        ${bills.map((bill) => html`<li>${this.renderBill(view, bill)}</li>`)}
      </ul>`;
      if (open)
        return html`<section class="card year" aria-labelledby="year-${year}"><h2 id="year-${year}">${year}</h2>${list}</section>`;
      const name = this.words.text('bills-earlier', { year, count: bills.length });
      return html`<details class="card year"><summary>${name}</summary>${list}</details>`;
    });
  }

  private renderBill(view: BillsView, { bill, state: become, left }: BillView): TemplateResult {
    return html`<bill-card
      .bill=${bill}
      .state=${{ state: become, left }}
      .coming=${onItsWay(view, bill.id)}
      ?kept=${this.kept.has(bill.id)}
      currency=${this.state.company.currency}
      href=${paths.bill(bill.id)}
    ></bill-card>`;
  }

  /** Looked up beside the view: it is the documents' affair which ones are kept. */
  private async lookUpKept({ account }: BillsView): Promise<void> {
    const documents = await this.app.store.documents();
    const kept = await documents.kept(account);
    if (this.keptFor?.account === account) this.kept = kept;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bills-screen': BillsScreen;
  }
}
