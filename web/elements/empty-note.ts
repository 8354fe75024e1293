import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import type { IconName } from './icons.ts';
import './mb-icon.ts';

/**
 * A place with nothing in it, on purpose: what it is, and what to do.
 *
 * @slot - the sentence, and a button where one helps
 */
@customElement('empty-note')
export class EmptyNote extends LitElement {
  static override styles = [
    controls,
    css`
      section {
        display: grid;
        justify-items: center;
        gap: 0.75rem;
        padding: 2.5rem 1rem;
        text-align: center;
      }
      .icon {
        display: grid;
        place-items: center;
        width: 5.5rem;
        height: 5.5rem;
        border-radius: 50%;
        background: var(--well);
        color: var(--ink-soft);
        font-size: 2rem;
      }
      .busy .icon {
        animation: breathe 2.4s ease-in-out infinite;
      }
      @keyframes breathe {
        50% {
          opacity: 0.45;
        }
      }
      .text {
        display: grid;
        justify-items: center;
        gap: 1rem;
        max-width: 26rem;
      }
      @media (prefers-reduced-motion: reduce) {
        .busy .icon {
          animation: none;
        }
      }
    `,
  ];

  @property() icon: IconName = 'readings';
  @property() heading = '';
  /** Something is on its way. */
  @property({ type: Boolean }) busy = false;

  override render(): TemplateResult {
    return html`<section class=${this.busy ? 'busy' : ''} aria-busy=${this.busy}>
      <span class="icon"><mb-icon name=${this.icon}></mb-icon></span>
      <h2>${this.heading}</h2>
      <div class="text"><slot></slot></div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'empty-note': EmptyNote;
  }
}
