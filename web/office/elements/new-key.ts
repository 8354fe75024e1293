import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MadeApiKey } from '../../../shared/api-key.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { office } from '../styles.ts';
import '../../elements/mb-icon.ts';

/** Whoever was shown the key says that the program has it. */
export class KeyKept extends Event {
  static readonly type = 'key-kept';

  constructor() {
    super(KeyKept.type, { bubbles: true, composed: true });
  }
}

/**
 * A key, which is shown this one time. It stands on the page and not in a dialog: Escape would lose it.
 *
 * @fires KeyKept
 */
@customElement('new-key')
export class NewKey extends WordsElement {
  static override styles = [
    ...office,
    css`
      .card {
        border-color: var(--accent);
      }
      label {
        font-weight: 600;
      }
      input {
        font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        font-size: 1rem;
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 0.375rem;
      }
      .key input {
        flex: 1 1 20rem;
        width: auto;
        min-width: 0;
      }
      .key button {
        min-width: 8.5rem;
        justify-content: center;
      }
      [role="status"]:empty {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) made!: MadeApiKey;
  @state() private copied: boolean | null = null;

  protected override firstUpdated(): void {
    this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus();
  }

  override render(): TemplateResult {
    const { words, copied } = this;
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${words.text('keys-new-title', { name: this.made.key.name })}</h2>
      <p>${words.text('keys-new-lead')}</p>
      <div>
        <label for="key">${words.text('keys-new-label')}</label>
        <div class="key">
          <input id="key" readonly spellcheck="false" autocomplete="off" .value=${this.made.token} @focus=${this.onFocus} />
          <button class="primary" type="button" @click=${this.onCopy}>
            ${copied === true ? html`<mb-icon name="done"></mb-icon>` : ''}${words.text(copied === true ? 'keys-copied' : 'keys-copy')}
          </button>
        </div>
      </div>
      <p role="status">${copied === false ? words.text('keys-copy-failed') : ''}</p>
      <div class="row">
        <button type="button" @click=${() => this.dispatchEvent(new KeyKept())}>${words.text('keys-kept')}</button>
      </div>
    </section>`;
  }

  private readonly onFocus = ({ target }: Event): void => {
    (target as HTMLInputElement).select();
  };

  private async onCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.made.token);
      this.copied = true;
    } catch {
      // The browser was told not to: it is selected, for the keyboard.
      this.copied = false;
      this.shadowRoot?.querySelector<HTMLInputElement>('#key')?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-key': NewKey;
  }
  interface HTMLElementEventMap {
    'key-kept': KeyKept;
  }
}
