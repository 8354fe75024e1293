import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ConversationView, SupportView } from '../store/views-support.ts';
import { card, controls } from '../styles/controls.ts';
import { screen } from '../styles/screen.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import { SupportWatch } from './support-watch.ts';
import '../elements/empty-note.ts';
import '../elements/mb-icon.ts';
import '../elements/sync-badge.ts';
import './account-switch.ts';

/** The conversations with the office, the one with the newest message first. */
@customElement('support-screen')
export class SupportScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    screen,
    css`
      .list {
        padding-block: 0;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      a.line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.125rem 0.75rem;
        padding-block: 0.875rem;
        color: var(--ink);
        text-decoration: none;
      }
      a.line:hover strong {
        text-decoration: underline;
      }
      .text {
        grid-column: 1 / -1;
        overflow: hidden;
        color: var(--ink-soft);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .new .text {
        color: var(--ink);
        font-weight: 600;
      }
      .mark {
        display: inline-flex;
        gap: 0.375rem;
        align-items: center;
        color: var(--accent-text);
        font-weight: 650;
      }
      .state {
        grid-column: 1 / -1;
      }
    `,
  ];

  private readonly watch = new SupportWatch(this, () => this.app);

  override render(): TemplateResult {
    const { words } = this;
    const { view } = this.watch;
    return html`<div class="screen">
      <a class="back" href=${paths.more}><mb-icon name="back"></mb-icon> ${words.text('more-title')}</a>
      <header class="title">
        <h1 tabindex="-1">${words.text('support-title')}</h1>
        <account-switch></account-switch>
      </header>
      ${view ? this.renderView(view) : nothing}
    </div>`;
  }

  private renderView({ conversations }: SupportView): TemplateResult {
    const { words } = this;
    const write = html`<a class="button primary" href=${paths.newConversation}
      ><mb-icon name="draft"></mb-icon>${words.text('support-new')}</a
    >`;
    if (conversations.length === 0) {
      return html`<empty-note icon="mail" heading=${words.text('support-empty-title')}>
        <p>${words.text('support-empty')}</p>
        ${write}
      </empty-note>`;
    }
    return html`<div>${write}</div>
      <section class="card list">
        <ul role="list">
          ${conversations.map((one) => this.renderLine(one))}
        </ul>
      </section>`;
  }

  private renderLine({ id, topic, state, messages, unread, at }: ConversationView): TemplateResult {
    const { words, app } = this;
    const last = messages.at(-1);
    const who = last?.author === 'office' ? 'support-office' : 'support-you';
    return html`<li class=${unread ? 'new' : ''}>
      <a class="line" href=${paths.conversation(id)}>
        <strong>${words.text(`support-topic-${topic}`)}</strong>
        <span class="soft small figures">${words.moment(at, app.store.now())}</span>
        <span class="text">${words.text(who)}: ${last?.text || words.text('support-photo-number', { number: 1 })}</span>
        <span class="state small">${
          unread
            ? html`<span class="mark"><mb-icon name="mail"></mb-icon>${words.text('support-unread')}</span>`
            : last && last.stage !== 'received'
              ? html`<sync-badge .state=${{ kind: last.stage }} .now=${app.store.now()}></sync-badge>`
              : html`<span class="soft">${words.text(`support-state-${state}`)}</span>`
        }</span>
      </a>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'support-screen': SupportScreen;
  }
}
