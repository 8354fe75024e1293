import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EpochMs } from '../../shared/instant.ts';
import type { Meter } from '../../shared/meter.ts';
import { card, controls } from '../styles/controls.ts';
import { verificationWarning } from './verification.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/**
 * A meter as a slip of paper: its service, place, serial number and verification (W8) on top, whatever belongs to it below.
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
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: 0.875rem;
        height: 100%;
        padding: min(1.125rem, 5vw);
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
      .warning {
        display: flex;
        gap: 0.5rem;
        padding: 0.625rem 0.75rem;
        border-inline-start: 4px solid var(--warn-line);
        border-radius: var(--radius-small);
        background: var(--warn-wash);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .grave {
        border-color: var(--error);
        background: var(--error-wash);
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
  /** The app's clock, for the verification; where it is not given nothing is said of it. */
  @property({ type: Number }) now: EpochMs = 0;

  override render(): TemplateResult {
    const { meter, words, href, now } = this;
    const { verifiedUntil, retiredOn } = meter;
    const warning = now > 0 ? verificationWarning(words, meter, now) : null;
    const name = html`<h2>${words.service(meter.service)}</h2>
      <p class="soft small figures">
        ${meter.place && `${meter.place} · `}<span class="whole">${words.text('meter-serial', { serial: meter.serial })}</span>
      </p>
      ${
        now > 0 && verifiedUntil !== null && retiredOn === null
          ? html`<p class="soft small figures">${words.text('meter-verified-until', { day: words.date(verifiedUntil) })}</p>`
          : nothing
      }`;
    return html`<article class="card">
      <header>
        <span class="icon"><mb-icon name=${meter.service}></mb-icon></span>
        <div class="name">${href ? html`<a href=${href}>${name}</a>` : name}</div>
        <slot name="aside">${nothing}</slot>
      </header>
      ${
        warning
          ? html`<p class="warning ${warning.grave ? 'grave' : ''}"><mb-icon name="warning"></mb-icon>${warning.text}</p>`
          : nothing
      }
      <slot></slot>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-card': MeterCard;
  }
}
