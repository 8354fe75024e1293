import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EpochMs } from '../../shared/instant.ts';
import type { IconName } from '../elements/icons.ts';
import { WordsElement } from '../elements/words-element.ts';
import { controls } from '../styles/controls.ts';
import type { AppState } from './app-context.ts';
import { paths } from './paths.ts';
import '../elements/mb-icon.ts';

/** The resident agrees to reload with the new version. */
export class NoticeActed extends Event {
  static readonly type = 'notice-acted';

  constructor() {
    super(NoticeActed.type, { bubbles: true, composed: true });
  }
}

/**
 * What is true of the whole app and concerns every screen, gravest first: no storage, out of date, sign in again, a new
 * version, nobody who answers, the demo's clock.
 *
 * @fires NoticeActed
 */
@customElement('notice-bar')
export class NoticeBar extends WordsElement {
  static override styles = [
    controls,
    css`
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.5rem 0.75rem;
        padding: 0.5rem 1rem;
        font-size: 0.9375rem;
        line-height: 1.35;
        border-bottom: 1px solid var(--line);
        background: var(--well);
      }
      /* Beside the first line, whether or not a button is higher. */
      .notice > mb-icon {
        position: relative;
        top: 0.3em;
      }
      .grave {
        background: var(--error-wash);
      }
      .grave > mb-icon {
        color: var(--error);
      }
      .warn {
        background: var(--warn-wash);
      }
      .text {
        flex: 1 1 10rem;
      }
      strong {
        display: block;
      }
      @media (min-width: 56rem) {
        .notice {
          padding-inline: 1.75rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: AppState;
  @property({ type: Number }) now: EpochMs = 0;

  override render(): TemplateResult {
    return html`<div role="status">${this.notices}</div>`;
  }

  private get notices(): TemplateResult[] {
    const { words, state } = this;
    const { sync } = state;
    const notices: TemplateResult[] = [];
    const reload = html`<button type="button" @click=${() => this.dispatchEvent(new NoticeActed())}>
      <mb-icon name="refresh"></mb-icon>${words.text('notice-update-button')}
    </button>`;
    const add = (tone: string, icon: IconName, text: unknown, action?: TemplateResult) =>
      notices.push(html`<div class="notice ${tone}">
        <mb-icon name=${icon}></mb-icon><span class="text">${text}</span>${action}
      </div>`);

    if (state.storage === 'unavailable') {
      add(
        'grave',
        'warning',
        html`<strong>${words.text('notice-storage-title')}</strong>${words.text('notice-storage')}`,
      );
    }
    if (state.update === 'reload-needed') add('grave', 'refresh', words.text('notice-reload'), reload);
    else if (sync.state === 'upgrade-required') add('grave', 'refresh', words.text('notice-upgrade'), reload);
    else if (state.update === 'ready') add('', 'info', words.text('notice-update'), reload);
    if (state.session && sync.state === 'signed-out') {
      add(
        'warn',
        'user',
        words.text(sync.queued + sync.messages > 0 ? 'notice-signed-out' : 'notice-signed-out-idle'),
        html`<a class="button" href=${paths.signIn}>${words.text('sign-in-button')}</a>`,
      );
    }
    if (state.session && sync.silence) add('', 'offline', words.text('notice-offline', { why: sync.silence }));
    if (state.company.demo) add('warn', 'info', words.text('notice-demo', { at: words.fullMoment(this.now) }));
    return notices;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-bar': NoticeBar;
  }
  interface HTMLElementEventMap {
    'notice-acted': NoticeActed;
  }
}
