import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  type ConversationTopic,
  conversationTopics,
  isMessageText,
  maxMessageLength,
} from '../../../shared/conversation.ts';
import type { AccountId } from '../../../shared/ids.ts';
import { textArea } from '../../styles/text-area.ts';
import '../../elements/mb-dialog.ts';
import { Act } from '../act.ts';
import { OfficeScreen } from '../office-screen.ts';
import { dialogForm } from './dialog-form.ts';

interface WrittenTo {
  id: AccountId;
  number: string;
  address: string;
}

/** A button with which the office begins a conversation, which is opened once it is sent. What was typed stays until then. */
@customElement('write-to-resident')
export class WriteToResident extends OfficeScreen {
  static override styles = [
    dialogForm,
    textArea,
    css`
      textarea {
        min-height: 8rem;
      }
    `,
  ];

  /** One of them is chosen where there are several. */
  @property({ attribute: false }) accounts: readonly WrittenTo[] = [];
  @state() private open = false;
  @state() private account: AccountId | null = null;
  @state() private topic: ConversationTopic = 'readings';
  @state() private typed = '';
  @state() private wrong = false;
  @query('textarea') private area!: HTMLTextAreaElement;
  private readonly act = new Act(this);

  override render(): TemplateResult {
    return html`<button type="button" @click=${this.onOpen}>${this.words.text('office-support-write')}</button>
      ${this.open ? this.renderDialog() : nothing}`;
  }

  private renderDialog(): TemplateResult {
    const { words, accounts } = this;
    return html`<mb-dialog heading=${words.text('office-support-write')} @dialog-dismissed=${this.onLeave}>
      <form id="form" novalidate @submit=${this.onSubmit} @keydown=${this.onKeyDown}>
        ${accounts.length < 2 ? nothing : this.renderAccounts()}
        <div class="field">
          <label for="topic">${words.text('office-support-topic')}</label>
          <select id="topic" autofocus @change=${this.onTopic}>
            ${conversationTopics.map((one) => html`<option value=${one} ?selected=${one === this.topic}>${words.text(`office-support-topic-${one}`)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="text">${words.text('office-support-write-text')}</label>
          <textarea
            id="text"
            maxlength=${maxMessageLength}
            aria-invalid=${this.wrong}
            aria-describedby="hint wrong"
            .value=${this.typed}
            @input=${this.onInput}
          ></textarea>
          <p class="soft small" id="hint">${words.text('office-support-write-hint')}</p>
          <p class="error" id="wrong">${this.wrong ? words.text('office-support-write-missing') : nothing}</p>
        </div>
        <div role="alert">${this.renderFailure(this.act.failure)}</div>
      </form>
      <div class="row" slot="answers">
        <button class="primary" type="submit" form="form" aria-disabled=${this.act.busy}>
          ${words.text('office-support-write-send')}
        </button>
        <button type="button" @click=${this.onLeave}>${words.text('office-support-write-cancel')}</button>
      </div>
    </mb-dialog>`;
  }

  private renderAccounts(): TemplateResult {
    return html`<div class="field">
      <label for="account">${this.words.text('office-support-account')}</label>
      <select id="account" @change=${this.onAccount}>
        ${this.accounts.map(({ id, number, address }) => html`<option value=${id} ?selected=${id === this.chosen}>${number} · ${address}</option>`)}
      </select>
    </div>`;
  }

  private get chosen(): AccountId | undefined {
    const { accounts, account } = this;
    return (accounts.find(({ id }) => id === account) ?? accounts[0])?.id;
  }

  private onOpen(): void {
    this.wrong = false;
    this.act.clear();
    this.open = true;
  }

  private onLeave(event: Event): void {
    // The screen around it has dialogs of its own.
    event.stopPropagation();
    this.open = false;
  }

  private onAccount(event: Event): void {
    this.account = (event.target as HTMLSelectElement).value;
  }

  private onTopic(event: Event): void {
    this.topic = (event.target as HTMLSelectElement).value as ConversationTopic;
  }

  private onInput(): void {
    this.typed = this.area.value;
    this.wrong = false;
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.onSubmit(event);
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { chosen: account, topic, typed: text } = this;
    if (account === undefined) return;
    if (!isMessageText(text)) {
      this.wrong = true;
      this.area.focus();
      return;
    }
    await this.act.run(async () => {
      const { conversation } = await this.office.api.support.begin.mutate({ account, topic, text });
      this.open = false;
      this.typed = '';
      this.office.navigate(`/office/support/${conversation}`);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'write-to-resident': WriteToResident;
  }
}
