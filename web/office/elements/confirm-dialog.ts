import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { Act } from '../act.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/**
 * Asks once more before something is done, does it, and says what it failed at. Whoever shows it takes it away when it is done.
 *
 * @slot - what will happen
 * @fires DialogDismissed
 */
@customElement('confirm-dialog')
export class ConfirmDialog extends OfficeScreen {
  static override styles = office;

  @property() heading = '';
  /** What the two buttons say. */
  @property() confirm = '';
  @property() cancel = '';
  /** There would be nothing to do: it can only be left. */
  @property({ type: Boolean }) empty = false;
  @property({ attribute: false }) perform!: () => Promise<unknown>;
  private readonly act = new Act(this);

  override render(): TemplateResult {
    const { words, act } = this;
    return html`<mb-dialog heading=${this.heading}>
      <div>
        <slot></slot>
        ${this.renderFailure(act.failure)}
      </div>
      <div class="row" slot="answers">
        ${
          this.empty
            ? nothing
            : html`<button class="primary" type="button" aria-disabled=${act.busy} @click=${() => act.run(this.perform)}>
                ${act.busy ? words.text('office-working') : this.confirm}
              </button>`
        }
        <button type="button" autofocus @click=${() => this.dispatchEvent(new DialogDismissed())}>${this.cancel}</button>
      </div>
    </mb-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-dialog': ConfirmDialog;
  }
}
