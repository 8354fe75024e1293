import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { CheckedField } from '../elements/typed-form.ts';
import type { AccountActions, ActionAnswer } from './account-actions.ts';
import { LetterScreen } from './letter-screen.ts';
import { paths } from './paths.ts';
import { registrationFields } from './registration-fields.ts';

/** What stands on the receipt, and where the link is to go. */
@customElement('register-screen')
export class RegisterScreen extends LetterScreen {
  protected override fields(): readonly CheckedField[] {
    return registrationFields(this.state.company, this.words);
  }

  protected override ask(actions: AccountActions, typed: Record<string, string>): Promise<ActionAnswer<unknown>> {
    const { number = '', holder = '', email = '', phone = null, proof = null } = typed;
    return actions.register({ number, holder, email, phone, proof, language: this.words.language });
  }

  protected override renderTitle(): TemplateResult {
    return html`<h1 tabindex="-1">${this.words.text('register-title')}</h1>
      <p class="soft">${this.words.text('register-lead')}</p>`;
  }

  protected override promise(email: string): string {
    return this.words.text('letter-register', { email });
  }

  protected override renderOtherwise(): TemplateResult {
    return html`<p class="row spread">
      ${this.words.text('register-have')} <a class="button" href=${paths.signIn}>${this.words.text('sign-in-button')}</a>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'register-screen': RegisterScreen;
  }
}
