import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { neighbours } from '../../../shared/consumption.ts';
import type { Meter, Register, RegisterCode, RegisterValues } from '../../../shared/meter.ts';
import type { Period } from '../../../shared/period.ts';
import { parseQuantity } from '../../../shared/quantity.ts';
import type { PastReading } from '../../../shared/reading.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { controls } from '../../styles/controls.ts';
import { field } from '../../styles/field.ts';
import { problemText } from '../../words/problem-words.ts';
import { registerName } from '../../words/register-name.ts';

/** A line for every register of a meter, with what was read before it and the use that would follow. */
@customElement('value-fields')
export class ValueFields extends WordsElement {
  static override styles = [
    controls,
    field,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: 0.75rem 1rem;
      }
      input {
        font-variant-numeric: tabular-nums lining-nums;
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) meter!: Meter;
  @property() period!: Period;
  /** What stands for the meter in other months. */
  @property({ attribute: false }) history: readonly PastReading[] = [];
  /** What the lines begin with. */
  @property({ attribute: false }) values: RegisterValues = {};
  @state() private typed: Readonly<Partial<Record<RegisterCode, string>>> = {};
  /** What is wrong is said once it was looked at. */
  @state() private checked = false;

  /** The values; null where one is wrong: that is said, and its line has the focus. */
  read(): RegisterValues | null {
    this.checked = true;
    const values: Partial<Record<RegisterCode, number>> = {};
    for (const register of this.meter.registers) {
      const parsed = parseQuantity(this.textOf(register), register);
      if (!parsed.ok) {
        this.shadowRoot?.querySelector<HTMLElement>(`#value-${register.code}`)?.focus();
        return null;
      }
      values[register.code] = parsed.value;
    }
    return values;
  }

  override focus(): void {
    const first = this.shadowRoot?.querySelector('input');
    first?.focus();
    first?.select();
  }

  override render(): TemplateResult {
    return html`<div class="fields">${this.meter.registers.map((register) => this.renderField(register))}</div>`;
  }

  private renderField(register: Register): TemplateResult {
    const { words, meter } = this;
    const { code } = register;
    const unit = words.unit(meter.unit);
    const parsed = parseQuantity(this.textOf(register), register);
    const wrong = this.checked && !parsed.ok;
    const id = `value-${code}`;
    return html`<div class="field">
      <label for=${id}>
        ${code === 'B' ? words.text('review-value', { unit }) : words.text('review-value-of', { register: registerName(words, code), unit })}
      </label>
      <input
        id=${id}
        inputmode="decimal"
        autocomplete="off"
        maxlength="20"
        .value=${this.textOf(register)}
        aria-invalid=${wrong}
        aria-describedby="${id}-before"
        @input=${(event: InputEvent) => this.onInput(code, event)}
      />
      <p class="soft small figures" id="${id}-before">${this.hint(register, parsed.ok ? parsed.value : null)}</p>
      ${wrong && !parsed.ok ? html`<p class="error">${problemText(words, parsed.problem, meter)}</p>` : nothing}
    </div>`;
  }

  private hint(register: Register, value: number | null): string {
    const { words } = this;
    const { previous } = neighbours(this.history, this.period);
    const known = previous?.values[register.code];
    const label = previous
      ? words.text('review-previous-at', { period: words.period(previous.period) })
      : words.text('review-installed');
    const from = known ?? register.initial;
    const use =
      value === null ? '' : ` · ${words.text('review-difference')}: ${words.quantity(value - from, register.decimals)}`;
    return `${label}: ${words.quantity(from, register.decimals)}${use}`;
  }

  private textOf({ code, decimals }: Register): string {
    const value = this.values[code];
    return this.typed[code] ?? (value === undefined ? '' : this.words.quantity(value, decimals));
  }

  private onInput(code: RegisterCode, event: InputEvent): void {
    this.typed = { ...this.typed, [code]: (event.target as HTMLInputElement).value };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'value-fields': ValueFields;
  }
}
