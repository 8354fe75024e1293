import { html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { checkPassword } from '../../shared/password.ts';
import type { CheckedField } from '../elements/typed-form.ts';
import { troubleText } from '../words/trouble-words.ts';
import type { AccountActions, ActionAnswer } from './account-actions.ts';
import { AccountForm } from './account-form.ts';

/**
 * Another password, with the present one; the other devices may be signed out with it.
 *
 * @fires AccountChanged
 */
@customElement('account-password')
export class AccountPassword extends AccountForm<unknown> {
  @query('#end-others') private endOthers!: HTMLInputElement;
  /** As it was sent. */
  private ended = false;

  override render(): TemplateResult {
    const { words } = this;
    if (this.taken !== null) {
      const others = this.ended ? 'ended' : 'left';
      return this.renderTaken(
        words.text('account-password-changed'),
        html`<p>${words.text('account-password-others', { others })}</p>`,
      );
    }
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      <!-- Whose password it is, for those that keep passwords. -->
      <input name="username" autocomplete="username" .value=${this.profile?.email ?? this.app.account?.number ?? ''} hidden readonly />
      ${this.form.render()}
      <div class="choice">
        <input type="checkbox" id="end-others" aria-describedby="end-others-hint" />
        <label for="end-others">${words.text('set-password-end-others')}</label>
        <p class="soft small" id="end-others-hint">${words.text('set-password-end-others-hint')}</p>
      </div>
      ${this.renderSend('account-save')} ${this.renderForgot()}
    </form>`;
  }

  protected override fields(): readonly CheckedField[] {
    const { words } = this;
    const password = this.password('password', 'set-password-label', 'new-password', (typed) => this.refusal(typed));
    return [this.current(), { ...password, hint: words.text('set-password-hint') }];
  }

  protected override readonly fieldOf = { password_refused: 'password' };

  protected override ask(
    actions: AccountActions,
    { current = '', password = '' }: Record<string, string>,
  ): Promise<ActionAnswer<unknown>> {
    this.ended = this.endOthers.checked;
    return actions.changePassword({ current, password, endOthers: this.ended });
  }

  private refusal(password: string): string | null {
    const why = checkPassword({
      password,
      accountNumbers: this.state.accounts.map(({ number }) => number),
      email: this.profile?.email ?? null,
      // Which ones are common only the company's side knows.
      isCommon: () => false,
    });
    return why === null ? null : troubleText(this.words, { code: 'password_refused', why });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-password': AccountPassword;
  }
}
