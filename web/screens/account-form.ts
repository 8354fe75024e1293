import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Profile } from '../../shared/account-forms.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { passwordField, passwordStyles } from '../elements/form-field.ts';
import { type CheckedField, TypedForm } from '../elements/typed-form.ts';
import { card, controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { troubleText } from '../words/trouble-words.ts';
import { type AccountActions, type ActionAnswer, askAccount, type Trouble } from './account-actions.ts';
import { AccountChanged } from './account-changed.ts';
import { accountStyles } from './account-styles.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';

/**
 * A form of "My account". What was typed stays until the company has taken it; then a note of what that means takes the
 * form's place.
 */
export abstract class AccountForm<T> extends ScreenElement {
  static override styles = [controls, card, field, passwordStyles, accountStyles];

  /** Null while it is not known. */
  @property({ attribute: false }) profile: Profile | null = null;
  /** What was typed and taken, and what the company made of it. */
  @state() protected taken: { typed: Record<string, string>; value: T } | null = null;
  @state() private trouble: Trouble | null = null;
  @state() protected working = false;
  /** The passwords can be read. */
  @state() private shown = false;
  /** The value of the button that was pressed last. */
  protected pressed = '';
  protected readonly form = new TypedForm(this, () => this.fields());

  protected abstract fields(): readonly CheckedField[];
  protected abstract ask(actions: AccountActions, typed: Record<string, string>): Promise<ActionAnswer<T>>;
  /** Beside `password_wrong`, the problems that are one field's. */
  protected readonly fieldOf: Partial<Record<ProblemCode, string>> = {};

  /** The present password, asked for before something that matters. */
  protected current(): CheckedField {
    return this.password('current', 'account-current', 'current-password', (typed) =>
      typed === '' ? this.words.text('sign-in-password-empty') : null,
    );
  }

  protected password(
    id: string,
    label: string,
    autocomplete: 'current-password' | 'new-password',
    check: CheckedField['check'],
  ): CheckedField {
    const { words, shown } = this;
    const field = passwordField(words, shown, () => this.onShow(id));
    return { id, label: words.text(label), autocomplete, ...field, read: (typed) => typed, check };
  }

  protected renderSend(word: string): TemplateResult {
    const { words, trouble, working } = this;
    return html`<div role="alert">${
      trouble === null ? nothing : html`<p class="error">${troubleText(words, trouble)}</p>`
    }</div>
      <button class="primary wide" aria-disabled=${working}>${words.text(working ? 'account-working' : word)}</button>`;
  }

  /** Whoever stays signed in for a year has forgotten the password when it is asked for. */
  protected renderForgot(): TemplateResult {
    return html`<a class="button quiet" href=${paths.forgotPassword}>${this.words.text('sign-in-forgot')}</a>`;
  }

  protected renderTaken(heading: string, text: unknown): TemplateResult {
    const { words } = this;
    return html`<section class="card done">
      <h2 tabindex="-1"><mb-icon name="done"></mb-icon>${heading}</h2>
      ${text}
      <a class="button primary" href=${paths.account}>${words.text('account-title')}</a>
    </section>`;
  }

  protected readonly onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.working) return;
    this.pressed = (event.submitter as HTMLButtonElement | null)?.value ?? '';
    this.trouble = null;
    const typed = this.form.read();
    if (!typed) return;
    this.working = true;
    const answer = await askAccount(this.app.store, (actions) => this.ask(actions, typed));
    this.working = false;
    if (!answer.ok) {
      this.refuse(answer.problem);
      return;
    }
    this.taken = { typed, value: answer.value };
    this.dispatchEvent(new AccountChanged());
  };

  private refuse(problem: Trouble): void {
    if (typeof problem !== 'string') {
      const id = { password_wrong: 'current', ...this.fieldOf }[problem.code as 'password_wrong'];
      if (id !== undefined && this.form.refuse(id, troubleText(this.words, problem))) return;
      if (problem.code === 'bad_input' && this.form.refuse(problem.path, this.words.text('register-refused'))) return;
    }
    this.trouble = problem;
  }

  private onShow(id: string): void {
    this.shown = !this.shown;
    this.form.focus(id);
  }
}
