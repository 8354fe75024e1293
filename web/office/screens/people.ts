import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { longest } from '../../../shared/contact.ts';
import type { PersonRow } from '../../../shared/people.ts';
import { OfficeScreen } from '../office-screen.ts';
import { PagedList } from '../paged-list.ts';
import { office } from '../styles.ts';
import { found } from './found-styles.ts';

/** Rows to begin with: a page of the list may hold nothing although there is more. */
const enough = 1;

/** Finds a user of the portal while it is typed; without anything typed, the newest. */
@customElement('office-people')
export class OfficePeople extends OfficeScreen {
  static override styles = [
    office,
    found,
    css`
      li a {
        grid-template-columns: minmax(0, 3fr) minmax(0, 4fr) minmax(0, 3fr) minmax(0, 2fr);
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

  private readonly list = new PagedList<string, PersonRow>(this, {
    question: () => this.text.trim(),
    load: (text, after) => this.office.api.people.list.query({ search: text, after }),
    enough,
  });

  /** The field, where somebody begins to type at once. */
  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.input.focus();
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<div class="screen">
      <div class="row spread">
        <h1 tabindex="-1">${words.text('people-title')}</h1>
        <div class="row">
          <a class="button" href="/office/people/new">${words.text('people-application')}</a>
          <a class="button" href="/office/people/letters">${words.text('people-letters')}</a>
        </div>
      </div>
      <form role="search" @submit=${this.onSubmit}>
        <label>
          <span>${words.text('people-search')}</span>
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            maxlength=${longest.email}
            aria-describedby="hint"
            @input=${this.onInput}
          />
        </label>
        <p class="soft small" id="hint">${words.text('people-search-hint')}</p>
      </form>
      <section class="list" aria-label=${words.text('people-found')}>${this.renderResult()}</section>
    </div>`;
  }

  private renderResult(): unknown {
    const { shown, failure } = this.list;
    if (shown === null) return failure === null ? this.renderPending() : this.renderFailure(failure);
    const { question, rows, next } = shown;
    return html`<p class="soft small" role="status">${this.countText(question, rows.length, next !== null)}</p>
      ${rows.length > 0 ? this.renderRows(rows) : nothing} ${this.renderFailure(failure)}
      ${this.list.renderMore(this.words.text('people-more'))}`;
  }

  private countText(text: string, count: number, more: boolean): string {
    const { words } = this;
    if (count === 0 && !more)
      return text === '' ? words.text('people-nobody-yet') : words.text('people-none', { text });
    if (text === '') return words.text('people-newest');
    return more ? words.text('people-first', { count }) : words.text('people-count', { count });
  }

  private renderRows(rows: readonly PersonRow[]): TemplateResult {
    const { words } = this;
    return html`<ul role="list" class="found">
      ${rows.map(
        ({ id, name, email, accounts, moreAccounts, state: standing }) =>
          html`<li>
            <a href="/office/people/${id}"
              ><strong>${name}</strong> <span class=${email === null ? 'soft' : ''}>${email ?? words.text('people-no-email')}</span>
              <span class="figures soft"
                >${
                  accounts.length === 0
                    ? words.text('people-no-accounts')
                    : [accounts.join(', '), ...(moreAccounts > 0 ? [`+${moreAccounts}`] : [])].join(' ')
                }</span
              >
              <span class="soft">${standing === 'active' ? nothing : words.text(`people-state-${standing}`)}</span></a
            >
          </li>`,
      )}
    </ul>`;
  }

  private onInput(): void {
    this.text = this.input.value;
  }

  /** Enter opens the only one that there is, or goes to the first. */
  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.list.settled();
    const { shown } = this.list;
    if (shown?.question !== this.text.trim()) return;
    const [only] = shown.rows;
    if (only && shown.rows.length === 1 && shown.next === null) this.office.navigate(`/office/people/${only.id}`);
    else this.shadowRoot?.querySelector<HTMLElement>('li a')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-people': OfficePeople;
  }
}
