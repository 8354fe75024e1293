import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EpochMs } from '../../shared/instant.ts';
import { controls } from '../styles/controls.ts';
import type { IconName } from './icons.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/** Everything that can be true of a reading on its way, and of a meter that has none yet. */
export type BadgeState =
  | { kind: 'none' | 'draft' | 'saved' | 'refused' | 'billed' | 'withdrawing' | 'office' }
  | { kind: 'received' | 'review' | 'late' | 'withdrawn' | 'superseded'; at: EpochMs };

const icons: Readonly<Record<BadgeState['kind'], IconName>> = {
  none: 'open',
  draft: 'draft',
  saved: 'saved',
  received: 'received',
  review: 'review',
  late: 'review',
  refused: 'refused',
  billed: 'billed',
  withdrawing: 'withdraw',
  withdrawn: 'withdraw',
  superseded: 'draft',
  office: 'received',
};

/** The truth about sending, in words and icon: Saved on this phone → Received 27 Nov, 14:03 → In billing. */
@customElement('sync-badge')
export class SyncBadge extends WordsElement {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
      }
      .badge {
        display: inline-flex;
        align-items: center;
        gap: 0.4375rem;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        color: var(--ink);
      }
      mb-icon {
        color: var(--accent-text);
      }
      .none,
      .draft,
      .withdrawn,
      .superseded {
        color: var(--ink-soft);
        font-weight: 500;
      }
      .none mb-icon,
      .draft mb-icon,
      .withdrawn mb-icon,
      .superseded mb-icon,
      .saved mb-icon {
        color: var(--ink-soft);
      }
      .refused,
      .refused mb-icon {
        color: var(--error);
      }
    `,
  ];

  @property({ attribute: false }) state: BadgeState = { kind: 'none' };
  /** The app's clock, to leave out a year that goes without saying. */
  @property({ type: Number }) now: EpochMs = 0;

  override render(): TemplateResult {
    const { kind } = this.state;
    return html`<span class="badge ${kind}"><mb-icon name=${icons[kind]}></mb-icon><span>${this.label}</span></span>`;
  }

  private get label(): string {
    const { words, state } = this;
    if ('at' in state) return words.text(`stage-${state.kind}`, { at: words.moment(state.at, this.now) });
    return words.text(state.kind === 'none' || state.kind === 'draft' ? `state-${state.kind}` : `stage-${state.kind}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sync-badge': SyncBadge;
  }
}
