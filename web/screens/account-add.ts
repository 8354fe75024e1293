import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Account } from '../../shared/protocol.ts';
import type { CheckedField } from '../elements/typed-form.ts';
import type { AccountActions, ActionAnswer } from './account-actions.ts';
import { AccountForm } from './account-form.ts';
import { paths } from './paths.ts';
import { registrationFields } from './registration-fields.ts';

/**
 * Adds premises by the same proof as at registering. The device pulls them at once.
 *
 * @fires AccountChanged
 */
@customElement('account-add')
export class AccountAdd extends AccountForm<Account> {
  override render(): TemplateResult {
    const { words, taken } = this;
    if (taken) return this.renderAdded(taken.value);
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      <div class="present">
        <h2>${words.text('account-add')}</h2>
        <p class="soft">${words.text('account-add-lead')}</p>
      </div>
      ${this.form.render()} ${this.renderSend('account-add')}
    </form>`;
  }

  private renderAdded({ id, address }: Account): TemplateResult {
    const { words, app } = this;
    // Without an answer to the pull it is here with the next contact.
    const here = app.state.accounts.some((one) => one.id === id);
    return html`<section class="card done">
      <h2 tabindex="-1"><mb-icon name="done"></mb-icon>${words.text('account-added', { address })}</h2>
      <p>${words.text('account-added-switch', { here: here ? 'yes' : 'no' })}</p>
      <div class="row">
        ${
          here
            ? html`<button class="primary" type="button" @click=${() => this.show(id)}>${words.text('account-added-show')}</button>`
            : nothing
        }
        <button type="button" @click=${this.onAnother}>${words.text('account-add-another')}</button>
      </div>
    </section>`;
  }

  /** Where to write and call is known already. */
  protected override fields(): readonly CheckedField[] {
    return registrationFields(this.state.company, this.words).filter(({ id }) => id !== 'email' && id !== 'phone');
  }

  protected override async ask(
    actions: AccountActions,
    { number = '', holder = '', proof }: Record<string, string>,
  ): Promise<ActionAnswer<Account>> {
    const answer = await actions.addAccount({ number, holder, proof: proof ?? null });
    // What belongs to it comes with the pull; the form waits, so that it can be shown at once.
    if (answer.ok) await this.app.store.sendNow();
    return answer;
  }

  private async show(id: Account['id']): Promise<void> {
    await this.app.store.showAccount(id);
    this.app.navigate(paths.home);
  }

  private onAnother(): void {
    this.taken = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-add': AccountAdd;
  }
}
