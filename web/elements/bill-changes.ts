import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChangeReason, BillChanges as Changes, LineChange } from '../../shared/bill-changes.ts';
import type { PublicCompany } from '../../shared/company.ts';
import { controls } from '../styles/controls.ts';
import { decimal } from '../words/decimal.ts';
import { money } from '../words/money.ts';
import { WordsElement } from './words-element.ts';

/** What changed since the bill before, and why, as far as billing's own numbers tell (B4). Its words come with the area of bills. */
@customElement('bill-changes')
export class BillChanges extends WordsElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      li {
        display: grid;
        /* The longest word of a name stays whole; the difference, of short words, gives way. */
        grid-template-columns: minmax(min-content, 1fr) minmax(0, auto);
        gap: 0 1rem;
        align-items: baseline;
        padding-block: 0.625rem;
        border-top: 1px solid var(--line);
      }
      li:first-child {
        border-top: 0;
      }
      .service {
        font-weight: 600;
        overflow-wrap: break-word;
      }
      .difference {
        font-weight: 600;
        text-align: end;
      }
      .why {
        grid-column: 1 / -1;
      }
      @container (max-width: 21rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        .difference {
          text-align: start;
        }
      }
    `,
  ];

  @property({ attribute: false }) changes!: Changes;
  @property() currency: PublicCompany['currency'] = 'EUR';

  override render(): TemplateResult {
    const { words } = this;
    const { since, difference, changes, same } = this.changes;
    return html`<h2>${words.text('bill-changes', { forPeriod: words.forPeriod(since) })}</h2>
      <p class="figures"><strong>${this.difference(difference)}</strong></p>
      ${
        changes.length === 0
          ? html`<p class="soft">${words.text('bill-changes-none')}</p>`
          : html`<ul role="list">
              ${changes.map((change) => this.renderChange(change))}
            </ul>`
      }
      ${
        changes.length === 0 || same.count === 0
          ? nothing
          : html`<p class="soft small figures">
              ${words.text('bill-changes-same', { count: same.count, amount: this.money(same.amount) })}
            </p>`
      }`;
  }

  private renderChange({ service, kind, difference, reasons }: LineChange): TemplateResult {
    const { words } = this;
    const lines = kind === 'changed' ? reasons.map((reason) => this.why(reason)) : [words.text(`bill-change-${kind}`)];
    return html`<li>
      <span class="service">${service}</span>
      <span class="difference figures">${this.difference(difference)}</span>
      ${lines.map((line) => html` <span class="why soft small figures">${line}</span>`)}
    </li>`;
  }

  private difference(minor: number): string {
    if (minor === 0) return this.words.text('bill-changes-equal');
    return this.words.text(minor > 0 ? 'bill-changes-more' : 'bill-changes-less', {
      amount: this.money(Math.abs(minor)),
    });
  }

  private why(reason: ChangeReason): string {
    const { words } = this;
    const say = (from: string, to: string) => words.text(`bill-why-${reason.kind}`, { from, to });
    switch (reason.kind) {
      case 'volume': {
        const [before, now] = reason.units;
        const used = (volume: string, unit: string | null) =>
          [decimal(volume, words), unit].filter(Boolean).join('\u00a0');
        return say(used(reason.from, before === now ? null : before), used(reason.to, now));
      }
      case 'tariff':
        return say(decimal(reason.from, words), decimal(reason.to, words));
      case 'method':
        return say(words.text(`bill-method-${reason.from}`), words.text(`bill-method-${reason.to}`));
      default:
        return say(this.money(reason.from), this.money(reason.to));
    }
  }

  private money(minor: number): string {
    return money(minor, { locale: this.words.locale, currency: this.currency });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bill-changes': BillChanges;
  }
}
