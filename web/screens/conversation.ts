import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ConversationId } from '../../shared/ids.ts';
import type { ConversationView } from '../store/views-support.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import type { MessageChanged, MessageSubmitted } from './message-form.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { SupportWatch } from './support-watch.ts';
import { writeMessage } from './write-message.ts';
import '../elements/mb-icon.ts';
import './account-switch.ts';
import './message-bubble.ts';
import './message-form.ts';
import './sending-line.ts';

/** One conversation with the office: what was said, what has become of it, and room for more. */
@customElement('conversation-screen')
export class ConversationScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    css`
      .question {
        display: grid;
        gap: 0.375rem;
        border-color: var(--warn-line);
        background: var(--warn-wash);
      }
      ol {
        display: grid;
        gap: 0.75rem;
      }
      .note {
        display: flex;
        gap: 0.5rem;
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) conversation!: ConversationId;
  private readonly watch = new SupportWatch(this, () => this.app);

  override render(): TemplateResult {
    const { words } = this;
    const { view } = this.watch;
    const shown = this.shown;
    return html`<div class="screen">
      <a class="back" href=${paths.support}><mb-icon name="back"></mb-icon> ${words.text('support-title')}</a>
      <header class="title">
        <h1 tabindex="-1">${
          shown
            ? words.text(`support-topic-${shown.topic}`)
            : words.text(view ? 'support-unknown-title' : 'conversation-title')
        }</h1>
        ${shown ? html`<p class="soft">${words.text(`support-state-${shown.state}`)}</p>` : nothing}
        ${shown || !view ? nothing : html`<account-switch></account-switch>`}
      </header>
      ${shown ? this.renderShown(shown) : view ? html`<p>${words.text('support-unknown')}</p>` : nothing}
    </div>`;
  }

  private get shown(): ConversationView | undefined {
    return this.watch.view?.conversations.find(({ id }) => id === this.conversation);
  }

  private renderShown({ messages, question, state, draft }: ConversationView): TemplateResult {
    const { words, app } = this;
    const { sync } = app.state;
    return html`${
      question
        ? html`<section class="card question">
            <h2>${words.text('support-question')}</h2>
            <p>
              ${words.text('support-question-about', {
                service: words.service(question.meter.service),
                period: words.period(question.period),
              })}
            </p>
            <p><a href=${paths.meter(question.meter.id)}>${words.text('support-question-look')}</a></p>
          </section>`
        : nothing
    }
    <ol role="list">
      ${repeat(
        messages,
        ({ id }) => id,
        (message) =>
          html`<li><message-bubble .message=${message} .support=${this.watch.support}></message-bubble></li>`,
      )}
    </ol>
    ${
      sync.state === 'offline' && sync.messages === 0
        ? html`<p class="note"><mb-icon name="offline"></mb-icon><span>${words.text('support-offline')}</span></p>`
        : nothing
    }
    ${
      sync.messages > 0 && sync.state !== 'idle'
        ? html`<sending-line .status=${{ ...sync, queued: 0 }} .now=${app.store.now()}></sending-line>`
        : nothing
    }
    ${state === 'closed' ? html`<p class="note"><mb-icon name="info"></mb-icon><span>${words.text('support-closed')}</span></p>` : nothing}
    <message-form
      label=${words.text(messages.at(-1)?.author === 'office' ? 'support-answer' : 'support-text')}
      draft=${draft}
      .support=${this.watch.support}
      @message-changed=${this.onText}
      @message-submitted=${this.onSubmit}
    ></message-form>`;
  }

  protected override updated(_: PropertyValues<this>): void {
    const last = this.shown?.messages.filter(({ author }) => author === 'office').at(-1);
    // On the screen, and looked at: a page in the background has shown nothing to anybody.
    if (!last || document.visibilityState !== 'visible') return;
    this.watch.support?.markRead(this.conversation, last.id).catch(reportError);
  }

  private onText({ text }: MessageChanged): void {
    const { account } = this.app;
    if (!account) return;
    this.watch.support
      ?.saveDraft(account.id, { conversation: this.conversation, topic: null, text })
      .catch(reportError);
  }

  private async onSubmit(event: MessageSubmitted): Promise<void> {
    await writeMessage(this.app, this.watch.support, event, { conversation: this.conversation, topic: null });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-screen': ConversationScreen;
  }
}
