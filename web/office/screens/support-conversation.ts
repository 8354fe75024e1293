import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Colleague, type ConversationPage, maxMessageLength } from '../../../shared/conversation.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import { textArea } from '../../styles/text-area.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import { conversationStyles } from './support-conversation-styles.ts';
import { renderMessage, valuesText } from './support-message.ts';

/** Its state, or who deals with it, has changed. */
export class ConversationMoved extends Event {
  static readonly type = 'conversation-moved';
  /** It was answered, and whoever did so wants the next one. */
  readonly goesOn: boolean;

  constructor(goesOn: boolean) {
    super(ConversationMoved.type, { bubbles: true, composed: true });
    this.goesOn = goesOn;
  }
}

const templates = ['thanks', 'photo', 'visit', 'done'] as const;
/** How close to the end the count begins. */
const countedFrom = 300;

/**
 * One conversation as the office reads it: the account's facts, what was said, and the answer. What was typed for one stays
 * while others are looked at.
 *
 * @fires ConversationMoved
 */
@customElement('support-conversation')
export class SupportConversation extends OfficeScreen {
  static override styles = [office, textArea, conversationStyles];

  @property({ attribute: false }) conversation!: ConversationId;
  @state() private page: ConversationPage | null = null;
  @state() private colleagues: readonly Colleague[] = [];
  @state() private texts: ReadonlyMap<ConversationId, string> = new Map();
  @state() private busy = false;
  @state() private failure: unknown = null;
  /** Somebody was faster: what is shown is newer than what was seen. */
  @state() private overtaken = false;
  @state() private done = '';
  /** After an answer too. */
  @state() private stays = false;
  @query('textarea') private area!: HTMLTextAreaElement | null;
  @query('h2') private heading!: HTMLElement | null;

  private readonly opening = new Task(this, {
    task: async ([id]) => {
      const { support } = this.office.api;
      const [page, colleagues] = await Promise.all([
        support.open.mutate({ id }),
        this.colleagues.length > 0 ? this.colleagues : support.colleagues.query(),
      ]);
      this.page = page;
      this.colleagues = [...colleagues].sort((a, b) => a.name.localeCompare(b.name, this.words.locale));
    },
    args: () => [this.conversation] as const,
  });

  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    try {
      await this.opening.taskComplete;
    } catch {
      // The screen says what it failed at.
      return;
    }
    await this.updateComplete;
    this.heading?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('conversation')) return;
    this.page = null;
    this.failure = null;
    this.overtaken = false;
    this.done = '';
  }

  override render(): unknown {
    return this.opening.render({
      pending: () => (this.page ? this.renderPage(this.page) : this.renderPending()),
      complete: () => (this.page ? this.renderPage(this.page) : nothing),
      error: this.renderFailure,
    });
  }

  private renderPage(page: ConversationPage): TemplateResult {
    const { words } = this;
    const { topic, state: standing, messages } = page;
    return html`<article class="stack">
      <div class="row spread">
        <h2 tabindex="-1">${words.text(`office-support-topic-${topic}`)}</h2>
        <span class="state ${standing}">${words.text(`office-support-is-${standing}`)}</span>
      </div>
      ${this.renderFacts(page)}
      <ol role="list" class="stack">
        ${messages.map((message) => renderMessage(words, this.office.now(), message))}
      </ol>
      <div role="status">${this.done === '' ? nothing : html`<p class="done">${this.done}</p>`}</div>
      ${this.overtaken ? html`<p class="newer" role="alert"><mb-icon name="refresh"></mb-icon>${words.text('office-support-newer')}</p>` : nothing}
      ${this.renderFailure(this.failure)} ${this.renderAnswer(page)}
    </article>`;
  }

  private renderFacts({ account, reading }: ConversationPage): TemplateResult {
    const { words } = this;
    return html`<section class="card">
      <dl class="facts">
        <dt>${words.text('office-support-account')}</dt>
        <dd><a href="/office/accounts/${account.id}">${account.number}</a></dd>
        <dt>${words.text('office-support-holder')}</dt>
        <dd>${account.holder}</dd>
        <dt>${words.text('office-support-address')}</dt>
        <dd>${account.address}</dd>
        ${
          account.phone === null
            ? nothing
            : html`<dt>${words.text('office-support-phone')}</dt>
                <dd><a href=${`tel:${account.phone.replace(/[^+\d]/g, '')}`}>${account.phone}</a></dd>`
        }
        ${
          reading === null
            ? nothing
            : html`<dt>${words.text('office-support-question')}</dt>
                <dd>
                  <a href="/office/review/${reading.id}">${words.text('office-support-reading', {
                    service: words.service(reading.service),
                    serial: reading.serial,
                    period: words.period(reading.period),
                    values: valuesText(reading, words),
                  })}</a>
                </dd>`
        }
      </dl>
      ${this.renderWith()}
    </section>`;
  }

  private renderWith(): unknown {
    const { words, page, colleagues, office: desk } = this;
    if (!page) return nothing;
    const current = page.assigned?.id ?? '';
    // Whoever has left the office may still have it.
    const known =
      colleagues.some(({ id }) => id === current) || !page.assigned ? colleagues : [...colleagues, page.assigned];
    return html`<div class="row with">
      <label for="with">${words.text('office-support-with')}</label>
      <select id="with" .value=${current} @change=${this.onAssign}>
        <option value="" ?selected=${current === ''}>${words.text('office-support-with-nobody')}</option>
        ${known.map(({ id, name }) => html`<option value=${id} ?selected=${id === current}>${name}</option>`)}
      </select>
      ${
        current === desk.staff.id
          ? nothing
          : html`<button type="button" class="quiet" @click=${() => this.assign(desk.staff.id)}>
              ${words.text('office-support-take')}
            </button>`
      }
    </div>`;
  }

  private renderAnswer({ state: standing }: ConversationPage): TemplateResult {
    const { words, typed } = this;
    const left = maxMessageLength - typed.length;
    return html`<form class="stack" @submit=${this.onAnswer} @keydown=${this.onKeyDown}>
      <div class="field">
        <div class="row spread">
          <label for="answer">${words.text('office-support-answer')}</label>
          <select aria-label=${words.text('office-support-templates')} @change=${this.onTemplate}>
            <option value="">${words.text('office-support-templates')}</option>
            ${templates.map((one) => html`<option value=${one}>${words.text(`office-support-template-${one}`)}</option>`)}
          </select>
        </div>
        <textarea id="answer" rows="5" maxlength=${maxMessageLength} .value=${typed} @input=${this.onInput}></textarea>
        ${left > countedFrom ? nothing : html`<p class="soft small">${words.text('office-support-left', { count: left })}</p>`}
      </div>
      <div class="row spread">
        <div class="row">
          <button class="primary" type="submit" aria-disabled=${this.busy || typed.trim() === ''}>
            ${words.text('office-support-send')}
          </button>
          <span class="soft small hint">${words.text('office-support-send-hint')}</span>
          <label class="tick">
            <input type="checkbox" .checked=${this.stays} @change=${this.onStay} /><span>${words.text('office-support-stay')}</span>
          </label>
        </div>
        ${
          standing === 'closed'
            ? html`<button type="button" aria-disabled=${this.busy} @click=${() => this.move('reopen')}>
                ${words.text('office-support-reopen')}
              </button>`
            : html`<button type="button" aria-disabled=${this.busy} @click=${() => this.move('close')}>
                ${words.text('office-support-close')}
              </button>`
        }
      </div>
    </form>`;
  }

  private get typed(): string {
    return this.texts.get(this.conversation) ?? '';
  }

  private type(text: string): void {
    this.texts = new Map([...this.texts, [this.conversation, text]]);
  }

  private onInput(): void {
    this.type(this.area?.value ?? '');
  }

  private onTemplate(event: Event): void {
    const select = event.target as HTMLSelectElement;
    if (select.value !== '') {
      const sentence = this.words.text(`office-support-template-${select.value}`);
      this.type(this.typed.trim() === '' ? sentence : `${this.typed.trimEnd()}\n${sentence}`);
    }
    select.value = '';
    this.area?.focus();
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (event.currentTarget as HTMLFormElement).requestSubmit();
  }

  private onAnswer(event: Event): void {
    event.preventDefault();
    const { conversation: id, typed, seen } = this;
    if (typed.trim() === '' || seen === null) return;
    void this.act(async () => {
      const page = await this.office.api.support.answer.mutate({ id, seen, text: typed });
      this.type('');
      return [page, this.words.text('office-support-done-answered'), true];
    });
  }

  private onStay(event: Event): void {
    this.stays = (event.target as HTMLInputElement).checked;
  }

  private move(to: 'close' | 'reopen'): void {
    const { conversation: id, seen } = this;
    if (seen === null) return;
    void this.act(async () => {
      const page = await this.office.api.support[to].mutate({ id, seen });
      return [page, this.words.text(to === 'close' ? 'office-support-done-closed' : 'office-support-done-open')];
    });
  }

  private onAssign(event: Event): void {
    this.assign((event.target as HTMLSelectElement).value || null);
  }

  private assign(staff: string | null): void {
    const { conversation: id, words } = this;
    const was = this.page?.assigned?.id ?? null;
    void this.act(async () => {
      const page = await this.office.api.support.assign.mutate({ id, staff, was });
      const name = page.assigned?.name;
      const said = name
        ? words.text('office-support-done-assigned', { name })
        : words.text('office-support-done-nobody');
      return [page, said];
    });
  }

  private get seen(): string | null {
    return this.page?.messages.at(-1)?.id ?? null;
  }

  /** One act at a time. Where somebody was faster, what there is now is shown, and what was typed stays. */
  private async act(work: () => Promise<[page: ConversationPage, done: string, answered?: true]>): Promise<void> {
    if (this.busy) return;
    const id = this.conversation;
    this.busy = true;
    this.failure = null;
    this.overtaken = false;
    this.done = '';
    try {
      const [page, done, answered = false] = await work();
      const isShown = id === this.conversation;
      if (isShown) {
        this.page = page;
        this.done = done;
      }
      this.dispatchEvent(new ConversationMoved(answered && isShown && !this.stays));
    } catch (error) {
      if (id !== this.conversation) return;
      if (problemOf(error)?.code !== 'changed_meanwhile') this.failure = error;
      else await this.lookAgain();
    } finally {
      this.busy = false;
    }
  }

  private async lookAgain(): Promise<void> {
    try {
      this.page = await this.office.api.support.open.mutate({ id: this.conversation });
      this.overtaken = true;
    } catch (error) {
      this.failure = error;
    }
    this.dispatchEvent(new ConversationMoved(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'support-conversation': SupportConversation;
  }
}
