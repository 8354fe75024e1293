import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type LedgerFault, missingMonths } from '../../shared/ledger.ts';
import type { Period } from '../../shared/period.ts';
import type { BillsView } from '../store/views-bills.ts';
import { type LedgerView, ledgerFaults, ledgerState, ledgerView } from '../store/views-ledger.ts';
import { card, controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { screen } from '../styles/screen.ts';
import { type CellNotes, cellNotes } from '../words/ledger-words.ts';
import { amount, money } from '../words/money.ts';
import type { Words } from '../words/words.ts';
import { renderAsOf } from './as-of.ts';
import { BillsWatch } from './bills-watch.ts';
import { landscape } from './landscape.ts';
import { renderNothingYet } from './nothing-yet.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/empty-note.ts';
import '../elements/ledger-cards.ts';
import '../elements/ledger-check.ts';
import '../elements/ledger-table.ts';
import '../elements/mb-icon.ts';
import './account-switch.ts';
import './ledger-download.ts';
import './phone-links.ts';

/** Laid out unseen until the ledger is read: a browser takes longer to prepare its letters than for the figures themselves. */
const sample = { opening: 1_234_567, charged: 89_012, paid: 34_567, recalculated: -8_901, closing: 1_280_111 };
const beforeItIsRead: BillsView = {
  account: '',
  bills: [],
  ledger: [{ account: '', revision: 0, period: '2000-01', services: [{ service: '', ...sample }], total: sample }],
  payments: [],
  onTheirWay: [],
  onlinePayments: [],
  debt: null,
  today: '2000-01-01',
};

const noNotes: CellNotes = new Map();

/** From here on the table has room; the menu stands at the side then (`nav-bar`). */
const roomForTable = '(min-width: 56rem)';

/** The account's history, month by month and service by service: cards on phones, the table on wide screens and on paper. */
@customElement('ledger-screen')
export class LedgerScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    field,
    screen,
    css`
      @media (min-width: 56rem) {
        .screen {
          max-width: none;
        }
      }
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: inherit;
      }
      /* Unlike \`visibility\` this is no affair of what is inside, which would all be styled anew. */
      .parts[aria-busy="true"] {
        opacity: 0;
      }
      .tools {
        align-items: start;
      }
      label {
        grid-template-columns: auto minmax(6rem, auto);
        align-items: center;
        gap: 0.75rem;
        font-weight: 600;
      }
      select {
        min-height: var(--target);
      }
      .standing {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.75rem;
        max-width: 42rem;
        color: inherit;
        font-weight: 600;
        text-decoration: none;
      }
      ledger-check {
        max-width: 56rem;
      }
      .print-only {
        display: none;
      }
      @media print {
        .print-only {
          display: block;
        }
        .no-print {
          display: none;
        }
        .screen {
          gap: 0.5rem;
          max-width: none;
          padding: 0;
        }
      }
    `,
  ];

  @state() private wide = false;
  /** On paper it is the table, whole. */
  @state() private printing = false;
  @state() private year: string | null = null;
  private readonly watch = new BillsWatch(this, () => this.app);
  private shown: { key: string; view: LedgerView } | null = null;
  /** What came of checking a ledger; the figures are shown first. */
  @state() private checked: { state: string; faults: readonly LedgerFault[]; missing: readonly Period[] } | null = null;
  private noted: { faults: readonly LedgerFault[]; words: Words; notes: CellNotes } | null = null;
  private stop: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const room = matchMedia(roomForTable);
    const onRoom = () => {
      this.wide = room.matches;
    };
    const beforePrint = () => {
      this.printing = true;
    };
    const afterPrint = () => {
      this.printing = false;
    };
    onRoom();
    room.addEventListener('change', onRoom);
    // What Lit paints in microtasks is there before the browser lays the pages out.
    addEventListener('beforeprint', beforePrint);
    addEventListener('afterprint', afterPrint);
    this.stop = [
      () => room.removeEventListener('change', onRoom),
      () => removeEventListener('beforeprint', beforePrint),
      () => removeEventListener('afterprint', afterPrint),
      landscape(),
    ];
    // The browser loads its tables of numbers and plurals while the device's database is read, and not when the figures are to
    // be painted.
    amount(0, this.words.locale);
    this.words.periodTitle('2000-01');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stop) stop();
  }

  override render(): TemplateResult {
    const { words, app } = this;
    const { account } = app;
    const several = this.state.accounts.length > 1;
    return html`<div class="screen">
      <header class="title">
        <p class="print-only">${this.state.company.name}</p>
        <h1 tabindex="-1">${words.text('ledger-title')}</h1>
        ${
          account
            ? html`<p class="soft figures ${several ? 'print-only' : ''}">
                ${account.holder} · <span class="whole">${words.text('home-account', { number: account.number })}</span> · ${account.address}
              </p>`
            : nothing
        }
        <account-switch class="no-print"></account-switch>
      </header>
      ${this.renderContent(this.watch.view)}
    </div>`;
  }

  private renderContent(view: BillsView | null | undefined): unknown {
    if (view === null || view?.ledger.length === 0) return this.renderNothing();
    // While the device's database is read the parts are made and laid out, unseen: the figures then only fill them.
    return html`<div class="parts" aria-busy=${view === undefined} ?inert=${view === undefined}>${this.renderParts(view ?? beforeItIsRead)}</div>`;
  }

  private renderParts(view: BillsView): TemplateResult {
    const ledger = this.viewOf(view);
    const checked = this.checked?.state === ledgerState(view.ledger) ? this.checked : null;
    const faults = checked?.faults ?? null;
    const notes = this.notesOf(faults);
    const { currency } = this.state.company;
    return html`<ledger-check .faults=${faults} .missing=${checked?.missing ?? []} currency=${currency}><phone-links></phone-links></ledger-check>
      ${this.renderStanding(view)} ${renderAsOf(this.app)}
      <div class="row tools no-print">
        ${ledger.years.length > 0 || view === beforeItIsRead ? this.renderYears(ledger.years) : nothing}
        <ledger-download .ledger=${view.ledger} .payments=${view.payments}></ledger-download>
        ${
          this.wide
            ? html`<button type="button" @click=${() => print()}><mb-icon name="print"></mb-icon>${this.words.text('ledger-print')}</button>`
            : nothing
        }
      </div>
      ${
        this.wide || this.printing
          ? html`<ledger-table .table=${ledger.table} .notes=${notes} ?whole=${this.printing}></ledger-table>`
          : html`<ledger-cards .table=${ledger.table} .notes=${notes}></ledger-cards>`
      }`;
  }

  /** B6: the ledger ends with its last month; what is owed now stands on a screen of its own. */
  private renderStanding({ debt }: BillsView): TemplateResult {
    const { words } = this;
    const balance = debt?.balance ?? 0;
    const { currency } = this.state.company;
    const word = balance > 0 ? 'ledger-owed' : balance < 0 ? 'ledger-advance' : 'ledger-nothing-owed';
    const sum = money(Math.abs(balance), { locale: words.locale, currency });
    return html`<a class="card standing figures" href=${paths.debt}>
      <span>${words.text(word, { amount: sum })}</span><mb-icon name="next" class="no-print"></mb-icon>
    </a>`;
  }

  private renderYears(years: readonly string[]): TemplateResult {
    const { words } = this;
    return html`<label>
      <span>${words.text('ledger-year')}</span>
      <select @change=${this.onYear}>
        <option value="" ?selected=${this.year === null}>${words.text('ledger-all-years')}</option>
        ${years.map((year) => html`<option ?selected=${year === this.year}>${year}</option>`)}
      </select>
    </label>`;
  }

  /** Where the device holds no ledger: billing has sent none, or it is on its way, or cannot come now. */
  private renderNothing(): TemplateResult {
    const { words } = this;
    const { sync, accounts } = this.state;
    if (accounts.length === 0 && sync.pulled) return renderNothingYet(this.app);
    if (this.watch.view && sync.pulled) {
      return html`<empty-note icon="ledger" heading=${words.text('ledger-empty-title')}>
        <p>${words.text('ledger-empty')}</p>
        <phone-links></phone-links>
      </empty-note>`;
    }
    if (sync.silence || ['offline', 'signed-out', 'upgrade-required'].includes(sync.state)) {
      return html`<empty-note icon="offline" heading=${words.text('ledger-offline-title')}>
        <p>${words.text('home-offline')}</p>
      </empty-note>`;
    }
    return html`<empty-note icon="ledger" busy heading=${words.text('ledger-loading')}>
      ${sync.progress === null ? nothing : html`<p class="soft figures">${words.text('home-loading-rows', { count: sync.progress })}</p>`}
    </empty-note>`;
  }

  protected override updated(): void {
    const ledger = this.watch.view?.ledger;
    if (!ledger || this.checked?.state === ledgerState(ledger)) return;
    // After the frame that shows the figures.
    requestAnimationFrame(() => setTimeout(() => this.check(ledger)));
  }

  private check(ledger: BillsView['ledger']): void {
    const state = ledgerState(ledger);
    if (this.checked?.state !== state)
      this.checked = { state, faults: ledgerFaults(ledger), missing: missingMonths(ledger) };
  }

  /** The same object as long as the ledger is the same: what is built of it then stays as it is. */
  private viewOf({ ledger }: BillsView): LedgerView {
    const { year } = this;
    const key = `${year}\n${ledgerState(ledger)}`;
    if (this.shown?.key !== key) this.shown = { key, view: ledgerView(ledger, year) };
    return this.shown.view;
  }

  private notesOf(faults: readonly LedgerFault[] | null): CellNotes {
    const { words } = this;
    if (!faults || faults.length === 0) return noNotes;
    if (this.noted?.faults !== faults || this.noted.words !== words) {
      this.noted = { faults, words, notes: cellNotes(words, faults, this.state.company.currency) };
    }
    return this.noted.notes;
  }

  private onYear(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.year = value === '' ? null : value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ledger-screen': LedgerScreen;
  }
}
