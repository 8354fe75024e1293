import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OfficeSlip } from '../../../shared/kiosk-office.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import './confirm-dialog.ts';

/** The account can be opened at kiosks again; `failure`: somebody else was quicker. */
export class AccountReleased extends Event {
  static readonly type = 'account-released';
  readonly failure: unknown;

  constructor(failure: unknown = null) {
    super(AccountReleased.type, { bubbles: true, composed: true });
    this.failure = failure;
  }
}

/**
 * Says beside what was left for an account that kiosks do not open it, and releases it after asking.
 *
 * @fires AccountReleased
 */
@customElement('release-account')
export class ReleaseAccount extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      section {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) account!: NonNullable<OfficeSlip['account']>;
  @state() private asking = false;

  override render(): TemplateResult {
    const { words } = this;
    return html`<section class="card">
        <p>${words.text('kiosks-slip-shut-out')}</p>
        <div class="row">
          <button type="button" @click=${this.onAsk}>${words.text('kiosks-release')}</button>
        </div>
      </section>
      ${this.asking ? this.renderQuestion() : nothing}`;
  }

  private renderQuestion(): TemplateResult {
    const { words } = this;
    return html`<confirm-dialog
      heading=${words.text('kiosks-release-title', { number: this.account.number })}
      confirm=${words.text('kiosks-release')}
      cancel=${words.text('kiosks-cancel')}
      .perform=${this.release}
      @dialog-dismissed=${this.onDismissed}
    >
      <p>${words.text('kiosks-release-text')}</p>
    </confirm-dialog>`;
  }

  private readonly onAsk = (): void => {
    this.asking = true;
  };

  private readonly onDismissed = (event: Event): void => {
    event.stopPropagation();
    this.asking = false;
  };

  private readonly release = async (): Promise<void> => {
    try {
      await this.office.api.kiosks.release.mutate({ account: this.account.id });
      this.asking = false;
      this.dispatchEvent(new AccountReleased());
    } catch (error) {
      if (problemOf(error)?.code !== 'changed_meanwhile') throw error;
      this.asking = false;
      this.dispatchEvent(new AccountReleased(error));
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'release-account': ReleaseAccount;
  }
}
