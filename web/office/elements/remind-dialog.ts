import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { OfficeScreen } from '../office-screen.ts';
import { dialogForm } from './dialog-form.ts';

/** The letters are being written. */
export class RemindersBegun extends Event {
  static readonly type = 'reminders-begun';

  constructor() {
    super(RemindersBegun.type, { bubbles: true, composed: true });
  }
}

/**
 * Asks once more before letters go out.
 *
 * @slot - whom they go to, and how many
 * @fires RemindersBegun
 * @fires DialogDismissed
 */
@customElement('remind-dialog')
export class RemindDialog extends OfficeScreen {
  static override styles = dialogForm;

  @property() heading = '';
  /** Nobody would get one. */
  @property({ type: Boolean }) empty = false;
  /** Asks the server for them. */
  @property({ attribute: false }) begin!: () => Promise<unknown>;
  @state() private busy = false;
  @state() private failure: unknown = null;

  override render(): TemplateResult {
    const { words } = this;
    return html`<mb-dialog heading=${this.heading}>
      <div>
        <slot></slot>
        ${this.failure === null ? nothing : this.renderFailure(this.failure)}
      </div>
      <div class="row" slot="answers">
        ${
          this.empty
            ? nothing
            : html`<button class="primary" type="button" aria-disabled=${this.busy} @click=${this.onSend}>
                ${words.text('progress-remind-send')}
              </button>`
        }
        <button type="button" autofocus @click=${() => this.dispatchEvent(new DialogDismissed())}>
          ${words.text('progress-remind-cancel')}
        </button>
      </div>
    </mb-dialog>`;
  }

  private async onSend(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await this.begin();
      this.dispatchEvent(new RemindersBegun());
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'remind-dialog': RemindDialog;
  }
  interface HTMLElementEventMap {
    'reminders-begun': RemindersBegun;
  }
}
