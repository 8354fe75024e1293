import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, queryAll, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { longest } from '../../../shared/contact.ts';
import { longestTyped, mostTyped, placeWithoutNumber, typedSerial, withoutNumber } from '../../../shared/kiosk-slip.ts';
import type { Service } from '../../../shared/meter.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { registerName } from '../../words/register-name.ts';
import type { KeyLayout } from '../elements/kiosk-keys.ts';
import type { KioskEntry } from '../session.ts';
import { kiosk } from '../styles.ts';
import { EntryTaken } from './entry-taken.ts';
import { handOf, outFromBehind } from './out-from-behind.ts';
import { typedEntry } from './slip-of.ts';
import { type MeterName, nameProblems, valueProblem } from './typed-problems.ts';
import { renderServices, servicesStyles } from './which-service.ts';
import '../../elements/mb-icon.ts';

/** The keys of each field that is not of digits. */
const layouts: ReadonlyMap<string, KeyLayout> = new Map([
  ['serial', 'serial'],
  ['place', 'text'],
]);

/** Somebody types into a field now that wants other keys: serial numbers have letters. */
export class FieldEntered extends Event {
  static readonly type = 'field-entered';
  readonly layout: KeyLayout;

  constructor(layout: KeyLayout) {
    super(FieldEntered.type, { bubbles: true, composed: true });
    this.layout = layout;
  }
}

/**
 * One meter without a network: nobody knows its face, so that what it shows is typed into a field for each register, in the order
 * in which they stand on it.
 *
 * @fires EntryTaken
 * @fires FieldEntered
 */
@customElement('typed-meter')
export class TypedMeter extends WordsElement {
  static override styles = [
    kiosk,
    servicesStyles,
    css`
      input {
        font-size: 2rem;
      }
    `,
  ];

  /** The proof, which was typed before; null: any other of the account's meters. */
  @property() serial: string | null = null;
  /** It is asked first which one it is; its number only where somebody says that it has one. */
  @property({ type: Boolean }) unnumbered = false;
  /** What was typed for it before. */
  @property({ attribute: false }) entry: KioskEntry | null = null;
  /** The meters that are typed already: each is read once. */
  @property({ attribute: false }) others: readonly string[] = [];

  @state() private typedSerial = '';
  @state() private service: Service | null = null;
  @state() private place = '';
  /** Whether it is named without a number; null before anybody has said so here. */
  @state() private without: boolean | null = null;
  @state() private typed: readonly string[] = [''];
  /** What is wrong, by the field's name. */
  @state() private wrong: ReadonlyMap<string, string> = new Map();
  @queryAll('input') private fields!: NodeListOf<HTMLInputElement>;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.entry) return;
    const { serial, service, typed } = this.entry;
    const place = placeWithoutNumber(serial);
    this.without = place !== null;
    this.place = place ?? '';
    this.service = service;
    this.typedSerial = place === null ? serial : '';
    this.typed = typed;
  }

  get isEmpty(): boolean {
    return [this.typedSerial, this.place, ...this.typed].every((text) => text.trim() === '') && this.service === null;
  }

  /** To the first field with something wrong, or else the first one. */
  override focus(): void {
    const fields = [...this.fields];
    const isAsked = this.isWithout && (this.service === null || this.wrong.has('service'));
    if (isAsked) this.renderRoot.querySelector<HTMLElement>('.services button')?.focus();
    else (fields.find(({ name }) => this.wrong.has(name)) ?? fields[0])?.focus();
  }

  private get isWithout(): boolean {
    return this.serial === null && (this.without ?? this.unnumbered);
  }

  /** Leads on where everything is typed, and says what is wrong where not. */
  async goOn(): Promise<void> {
    const named = this.named();
    const problems: [field: string, word: string | null][] = [
      ...nameProblems(named, { isWithout: this.isWithout, isTyped: this.serial === null, others: this.others }),
      ...this.typed.map((text, at): [string, string | null] => [`value-${at}`, valueProblem(text)]),
    ];
    this.wrong = new Map(problems.flatMap(([field, word]) => (word === null ? [] : [[field, word]])));
    if (this.wrong.size === 0) {
      this.dispatchEvent(
        new EntryTaken(
          typedEntry(
            named,
            this.typed.map((text) => text.trim()),
          ),
        ),
      );
      return;
    }
    await this.updateComplete;
    this.focus();
  }

  override render(): TemplateResult {
    const { words, typed } = this;
    const several = typed.length > 1;
    return html`<div class="stack" @focusin=${this.onFocus}>
      ${this.serial !== null ? nothing : this.isWithout ? this.renderWithout() : this.renderNumber()}
      ${typed.map((text, at) =>
        this.renderField(
          `value-${at}`,
          several ? registerName(words, `T${at + 1}`) : words.text('kiosk-readings-value'),
          {
            text,
            hint: at === 0 ? words.text('kiosk-readings-value-hint') : '',
            longest: longestTyped,
            set: (next) => {
              this.typed = typed.map((was, place) => (place === at ? next : was));
            },
          },
        ),
      )}
      <div class="row">
        ${
          typed.length < mostTyped
            ? html`<button class="grow" type="button" @click=${this.onMore}>
                ${words.text(several ? 'kiosk-readings-tariff-more' : 'kiosk-readings-day-and-night')}
              </button>`
            : nothing
        }
        ${
          several
            ? html`<button class="grow" type="button" @click=${this.onLess}>${words.text('kiosk-readings-tariff-less')}</button>`
            : nothing
        }
      </div>
    </div>`;
  }

  private renderNumber(): TemplateResult {
    const { words } = this;
    return html`${this.renderField('serial', words.text('kiosk-readings-serial'), {
      text: this.typedSerial,
      hint: words.text('kiosk-readings-serial-hint'),
      longest: longest.line,
      set: (text) => {
        this.typedSerial = text;
      },
    })}
      ${this.renderOtherwise(true)}`;
  }

  private renderWithout(): TemplateResult {
    const { words } = this;
    const wrong = this.wrong.get('service');
    return html`${renderServices(words, {
      service: this.service,
      wrong: wrong === undefined ? null : words.text(wrong),
      choose: this.onService,
    })}
      ${this.renderField('place', words.text('kiosk-readings-where'), {
        text: this.place,
        hint: words.text('kiosk-readings-where-hint'),
        // With what stands before it on the slip.
        longest: longest.line - withoutNumber(' ').length,
        set: (text) => {
          this.place = text;
        },
      })}
      ${this.renderOtherwise(false)}`;
  }

  private renderOtherwise(without: boolean): TemplateResult {
    const key = without ? 'kiosk-readings-without-number' : 'kiosk-readings-with-number';
    return html`<button class="quiet" type="button" @click=${() => this.nameIt(without)}>${this.words.text(key)}</button>`;
  }

  private renderField(
    name: string,
    label: string,
    field: { text: string; hint: string; longest: number; set: (text: string) => void },
  ): TemplateResult {
    const wrong = this.wrong.get(name);
    return html`<div class="field">
      <label for=${name}>${label}</label>
      ${field.hint ? html`<p class="soft small" id=${`${name}-hint`}>${field.hint}</p>` : nothing}
      <input
        id=${name}
        name=${name}
        inputmode="none"
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength=${field.longest}
        aria-invalid=${wrong !== undefined}
        aria-describedby=${`${field.hint ? `${name}-hint ` : ''}${name}-problem`}
        .value=${live(field.text)}
        @input=${({ target }: InputEvent) => {
          field.set((target as HTMLInputElement).value);
          this.wrong = new Map([...this.wrong].filter(([other]) => other !== name));
        }}
        @keydown=${this.onKeydown}
      />
      <p class="error" id=${`${name}-problem`} role="alert">${wrong ? this.words.text(wrong) : nothing}</p>
    </div>`;
  }

  /** Heard in here: a step from one field to the next is none to whoever stands outside. */
  private onFocus(event: FocusEvent): void {
    outFromBehind(event.composedPath(), handOf(this));
    if (event.target instanceof HTMLInputElement) {
      this.dispatchEvent(new FieldEntered(layouts.get(event.target.name) ?? 'digits'));
    }
  }

  private named(): MeterName {
    if (this.isWithout) return { serial: withoutNumber(this.place.trim()), service: this.service };
    return { serial: this.serial ?? typedSerial(this.typedSerial), service: null };
  }

  private readonly onService = (service: Service): void => {
    this.service = service;
    this.wrong = new Map([...this.wrong].filter(([name]) => name !== 'service'));
    this.fields[0]?.focus();
  };

  private async nameIt(without: boolean): Promise<void> {
    this.without = without;
    this.wrong = new Map();
    await this.updateComplete;
    this.focus();
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    const fields = [...this.fields];
    const next = fields[fields.indexOf(event.target as HTMLInputElement) + 1];
    if (next) next.focus();
    else void this.goOn();
  };

  private readonly onMore = async (): Promise<void> => {
    this.typed = [...this.typed, ''];
    await this.updateComplete;
    [...this.fields].at(-1)?.focus();
  };

  private readonly onLess = async (): Promise<void> => {
    this.typed = this.typed.slice(0, -1);
    await this.updateComplete;
    [...this.fields].at(-1)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'typed-meter': TypedMeter;
  }
  interface HTMLElementEventMap {
    'field-entered': FieldEntered;
  }
}
