import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/company.ts';
import { isEmail, isLine, longest } from '../../../shared/contact.ts';
import { type StaffRole, staffRoles } from '../../../shared/staff.ts';
import { type CheckedField, TypedForm } from '../../elements/typed-form.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';
import '../../elements/mb-dialog.ts';

/**
 * The question whom to invite, over the list.
 *
 * @fires staff-invited - with name and address
 * @fires DialogDismissed
 */
@customElement('invite-staff')
export class InviteStaff extends OfficeScreen {
  static override styles = [
    ...office,
    css`
      form {
        display: grid;
        gap: 1rem;
      }
    `,
  ];

  @state() private failure: unknown = null;
  @state() private working = false;
  private readonly form = new TypedForm(this, () => this.fields());

  protected override firstUpdated(): void {
    this.form.focus('name');
  }

  override render(): TemplateResult {
    const { words } = this;
    const { languages } = this.office.company;
    return html`<mb-dialog heading=${words.text('staff-invite')}>
      <form novalidate @submit=${this.onSubmit}>
        ${this.form.render()}
        ${this.renderChoice('role', words.text('staff-role'), staffRoles, (role) => words.text(`role-${role}`))}
        ${
          languages.length < 2
            ? nothing
            : this.renderChoice('language', words.text('staff-language'), languages, (one) =>
                words.text(`language-${one}`),
              )
        }
        <p class="soft small">${words.text('staff-invite-hint')}</p>
        ${this.failure === null ? nothing : this.renderFailure(this.failure)}
        <div class="row">
          <button class="primary" aria-disabled=${this.working}>
            ${words.text(this.working ? 'office-working' : 'staff-invite-send')}
          </button>
          <button type="button" @click=${this.onCancel}>${words.text('staff-cancel')}</button>
        </div>
      </form>
    </mb-dialog>`;
  }

  private renderChoice<V extends string>(
    id: string,
    label: string,
    values: readonly V[],
    name: (value: V) => string,
  ): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} name=${id}>
        ${values.map((value) => html`<option value=${value}>${name(value)}</option>`)}
      </select>
    </div>`;
  }

  private fields(): CheckedField[] {
    const { words } = this;
    return [
      {
        id: 'name',
        label: words.text('staff-name'),
        autocomplete: 'off',
        maxLength: longest.line,
        read: (text) => text.trim(),
        check: (text) => (isLine(text) ? null : words.text('staff-name-empty')),
      },
      {
        id: 'email',
        label: words.text('staff-email'),
        type: 'email',
        autocomplete: 'off',
        maxLength: longest.email,
        read: (text) => text.trim(),
        check: (text) => {
          if (text === '') return words.text('office-email-empty');
          return isEmail(text) ? null : words.text('office-email-wrong');
        },
      },
    ];
  }

  private readonly onCancel = (): void => {
    this.dispatchEvent(new Event('dialog-dismissed', { bubbles: true, composed: true }));
  };

  private chosen(id: string): string {
    return this.shadowRoot?.querySelector<HTMLSelectElement>(`#${id}`)?.value ?? '';
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = this.form.read();
    if (this.working || !typed) return;
    const { name = '', email = '' } = typed;
    const role = this.chosen('role') as StaffRole;
    const language = (this.chosen('language') || this.office.company.languages[0]) as Language;
    this.working = true;
    this.failure = null;
    try {
      await this.office.api.staff.invite.mutate({ name, email, role, language });
      this.dispatchEvent(new CustomEvent('staff-invited', { detail: { name, email }, bubbles: true, composed: true }));
    } catch (error) {
      const taken = problemOf(error)?.code === 'email_taken';
      if (!taken || !this.form.refuse('email', this.words.text('staff-email-taken'))) this.failure = error;
    } finally {
      this.working = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invite-staff': InviteStaff;
  }
}
