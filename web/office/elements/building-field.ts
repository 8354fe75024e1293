import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { office } from '../styles.ts';

/**
 * A building by its name, which the company's own names are offered for while it is typed. What is typed last is asked
 * for; answers that come after it are not shown.
 *
 * @fires change - as an input does
 */
@customElement('building-field')
export class BuildingField extends LitElement {
  static override styles = office;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property() label = '';
  @property() hint = '';
  /** Rejects where the server cannot be asked: nothing is offered then. */
  @property({ attribute: false }) find!: (text: string) => Promise<string[]>;

  @state() private offered: readonly string[] = [];
  @query('input') private input!: HTMLInputElement;

  /** Null where nothing is typed. */
  get value(): string | null {
    return this.input.value.trim() || null;
  }

  /** Puts a name in, as if it had been typed. */
  choose(name: string): void {
    this.input.value = name;
  }

  override render(): TemplateResult {
    return html`<div class="field">
      <label for="building">${this.label}</label>
      <input
        id="building"
        list="buildings"
        maxlength="80"
        autocomplete="off"
        aria-describedby=${this.hint ? 'hint' : nothing}
        @focus=${this.onInput}
        @input=${this.onInput}
        @change=${() => this.dispatchEvent(new Event('change', { bubbles: true }))}
      />
      <datalist id="buildings">${this.offered.map((name) => html`<option value=${name}></option>`)}</datalist>
      ${this.hint ? html`<p class="soft small" id="hint">${this.hint}</p>` : nothing}
    </div>`;
  }

  private async onInput(): Promise<void> {
    const text = this.input.value;
    try {
      const offered = await this.find(text);
      if (this.input.value === text) this.offered = offered;
    } catch {
      // The names are an aid; whether the building exists is said when the form is sent.
      this.offered = [];
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'building-field': BuildingField;
  }
}
