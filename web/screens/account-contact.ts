import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isPhone, longest } from '../../shared/contact.ts';
import type { CheckedField } from '../elements/typed-form.ts';
import type { AccountActions, ActionAnswer } from './account-actions.ts';
import { AccountForm } from './account-form.ts';
import { emailField, phoneExample } from './registration-fields.ts';

/**
 * Another e-mail address or telephone number, with the present password. An address counts only after the link that goes
 * there has been opened.
 *
 * @fires AccountChanged
 */
@customElement('account-contact')
export class AccountContact extends AccountForm<unknown> {
  @property() kind!: 'email' | 'phone';

  override render(): TemplateResult {
    const { words, kind, profile, taken } = this;
    if (taken !== null) return kind === 'email' ? this.renderLetter(taken.typed) : this.renderPhone(taken.typed);
    const present = profile?.[kind];
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      <p class="present">
        <span class="soft">${words.text('account-present')}</span>
        <strong class="figures">${profile === null ? '…' : (present ?? words.text('account-none'))}</strong>
      </p>
      ${this.form.render()} ${this.renderSend(`account-${kind}-send`)}
      ${
        kind === 'phone' && present
          ? html`<button class="quiet" value="remove" aria-disabled=${this.working}>
              ${words.text('account-phone-remove')}
            </button>`
          : nothing
      }
      ${this.renderForgot()}
    </form>`;
  }

  private renderLetter({ email }: Record<string, string>): TemplateResult {
    const { words } = this;
    return this.renderTaken(
      words.text('letter-title'),
      html`<p>${words.text('account-email-sent', { email: email ?? '' })}</p>
        <p>${words.text('account-email-until')}</p>
        <p class="soft">${words.text('account-email-help')}</p>`,
    );
  }

  private renderPhone({ phone }: Record<string, string>): TemplateResult {
    const { words } = this;
    return this.renderTaken(
      words.text('account-saved'),
      html`<p class="figures">${this.removes ? words.text('account-phone-removed') : phone}</p>`,
    );
  }

  protected override fields(): readonly CheckedField[] {
    const { words, kind } = this;
    if (kind === 'email') {
      const label = words.text('account-email-new');
      return [{ ...emailField(words), label, hint: words.text('account-email-hint') }, this.current()];
    }
    const example = phoneExample(this.state.company.phones);
    const phone: CheckedField = {
      id: 'phone',
      label: words.text('account-phone-new'),
      type: 'tel',
      autocomplete: 'tel',
      maxLength: longest.phone,
      read: (typed) => typed.trim(),
      check: (text) => {
        if (this.removes || isPhone(text)) return null;
        return text === '' ? words.text('register-empty') : words.text('register-phone-wrong', { example });
      },
    };
    return [phone, this.current()];
  }

  protected override ask(
    actions: AccountActions,
    { current = '', email = '', phone = '' }: Record<string, string>,
  ): Promise<ActionAnswer<unknown>> {
    if (this.kind === 'email') return actions.changeEmail({ current, email });
    return actions.changePhone({ current, phone: this.removes ? null : phone });
  }

  private get removes(): boolean {
    return this.pressed === 'remove';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-contact': AccountContact;
  }
}
