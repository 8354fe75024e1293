import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';
import { type KioskContext, kioskContext } from '../kiosk-context.ts';
import { type KeyPage, letterRows, signsOf } from './key-rows.ts';
import { kioskKeysStyles } from './kiosk-keys-styles.ts';
import { deleteAll, deleteBack, firstField, focusedField, insertText, type TextField } from './type-into.ts';

/**
 * digits: the digits and the decimal mark. account: what an account number of the company can hold. serial: what stands on
 * meters. text: an e-mail address, a password, a name.
 */
export type KeyLayout = 'digits' | 'account' | 'serial' | 'text';

/** How long a key is held before it repeats, and how often it then does: as keyboards do. */
const repeatAfterMs = 500;
const repeatEveryMs = 90;

/** Signs that are drawn beside the digits, the likelier ones first. */
const padSigns = ['-', '/'];

/** Read out by these names; other keys by what stands on them. */
const signNames: Readonly<Record<string, string>> = {
  ',': 'kiosk-keys-comma',
  '.': 'kiosk-keys-point',
  '-': 'kiosk-keys-hyphen',
  '/': 'kiosk-keys-slash',
  _: 'kiosk-keys-underscore',
  '@': 'kiosk-keys-at',
};

/**
 * The keys of the screen. They type into the field that has the focus, or had it last, and never take the focus themselves:
 * whoever has a keyboard types as ever, so that they stand in no order of focus.
 */
@customElement('kiosk-keys')
export class KioskKeys extends LitElement {
  static override styles = [controls, kioskKeysStyles];

  @consume({ context: kioskContext, subscribe: true })
  @state()
  private kiosk!: KioskContext;

  @property() layout: KeyLayout = 'digits';

  @state() private page: KeyPage = 'digits';
  /** once: the next letter is a capital. */
  @state() private shift: 'off' | 'once' | 'on' = 'off';

  private field: TextField | null = null;
  /** A press by a finger has typed already when its click comes; one by a screen reader is a click alone. */
  private pressed = false;
  private repeating: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('focusin', this.onFocus);
    this.onFocus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('focusin', this.onFocus);
    this.release();
    this.field = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('layout')) return;
    this.page = this.layout === 'text' ? 'latin' : 'digits';
    this.shift = 'off';
  }

  override render(): TemplateResult {
    return html`<div
      role="group"
      aria-label=${this.kiosk.words.text('kiosk-keys')}
      @mousedown=${keepFocus}
      @pointerup=${this.release}
      @pointercancel=${this.onCancel}
      @pointerleave=${this.release}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      ${this.page === 'digits' ? this.renderPad() : this.renderLetters(this.page)}
    </div>`;
  }

  private renderPad(): TemplateResult {
    const { words } = this.kiosk;
    const [left, right] = this.layout === 'digits' ? [words.decimalMark] : this.padSigns;
    const sign = (text: string | undefined) => (text === undefined ? html`<span></span>` : this.renderSign(text));
    return html`<div class="keys pad">
      ${[...'123'].map(this.renderSign)} ${this.renderBack('tall')}
      ${[...'456'].map(this.renderSign)}
      ${[...'789'].map(this.renderSign)} ${this.renderClear(this.hasLetters ? 'clear' : 'clear tall')}
      ${sign(left)} ${this.renderSign('0')} ${sign(right)}
      ${this.hasLetters ? this.renderPageKey(this.firstLetters, 'kiosk-keys-to-letters') : nothing}
    </div>`;
  }

  private renderLetters(page: Exclude<KeyPage, 'digits'>): TemplateResult {
    const { words, company } = this.kiosk;
    const shiftLabel = words.text('kiosk-keys-shift');
    return html`<div class="keys">
      ${letterRows[page].map((row) => html`<div class="row">${row.map((sign) => this.renderSign(this.cased(sign)))}</div>`)}
      <div class="row acts">
        ${
          page === 'signs'
            ? nothing
            : this.renderKey(drawing(shiftKey), this.onShift, {
                label: shiftLabel,
                word: true,
                on: this.shift !== 'off',
              })
        }
        ${this.layout === 'text' ? nothing : this.renderPageKey('digits', 'kiosk-keys-to-digits')}
        ${this.renderPageKey('latin', 'kiosk-keys-to-latin')}
        ${company.languages.includes('lv') ? this.renderPageKey('latvian', 'kiosk-keys-to-latvian') : nothing}
        ${company.languages.includes('ru') ? this.renderPageKey('cyrillic', 'kiosk-keys-to-cyrillic') : nothing}
        ${this.renderPageKey('signs', 'kiosk-keys-to-signs')}
        ${this.renderKey(words.text('kiosk-keys-space'), () => this.type(' '), { word: true, kind: 'space' })}
        ${this.renderClear('clear')} ${this.renderBack('')}
      </div>
    </div>`;
  }

  private readonly renderSign = (sign: string): TemplateResult => {
    const name = signNames[sign];
    return this.renderKey(
      sign,
      () => this.type(sign),
      name === undefined ? {} : { label: this.kiosk.words.text(name) },
    );
  };

  private renderPageKey(page: KeyPage, key: string): TemplateResult | typeof nothing {
    const { words } = this.kiosk;
    if (page === this.page) return nothing;
    const face = words.text(key);
    // Whoever speaks to the tablet says what they see.
    const label = `${face}, ${words.text(`${key}-label`)}`;
    return this.renderKey(face, () => this.turnTo(page), { label, word: true });
  }

  private renderBack(kind: string): TemplateResult {
    return this.renderKey(drawing(backKey), () => this.edit(deleteBack), {
      label: this.kiosk.words.text('kiosk-keys-back'),
      word: true,
      kind,
      repeats: true,
    });
  }

  private renderClear(kind: string): TemplateResult {
    return this.renderKey(this.kiosk.words.text('kiosk-keys-clear'), () => this.edit(deleteAll), { word: true, kind });
  }

  private renderKey(
    face: string | TemplateResult,
    act: () => void,
    { label, word = false, kind = '', on, repeats = false }: Partial<KeyLook> = {},
  ): TemplateResult {
    return html`<button
      type="button"
      tabindex="-1"
      class=${`${word ? 'word' : 'sign'} ${kind}`}
      aria-label=${label ?? nothing}
      aria-pressed=${on === undefined ? nothing : on}
      @pointerdown=${(event: PointerEvent) => this.press(event, act, repeats)}
      @click=${() => this.onClick(act)}
    >${face}</button>`;
  }

  private press(event: PointerEvent, act: () => void, repeats: boolean): void {
    event.preventDefault();
    if (event.button !== 0) return;
    // A second finger: the first one's repeating would go on for ever.
    this.release();
    this.pressed = true;
    act();
    if (repeats) this.repeating = setTimeout(() => this.repeat(act), repeatAfterMs);
  }

  private repeat(act: () => void): void {
    act();
    this.repeating = setTimeout(() => this.repeat(act), repeatEveryMs);
  }

  private onClick(act: () => void): void {
    if (this.pressed) this.pressed = false;
    else act();
  }

  /** No click follows. */
  private readonly onCancel = (): void => {
    this.pressed = false;
    this.release();
  };

  private readonly release = (): void => clearTimeout(this.repeating);

  private type(sign: string): void {
    this.edit((field) => insertText(field, sign));
    if (this.shift === 'once' && sign !== sign.toLowerCase()) this.shift = 'off';
  }

  /** In the field that has the focus, else the one that had it and is there still, else the first beside the keys. */
  private edit(act: (field: TextField) => void): void {
    const isThere = this.field?.isConnected && this.field.checkVisibility();
    const last = isThere ? this.field : firstField(this.getRootNode() as ParentNode & Node);
    if (!focusedField()) last?.focus({ preventScroll: true });
    const field = focusedField();
    if (field) act(field);
  }

  private turnTo(page: KeyPage): void {
    this.page = page;
    // Numbers of accounts and meters have capitals.
    this.shift = this.layout === 'text' ? 'off' : 'on';
  }

  private readonly onShift = (): void => {
    this.shift = this.shift === 'off' ? 'once' : this.shift === 'once' ? 'on' : 'off';
  };

  private readonly onFocus = (): void => {
    this.field = focusedField() ?? this.field;
  };

  private cased(sign: string): string {
    return this.shift === 'off' ? sign : sign.toUpperCase();
  }

  private get firstLetters(): KeyPage {
    return this.kiosk.words.language === 'ru' ? 'cyrillic' : 'latin';
  }

  private get padSigns(): string[] {
    return this.layout === 'serial' ? padSigns : signsOf(this.kiosk.company.accountNumber, padSigns);
  }

  private get hasLetters(): boolean {
    if (this.layout === 'digits') return false;
    return this.layout === 'serial' || signsOf(this.kiosk.company.accountNumber, ['A', 'Б']).length > 0;
  }
}

interface KeyLook {
  /** What it is called where its text does not say it. */
  label: string;
  word: boolean;
  kind: string;
  on: boolean;
  repeats: boolean;
}

const backKey = 'M9 5h11.5v14H9l-6-7ZM11.5 9.5l5 5M16.5 9.5l-5 5';
const shiftKey = 'M12 4l8 9h-4.5v6.5h-7V13H4Z';
const drawing = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

/** The press of a mouse would take the focus from the field. */
const keepFocus = (event: Event): void => event.preventDefault();

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-keys': KioskKeys;
  }
}
