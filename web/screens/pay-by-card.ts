import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StatementId } from '../../shared/ids.ts';
import { controls } from '../styles/controls.ts';
import { troubleText } from '../words/trouble-words.ts';
import { askAccount, type Trouble } from './account-actions.ts';
import { ScreenElement } from './screen-element.ts';

/**
 * Leads to the page of the company's payment service. What comes of it the app learns by a pull, never by the way back from
 * there.
 */
@customElement('pay-by-card')
export class PayByCard extends ScreenElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      .error {
        color: var(--error);
        font-weight: 600;
      }
    `,
  ];

  /** Minor units, above 0. */
  @property({ type: Number }) amount = 0;
  /** The bill that is paid; null for a whole debt or another amount. */
  @property({ attribute: false }) statement: StatementId | null = null;
  /** Leaves the app for this address. */
  @property({ attribute: false }) leave: (url: string) => void = (url) => location.assign(url);
  @state() private working = false;
  @state() private trouble: Trouble | null = null;

  override render(): TemplateResult {
    const { words, working, trouble } = this;
    const { state: sending, silence } = this.state.sync;
    const cutOff = silence === 'no-network' || sending === 'offline';
    return html`<button class="primary wide" type="button" aria-disabled=${working} @click=${this.onPress}>
        ${words.text(working ? 'pay-card-working' : 'pay-card')}
      </button>
      <p class="soft small">${words.text(cutOff ? 'pay-card-offline' : 'pay-card-hint')}</p>
      <div role="alert">${trouble === null ? nothing : html`<p class="error">${this.textOf(trouble)}</p>`}</div>`;
  }

  private textOf(trouble: Trouble): string {
    const { words } = this;
    return typeof trouble === 'string' ? words.text('pay-card-failed', { why: trouble }) : troubleText(words, trouble);
  }

  private async onPress(): Promise<void> {
    const { app, amount, statement, words } = this;
    if (this.working || !app.account) return;
    this.working = true;
    this.trouble = null;
    const input = { account: app.account.id, statement, amount, language: words.language };
    const answer = await askAccount(app.store, (actions) => actions.beginPayment(input));
    // On success the button stays as it is: the page is on its way out.
    if (answer.ok) this.leave(answer.value.url);
    else {
      this.working = false;
      this.trouble = answer.problem;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-by-card': PayByCard;
  }
}
