import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Meter } from '../../shared/meter.ts';
import { card, controls } from '../styles/controls.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/**
 * A meter as a slip of paper: its service, place and serial number on top, whatever belongs to it below.
 *
 * @slot - what is said about the meter
 * @slot aside - beside the name
 */
@customElement('meter-card')
export class MeterCard extends WordsElement {
  static override styles = [
    controls,
    card,
    css`
      .card {
        display: grid;
        gap: 0.875rem;
        min-width: 0;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: 0.75rem;
      }
      .icon {
        display: grid;
        place-items: center;
        flex: none;
        width: 2.75rem;
        height: 2.75rem;
        border-radius: 50%;
        background: var(--well);
        color: var(--ink);
        font-size: 1.125rem;
      }
      .name {
        flex: 1 1 8rem;
        min-width: 0;
        display: grid;
        gap: 0.125rem;
      }
      .name p {
        overflow-wrap: anywhere;
      }
      a {
        display: block;
        color: inherit;
        text-decoration: none;
      }
      a h2 {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-decoration-color: var(--line-strong);
        text-underline-offset: 0.2em;
      }
    `,
  ];

  @property({ attribute: false }) meter!: Meter;
  /** Where the name leads; nowhere when empty. */
  @property() href = '';

  override render(): TemplateResult {
    const { meter, words, href } = this;
    const about = [meter.place, words.text('meter-serial', { serial: meter.serial })].filter(Boolean).join(' · ');
    const name = html`<h2>${words.service(meter.service)}</h2>
      <p class="soft small figures">${about}</p>`;
    return html`<article class="card">
      <header>
        <span class="icon"><mb-icon name=${meter.service}></mb-icon></span>
        <div class="name">${href ? html`<a href=${href}>${name}</a>` : name}</div>
        <slot name="aside">${nothing}</slot>
      </header>
      <slot></slot>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-card': MeterCard;
  }
}
