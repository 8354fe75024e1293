import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SlipId } from '../../../shared/ids.ts';
import type { SlipState } from '../../../shared/kiosk-office.ts';
import { mayActAs } from '../../../shared/staff.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import './confirm-dialog.ts';
import './settle-slip.ts';

/** What came from a tablet out of use was taken in. `failure`: somebody else was quicker. */
export class SlipTaken extends Event {
  static readonly type = 'slip-taken';
  readonly became: SlipState & ('entered' | 'office');
  readonly failure: unknown;

  constructor(became: SlipTaken['became'], failure: unknown = null) {
    super(SlipTaken.type, { bubbles: true, composed: true });
    this.became = became;
    this.failure = failure;
  }
}

/**
 * What is decided about a slip from a tablet out of use, by a manager: taken in as if it had come in time, or put away.
 *
 * @fires SlipTaken
 * @fires SlipSettled
 */
@customElement('held-slip')
export class HeldSlip extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
    `,
  ];

  @property({ attribute: false }) slip!: SlipId;
  @state() private asking = false;

  override render(): TemplateResult {
    const { words } = this;
    if (!mayActAs(this.office.staff.role, 'manager')) {
      return html`<section class="card"><p>${words.text('kiosks-held-who')}</p></section>`;
    }
    return html`<section class="card">
        <h3>${words.text('kiosks-take-in')}</h3>
        <p>${words.text('kiosks-take-in-lead')}</p>
        <div class="row">
          <button type="button" @click=${this.onAsk}>${words.text('kiosks-take-in-do')}</button>
        </div>
      </section>
      <settle-slip .slip=${this.slip} .seen=${'held'}></settle-slip>
      ${this.asking ? this.renderQuestion() : nothing}`;
  }

  private renderQuestion(): TemplateResult {
    const { words } = this;
    return html`<confirm-dialog
      heading=${words.text('kiosks-take-in-title')}
      confirm=${words.text('kiosks-take-in-do')}
      cancel=${words.text('kiosks-cancel')}
      .perform=${this.takeIn}
      @dialog-dismissed=${this.onDismissed}
    >
      <p>${words.text('kiosks-take-in-text')}</p>
    </confirm-dialog>`;
  }

  private readonly onAsk = (): void => {
    this.asking = true;
  };

  private readonly onDismissed = (event: Event): void => {
    event.stopPropagation();
    this.asking = false;
  };

  private readonly takeIn = async (): Promise<void> => {
    try {
      const { state: became } = await this.office.api.kiosks.takeIn.mutate({ id: this.slip });
      this.asking = false;
      this.dispatchEvent(new SlipTaken(became));
    } catch (error) {
      if (problemOf(error)?.code !== 'changed_meanwhile') throw error;
      this.asking = false;
      this.dispatchEvent(new SlipTaken('office', error));
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'held-slip': HeldSlip;
  }
}
