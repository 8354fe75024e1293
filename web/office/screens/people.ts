import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { longest } from '../../../shared/contact.ts';
import type { Page } from '../../../shared/page.ts';
import type { PersonRow } from '../../../shared/people.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/** Finds a user of the portal while it is typed; without anything typed, the newest. */
@customElement('office-people')
export class OfficePeople extends OfficeScreen {
  static override styles = [
    office,
    css`
      .found {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
        overflow: hidden;
      }
      li a {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 4fr) minmax(0, 3fr) minmax(0, 2fr);
        gap: 0.125rem 1rem;
        padding: 0.625rem 0.75rem;
        border-bottom: 1px solid var(--line);
        color: var(--ink);
        text-decoration: none;
        overflow-wrap: anywhere;
      }
      li:last-child a {
        border: 0;
      }
      li a:hover {
        background: var(--well);
      }
      li a:focus-visible {
        outline-offset: -3px;
      }
      strong {
        color: var(--accent-text);
      }
      form {
        display: grid;
        gap: 0.5rem;
      }
      .list {
        display: grid;
        gap: 0.75rem;
        /* What is found comes and goes while it is typed; what stands below does not jump about. */
        min-height: 24rem;
        align-content: start;
      }
      .list > button {
        width: fit-content;
      }
      @container (max-width: 44rem) {
        li a {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private text = '';
  /** The pages behind the first, asked for one by one. */
  @state() private more: Page<PersonRow>[] = [];
  @state() private working = false;
  @state() private failure: unknown = null;
  @query('input') private input!: HTMLInputElement;

  private readonly search = new Task(this, {
    args: () => [this.text.trim()] as const,
    task: async ([text]) => {
      this.more = [];
      this.failure = null;
      return { text, page: await this.office.api.people.list.query({ search: text, after: null }) };
    },
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
    const { words, search, more } = this;
    const { value, error } = search;
    if (error !== undefined) return this.renderFailure(error);
    if (!value) return this.renderPending();
    const pages = [value.page, ...more];
    const rows = pages.flatMap((page) => page.rows);
    const next = pages.at(-1)?.next ?? null;
    return html`<p class="soft small" role="status">${this.countText(value.text, rows.length, next !== null)}</p>
      ${rows.length > 0 ? this.renderRows(rows) : nothing}
      ${this.failure === null ? nothing : this.renderFailure(this.failure)}
      ${
        next === null
          ? nothing
          : html`<button type="button" aria-disabled=${this.working} @click=${() => this.askOn(value.text, next)}>
              ${words.text('people-more')}
            </button>`
      }`;
  }

  private countText(text: string, count: number, more: boolean): string {
    const { words } = this;
    if (count === 0) return text === '' ? words.text('people-nobody-yet') : words.text('people-none', { text });
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
    await this.updateComplete;
    try {
      await this.search.taskComplete;
    } catch {
      // The screen says what it failed at.
      return;
    }
    const found = this.search.value;
    if (!found || found.text !== this.text.trim()) return;
    const { rows, next } = found.page;
    const [only] = rows;
    if (only && rows.length === 1 && next === null) this.office.navigate(`/office/people/${only.id}`);
    else this.shadowRoot?.querySelector<HTMLElement>('li a')?.focus();
  }

  private async askOn(text: string, after: string): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.failure = null;
    try {
      const page = await this.office.api.people.list.query({ search: text, after });
      if (this.text.trim() === text) this.more = [...this.more, page];
    } catch (error) {
      this.failure = error;
    } finally {
      this.working = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-people': OfficePeople;
  }
}
