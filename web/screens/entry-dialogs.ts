import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DialogAgreed } from '../elements/dialog-agreed.ts';
import { DialogDismissed } from '../elements/mb-dialog.ts';
import { WordsElement } from '../elements/words-element.ts';
import type { MeterView, ReadingEntry } from '../store/views.ts';
import { answers } from '../styles/answers.ts';
import { controls } from '../styles/controls.ts';
import '../elements/confirm-use.ts';

/**
 * W7: taking a reading back.
 *
 * @fires DialogAgreed
 * @fires DialogDismissed
 */
@customElement('confirm-withdrawal')
export class ConfirmWithdrawal extends WordsElement {
  static override styles = [controls, answers];

  @property({ attribute: false }) meter!: MeterView;
  @property({ attribute: false }) entry!: ReadingEntry;

  override render(): TemplateResult {
    const { words, meter, entry } = this;
    const closesOn = meter.window.open && !meter.window.over ? meter.window.window.closesOn : null;
    const values = {
      service: words.service(meter.meter.service),
      period: words.period(entry.period),
      day: closesOn ? words.day(closesOn, 'until') : '',
    };
    return html`<mb-dialog heading=${words.text('reading-withdraw-title')}>
      ${closesOn ? html`<p>${words.text('reading-withdraw-text', values)}</p>` : nothing}
      <div class="answers" slot="answers">
        <button type="button" @click=${() => this.dispatchEvent(new DialogAgreed())}>
          ${words.text('reading-withdraw-yes')}
        </button>
        <button class="primary" type="button" autofocus @click=${() => this.dispatchEvent(new DialogDismissed())}>
          ${words.text('reading-withdraw-no')}
        </button>
      </div>
    </mb-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-withdrawal': ConfirmWithdrawal;
  }
}
