import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Language } from '../../../shared/company.ts';
import { isEmail, isLine, longest } from '../../../shared/contact.ts';
import { type StaffRole, staffRoles } from '../../../shared/staff.ts';
import { DialogDismissed } from '../../elements/mb-dialog.ts';
import { type CheckedField, TypedForm } from '../../elements/typed-form.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { dialogForm } from './dialog-form.ts';

/** Somebody was invited, and gets a letter. */
export class StaffInvited extends Event {
  static readonly type = 'staff-invited';
  readonly name: string;
  readonly email: string;

  constructor(name: string, email: string) {
    super(StaffInvited.type, { bubbles: true, composed: true });
    this.name = name;
    this.email = email;
  }
}

/**
 * The question whom to invite, over the list.
 *
 * @fires StaffInvited
 * @fires DialogDismissed
 */
@customElement('invite-staff')
export class InviteStaff extends OfficeScreen {
  static override styles = dialogForm;

  private readonly act = new Act(this);
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
        ${this.renderFailure(this.act.failure)}
        <div class="row">
          <button class="primary" aria-disabled=${this.act.busy}>
            ${words.text(this.act.busy ? 'office-working' : 'staff-invite-send')}
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
    this.dispatchEvent(new DialogDismissed());
  };

  private chosen(id: string): string {
    return this.shadowRoot?.querySelector<HTMLSelectElement>(`#${id}`)?.value ?? '';
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = this.form.read();
    if (!typed) return;
    const { name = '', email = '' } = typed;
    const role = this.chosen('role') as StaffRole;
    const language = (this.chosen('language') || this.office.company.languages[0]) as Language;
    await this.act.run(
      async () => {
        await this.office.api.staff.invite.mutate({ name, email, role, language });
        this.dispatchEvent(new StaffInvited(name, email));
      },
      (error) =>
        problemOf(error)?.code === 'email_taken' && this.form.refuse('email', this.words.text('staff-email-taken')),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invite-staff': InviteStaff;
  }
  interface HTMLElementEventMap {
    'staff-invited': StaffInvited;
  }
}
