import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { FoundAccount } from '../../../shared/account-search.ts';
import { longest } from '../../../shared/contact.ts';
import { readReceiptNumber } from '../../../shared/kiosk-slip.ts';
import { AccountMemory } from '../elements/account-memory.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
import { office } from '../styles.ts';
import { found } from './found-styles.ts';

/** Finds an account while it is typed: by its number, its holder, its address, a meter's serial number. */
@customElement('office-accounts')
export class OfficeAccounts extends OfficeScreen {
  static override styles = [
    office,
    found,
    css`
      li a {
        grid-template-columns: 8rem minmax(10rem, 2fr) 3fr;
      }
      @container (max-width: 44rem) {
        li a {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private text = '';
  @query('input') private input!: HTMLInputElement;

  private readonly list = new PagedList<string, FoundAccount>(this, {
    question: () => this.text.trim(),
    load: (text, after) => this.office.api.accounts.search.query({ text, after }),
  });

  protected override firstUpdated(): void {
    this.input.value = this.text;
    this.input.focus();
    this.input.select();
  }

  /** The field, where somebody begins to type at once; its heading is read with it. */
  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.input.focus();
    this.input.select();
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.text = AccountMemory.of(this.office.api).text;
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <h1 id="heading" tabindex="-1">${words.text('accounts-title')}</h1>
      <form role="search" @submit=${this.onSubmit}>
        <label>
          <span>${words.text('accounts-search')}</span>
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            maxlength=${longest.line}
            aria-describedby="hint"
            @input=${this.onInput}
            @keydown=${this.onFieldKey}
          />
        </label>
        <p class="soft small" id="hint">${words.text('accounts-search-hint')}</p>
      </form>
      ${this.renderRecent()}
      <section class="list" aria-label=${words.text('accounts-found-label')} @keydown=${this.onListKey}>
        ${this.renderResult()}
      </section>
    </div>`;
  }

  private renderRecent(): unknown {
    const { recent } = AccountMemory.of(this.office.api);
    if (this.text.trim() !== '' || recent.length === 0) return nothing;
    return html`<section class="screen-part">
      <h2>${this.words.text('accounts-recent')}</h2>
      ${this.renderRows(recent)}
    </section>`;
  }

  private renderResult(): unknown {
    const { words } = this;
    const { shown, failure } = this.list;
    if (shown === null) return failure === null ? this.renderPending() : this.renderFailure(failure);
    const { question, rows, next } = shown;
    const count = words.text(next === null ? 'accounts-count' : 'accounts-first', { count: rows.length });
    return html`<p class="soft small" role="status">
        ${rows.length === 0 && next === null ? words.text('accounts-none', { text: question }) : count}
      </p>
      ${rows.length > 0 ? this.renderRows(rows) : nothing} ${this.renderFailure(failure)}
      ${this.list.renderMore(words.text('accounts-more'))} ${this.renderReceipt(rows.length === 0)}`;
  }

  /** It may be the number on a receipt of a kiosk; of digits alone only where no account was meant. */
  private renderReceipt(nothingFound: boolean): unknown {
    const number = readReceiptNumber(this.text);
    if (number === null || (!nothingFound && /^\d+$/.test(this.text.trim()))) return nothing;
    return html`<p>
      <a href="/office/kiosks/receipt/${number}">${this.words.text('accounts-receipt', { number })}</a>
    </p>`;
  }

  private renderRows(rows: readonly FoundAccount[]): TemplateResult {
    const { words } = this;
    return html`<ul role="list" class="found">
      ${rows.map(
        ({ id, number, holder, address, meter }) =>
          html`<li>
            <a href="/office/accounts/${id}"
              ><strong class="figures">${number}</strong> <span>${holder}</span>
              <span class="soft"
                >${address}${
                  meter
                    ? html`<br />${words.text('meter-serial', { serial: meter.serial })}${meter.retired ? `, ${words.text('accounts-taken-out')}` : nothing}`
                    : nothing
                }</span
              ></a
            >
          </li>`,
      )}
    </ul>`;
  }

  private onInput(): void {
    this.text = this.input.value;
    AccountMemory.of(this.office.api).text = this.text;
  }

  /** Enter opens the account of the number, or the only one that there is. */
  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.text.trim();
    if (typed === '') return;
    await this.list.settled();
    const { shown } = this.list;
    if (shown?.question !== this.text.trim()) return;
    const { rows, next } = shown;
    const number = typed.replace(/\s+/gu, '');
    const only = rows.length === 1 && next === null ? rows[0] : rows.find((row) => row.number === number);
    if (only) this.office.navigate(`/office/accounts/${only.id}`);
    else this.links[0]?.focus();
  }

  private get links(): HTMLElement[] {
    return [...(this.shadowRoot?.querySelectorAll<HTMLElement>('li a') ?? [])];
  }

  private onFieldKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || this.links.length === 0) return;
    event.preventDefault();
    this.links[0]?.focus();
  }

  private onListKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = this.links.indexOf(event.composedPath()[0] as HTMLElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    (this.links[at + step] ?? (step < 0 ? this.input : null))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-accounts': OfficeAccounts;
  }
}
