import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Profile } from '../../shared/account-forms.ts';
import type { AccountId } from '../../shared/ids.ts';
import { unsent } from '../store/views-unsent.ts';
import { AccountPart } from './account-part.ts';
import '../elements/mb-dialog.ts';
import '../elements/mb-icon.ts';
import './account-add.ts';

type Premises = Profile['accounts'][number];

/** What is asked before premises go: how many of their readings only this device has, after an attempt to hand them in or before. */
interface Leaving {
  premises: Premises;
  waiting: number;
  tried: boolean;
}

/**
 * The premises of the user: which they are, removing some, adding some. Those whose readings wait on this device stay until
 * they are handed in: nobody could hand them in afterwards.
 *
 * @fires AccountChanged
 */
@customElement('account-premises')
export class AccountPremises extends AccountPart {
  @state() private leaving: Leaving | null = null;
  /** What the profile may still name for a moment. */
  @state() private removed: readonly AccountId[] = [];

  override render(): TemplateResult {
    const { words } = this;
    const known: readonly Premises[] = this.profile?.accounts ?? this.state.accounts;
    const shown = known.filter(({ id }) => !this.removed.includes(id));
    return html`<div class="parts">
      <section class="card">
        <h2 class="visually-hidden" tabindex="-1">${words.text('account-premises')}</h2>
        <ul class="items" role="list">
          ${shown.map((one) => this.renderPremises(one, shown.length > 1))}
        </ul>
        ${shown.length === 1 ? html`<p class="soft small">${words.text('account-remove-last')}</p>` : nothing}
        <div role="status">${this.leaving ? nothing : this.renderSaid()}</div>
      </section>
      <account-add @account-changed=${this.onAdded}></account-add>
      ${this.leaving ? this.renderDialog(this.leaving) : nothing}
    </div>`;
  }

  private renderPremises(premises: Premises, removable: boolean): TemplateResult {
    const { words } = this;
    const { id, address, number, holder } = premises;
    return html`<li>
      <div class="what">
        <strong id=${`of-${id}`}>${address}</strong>
        <span class="soft">${holder}</span>
        <span class="soft figures whole">${words.text('home-account', { number })}</span>
      </div>
      ${
        removable
          ? html`<button class="quiet" type="button" aria-describedby=${`of-${id}`} @click=${() => this.ask(premises)}>
              ${words.text('account-remove')}
            </button>`
          : nothing
      }
    </li>`;
  }

  private renderDialog({ premises, waiting, tried }: Leaving): TemplateResult {
    const { words, working } = this;
    const blocked = waiting > 0;
    return html`<mb-dialog
      heading=${words.text('account-remove-title', { address: premises.address })}
      @dialog-dismissed=${this.onStay}
    >
      <p>${blocked ? words.text('account-remove-waiting', { count: waiting }) : words.text('account-remove-text')}</p>
      <div role="alert">${tried && blocked ? html`<p>${words.text('sign-out-not-sent')}</p>` : this.renderSaid()}</div>
      <div class="answers" slot="answers">
        ${
          blocked
            ? html`<button class="primary" type="button" aria-disabled=${working} @click=${this.onSend}>
                <mb-icon name="sending"></mb-icon>${words.text('sending-now')}
              </button>`
            : html`<button type="button" aria-disabled=${working} @click=${this.onRemove}>${words.text('account-remove-yes')}</button>`
        }
        <button class=${blocked ? 'quiet' : 'primary'} type="button" autofocus @click=${this.onStay}>
          ${words.text('account-remove-no')}
        </button>
      </div>
    </mb-dialog>`;
  }

  private async ask(premises: Premises): Promise<void> {
    this.said = null;
    this.leaving = { premises, waiting: await this.waiting(premises.id), tried: false };
  }

  /** How many readings of it only this device has. */
  private async waiting(account: AccountId): Promise<number> {
    const rows = await this.app.store.accountRows(account);
    return rows === null ? 0 : unsent([rows]).queued;
  }

  private async onSend(): Promise<void> {
    const { leaving } = this;
    if (!leaving) return;
    await this.whileWorking(async () => {
      await this.app.store.sendNow();
      this.leaving = { ...leaving, waiting: await this.waiting(leaving.premises.id), tried: true };
    });
  }

  private async onRemove(): Promise<void> {
    const { leaving, words } = this;
    if (!leaving) return;
    const { id, address } = leaving.premises;
    await this.whileWorking(async () => {
      // Another tab may have saved one meanwhile.
      const waiting = await this.waiting(id);
      if (waiting > 0) {
        this.leaving = { ...leaving, waiting, tried: false };
        return;
      }
      if (!(await this.act((actions) => actions.removeAccount(id)))) return;
      this.removed = [...this.removed, id];
      this.leaving = null;
      this.said = { text: words.text('account-removed', { address }), wrong: false };
      // What the device holds of it goes with the pull.
      await this.app.store.sendNow();
    });
  }

  /** Perhaps those that were removed before. */
  private onAdded(): void {
    this.removed = [];
  }

  private onStay(): void {
    this.leaving = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-premises': AccountPremises;
  }
}
