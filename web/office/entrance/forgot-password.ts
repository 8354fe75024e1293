import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { isEmail } from '../../../shared/contact.ts';
import { formField } from '../../elements/form-field.ts';
import { EntranceElement } from './entrance-element.ts';

/** Asks for a letter with a link to set another password. Whether anybody has the address is never told. */
@customElement('office-forgot-password')
export class OfficeForgotPassword extends EntranceElement {
  @state() private wrong: string | null = null;
  @state() private sent: string | null = null;
  @query('#email') private emailField!: HTMLInputElement;

  override render(): TemplateResult {
    const { words, sent } = this;
    return html`<div class="column">
      ${sent === null ? this.renderForm() : this.renderSent(sent)}
      <p><a href="/office">${words.text('office-to-sign-in')}</a></p>
    </div>`;
  }

  private renderForm(): TemplateResult {
    const { words, working, trouble } = this;
    return html`<header class="title">
        <h1 tabindex="-1">${words.text('office-forgot-title')}</h1>
        <p class="soft">${words.text('office-forgot-lead')}</p>
      </header>
      <form class="card" novalidate @submit=${this.onSubmit}>
        ${formField({
          id: 'email',
          label: words.text('office-sign-in-email'),
          error: this.wrong,
          type: 'email',
          autocomplete: 'username',
          maxLength: 254,
        })}
        <div role="alert">${trouble === null ? nothing : html`<p class="error">${trouble}</p>`}</div>
        <button class="primary wide go" aria-disabled=${working}>
          ${words.text(working ? 'office-working' : 'office-forgot-send')}
        </button>
      </form>`;
  }

  private renderSent(email: string): TemplateResult {
    const { words } = this;
    return html`<h1 tabindex="-1">${words.text('office-forgot-sent-title')}</h1>
      <p class="card" role="status">${words.text('office-forgot-sent', { email })}</p>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { words } = this;
    const email = this.emailField.value.trim();
    this.wrong =
      email === '' ? words.text('office-email-empty') : isEmail(email) ? null : words.text('office-email-wrong');
    if (this.wrong !== null) {
      this.emailField.focus();
      return;
    }
    const answer = await this.ask(() => this.api.staff.requestPassword.mutate({ email, language: words.language }));
    if (answer === null) return;
    this.sent = email;
    await this.focusHeading();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-forgot-password': OfficeForgotPassword;
  }
}
