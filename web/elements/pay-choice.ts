import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Statement } from '../../shared/bill.ts';
import type { PublicCompany } from '../../shared/company.ts';
import { controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { money } from '../words/money.ts';
import { WordsElement } from './words-element.ts';

/** What can be paid with one transfer; `bill` is null for everything that is owed. `amount` in minor units. */
interface Payable {
  bill: Statement | null;
  amount: number;
}

/** What is to be paid: an offer by its place in the list, or an amount of the resident's own. */
export type PayPick = number | 'other';

/** The resident chose what to pay. */
export class PayPicked extends Event {
  static readonly type = 'pay-picked';
  readonly pick: PayPick;

  constructor(pick: PayPick) {
    super(PayPicked.type, { bubbles: true, composed: true });
    this.pick = pick;
  }
}

/** Another amount, as it is typed. `done`: the field was left, so that something may be said of it. */
export class AmountTyped extends Event {
  static readonly type = 'amount-typed';
  readonly text: string;
  readonly done: boolean;

  constructor(text: string, done: boolean) {
    super(AmountTyped.type, { bubbles: true, composed: true });
    this.text = text;
    this.done = done;
  }
}

/**
 * The choice of what to pay: everything, one bill, another amount.
 *
 * @fires PayPicked
 * @fires AmountTyped
 */
@customElement('pay-choice')
export class PayChoice extends WordsElement {
  static override styles = [
    controls,
    field,
    css`
      fieldset {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 0.5rem;
        padding: 0;
        font-size: 1.25rem;
        font-weight: 650;
        line-height: 1.2;
      }
      .choice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.75rem;
        min-height: 3.5rem;
        padding: 0.5rem 1rem;
        border: 1.5px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--card);
        cursor: pointer;
      }
      .choice:has(:checked) {
        border-color: var(--accent-text);
        background: var(--accent-wash);
      }
      .choice:has(:focus-visible) {
        outline: 3px solid var(--accent-text);
        outline-offset: 2px;
      }
      [type='radio'] {
        flex: none;
        width: 1.25rem;
        height: 1.25rem;
        min-height: 0;
        margin: 0;
        padding: 0;
        outline: none;
        accent-color: var(--accent-text);
      }
      /* Over the rule for labels in general: this is one of three parts. */
      .choice > .what {
        flex: 1 1 7rem;
        min-width: 0;
        font-weight: 600;
      }
      .facts {
        flex: 0 0 100%;
        padding-inline-start: 2rem;
      }
      .sum {
        margin-inline-start: auto;
        font-weight: 650;
        font-variant-numeric: tabular-nums lining-nums;
        white-space: nowrap;
      }
      .own {
        margin-top: 0.25rem;
        padding-inline: 1rem;
      }
    `,
  ];

  @property({ attribute: false }) offers: readonly Payable[] = [];
  @property({ attribute: false }) pick: PayPick = 'other';
  @property() typed = '';
  /** What is wrong with what was typed; null where nothing is, or nothing is to be said yet. */
  @property({ attribute: false }) error: string | null = null;
  @property() currency!: PublicCompany['currency'];

  override render(): TemplateResult {
    const { words, offers } = this;
    return html`<fieldset>
      <legend>${words.text('pay-what')}</legend>
      ${offers.map((offer, at) => this.renderChoice(at, this.nameOf(offer), this.renderFacts(offer)))}
      ${this.renderChoice('other', words.text('pay-other'), nothing)}
      ${this.pick === 'other' ? this.renderOwn() : nothing}
    </fieldset>`;
  }

  private renderChoice(pick: PayPick, name: string, facts: unknown): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="what"
        .checked=${this.pick === pick}
        @change=${() => this.dispatchEvent(new PayPicked(pick))}
      /><span class="what">${name}</span> ${facts}
    </label>`;
  }

  private nameOf({ bill }: Payable): string {
    const { words } = this;
    return bill ? words.text('pay-bill', { forPeriod: words.forPeriod(bill.period) }) : words.text('pay-all');
  }

  private renderFacts({ amount, bill }: Payable): TemplateResult {
    const { words, currency } = this;
    return html`<span class="sum">${money(amount, { locale: words.locale, currency })}</span>
      ${
        bill
          ? html`<span class="facts soft small"
              >${words.text('pay-bill-facts', { number: bill.number, date: words.date(bill.due) })}</span
            >`
          : nothing
      }`;
  }

  private renderOwn(): TemplateResult {
    const { words, error, typed } = this;
    return html`<div class="field own">
      <label for="amount">${words.text('pay-own', { currency: this.currency })}</label>
      <input
        id="amount"
        class="figures"
        inputmode="decimal"
        autocomplete="off"
        spellcheck="false"
        maxlength="20"
        aria-invalid=${error !== null}
        aria-describedby=${error === null ? nothing : 'amount-error'}
        .value=${typed}
        @input=${(event: Event) => this.onTyped(event, false)}
        @change=${(event: Event) => this.onTyped(event, true)}
      />
      ${error === null ? nothing : html`<p class="error" id="amount-error" role="alert">${error}</p>`}
    </div>`;
  }

  private onTyped({ target }: Event, done: boolean): void {
    this.dispatchEvent(new AmountTyped((target as HTMLInputElement).value, done));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-choice': PayChoice;
  }
  interface HTMLElementEventMap {
    'pay-picked': PayPicked;
    'amount-typed': AmountTyped;
  }
}
