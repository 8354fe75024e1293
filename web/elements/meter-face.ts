import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { useOverZero } from '../../shared/consumption.ts';
import type { Register, Unit } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { drums, parseQuantity } from '../../shared/quantity.ts';
import { controls } from '../styles/controls.ts';
import { problemText } from '../words/problem-words.ts';
import { registerName } from '../words/register-name.ts';
import { caretDrum, caretOfDrum, type Drum, type FaceText, faceText, withMark } from './face-text.ts';
import { meterFaceStyles } from './meter-face-styles.ts';
import { ReadingEntered, ReadingTyped } from './reading-typed.ts';
import { WordsElement } from './words-element.ts';
import './mb-icon.ts';

/**
 * One register as it looks on the meter: white digits on black drums, white on red after the mark, as many as this
 * register has, and the previous reading digit by digit below. Over the drums lies one real text field, so that screen
 * readers, autofill, paste and tests meet an ordinary input; its text and caret are shown by the drums.
 *
 * @fires ReadingTyped
 * @fires ReadingEntered
 */
@customElement('meter-face')
export class MeterFace extends WordsElement {
  static override styles = [controls, meterFaceStyles];

  @property({ attribute: false }) register!: Register;
  /** Whose register it is, for those who do not see what stands around it. */
  @property() meter = '';
  @property() unit: Unit = 'm3';
  /** What was typed. The element keeps it while the resident types. */
  @property() text = '';
  /** Read-only: shows this value instead of a field. */
  @property({ type: Number }) value: number | null = null;
  /** The last value that counts, in the smallest unit; null when none is known. */
  @property({ type: Number }) previous: number | null = null;
  @property() previousPeriod: Period | null = null;
  /** The usual use of a month, in the smallest unit; null when nothing is known. */
  @property({ type: Number }) usual: number | null = null;
  /** Transformer ratio: use is the difference times this. */
  @property({ type: Number }) ratio = 1;
  /** The register passed zero on the way to `value` (M5). */
  @property({ type: Boolean }) rollover = false;
  /** What is wrong with this register; the first problem stands under the face. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** Something is wrong with it that is told elsewhere. */
  @property({ type: Boolean }) invalid = false;
  /** What stands in the field is being saved: it stays as it is, and keeps the focus. */
  @property({ type: Boolean }) busy = false;
  /** What the Enter key of an on-screen keyboard says. */
  @property() enterHint: 'next' | 'done' = 'done';
  /** `none`: keys on the page type into it, and none of the system's come up. */
  @property() keyboard: 'decimal' | 'none' = 'decimal';

  @state() private selection: { start: number; end: number } | null = null;
  @query('input') private input!: HTMLInputElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('selectionchange', this.onSelection);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('selectionchange', this.onSelection);
  }

  /** Puts the caret into the field, behind what is there. */
  override focus(): void {
    this.input?.focus();
    this.input?.setSelectionRange(this.text.length, this.text.length);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('register')) return;
    this.style.setProperty('--whole', String(this.register.digits));
    this.style.setProperty('--fraction', String(this.register.decimals));
  }

  override render(): TemplateResult {
    const { words, register, value } = this;
    const name = register.code === 'B' ? '' : registerName(words, register.code);
    const whole = [this.meter, name].filter(Boolean).join(', ') || registerName(words, register.code);
    if (value !== null) {
      const read = html`<span class="visually-hidden"
        >${`${registerName(words, 'B')}: ${this.said(value)}`}</span
      >`;
      return html`<div class="plate" role="group" aria-label=${whole}>
        ${name ? html`<div class="head"><span class="name">${name}</span></div>` : nothing}
        ${this.renderBody(settled(value, register), value, read)}
      </div>`;
    }
    const problem = this.liveProblem;
    const shown = faceText(this.text, register);
    return html`<div class="plate" role="group" aria-label=${whole}>
      <div class="head">
        <label for="field">
          <span aria-hidden="true">${name}</span>
          <span class="visually-hidden">${words.text('reading-of', { meter: whole, unit: words.unit(this.unit) })}</span>
        </label>
      </div>
      ${this.renderBody(shown, shown?.value ?? null, this.renderField(this.invalid || problem !== null))}
      <div id="problem" role="alert">
        ${
          problem
            ? html`<p class="error"><mb-icon name="warning"></mb-icon>${problemText(words, problem, { registers: [register], unit: this.unit })}</p>`
            : nothing
        }
      </div>
    </div>`;
  }

  private renderField(invalid: boolean): TemplateResult {
    return html`<input
      id="field"
      name=${`reading-${this.register.code}`}
      inputmode=${this.keyboard}
      enterkeyhint=${this.enterHint}
      autocomplete="off"
      autocorrect="off"
      spellcheck="false"
      maxlength="40"
      aria-describedby="previous usual problem"
      aria-invalid=${invalid}
      aria-disabled=${this.busy}
      ?readonly=${this.busy}
      .value=${live(this.text)}
      @input=${this.onInput}
      @keydown=${this.onKeydown}
      @click=${this.onClick}
      @focus=${this.onSelection}
      @blur=${this.onSelection}
    />`;
  }

  private renderBody(shown: FaceText | null, value: number | null, field: unknown): TemplateResult {
    const { register } = this;
    const classes = {
      counter: true,
      'whole-only': register.decimals === 0,
      unreadable: shown === null,
      invalid: this.invalid || this.liveProblem !== null,
    };
    return html`<div class="body">
      <div class=${classMap(classes)}>
        <span class="bezel"></span>
        ${shown ? this.renderDrums(shown) : nothing} ${field} ${this.renderPrevious(shown)}
      </div>
      ${this.renderCaption(value)}
    </div>`;
  }

  private renderDrums({ whole, fraction }: FaceText): TemplateResult {
    const caret = this.caret;
    const { digits, decimals } = this.register;
    const cell = (drum: Drum, at: number): TemplateResult => {
      const classes = {
        drum: true,
        typed: drum.typed || this.value !== null,
        decimal: at >= digits,
        selected: caret !== null && at >= caret.from && at < caret.to,
        caret: caret !== null && caret.from === caret.to && caret.from === at && !(caret.atMark && at === digits),
        'caret-end':
          caret !== null &&
          caret.from === caret.to &&
          ((caret.atMark && at === digits - 1) || (!caret.atMark && caret.from > at && at === digits + decimals - 1)),
      };
      return html`<span class=${classMap(classes)} data-drum=${at} aria-hidden="true"
        >${keyed(drum.digit, html`<span class="digit">${drum.digit}</span>`)}</span
      >`;
    };
    return html`${whole.map(cell)}
    ${decimals > 0 ? html`<span class="mark" aria-hidden="true">${this.words.decimalMark}</span>` : nothing}
    ${fraction.map((drum, at) => cell(drum, digits + at))}`;
  }

  /** The previous reading under the drums; digits that the new one shares step back. */
  private renderPrevious(shown: FaceText | null): TemplateResult | typeof nothing {
    if (this.previous === null) return nothing;
    const { whole, fraction } = drums(this.previous, this.register);
    const now = [...(shown?.whole ?? []), ...(shown?.fraction ?? [])];
    const digit = (text: string, at: number) =>
      html`<span class=${classMap({ previous: true, same: now[at]?.digit === text })} aria-hidden="true">${text}</span>`;
    return html`${[...whole].map(digit)}
    ${this.register.decimals > 0 ? html`<span class="previous same" aria-hidden="true">${this.words.decimalMark}</span>` : nothing}
    ${[...fraction].map((text, at) => digit(text, whole.length + at))}`;
  }

  private renderCaption(value: number | null): TemplateResult {
    const { words, register, previous, previousPeriod, usual } = this;
    const unit = words.unit(this.unit);
    const label = previousPeriod
      ? words.text('reading-previous-of', { period: words.period(previousPeriod) })
      : words.text('reading-initial');
    return html`<div class="caption">
      ${
        previous === null
          ? nothing
          : html`<p class="soft small" id="previous">
              <span aria-hidden="true">${label}</span>
              <span class="visually-hidden">${`${label}: ${this.said(previous)}`}</span>
            </p>`
      }
      <p class="use">${this.renderUse(value)}</p>
      ${
        usual === null
          ? nothing
          : html`<p class="soft small" id="usual">
              ${words.text('reading-usual', { use: words.roughQuantity(usual * this.ratio, register.decimals), unit })}
            </p>`
      }
    </div>`;
  }

  /** In one piece: a space that stands alone between two pieces is not read out. */
  private said(value: number): string {
    return `${this.words.quantity(value, this.register.decimals)} ${this.words.unit(this.unit)}`;
  }

  private renderUse(value: number | null): TemplateResult {
    const { words, register, previous } = this;
    const label = html`<span class="soft">${words.text('reading-use')}</span> `;
    if (value === null || previous === null) return html`${label}${words.text('reading-use-none')}`;
    if (value < previous && !this.rollover) {
      // What was handed in so is for the office to say (M5, M6).
      if (this.value !== null) return html`${label}${words.text('reading-use-none')}`;
      return html`<span class="below">${words.text('reading-use-below')}</span>`;
    }
    const use = value < previous ? useOverZero(register, previous, value) : value - previous;
    return html`${label}${words.quantity(use * this.ratio, register.decimals)} ${words.unit(this.unit)}`;
  }

  /** What was handed in, or what the field itself sees at once: text that this face cannot show. */
  private get liveProblem(): Problem | null {
    const [given] = this.problems;
    if (given) return given;
    if (this.value !== null || faceText(this.text, this.register) !== null) return null;
    const parsed = parseQuantity(this.text, this.register);
    return parsed.ok ? null : parsed.problem;
  }

  private get caret(): { from: number; to: number; atMark: boolean } | null {
    if (!this.selection) return null;
    const { start, end } = this.selection;
    const from = caretDrum(this.text, start, this.register);
    return { from: from.before, to: caretDrum(this.text, end, this.register).before, atMark: from.atMark };
  }

  private readonly onSelection = (): void => {
    const { input } = this;
    if (!input || this.shadowRoot?.activeElement !== input) {
      this.selection = null;
      return;
    }
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    if (this.selection?.start !== start || this.selection.end !== end) this.selection = { start, end };
  };

  private onInput({ target, data }: InputEvent): void {
    const input = target as HTMLInputElement;
    // An input method may still deliver what it began before.
    if (this.busy) {
      input.value = this.text;
      return;
    }
    const atEnd = input.selectionStart === input.value.length;
    const mark = this.words.decimalMark;
    // A deletion (no data) never adds a mark, or it could not be deleted.
    this.text = atEnd && data !== null ? withMark(input.value, this.register, mark) : input.value;
    if (this.text !== input.value) {
      input.value = this.text;
      input.setSelectionRange(this.text.length, this.text.length);
    }
    this.onSelection();
    this.dispatchEvent(new ReadingTyped(this.register.code, this.text));
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.dispatchEvent(new ReadingEntered(this.register.code));
  }

  /** A tap on a drum puts the caret behind its digit. */
  private onClick({ clientX }: MouseEvent): void {
    const { input } = this;
    if (!input || input.selectionStart !== input.selectionEnd) return;
    const cells = [...(this.shadowRoot?.querySelectorAll<HTMLElement>('[data-drum]') ?? [])];
    const at = cells.findIndex((cell) => clientX <= cell.getBoundingClientRect().right);
    if (cells.length === 0) return;
    const caret = at < 0 ? this.text.length : caretOfDrum(this.text, at, this.register);
    input.setSelectionRange(caret, caret);
    this.onSelection();
  }
}

function settled(value: number, register: Register): FaceText {
  const { whole, fraction } = drums(value, register);
  const typed = (digit: string): Drum => ({ digit, typed: true });
  return { whole: [...whole].map(typed), fraction: [...fraction].map(typed), value };
}

declare global {
  interface HTMLElementTagNameMap {
    'meter-face': MeterFace;
  }
  interface HTMLElementEventMap {
    'reading-typed': ReadingTyped;
    'reading-entered': ReadingEntered;
  }
}
