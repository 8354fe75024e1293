import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import type { IconName } from './icons.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/** One place in the menu: where it leads, and the key of its word. */
export interface NavEntry {
  href: string;
  icon: IconName;
  word: string;
}

/** The main menu: along the bottom on phones, down the side on wide screens. */
@customElement('nav-bar')
export class NavBar extends WordsElement {
  static override styles = [
    controls,
    css`
      nav {
        position: fixed;
        z-index: 5;
        inset: auto 0 0;
        border-top: 1px solid var(--line);
        background: var(--card);
        padding-bottom: env(safe-area-inset-bottom);
      }
      ul {
        display: flex;
        justify-content: space-around;
        max-width: 34rem;
        margin-inline: auto;
      }
      li {
        flex: 1 1 0;
        min-width: 0;
      }
      a {
        position: relative;
        display: grid;
        justify-items: center;
        align-content: center;
        gap: 0.125rem;
        min-height: 4rem;
        padding: 0.375rem 0.125rem;
        color: var(--ink-soft);
        /* With very large text, or on a very small screen, the words shrink to their quarter of it rather than break. */
        font-size: min(0.875rem, 3.8vw);
        font-weight: 600;
        line-height: 1.15;
        text-align: center;
        text-decoration: none;
        white-space: nowrap;
        -webkit-tap-highlight-color: transparent;
      }
      a:focus-visible {
        outline-offset: -3px;
      }
      mb-icon {
        width: min(1.625rem, 8vw);
        height: min(1.625rem, 8vw);
      }
      a[aria-current] {
        color: var(--ink);
      }
      a[aria-current]::before {
        content: "";
        position: absolute;
        inset: 0 22% auto;
        height: 3px;
        border-radius: 0 0 3px 3px;
        background: var(--accent);
      }
      a[aria-current] mb-icon {
        color: var(--accent-text);
      }
      /* A keyboard on a phone, or a window of a few lines: the menu must not cover the field. */
      @media (max-height: 24rem) and (max-width: 55.99rem) {
        nav {
          position: static;
        }
      }
      @media (min-width: 56rem) {
        nav {
          position: static;
          border: 0;
          background: none;
        }
        ul {
          flex-direction: column;
          gap: 0.25rem;
        }
        a {
          grid-template-columns: auto 1fr;
          justify-items: start;
          align-items: center;
          gap: 0.75rem;
          min-height: var(--target);
          padding: 0.375rem 0.875rem;
          border-radius: var(--radius-small);
          font-size: 1.0625rem;
          text-align: start;
        }
        a:hover {
          background: var(--well);
        }
        a[aria-current] {
          background: var(--accent-wash);
        }
        a[aria-current]::before {
          inset: 0.625rem auto 0.625rem 0;
          width: 4px;
          height: auto;
          border-radius: 0 4px 4px 0;
        }
      }
      @media (forced-colors: active) {
        a[aria-current] {
          outline: 2px solid Highlight;
          outline-offset: -4px;
        }
      }
      @media print {
        nav {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly NavEntry[] = [];
  /** The `href` of the entry that the shown screen belongs to. */
  @property() current = '';

  override render(): TemplateResult {
    return html`<nav aria-label=${this.words.text('nav-label')}>
      <ul role="list">
        ${this.entries.map(
          ({ href, icon, word }) =>
            html`<li>
              <a href=${href} aria-current=${href === this.current ? 'page' : nothing}
                ><mb-icon name=${icon}></mb-icon><span>${this.words.text(word)}</span></a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nav-bar': NavBar;
  }
}
