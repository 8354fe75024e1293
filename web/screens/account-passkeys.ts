import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Passkey } from '../../shared/account-forms.ts';
import { passwordField, passwordStyles } from '../elements/form-field.ts';
import { type CheckedField, TypedForm } from '../elements/typed-form.ts';
import { field } from '../styles/field.ts';
import { canUsePasskeys } from './account-actions.ts';
import { AccountPart } from './account-part.ts';
import { dayText, deviceText } from './device-text.ts';
import { paths } from './paths.ts';
import '../elements/mb-dialog.ts';

/**
 * Passkeys instead of the password: what they are good for, those that there are, a new one where the browser can make it.
 *
 * @fires AccountChanged
 */
@customElement('account-passkeys')
export class AccountPasskeys extends AccountPart {
  static override styles = [...AccountPart.styles, field, passwordStyles];

  /** Which one is asked about. */
  @state() private asking: Passkey | null = null;
  /** The password can be read. */
  @state() private shown = false;
  private readonly form = new TypedForm(this, () => this.fields());

  override render(): unknown {
    const { words, profile } = this;
    const passkeys = profile?.passkeys ?? [];
    return html`<section class="card">
      <h2 class="visually-hidden" tabindex="-1">${words.text('account-passkeys')}</h2>
      <p>${words.text('account-passkeys-lead')}</p>
      ${
        passkeys.length === 0
          ? nothing
          : html`<ul class="items" role="list">
              ${passkeys.map((passkey) => this.renderPasskey(passkey))}
            </ul>`
      }
      ${
        canUsePasskeys()
          ? html`<form novalidate @submit=${this.onAdd}>
              ${this.form.render()}
              <button class="primary wide" aria-disabled=${this.working}>
                ${words.text(this.working ? 'account-working' : 'account-passkey-add')}
              </button>
              <a class="button quiet" href=${paths.forgotPassword}>${words.text('sign-in-forgot')}</a>
            </form>`
          : html`<p class="soft">${words.text('account-passkey-cannot')}</p>`
      }
      <div role="status">${this.renderSaid()}</div>
      ${this.renderDialog()}
    </section>`;
  }

  private renderPasskey(passkey: Passkey): TemplateResult {
    const { words, app } = this;
    const { id, userAgent, createdAt, usedAt } = passkey;
    const now = app.store.now();
    return html`<li>
      <div class="what">
        <strong id=${`of-${id}`}>${deviceText(words, userAgent)}</strong>
        <span class="soft">
          <span class="whole">${words.text('account-passkey-made', dayText(words, createdAt, now))} ·</span>
          <span class="whole">${
            usedAt === null
              ? words.text('account-passkey-unused')
              : words.text('account-passkey-used', dayText(words, usedAt, now))
          }</span>
        </span>
      </div>
      <button class="quiet" type="button" aria-describedby=${`of-${id}`} @click=${() => this.ask(passkey)}>
        ${words.text('account-remove')}
      </button>
    </li>`;
  }

  private renderDialog(): unknown {
    const { words, asking } = this;
    if (!asking) return nothing;
    return html`<mb-dialog heading=${words.text('account-passkey-remove-title')} @dialog-dismissed=${this.onStay}>
      <p>${words.text('account-passkey-remove-text', { name: deviceText(words, asking.userAgent) })}</p>
      <div class="answers" slot="answers">
        <button type="button" aria-disabled=${this.working} @click=${() => this.onRemove(asking)}>
          ${words.text('account-remove-yes')}
        </button>
        <button class="primary" type="button" autofocus @click=${this.onStay}>${words.text('account-remove-no')}</button>
      </div>
    </mb-dialog>`;
  }

  private ask(passkey: Passkey): void {
    this.said = null;
    this.asking = passkey;
  }

  private onRemove({ id }: Passkey): Promise<void> {
    return this.whileWorking(async () => {
      const removed = await this.act((actions) => actions.removePasskey(id));
      this.asking = null;
      if (removed) this.said = { text: this.words.text('account-passkey-removed'), wrong: false };
    });
  }

  /** A passkey opens as much as the password does, so it is not made without it. */
  private fields(): readonly CheckedField[] {
    const { words, shown } = this;
    return [
      {
        id: 'current',
        label: words.text('account-current'),
        autocomplete: 'current-password',
        ...passwordField(words, shown, () => this.onShow()),
        read: (typed) => typed,
        check: (typed) => (typed === '' ? words.text('sign-in-password-empty') : null),
      },
    ];
  }

  private async onAdd(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = this.working ? null : this.form.read();
    if (!typed) return;
    await this.whileWorking(() => this.add(typed.current ?? ''));
  }

  private async add(current: string): Promise<void> {
    const { words } = this;
    let wrong = false;
    const added = await this.act(async (actions) => {
      const answer = await actions.addPasskey(current);
      const problem = answer.ok ? null : answer.problem;
      wrong = problem !== null && typeof problem === 'object' && problem.code === 'password_wrong';
      if (wrong) this.form.refuse('current', words.text('problem-password_wrong'));
      return answer;
    });
    if (added) {
      this.form.clear();
      this.said = { text: words.text('account-passkey-added'), wrong: false };
    } else if (wrong) {
      // It is said at the field.
      this.said = null;
    }
  }

  private onShow(): void {
    this.shown = !this.shown;
    this.form.focus('current');
  }

  private onStay(): void {
    this.asking = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-passkeys': AccountPasskeys;
  }
}
