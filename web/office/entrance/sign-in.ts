import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isEmail } from '../../../shared/contact.ts';
import type { StaffSecondStep } from '../../../shared/staff-forms.ts';
import { formField, passwordField } from '../../elements/form-field.ts';
import { EntranceElement } from './entrance-element.ts';
import './second-step.ts';
import type { StepLeft } from './staff-entered.ts';

/**
 * E-mail and password, then the second step. As a page of its own, or inside a dialog over a screen whose session has ended.
 *
 * @fires StaffEntered
 */
@customElement('office-sign-in')
export class OfficeSignIn extends EntranceElement {
  static override styles = [
    ...EntranceElement.styles,
    css`
      .demo {
        display: grid;
        gap: 0.75rem;
        padding: 1rem;
        border: 1.5px dashed var(--line-strong);
        border-radius: var(--radius);
      }
      .demo ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  /** Who was signed in until now. */
  @property() email = '';
  @property({ type: Boolean, reflect: true }) inside = false;

  @state() private step: StaffSecondStep | null = null;
  @state() private wrong: { email: string | null; password: string | null } = { email: null, password: null };
  @state() private shown = false;
  @state() private lapsed = false;
  private typed = '';
  @query('#username') private emailField!: HTMLInputElement | null;
  @query('#password') private passwordField!: HTMLInputElement | null;

  protected override firstUpdated(): void {
    if (this.emailField && this.email !== '') this.emailField.value = this.email;
    if (this.inside) this.passwordField?.focus();
  }

  override render(): TemplateResult {
    const { company, step, inside } = this;
    if (!step) return this.renderPassword();
    const demo = company.demo?.staff?.find(({ email }) => email === this.typed) ?? null;
    return html`<office-second-step
      .door=${this.door}
      .step=${step}
      .demo=${demo}
      ?inside=${inside}
      @step-left=${this.onLeft}
    ></office-second-step>`;
  }

  private renderPassword(): TemplateResult {
    const { words, inside } = this;
    return html`<div class="column">
      ${
        inside
          ? nothing
          : html`<header class="title">
              <h1 tabindex="-1">${words.text('office-sign-in-title')}</h1>
              <p class="soft">${words.text('office-sign-in-lead')}</p>
            </header>`
      }
      ${this.renderForm()} ${this.renderDemo()}
      ${inside ? nothing : html`<p class="links"><a href="/" target="_self">${words.text('office-residents')}</a></p>`}
    </div>`;
  }

  private renderForm(): TemplateResult {
    const { words, wrong, working, trouble, inside } = this;
    const said = this.lapsed && trouble === null ? words.text('problem-sign_in_lapsed') : trouble;
    return html`<form class=${inside ? '' : 'card'} novalidate @submit=${this.onSubmit}>
      ${formField({
        id: 'username',
        label: words.text('office-sign-in-email'),
        error: wrong.email,
        type: 'email',
        autocomplete: 'username',
        maxLength: 254,
      })}
      ${formField({
        ...passwordField(words, this.shown, this.onShow),
        id: 'password',
        label: words.text('sign-in-password'),
        error: wrong.password,
        autocomplete: 'current-password',
      })}
      <div role="alert">${said === null ? nothing : html`<p class="error">${said}</p>`}</div>
      <button class="primary wide go" aria-disabled=${working}>
        ${words.text(working ? 'office-working' : 'office-next')}
      </button>
      <a class="button quiet" href="/office/forgot" target=${inside ? '_blank' : nothing}>${words.text('office-forgot')}</a>
    </form>`;
  }

  private renderDemo(): unknown {
    const staff = this.company.demo?.staff ?? [];
    if (staff.length === 0) return nothing;
    const { words } = this;
    return html`<section class="demo">
      <h2>${words.text('office-demo')}</h2>
      <ul role="list">
        ${staff.map(
          ({ name, role, email, password }) =>
            html`<li>
              <button type="button" @click=${() => this.fill(email, password)}>${name}, ${words.text(`role-${role}`)}</button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private fill(email: string, password: string): void {
    if (this.emailField) this.emailField.value = email;
    if (this.passwordField) this.passwordField.value = password;
    this.wrong = { email: null, password: null };
    this.trouble = null;
    this.passwordField?.focus();
  }

  private readonly onShow = (): void => {
    this.shown = !this.shown;
    this.passwordField?.focus();
  };

  private readonly onLeft = async ({ lapsed }: StepLeft): Promise<void> => {
    const { typed } = this;
    this.step = null;
    this.lapsed = lapsed;
    await this.updateComplete;
    if (this.emailField) this.emailField.value = typed;
    this.passwordField?.focus();
  };

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { words } = this;
    const email = this.emailField?.value.trim() ?? '';
    const password = this.passwordField?.value ?? '';
    this.wrong = {
      email: email === '' ? words.text('office-email-empty') : isEmail(email) ? null : words.text('office-email-wrong'),
      password: password === '' ? words.text('sign-in-password-empty') : null,
    };
    if (this.wrong.email !== null || this.wrong.password !== null) {
      (this.wrong.email === null ? this.passwordField : this.emailField)?.focus();
      return;
    }
    this.lapsed = false;
    this.typed = email.toLowerCase();
    this.step = await this.ask(
      () => this.api.staff.signIn.mutate({ email, password }),
      ({ code }) => (code === 'sign_in_failed' ? words.text('office-sign-in-failed') : null),
    );
    if (this.step === null) this.passwordField?.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-sign-in': OfficeSignIn;
  }
}
