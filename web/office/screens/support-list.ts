import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { InboxRow } from '../../../shared/conversation.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import { toEpochMs } from '../../../shared/instant.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { choiceList } from './choice-list-styles.ts';

/** A conversation of the list was chosen. */
export class ConversationChosen extends Event {
  static readonly type = 'conversation-chosen';
  readonly conversation: ConversationId;

  constructor(conversation: ConversationId) {
    super(ConversationChosen.type, { bubbles: true, composed: true });
    this.conversation = conversation;
  }
}

/**
 * Conversations, one a line; the arrows go up and down.
 *
 * @fires ConversationChosen
 */
@customElement('support-list')
export class SupportList extends OfficeScreen {
  static override styles = [office, choiceList];

  @property({ attribute: false }) rows: readonly InboxRow[] = [];
  @property({ attribute: false }) current: ConversationId | null = null;
  /** Rows of several states: each says its own. */
  @property({ type: Boolean }) mixed = false;

  override render(): TemplateResult {
    return html`<ul role="list" aria-label=${this.words.text('office-support-list')} @keydown=${this.onKeyDown}>
      ${this.rows.map((row) => this.renderRow(row))}
    </ul>`;
  }

  private renderRow({ id, topic, state, account, assigned, changedAt, last }: InboxRow): TemplateResult {
    const { words, office: desk } = this;
    const at = words.moment(toEpochMs(changedAt), desk.now());
    const text = last === null || last.text === '' ? words.text('office-support-photo-only') : last.text;
    return html`<li>
      <button
        type="button"
        aria-current=${id === this.current ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new ConversationChosen(id))}
      >
        <span class="topic">${words.text(`office-support-topic-${topic}`)}</span>
        <span class="soft small figures end"
          >${words.text(state === 'open' ? 'office-support-waits' : 'office-support-since', { at })}</span
        >
        <span class="cut figures ${assigned ? '' : 'across'}">${account.number} · ${account.holder}</span>
        ${assigned ? html`<span class="soft small end">${assigned.name}</span>` : nothing}
        <span class="soft small cut across"
          >${last?.author === 'office' ? words.text('office-support-you', { text }) : text}</span
        >
        ${this.mixed ? html`<span class="small across">${words.text(`office-support-is-${state}`)}</span>` : nothing}
      </button>
    </li>`;
  }

  private onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const lines = [...(this.shadowRoot?.querySelectorAll('button') ?? [])];
    const at = lines.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'support-list': SupportList;
  }
}
