import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isLine } from '../../../shared/contact.ts';
import { type Meter, type RegisterCode, type Unit, units } from '../../../shared/meter.ts';
import { highestRatio, longestPlace, longestSerial, type MeterFace } from '../../../shared/meter-forms.ts';
import { isDay } from '../../../shared/period.ts';
import { parseQuantity } from '../../../shared/quantity.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { controls } from '../../styles/controls.ts';
import { field } from '../../styles/field.ts';
import { problemText } from '../../words/problem-words.ts';
import { registerName } from '../../words/register-name.ts';

/** V4: what registers a meter may have. */
const layouts = [['B'], ['T1', 'T2'], ['T1', 'T2', 'T3'], ['T1', 'T2', 'T3', 'T4']] as const satisfies RegisterCode[][];

/** What is read off a meter: serial number, place, verification, and its registers with the values with which it came. */
@customElement('meter-face-fields')
export class MeterFaceFields extends WordsElement {
  static override styles = [
    controls,
    field,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr));
        align-items: start;
        gap: 0.875rem 1rem;
      }
      fieldset {
        display: grid;
        gap: 0.625rem;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 600;
      }
      .register {
        display: grid;
        grid-template-columns: repeat(2, minmax(4.5rem, 7rem)) minmax(8rem, 14rem);
        align-items: end;
        gap: 0.5rem 1rem;
      }
      .number {
        font-variant-numeric: tabular-nums lining-nums;
        text-align: end;
      }
    `,
  ];

  /** What the fields begin with: the meter itself, or the one whose place the new one takes. */
  @property({ attribute: false }) meter: Meter | null = null;
  /** It is a new one: serial number, verification and first values are its own. */
  @property({ type: Boolean }) fresh = false;
  /** It was read: what its readings rest on stays. */
  @property({ type: Boolean }) fixed = false;
  @state() private codes: readonly RegisterCode[] = ['B'];
  /** What is wrong is said once it was looked at. */
  @state() private wrong: Readonly<Record<string, string>> = {};

  protected override willUpdate(): void {
    if (!this.hasUpdated && this.meter) this.codes = this.meter.registers.map(({ code }) => code);
  }

  /** What was typed; null where something is wrong: it is said, and the first such field has the focus. */
  read(): MeterFace | null {
    const { words, meter } = this;
    const wrong: Record<string, string> = {};
    const serial = this.textOf('serial').trim();
    const place = this.textOf('place').trim();
    const verifiedUntil = this.textOf('verified');
    const ratio = this.whole('ratio', 1, highestRatio, wrong);
    if (serial === '' || !isLine(serial)) wrong.serial = words.text('accounts-wrong-empty');
    if (place !== '' && !isLine(place)) wrong.place = words.text('accounts-wrong-text');
    if (verifiedUntil !== '' && !isDay(verifiedUntil)) wrong.verified = words.text('accounts-wrong-day');
    const registers = this.codes.map((code) => {
      const digits = this.whole(`digits-${code}`, 1, 9, wrong);
      const decimals = this.whole(`decimals-${code}`, 0, 6, wrong);
      const parsed = parseQuantity(this.textOf(`initial-${code}`), { digits, decimals });
      if (!parsed.ok) wrong[`initial-${code}`] = problemText(words, parsed.problem, meter);
      return { code, digits, decimals, initial: parsed.ok ? parsed.value : 0 };
    });
    this.wrong = wrong;
    const [first] = Object.keys(wrong);
    if (first !== undefined) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus());
      return null;
    }
    const unit = this.textOf('unit') as Unit;
    return { serial, place, unit, ratio, verifiedUntil: isDay(verifiedUntil) ? verifiedUntil : null, registers };
  }

  override render(): TemplateResult {
    const { words, meter, fresh, fixed } = this;
    return html`<div class="fields">
        ${this.line('serial', words.text('accounts-meter-serial'), fresh ? '' : (meter?.serial ?? ''), { max: longestSerial })}
        ${this.line('place', words.text('accounts-meter-place'), meter?.place ?? '', { max: longestPlace })}
        ${this.line('verified', words.text('accounts-meter-verified'), fresh ? '' : (meter?.verifiedUntil ?? ''), { type: 'date' })}
        <div class="field">
          <label for="unit">${words.text('accounts-meter-unit')}</label>
          <select id="unit" ?disabled=${fixed}>
            ${units.map((unit) => html`<option value=${unit} ?selected=${unit === (meter?.unit ?? 'm3')}>${words.unit(unit)}</option>`)}
          </select>
        </div>
        ${this.line('ratio', words.text('accounts-meter-ratio'), String(meter?.ratio ?? 1), { number: true, disabled: fixed })}
        <div class="field">
          <label for="layout">${words.text('accounts-meter-registers')}</label>
          <select id="layout" ?disabled=${fixed} @change=${this.onLayout}>
            ${layouts.map(
              (codes) =>
                html`<option value=${codes.length} ?selected=${codes.length === this.codes.length}>
                  ${words.text('accounts-registers', { count: codes.length })}
                </option>`,
            )}
          </select>
        </div>
      </div>
      ${this.codes.map((code) => this.renderRegister(code))}
      ${fixed ? html`<p class="soft small">${words.text('accounts-meter-fixed')}</p>` : nothing}`;
  }

  private renderRegister(code: RegisterCode): TemplateResult {
    const { words, meter, fresh, fixed } = this;
    const own = meter?.registers.find((register) => register.code === code) ?? meter?.registers[0];
    const initial = own && !fresh && own.code === code ? words.quantity(own.initial, own.decimals) : '';
    return html`<fieldset>
      ${this.codes.length > 1 ? html`<legend>${registerName(words, code)}</legend>` : nothing}
      <div class="register">
        ${this.line(`digits-${code}`, words.text('accounts-meter-digits'), String(own?.digits ?? 5), { number: true, disabled: fixed })}
        ${this.line(`decimals-${code}`, words.text('accounts-meter-decimals'), String(own?.decimals ?? 3), { number: true, disabled: fixed })}
        ${this.line(`initial-${code}`, words.text('accounts-meter-initial'), initial, { number: true, disabled: fixed })}
      </div>
    </fieldset>`;
  }

  private line(
    id: string,
    label: string,
    value: string,
    {
      type = 'text',
      max = 20,
      number = false,
      disabled = false,
    }: { type?: string; max?: number; number?: boolean; disabled?: boolean },
  ): TemplateResult {
    const error = this.wrong[id];
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type=${type}
        class=${number ? 'number' : ''}
        inputmode=${number ? 'decimal' : nothing}
        autocomplete="off"
        spellcheck="false"
        maxlength=${max}
        value=${value}
        ?disabled=${disabled}
        aria-invalid=${error !== undefined}
        aria-describedby=${error === undefined ? nothing : `${id}-error`}
      />
      ${error === undefined ? nothing : html`<p class="error" id="${id}-error">${error}</p>`}
    </div>`;
  }

  private textOf(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value ?? '';
  }

  private whole(id: string, least: number, most: number, wrong: Record<string, string>): number {
    const text = this.textOf(id).trim();
    const value = /^\d{1,6}$/.test(text) ? Number(text) : -1;
    if (value >= least && value <= most) return value;
    wrong[id] = this.words.text('accounts-wrong-whole', { least: String(least), most: String(most) });
    return least;
  }

  private onLayout(event: Event): void {
    this.codes = layouts[(event.target as HTMLSelectElement).selectedIndex] ?? ['B'];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-face-fields': MeterFaceFields;
  }
}
