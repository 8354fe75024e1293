import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AccountPage } from '../../../shared/account-page.ts';
import { isEmail, isPhone, longest } from '../../../shared/contact.ts';
import { type CheckedField, TypedForm } from '../../elements/typed-form.ts';
import { Act } from '../act.ts';
import { problemOf } from '../api.ts';
import { OfficeScreen } from '../office-screen.ts';
import { office } from '../styles.ts';

/** The account's contacts are other ones now, or were changed by somebody else meanwhile. */
export class ContactsChanged extends Event {
  static readonly type = 'contacts-changed';

  constructor() {
    super(ContactsChanged.type, { bubbles: true, composed: true });
  }
}

/**
 * Whose account it is, and how to reach them. Holder and address are billing's; e-mail address and phone can be changed here, until
 * billing's next file says otherwise.
 *
 * @fires ContactsChanged
 */
@customElement('account-contacts')
export class AccountContacts extends OfficeScreen {
  static override styles = [
    office,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      dl.facts {
        grid-template-columns: minmax(5rem, auto) 1fr;
      }
      dl.facts dd + dt {
        margin-top: 0;
      }
      form {
        display: grid;
        gap: 0.875rem;
      }
      button {
        width: fit-content;
      }
    `,
  ];

  @property({ attribute: false }) account!: AccountPage['account'];
  @state() private editing = false;
  private readonly act = new Act(this);
  private readonly form = new TypedForm(this, () => this.fields());

  override render(): TemplateResult {
    const { words, account } = this;
    const { holder, address, email, phone } = account;
    const none = html`<span class="soft">${words.text('accounts-none-known')}</span>`;
    return html`<dl class="facts">
        <dt>${words.text('accounts-holder')}</dt>
        <dd>${holder}</dd>
        <dt>${words.text('accounts-address')}</dt>
        <dd>${address}</dd>
        ${
          this.editing
            ? nothing
            : html`<dt>${words.text('accounts-email')}</dt>
                <dd>${email ? html`<a href="mailto:${email}">${email}</a>` : none}</dd>
                <dt>${words.text('accounts-phone')}</dt>
                <dd>${phone ? html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>` : none}</dd>`
        }
      </dl>
      <p class="soft small">${words.text('accounts-billing-owns')}</p>
      ${this.editing ? this.renderForm() : html`<button type="button" @click=${this.onEdit}>${words.text('accounts-contacts-change')}</button>`}`;
  }

  private renderForm(): TemplateResult {
    const { words, act } = this;
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.form.render()}
      ${this.renderFailure(act.failure)}
      <div class="row">
        <button class="primary" aria-disabled=${act.busy}>${words.text('accounts-contacts-send')}</button>
        <button class="quiet" type="button" @click=${this.onLeave}>${words.text('accounts-cancel')}</button>
      </div>
    </form>`;
  }

  private fields(): readonly CheckedField[] {
    const { words } = this;
    const read = (typed: string) => typed.trim();
    const check = (good: (text: string) => boolean, key: string) => (text: string) =>
      text === '' || good(text) ? null : words.text(key);
    return [
      {
        id: 'email',
        label: words.text('accounts-email'),
        type: 'email',
        autocomplete: 'off',
        maxLength: longest.email,
        read,
        check: check(isEmail, 'accounts-wrong-email'),
      },
      {
        id: 'phone',
        label: words.text('accounts-phone'),
        type: 'tel',
        autocomplete: 'off',
        maxLength: longest.phone,
        read,
        check: check(isPhone, 'accounts-wrong-phone'),
      },
    ];
  }

  private onEdit(): void {
    this.editing = true;
    this.act.clear();
    void this.updateComplete.then(() => {
      const { email, phone } = this.account;
      for (const [id, value] of Object.entries({ email, phone })) {
        const input = this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
        if (input) input.value = value ?? '';
      }
      this.form.focus('email');
    });
  }

  private onLeave(): void {
    this.editing = false;
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.act.busy ? null : this.form.read();
    if (!typed) return;
    const { id, version } = this.account;
    const contacts = { email: typed.email || null, phone: typed.phone || null };
    await this.act.run(
      async () => {
        await this.office.api.accounts.setContacts.mutate({ account: id, version, ...contacts });
        this.editing = false;
        this.dispatchEvent(new ContactsChanged());
      },
      (error) => {
        if (problemOf(error)?.code === 'changed_meanwhile') this.dispatchEvent(new ContactsChanged());
        return false;
      },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-contacts': AccountContacts;
  }
  interface HTMLElementEventMap {
    'contacts-changed': ContactsChanged;
  }
}
