import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type ConversationTopic, conversationTopics } from '../../shared/conversation.ts';
import { controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { screen } from '../styles/screen.ts';
import type { MessageChanged, MessageSubmitted } from './message-form.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { SupportWatch } from './support-watch.ts';
import { writeMessage } from './write-message.ts';
import '../elements/mb-icon.ts';
import './account-switch.ts';
import './message-form.ts';

/** Writing to the office: what it is about, and the first message. */
@customElement('new-conversation-screen')
export class NewConversationScreen extends ScreenElement {
  static override styles = [
    controls,
    field,
    screen,
    css`
      .offline {
        display: flex;
        gap: 0.5rem;
        color: var(--ink-soft);
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 0.5rem;
        font-weight: 600;
      }
      .topics {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .topics label {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
        min-height: var(--target);
        padding: 0.5rem 0.875rem;
        border: 1.5px solid var(--line-strong);
        border-radius: var(--radius-small);
        font-weight: 600;
        cursor: pointer;
      }
      .topics label > span:first-child {
        font-weight: inherit;
      }
      .topics label:has(:checked) {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      input[type="radio"] {
        width: 1.25rem;
        min-height: 0;
        height: 1.25rem;
        margin: 0;
        accent-color: var(--accent);
      }
    `,
  ];

  private readonly watch = new SupportWatch(this, () => this.app);
  /** Undefined: as the draft has it. */
  @state() private topic: ConversationTopic | null | undefined;
  @state() private asked = false;
  /** Null: as the draft has it. */
  private text: string | null = null;

  override render(): TemplateResult {
    const { words } = this;
    const { view } = this.watch;
    return html`<div class="screen">
      <a class="back" href=${paths.support}><mb-icon name="back"></mb-icon> ${words.text('support-title')}</a>
      <header class="title">
        <h1 tabindex="-1">${words.text('new-conversation-title')}</h1>
        <account-switch></account-switch>
      </header>
      ${this.state.sync.state === 'offline' ? html`<p class="offline"><mb-icon name="offline"></mb-icon><span>${words.text('support-offline')}</span></p>` : nothing}
      ${view ? this.renderForm(view.draft) : nothing}
    </div>`;
  }

  private renderForm(draft: { topic: ConversationTopic | null; text: string }): TemplateResult {
    const { words } = this;
    const chosen = this.topic === undefined ? draft.topic : this.topic;
    return html`<fieldset aria-describedby="topic-error">
        <legend>${words.text('support-topic')}</legend>
        <div class="topics">
          ${conversationTopics.map(
            (topic) =>
              html`<label
                ><input
                  type="radio"
                  name="topic"
                  value=${topic}
                  .checked=${topic === chosen}
                  @change=${() => this.onTopic(topic)}
                /><span>${words.text(`support-topic-${topic}`)}</span></label
              >`,
          )}
        </div>
        <div role="alert" id="topic-error">${
          this.asked && chosen === null ? html`<p class="error">${words.text('support-no-topic')}</p>` : nothing
        }</div>
      </fieldset>
      <message-form
        label=${words.text('support-text')}
        draft=${draft.text}
        .support=${this.watch.support}
        @message-changed=${this.onText}
        @message-submitted=${(event: MessageSubmitted) => this.onSubmit(event, chosen)}
      ></message-form>`;
  }

  private onTopic(topic: ConversationTopic): void {
    this.topic = topic;
    this.keep();
  }

  private onText({ text }: MessageChanged): void {
    this.text = text;
    this.keep();
  }

  private keep(): void {
    const { account } = this.app;
    const { view, support } = this.watch;
    if (!account || !view || !support) return;
    const topic = this.topic === undefined ? view.draft.topic : this.topic;
    support
      .saveDraft(account.id, { conversation: 'new', topic, text: this.text ?? view.draft.text })
      .catch(reportError);
  }

  private async onSubmit(event: MessageSubmitted, topic: ConversationTopic | null): Promise<void> {
    this.asked = true;
    if (topic === null) {
      this.shadowRoot?.querySelector<HTMLElement>('input[type="radio"]')?.focus();
      return;
    }
    const operation = await writeMessage(this.app, this.watch.support, event, { conversation: null, topic });
    // The conversation has the id of its first message.
    if (operation !== null) this.app.navigate(paths.conversation(operation), { replace: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-conversation-screen': NewConversationScreen;
  }
}
