import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { WordsElement } from '../../elements/words-element.ts';
import { dialogForm } from './dialog-form.ts';

/** Why it is to be done; `early`: although it is said that it is too soon. */
export class ReasonGiven extends Event {
  static readonly type = 'reason-given';
  readonly reason: string;
  readonly early: boolean;

  constructor(reason: string, early: boolean) {
    super(ReasonGiven.type, { bubbles: true, composed: true });
    this.reason = reason;
    this.early = early;
  }
}

/**
 * Asks for a reason before something that is noted for good.
 *
 * @slot - what will happen
 * @fires ReasonGiven
 * @fires DialogDismissed
 */
@customElement('reason-dialog')
export class ReasonDialog extends WordsElement {
  static override styles = dialogForm;

  @property() heading = '';
  @property() confirm = '';
  /** What has to be ticked where it is too soon; null where it is not. */
  @property() early: string | null = null;
  /** What the server said against it. */
  @property() failure: string | null = null;
  @property({ type: Boolean }) busy = false;

  @state() private wrong: 'reason' | 'early' | null = null;
  @query('#reason') private reason!: HTMLInputElement;
  @query('#early') private tick!: HTMLInputElement | null;

  override render(): TemplateResult {
    const { words, wrong } = this;
    return html`<mb-dialog heading=${this.heading}>
      <form @submit=${this.onSubmit} novalidate id="form">
        <slot></slot>
        ${
          this.early === null
            ? nothing
            : html`<div class="field">
                <label class="tick"><input id="early" type="checkbox" aria-describedby="early-wrong" /> <span>${this.early}</span></label>
                <p class="error" id="early-wrong">${wrong === 'early' ? words.text('windows-lock-early-wrong') : nothing}</p>
              </div>`
        }
        <div class="field">
          <label for="reason">${words.text('windows-why')}</label>
          <input id="reason" maxlength="160" autocomplete="off" autofocus aria-invalid=${wrong === 'reason'} aria-describedby="reason-wrong" />
          <p class="error" id="reason-wrong">${wrong === 'reason' ? words.text('windows-form-reason-wrong') : nothing}</p>
        </div>
        <div role="alert">${this.failure === null ? nothing : html`<p class="error">${this.failure}</p>`}</div>
      </form>
      <div class="row" slot="answers">
        <button class="primary" type="submit" form="form" aria-disabled=${this.busy}>${this.confirm}</button>
        <button type="button" @click=${() => this.dispatchEvent(new DialogDismissed())}>${words.text('windows-cancel')}</button>
      </div>
    </mb-dialog>`;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const reason = this.reason.value.trim();
    this.wrong = this.tick && !this.tick.checked ? 'early' : reason === '' ? 'reason' : null;
    if (this.wrong === 'early') this.tick?.focus();
    else if (this.wrong === 'reason') this.reason.focus();
    else if (!this.busy) this.dispatchEvent(new ReasonGiven(reason, this.tick?.checked ?? false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reason-dialog': ReasonDialog;
  }
  interface HTMLElementEventMap {
    'reason-given': ReasonGiven;
  }
}
