import { Task } from '@lit/task';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  type ConversationState,
  type ConversationTopic,
  conversationStates,
  conversationTopics,
  type InboxRow,
} from '../../../shared/conversation.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { listBeside } from './list-beside-styles.ts';
import type { ConversationMoved, SupportConversation } from './support-conversation.ts';
import type { ConversationChosen } from './support-list.ts';
import './support-conversation.ts';
import './support-list.ts';

const whose = ['all', 'me', 'nobody'] as const;

interface Filter {
  state: ConversationState;
  assigned: (typeof whose)[number];
  topic: ConversationTopic | null;
  search: string;
}

/** Typing goes on: the list waits until the last key. */
const typingMs = 300;

/** The conversations with residents: a list, and beside it the one that is chosen. */
@customElement('office-support')
export class OfficeSupport extends OfficeScreen {
  static override styles = [
    office,
    listBeside,
    css`
      .tools label {
        flex: 0 1 11rem;
      }
      .tools .grow {
        flex: 1 1 16rem;
      }
      .tools select,
      .tools input {
        min-height: var(--target);
        font-size: 1rem;
      }
      .said:not(:has(*)) {
        position: absolute;
      }
      .done {
        padding: 0.5rem 0.875rem;
        border-inline-start: 4px solid var(--accent);
        background: var(--card);
        font-weight: 600;
      }
      @container (max-width: 57.99rem) {
        .chosen .tools {
          display: none;
        }
      }
    `,
  ];

  /** The one that the address names. */
  @property({ attribute: false }) conversation: ConversationId | null = null;
  @state() private filter: Filter = { state: 'open', assigned: 'all', topic: null, search: '' };
  @state() private rows: readonly InboxRow[] = [];
  @state() private next: string | null = null;
  @state() private failure: unknown = null;
  /** What was answered last, as long as the one is shown that opened by itself then. */
  @state() private answered: { row: InboxRow; opened: ConversationId } | null = null;
  @query('support-conversation') private shown!: SupportConversation | null;
  private typing: ReturnType<typeof setTimeout> | undefined;

  private readonly list = new Task(this, {
    task: async ([filter]) => {
      const page = await this.ask(filter, null);
      this.rows = page.rows;
      this.next = page.next;
    },
    args: () => [this.filter] as const,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typing);
  }

  /** Who chose a conversation goes on with that, and not with the list. */
  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    if (this.shown) await this.shown.focusHeading();
    else await super.focusHeading();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('conversation')) return;
    this.failure = null;
    if (this.conversation !== this.answered?.opened) this.answered = null;
  }

  override render(): TemplateResult {
    const { words, conversation } = this;
    return html`<div class="screen ${conversation ? 'chosen' : ''}">
      <h1 tabindex="-1">${words.text('office-support-title')}</h1>
      ${this.renderTools()}
      <div class="said" role="status">${this.renderAnswered()}</div>
      <div class="beside">
        <div class="list">
          ${this.list.render({
            // The list of before stays while it is asked for anew.
            pending: () => (this.rows.length > 0 ? this.renderList() : this.renderPending()),
            complete: () => this.renderList(),
            error: this.renderFailure,
          })}
        </div>
        <div>
          <a class="button back" href="/office/support"
            ><mb-icon name="back"></mb-icon>${words.text('office-support-back')}</a
          >
          ${
            conversation
              ? html`<support-conversation
                  .conversation=${conversation}
                  @conversation-moved=${this.onMoved}
                ></support-conversation>`
              : html`<p class="soft">${words.text('office-support-choose')}</p>`
          }
        </div>
      </div>
    </div>`;
  }

  private renderAnswered(): unknown {
    const { words, answered } = this;
    if (!answered) return nothing;
    const { id, account } = answered.row;
    return html`<p class="done">
      ${words.text('office-support-answered-one', { number: account.number, holder: account.holder })}
      <a href="/office/support/${id}">${words.text('office-support-answered-back')}</a>
    </p>`;
  }

  private renderTools(): TemplateResult {
    const { words, filter } = this;
    const found = filter.search !== '';
    const option = (value: string, text: string, chosen: boolean) =>
      html`<option value=${value} ?selected=${chosen}>${text}</option>`;
    return html`<div class="tools" role="search">
      <label class="grow"
        ><span>${words.text('office-support-search')}</span
        ><input type="search" maxlength="100" .value=${filter.search} @input=${this.onSearch}
      /></label>
      ${
        found
          ? nothing
          : html`<label
                ><span>${words.text('office-support-states')}</span
                ><select @change=${(event: Event) => this.choose({ state: chosenOf(event) as ConversationState })}>
                  ${conversationStates.map((one) => option(one, words.text(`office-support-${one}`), one === filter.state))}
                </select></label
              ><label
                ><span>${words.text('office-support-assigned')}</span
                ><select @change=${(event: Event) => this.choose({ assigned: chosenOf(event) as Filter['assigned'] })}>
                  ${whose.map((one) => option(one, words.text(`office-support-assigned-${one}`), one === filter.assigned))}
                </select></label
              ><label
                ><span>${words.text('office-support-topic')}</span
                ><select
                  @change=${(event: Event) => this.choose({ topic: (chosenOf(event) || null) as Filter['topic'] })}
                >
                  ${option('', words.text('office-support-topic-all'), filter.topic === null)}
                  ${conversationTopics.map((one) => option(one, words.text(`office-support-topic-${one}`), one === filter.topic))}
                </select></label
              >`
      }
    </div>`;
  }

  private renderList(): TemplateResult {
    const { words, rows, next, filter } = this;
    const found = filter.search !== '';
    const empty = found
      ? 'office-support-none-found'
      : filter.state === 'open' && filter.assigned === 'all' && filter.topic === null
        ? 'office-support-empty-open'
        : 'office-support-empty';
    return html`${found ? html`<p class="soft small">${words.text('office-support-search-bound')}</p>` : nothing}
    ${
      rows.length === 0
        ? html`<p class="soft" role="status">${words.text(empty)}</p>`
        : html`<support-list
            .rows=${rows}
            .current=${this.conversation}
            ?mixed=${found}
            @conversation-chosen=${this.onChosen}
          ></support-list>`
    }
    ${this.renderFailure(this.failure)}
    ${next === null ? nothing : html`<button type="button" @click=${this.onMore}>${words.text('office-support-more')}</button>`}`;
  }

  private ask({ search, ...filter }: Filter, after: string | null) {
    const { support } = this.office.api;
    // One letter would find nearly everything.
    return search.trim().length < 2
      ? support.list.query({ ...filter, after })
      : support.search.query({ text: search.trim() });
  }

  private choose(change: Partial<Filter>): void {
    this.failure = null;
    this.filter = { ...this.filter, ...change };
  }

  private onSearch(event: Event): void {
    const search = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.choose({ search }), typingMs);
  }

  private async onMore(): Promise<void> {
    const { filter, next } = this;
    try {
      const page = await this.ask(filter, next);
      // Another list has been asked for meanwhile.
      if (filter !== this.filter || next !== this.next) return;
      this.rows = [...this.rows, ...page.rows];
      this.next = page.next;
    } catch (error) {
      this.failure = error;
    }
  }

  private onChosen({ conversation }: ConversationChosen): void {
    this.office.navigate(`/office/support/${conversation}`);
  }

  /** It may have left the list that is shown, or come into it. */
  private onMoved({ goesOn }: ConversationMoved): void {
    if (goesOn) this.goOn();
    void this.list.run();
  }

  /** Opens what waits behind the one that was just answered, but nothing that a colleague deals with. */
  private goOn(): void {
    const { rows, conversation, filter, office: desk } = this;
    const at = rows.findIndex(({ id }) => id === conversation);
    const row = rows[at];
    // Whoever looks something up, or came from elsewhere, does not work through the list.
    if (!row || filter.state !== 'open' || filter.search !== '') return;
    const others = [...rows.slice(at + 1), ...rows.slice(0, at)];
    const following = others.find(({ assigned }) => assigned === null || assigned.id === desk.staff.id);
    if (!following) return;
    this.answered = { row, opened: following.id };
    desk.navigate(`/office/support/${following.id}`);
  }
}

const chosenOf = ({ target }: Event): string => (target as HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'office-support': OfficeSupport;
  }
}
