import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { CheckedField } from '../elements/typed-form.ts';
import type { AccountActions, ActionAnswer } from './account-actions.ts';
import { LetterScreen } from './letter-screen.ts';
import { paths } from './paths.ts';
import { emailField } from './registration-fields.ts';

/** The e-mail address to which a link for a new password goes. */
@customElement('forgot-password-screen')
export class ForgotPasswordScreen extends LetterScreen {
  protected override fields(): readonly CheckedField[] {
    return [emailField(this.words)];
  }

  protected override ask(
    actions: AccountActions,
    { email = '' }: Record<string, string>,
  ): Promise<ActionAnswer<unknown>> {
    return actions.requestPassword({ email, language: this.words.language });
  }

  protected override renderTitle(): TemplateResult {
    return html`<h1 tabindex="-1">${this.words.text('forgot-password-title')}</h1>
      <p class="soft">${this.words.text('forgot-password-lead')}</p>`;
  }

  protected override promise(email: string): string {
    return this.words.text('letter-password', { email });
  }

  protected override renderOtherwise(): TemplateResult {
    const { words } = this;
    const signedIn = this.state.session !== null && this.state.sync.state !== 'signed-out';
    return html`<div class="stack">
      <p>${words.text('forgot-password-none')}</p>
      <div class="row">
        <a class="button" href=${paths.register}>${words.text('register-title')}</a>
        ${
          signedIn
            ? html`<a class="button quiet" href=${paths.account}>${words.text('account-title')}</a>`
            : html`<a class="button quiet" href=${paths.signIn}>${words.text('sign-in-button')}</a>`
        }
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'forgot-password-screen': ForgotPasswordScreen;
  }
}
