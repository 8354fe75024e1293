import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EpochMs } from '../../shared/instant.ts';
import type { IconName } from '../elements/icons.ts';
import { WordsElement } from '../elements/words-element.ts';
import type { SyncStatus } from '../store/views.ts';
import { controls } from '../styles/controls.ts';
import '../elements/mb-icon.ts';

const icons: Readonly<Record<SyncStatus['state'], IconName>> = {
  idle: 'received',
  working: 'sending',
  waiting: 'saved',
  offline: 'offline',
  'signed-out': 'user',
  'upgrade-required': 'refresh',
};

/** How sending stands, in one quiet line: what waits here, and why. */
@customElement('sending-line')
export class SendingLine extends WordsElement {
  static override styles = [
    controls,
    css`
      p {
        display: flex;
        gap: 0.5rem;
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }
      mb-icon {
        margin-top: 0.1em;
      }
    `,
  ];

  @property({ attribute: false }) status!: SyncStatus;
  @property({ type: Number }) now: EpochMs = 0;

  override render(): TemplateResult {
    const { words, status } = this;
    const { queued, messages, nextAttemptAt } = status;
    // Waiting to try again is of no interest while nothing waits to be sent.
    const state =
      status.state === 'waiting' && (queued + messages === 0 || nextAttemptAt === null) ? 'idle' : status.state;
    const at = nextAttemptAt === null ? '' : words.time(nextAttemptAt);
    const waits = queued + messages > 0;
    return html`<p role="status">
      <mb-icon name=${icons[state]}></mb-icon>
      <span>
        ${queued > 0 ? html`${words.text('sending-queued', { count: queued })}. ` : nothing}
        ${messages > 0 ? html`${words.text('sending-messages', { count: messages })}. ` : nothing}
        ${state === 'idle' && waits ? words.text('sending-own-accord') : words.text(`sending-${state}`, { at })}${
          state === 'offline' && waits ? html`. ${words.text('sending-own-accord')}` : nothing
        }
      </span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sending-line': SendingLine;
  }
}
