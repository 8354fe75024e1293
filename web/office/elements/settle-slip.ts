import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { SlipId } from '../../../shared/ids.ts';
import { longestSlipNote } from '../../../shared/kiosk-forms.ts';
import type { WaitingSlipState } from '../../../shared/kiosk-office.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/** The office is done with a slip; `failure`: somebody else was quicker. */
export class SlipSettled extends Event {
  static readonly type = 'slip-settled';
  readonly failure: unknown;

  constructor(failure: unknown = null) {
    super(SlipSettled.type, { bubbles: true, composed: true });
    this.failure = failure;
  }
}

/**
 * Asks what the office did with a slip, and puts it away.
 *
 * @fires SlipSettled
 */
@customElement('settle-slip')
export class SettleSlip extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      form {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) slip!: SlipId;
  /** As what it was seen waiting. */
  @property({ attribute: false }) seen!: WaitingSlipState;
  @state() private wrong = false;
  @query('#note') private note!: HTMLInputElement;
  private readonly act = new Act(this);

  override render(): TemplateResult {
    const { words, act, wrong } = this;
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      <h3>${words.text('kiosks-settle')}</h3>
      <div class="field">
        <label for="note">${words.text('kiosks-settle-note')}</label>
        <input
          id="note"
          autocomplete="off"
          maxlength=${longestSlipNote}
          aria-invalid=${wrong}
          aria-describedby="hint"
        />
        <p class="soft small" id="hint">${words.text('kiosks-settle-hint')}</p>
        ${wrong ? html`<p class="error">${words.text('kiosks-settle-missing')}</p>` : nothing}
      </div>
      ${this.renderFailure(act.failure)}
      <div class="row">
        <button class="primary" type="submit" aria-disabled=${act.busy}>
          ${words.text(act.busy ? 'office-working' : 'kiosks-settle-do')}
        </button>
      </div>
    </form>`;
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const { slip: id, seen } = this;
    const note = this.note.value.trim();
    this.wrong = note === '';
    if (this.wrong) {
      this.note.focus();
      return;
    }
    void this.act.run(
      async () => {
        const { kiosks } = this.office.api;
        await (seen === 'held' ? kiosks.settleHeld : kiosks.settle).mutate({ id, note });
        this.dispatchEvent(new SlipSettled());
      },
      (error) => {
        if (problemOf(error)?.code !== 'changed_meanwhile') return false;
        this.dispatchEvent(new SlipSettled(error));
        return true;
      },
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'settle-slip': SettleSlip;
  }
}
