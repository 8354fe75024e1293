import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/words-element.ts';
import { office } from '../styles.ts';

/**
 * A building by its name, which the company's own names are offered for while it is typed. A part of a name is enough where it
 * is one building's; where it is several buildings', the field asks to choose. What is typed last is asked for; answers that
 * come after it are not shown.
 *
 * @fires change - another building is meant, or none
 */
@customElement('building-field')
export class BuildingField extends WordsElement {
  static override styles = [
    ...office,
    css`
      /* It takes no room, so that the field stands in line with others beside it. */
      .error:empty {
        position: absolute;
      }
    `,
  ];
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property() label = '';
  @property() hint = '';
  /** Rejects where the server cannot be asked: nothing is offered then. */
  @property({ attribute: false }) find!: (text: string) => Promise<string[]>;

  /** What is offered for which text; null: that is not known. */
  @state() private offered: { text: string; names: readonly string[] } | null = null;
  @state() private wrong: 'none' | 'several' | null = null;
  @query('input') private input!: HTMLInputElement;

  /** Null where nothing is typed; what is typed where no one building is meant by it. */
  get value(): string | null {
    const typed = this.input.value.trim();
    return typed === '' ? null : (this.meant(typed) ?? typed);
  }

  /** Puts a name in, as if it had been typed. */
  choose(name: string): void {
    this.input.value = name;
    this.wrong = null;
  }

  override render(): TemplateResult {
    const { words, wrong } = this;
    return html`<div class="field">
      <label for="building">${this.label}</label>
      <input
        id="building"
        list="buildings"
        maxlength="80"
        autocomplete="off"
        aria-invalid=${wrong !== null}
        aria-describedby="hint wrong"
        @focus=${this.onInput}
        @input=${this.onInput}
        @change=${this.onChange}
      />
      <datalist id="buildings">${this.offered?.names.map((name) => html`<option value=${name}></option>`)}</datalist>
      ${this.hint ? html`<p class="soft small" id="hint">${this.hint}</p>` : nothing}
      <p class="error" id="wrong" role="status">${wrong === null ? nothing : words.text(`office-building-${wrong}`)}</p>
    </div>`;
  }

  private meant(typed: string): string | null {
    const { offered } = this;
    if (offered === null || offered.text.trim() !== typed) return null;
    const { names } = offered;
    return names.find((name) => name === typed) ?? (names.length === 1 ? (names[0] ?? null) : null);
  }

  private async onInput(): Promise<void> {
    this.wrong = null;
    await this.ask();
  }

  private async ask(): Promise<void> {
    const { value: text } = this.input;
    try {
      const names = await this.find(text);
      if (this.input.value === text) this.offered = { text, names };
    } catch {
      // The names are an aid; whether the building exists is said when the form is sent.
      this.offered = null;
    }
  }

  private async onChange(): Promise<void> {
    const { value: text } = this.input;
    const typed = text.trim();
    if (typed !== '' && this.meant(typed) === null) await this.ask();
    // Somebody went on typing.
    if (this.input.value !== text) return;
    const { offered } = this;
    const name = this.meant(typed);
    if (name !== null) this.input.value = name;
    else if (typed !== '' && offered !== null) this.wrong = offered.names.length === 0 ? 'none' : 'several';
    if (this.wrong !== 'several') this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'building-field': BuildingField;
  }
}
