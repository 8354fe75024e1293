import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Passkey } from '../../shared/account-forms.ts';
import { canUsePasskeys } from './account-actions.ts';
import { AccountPart } from './account-part.ts';
import { dayText, deviceText } from './device-text.ts';
import '../elements/mb-dialog.ts';

/**
 * Passkeys instead of the password: what they are good for, those that there are, a new one where the browser can make it.
 *
 * @fires AccountChanged
 */
@customElement('account-passkeys')
export class AccountPasskeys extends AccountPart {
  /** Which one is asked about. */
  @state() private asking: Passkey | null = null;

  override render(): unknown {
    const { words, profile } = this;
    const passkeys = profile?.passkeys ?? [];
    return html`<section class="card">
      <h2 class="visually-hidden" tabindex="-1">${words.text('account-passkeys')}</h2>
      <p>${words.text('account-passkeys-lead')}</p>
      ${
        passkeys.length === 0
          ? nothing
          : html`<ul class="items" role="list">
              ${passkeys.map((passkey) => this.renderPasskey(passkey))}
            </ul>`
      }
      ${
        canUsePasskeys()
          ? html`<button class="primary" type="button" aria-disabled=${this.working} @click=${this.onAdd}>
              ${words.text('account-passkey-add')}
            </button>`
          : html`<p class="soft">${words.text('account-passkey-cannot')}</p>`
      }
      <div role="status">${this.renderSaid()}</div>
      ${this.renderDialog()}
    </section>`;
  }

  private renderPasskey(passkey: Passkey): TemplateResult {
    const { words, app } = this;
    const { id, userAgent, createdAt, usedAt } = passkey;
    const now = app.store.now();
    return html`<li>
      <div class="what">
        <strong id=${`of-${id}`}>${deviceText(words, userAgent)}</strong>
        <span class="soft">
          <span class="whole">${words.text('account-passkey-made', dayText(words, createdAt, now))} ·</span>
          <span class="whole">${
            usedAt === null
              ? words.text('account-passkey-unused')
              : words.text('account-passkey-used', dayText(words, usedAt, now))
          }</span>
        </span>
      </div>
      <button class="quiet" type="button" aria-describedby=${`of-${id}`} @click=${() => this.ask(passkey)}>
        ${words.text('account-remove')}
      </button>
    </li>`;
  }

  private renderDialog(): unknown {
    const { words, asking } = this;
    if (!asking) return nothing;
    return html`<mb-dialog heading=${words.text('account-passkey-remove-title')} @dialog-dismissed=${this.onStay}>
      <p>${words.text('account-passkey-remove-text', { name: deviceText(words, asking.userAgent) })}</p>
      <div class="answers" slot="answers">
        <button type="button" aria-disabled=${this.working} @click=${() => this.onRemove(asking)}>
          ${words.text('account-remove-yes')}
        </button>
        <button class="primary" type="button" autofocus @click=${this.onStay}>${words.text('account-remove-no')}</button>
      </div>
    </mb-dialog>`;
  }

  private ask(passkey: Passkey): void {
    this.said = null;
    this.asking = passkey;
  }

  private onRemove({ id }: Passkey): Promise<void> {
    return this.whileWorking(async () => {
      const removed = await this.act((actions) => actions.removePasskey(id));
      this.asking = null;
      if (removed) this.said = { text: this.words.text('account-passkey-removed'), wrong: false };
    });
  }

  private onAdd(): Promise<void> {
    return this.whileWorking(async () => {
      if (!(await this.act((actions) => actions.addPasskey()))) return;
      this.said = { text: this.words.text('account-passkey-added'), wrong: false };
    });
  }

  private onStay(): void {
    this.asking = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-passkeys': AccountPasskeys;
  }
}
