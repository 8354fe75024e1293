import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { checkPassword, type PasswordProblem } from '../../../shared/password.ts';
import type { StaffSecondStep } from '../../../shared/staff-forms.ts';
import { formField, passwordField } from '../../elements/form-field.ts';
import { EntranceElement } from './entrance-element.ts';
import './second-step.ts';

/** Uses the link of a letter, `/office/set-password#token`: a password, and then the second factor. */
@customElement('office-set-password')
export class OfficeSetPassword extends EntranceElement {
  /** Whose link it is; null while it is asked, and where it opens nothing. */
  @state() private owner: { token: string; name: string; email: string } | null = null;
  @state() private step: StaffSecondStep | null = null;
  @state() private wrong: PasswordProblem | null = null;
  @state() private shown = false;
  @query('#password') private passwordField!: HTMLInputElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.open);
    void this.updateComplete.then(this.open);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.open);
  }

  override render(): TemplateResult {
    const { words, owner, step } = this;
    if (step) {
      const demo = this.company.demo?.staff?.find(({ email }) => email === owner?.email) ?? null;
      return html`<office-second-step
        .door=${this.door}
        .step=${step}
        .demo=${demo}
        @step-left=${() => location.assign('/office')}
      ></office-second-step>`;
    }
    return html`<div class="column">
      <header class="title">
        <h1 tabindex="-1">${words.text('set-password-title')}</h1>
        ${owner ? html`<p class="soft">${owner.name} · ${owner.email}</p>` : nothing}
      </header>
      ${owner ? this.renderForm(owner.email) : this.renderUnopened()}
    </div>`;
  }

  private renderUnopened(): TemplateResult {
    const { words, trouble } = this;
    if (trouble === null) return html`<p role="status">${words.text('office-link-opening')}</p>`;
    return html`<section class="card">
      <p class="error" role="alert">${trouble}</p>
      <p>${words.text('office-link-other')}</p>
      <a class="button primary" href="/office/forgot">${words.text('office-forgot')}</a>
      <a class="button" href="/office">${words.text('office-to-sign-in')}</a>
    </section>`;
  }

  private renderForm(email: string): TemplateResult {
    const { words, wrong, trouble, working } = this;
    return html`<form class="card" novalidate @submit=${this.onSubmit} @input=${() => this.onInput()}>
      <input hidden type="text" name="username" autocomplete="username" .value=${email} />
      ${formField({
        ...passwordField(words, this.shown, this.onShow),
        id: 'password',
        label: words.text('set-password-label'),
        hint: words.text('set-password-hint'),
        error: wrong && words.text('problem-password_refused', { why: wrong }),
        autocomplete: 'new-password',
      })}
      <div role="alert">${trouble === null ? nothing : html`<p class="error">${trouble}</p>`}</div>
      <button class="primary wide go" aria-disabled=${working}>
        ${words.text(working ? 'office-working' : 'office-password-save')}
      </button>
    </form>`;
  }

  private readonly onShow = (): void => {
    this.shown = !this.shown;
    this.passwordField?.focus();
  };

  private onInput(): void {
    if (this.wrong !== null) this.wrong = this.problem(this.passwordField?.value ?? '');
  }

  /** By our own rules; whether it is among the common ones only the office's machine knows. */
  private problem(password: string): PasswordProblem | null {
    return checkPassword({ password, accountNumbers: [], email: this.owner?.email ?? null, isCommon: () => false });
  }

  private readonly open = async (): Promise<void> => {
    const token = location.hash.slice(1);
    this.owner = null;
    this.trouble = token === '' ? this.words.text('problem-link_unknown') : null;
    if (token === '') return;
    const found = await this.ask(() => this.api.staff.openLink.mutate({ token }));
    this.owner = found && { token, ...found };
  };

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { owner } = this;
    if (!owner) return;
    const { token } = owner;
    const password = this.passwordField?.value ?? '';
    this.wrong = this.problem(password);
    if (this.wrong === null) {
      let linkIsGone = false;
      this.step = await this.ask(
        () => this.api.staff.setPassword.mutate({ token, password }),
        (problem) => {
          if (problem.code === 'password_refused') this.wrong = problem.why;
          linkIsGone = problem.code.startsWith('link_');
          return null;
        },
      );
      if (this.wrong !== null) this.trouble = null;
      if (linkIsGone) this.owner = null;
    }
    // The link was used up: it leaves the address bar, and the way back does not lead to it.
    if (this.step) history.replaceState(history.state, '', location.pathname);
    if (this.wrong !== null) this.passwordField?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-set-password': OfficeSetPassword;
  }
}
