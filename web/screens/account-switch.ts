import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';

/** Another account is shown from now on. */
export class AccountSwitched extends Event {
  static readonly type = 'account-switched';

  constructor() {
    super(AccountSwitched.type, { bubbles: true, composed: true });
  }
}

/**
 * Chooses among the accounts of a user who has several; nothing otherwise. The browser's own list, below words of ours:
 * a closed list box cuts off a long address, and on a phone most are long.
 *
 * @fires AccountSwitched
 */
@customElement('account-switch')
export class AccountSwitch extends ScreenElement {
  static override styles = [
    controls,
    css`
      .choice {
        position: relative;
        display: flex;
        align-items: center;
        gap: 0.75rem;
        min-height: 3.25rem;
        margin-top: 0.5rem;
        padding: 0.5rem 0.875rem;
        border: 1.5px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--card);
      }
      .chosen {
        flex: 1;
        min-width: 0;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      mb-icon {
        transform: rotate(90deg);
      }
      select {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        opacity: 0;
        font: inherit;
        cursor: pointer;
      }
      .choice:focus-within {
        outline: 3px solid var(--accent-text);
        outline-offset: 1px;
      }
    `,
  ];

  override render(): unknown {
    const { words, app, state } = this;
    if (state.accounts.length < 2) return nothing;
    return html`<div class="choice">
      <span class="chosen" aria-hidden="true"
        >${app.account?.address}&nbsp;· <span class="soft figures whole">${app.account?.number}</span></span
      >
      <mb-icon name="next"></mb-icon>
      <select aria-label=${words.text('account-choose')} @change=${this.onChange}>
        ${state.accounts.map(
          ({ id, number, address }) =>
            html`<option value=${id} ?selected=${id === app.account?.id}>${address} · ${number}</option>`,
        )}
      </select>
    </div>`;
  }

  private async onChange({ target }: Event): Promise<void> {
    await this.app.store.showAccount((target as HTMLSelectElement).value);
    this.dispatchEvent(new AccountSwitched());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-switch': AccountSwitch;
  }
  interface HTMLElementEventMap {
    'account-switched': AccountSwitched;
  }
}
