import { Task } from '@lit/task';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { checkPassword } from '../../../shared/password.ts';
import type { SecondFactor } from '../../../shared/staff-forms.ts';
import { passwordField, passwordStyles } from '../../elements/form-field.ts';
import { type CheckedField, TypedForm } from '../../elements/typed-form.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../../elements/mb-dialog.ts';
import '../elements/authenticator-set-up.ts';
import '../elements/recovery-codes.ts';

type Part = 'password' | 'phone' | 'codes';

/** How oneself gets in: password, the phone with codes, recovery codes. Each change wants the password and a code once more. */
@customElement('office-access')
export class OfficeAccess extends OfficeScreen {
  static override styles = [
    ...office,
    passwordStyles,
    css`
      .screen {
        max-width: 46rem;
      }
      form {
        display: grid;
        gap: 1rem;
      }
      [role="status"]:empty {
        position: absolute;
      }
    `,
  ];

  /** What is being changed, in a dialog; null where nothing is. */
  @state() private changing: Part | null = null;
  @state() private factor: (SecondFactor & { challenge: string }) | null = null;
  @state() private codes: readonly string[] | null = null;
  @state() private done: Part | null = null;
  private readonly act = new Act(this);
  @state() private shown = false;
  private readonly form = new TypedForm(this, () => this.fields());
  private readonly access = new Task(this, {
    task: () => this.office.api.staff.access.query(),
    args: () => [] as const,
  });

  override render(): TemplateResult {
    const { words } = this;
    const { staff } = this.office;
    return html`<div class="screen">
      <h1 tabindex="-1">${words.text('access-title')}</h1>
      <section class="card" aria-label=${words.text('access-facts')}>
        <dl class="facts">
          <dt>${words.text('staff-name')}</dt>
          <dd>${staff.name}</dd>
          <dt>${words.text('staff-email')}</dt>
          <dd>${staff.email}</dd>
          <dt>${words.text('staff-role')}</dt>
          <dd>${words.text(`role-${staff.role}`)}</dd>
        </dl>
      </section>
      ${this.renderPart('password', words.text('access-password-lead'))}
      ${this.renderPart('phone', words.text('access-phone-lead'))}
      ${this.access.render({
        pending: () => this.renderPart('codes', words.text('office-loading')),
        complete: ({ recoveryCodesLeft }) =>
          this.renderPart('codes', words.text('access-codes-left', { count: recoveryCodesLeft })),
        error: (error) => html`${this.renderPart('codes', '')} ${this.renderFailure(error)}`,
      })}
      ${this.changing === null ? nothing : this.renderDialog(this.changing)}
    </div>`;
  }

  private renderPart(part: Part, lead: string): TemplateResult {
    const { words } = this;
    const titles = { password: 'access-password-title', phone: 'access-phone-title', codes: 'access-codes-title' };
    const buttons = { password: 'access-password-change', phone: 'access-phone-begin', codes: 'access-codes-renew' };
    const said = { password: 'access-password-done', phone: 'access-phone-done', codes: 'access-codes-renewed' };
    return html`<section class="card">
      <h2>${words.text(titles[part])}</h2>
      <p>${lead}</p>
      <p role="status">${this.done === part ? words.text(said[part]) : ''}</p>
      <p><button type="button" @click=${() => this.open(part)}>${words.text(buttons[part])}</button></p>
    </section>`;
  }

  private renderDialog(part: Part): TemplateResult {
    const { words, factor, codes } = this;
    if (codes !== null) {
      return html`<mb-dialog heading=${words.text('access-codes-title')}>
        <recovery-codes
          inside
          .codes=${codes}
          .company=${this.office.company.shortName}
          @codes-kept=${this.close}
        ></recovery-codes>
      </mb-dialog>`;
    }
    const heading = {
      password: 'access-password-change',
      phone: factor ? 'office-set-up-title' : 'access-phone-begin',
      codes: 'access-codes-renew',
    }[part];
    return html`<mb-dialog heading=${words.text(heading)} @dialog-dismissed=${this.close}>
      <form novalidate @submit=${this.onSubmit}>
        ${
          factor
            ? html`<authenticator-set-up .factor=${factor}></authenticator-set-up>`
            : html`<p>${words.text('access-prove')}</p>`
        }
        ${this.form.render()}
        ${this.renderFailure(this.act.failure)}
        <div class="row">
          <button class="primary" aria-disabled=${this.act.busy}>
            ${words.text(this.act.busy ? 'office-working' : 'office-next')}
          </button>
          <button type="button" @click=${this.close}>${words.text('staff-cancel')}</button>
        </div>
      </form>
    </mb-dialog>`;
  }

  private fields(): CheckedField[] {
    const { words, changing, factor } = this;
    const eye = passwordField(words, this.shown, () => {
      this.shown = !this.shown;
    });
    const asTyped = (text: string) => text;
    const code: CheckedField = {
      id: 'code',
      label: words.text('office-code'),
      hint: words.text(factor ? 'office-set-up-confirm' : 'office-code-lead'),
      autocomplete: 'one-time-code',
      maxLength: 40,
      read: (text) => text.trim(),
      check: (text) => (text === '' ? words.text('office-code-empty') : null),
    };
    if (factor) return [code];
    const current: CheckedField = {
      ...eye,
      id: 'current',
      label: words.text('access-current'),
      autocomplete: 'current-password',
      read: asTyped,
      check: (text) => (text === '' ? words.text('access-current-empty') : null),
    };
    const password: CheckedField = {
      ...eye,
      id: 'password',
      label: words.text('access-new'),
      hint: words.text('set-password-hint'),
      autocomplete: 'new-password',
      read: asTyped,
      check: (text) => {
        const email = this.office.staff.email;
        const why = checkPassword({ password: text, accountNumbers: [], email, isCommon: () => false });
        return why && words.text('problem-password_refused', { why });
      },
    };
    return changing === 'password' ? [current, password, code] : [current, code];
  }

  private open(part: Part): void {
    this.changing = part;
    this.done = null;
    this.act.clear();
    this.form.focus('current');
  }

  private readonly close = (): void => {
    this.changing = null;
    this.factor = null;
    this.codes = null;
    this.act.clear();
    this.shown = false;
  };

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = this.form.read();
    const part = this.changing;
    if (!typed || part === null) return;
    await this.act.run(
      () => this.send(part, typed),
      (error) => this.refused(error),
    );
  }

  private async send(part: Part, { current = '', password = '', code = '' }: Record<string, string>): Promise<void> {
    const { staff } = this.office.api;
    if (part === 'password') {
      await staff.changePassword.mutate({ current, password, code });
      this.close();
      this.done = part;
    } else if (part === 'codes') {
      this.codes = (await staff.renewRecoveryCodes.mutate({ current, code })).recoveryCodes;
      this.done = part;
      void this.access.run();
    } else if (this.factor === null) {
      this.factor = await staff.beginSecondFactor.mutate({ current, code });
      this.form.clear();
      this.form.focus('code');
    } else {
      const { challenge } = this.factor;
      this.codes = (await staff.confirmSecondFactor.mutate({ challenge, code })).recoveryCodes;
      this.done = part;
      void this.access.run();
    }
  }

  /** What a field is to blame for is said there. */
  private refused(error: unknown): boolean {
    const problem = problemOf(error);
    const fields: Record<string, string> = {
      code_wrong: 'code',
      password_wrong: 'current',
      password_refused: 'password',
    };
    const field = problem && fields[problem.code];
    return field ? this.form.refuse(field, this.failureText(error)) : false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-access': OfficeAccess;
  }
}
