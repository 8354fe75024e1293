import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { ScreenElement } from './screen-element.ts';

/** Chooses among the accounts of a user who has several; nothing otherwise. */
@customElement('account-switch')
export class AccountSwitch extends ScreenElement {
  static override styles = [
    controls,
    field,
    css`
      label {
        margin-top: 0.5rem;
      }
    `,
  ];

  override render(): unknown {
    const { words, app, state } = this;
    if (state.accounts.length < 2) return nothing;
    return html`<label>
      <span class="visually-hidden">${words.text('account-choose')}</span>
      <select @change=${this.onChange}>
        ${state.accounts.map(
          ({ id, number, address }) =>
            html`<option value=${id} ?selected=${id === app.account?.id}>${address} · ${number}</option>`,
        )}
      </select>
    </label>`;
  }

  private onChange({ target }: Event): void {
    void this.app.store.showAccount((target as HTMLSelectElement).value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-switch': AccountSwitch;
  }
}
