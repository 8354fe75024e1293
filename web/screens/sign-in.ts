import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { formField, passwordField, passwordStyles } from '../elements/form-field.ts';
import { card, controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { screen } from '../styles/screen.ts';
import { troubleText } from '../words/trouble-words.ts';
import { askAccount, canUsePasskeys, type PasskeyAnswer } from './account-actions.ts';
import type { SignInAnswer } from './app-context.ts';
import { entrance } from './entrance-styles.ts';
import { renderHelp } from './help.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import './language-choice.ts';

type Trouble = Extract<SignInAnswer, { ok: false }>['problem'] | 'name-empty' | 'password-empty';

/** Account number (or e-mail) and password, or a passkey; the ways on for those who have none. */
@customElement('sign-in-screen')
export class SignInScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    field,
    passwordStyles,
    screen,
    entrance,
    css`
      .demo {
        display: grid;
        gap: 0.75rem;
        padding: 1rem;
        border: 1.5px dashed var(--line-strong);
        border-radius: var(--radius);
      }
      .demo li {
        display: grid;
        gap: 0.25rem;
        justify-items: start;
      }
      .demo ul {
        display: grid;
        gap: 1rem;
      }
    `,
  ];

  @state() private trouble: Trouble | null = null;
  @state() private working = false;
  @state() private shown = false;
  @query('#username') private nameField!: HTMLInputElement;
  @query('#password') private passwordField!: HTMLInputElement;

  override render(): TemplateResult {
    const { words, state: app } = this;
    const again = app.session !== null;
    return html`<div class="screen">
      <header class="title">
        <h1 tabindex="-1">${words.text('sign-in-title')}</h1>
        <p class="soft">${words.text(location.pathname === '/at-kiosk' ? 'sign-in-at-kiosk' : again ? 'sign-in-again' : 'sign-in-lead')}</p>
      </header>
      ${
        app.othersQueued > 0
          ? html`<p class="card">${words.text('sign-in-others', { count: app.othersQueued })}</p>`
          : nothing
      }
      ${this.renderForm()} ${again ? nothing : this.renderNew()} ${this.renderDemo()}
      <language-choice></language-choice>
      ${renderHelp(words)}
    </div>`;
  }

  private renderForm(): TemplateResult {
    const { words, trouble } = this;
    const { accountNumber } = this.state.company;
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      ${formField({
        id: 'username',
        label: words.text('sign-in-name'),
        hint: words.text('sign-in-name-hint', { example: accountNumber.example }),
        error: trouble === 'name-empty' ? words.text('sign-in-name-empty') : null,
        autocomplete: 'username',
        maxLength: 200,
      })}
      ${formField({
        ...passwordField(words, this.shown, this.onShow),
        id: 'password',
        label: words.text('sign-in-password'),
        error: trouble === 'password-empty' ? words.text('sign-in-password-empty') : null,
        autocomplete: 'current-password',
      })}
      <div role="alert">${this.renderTrouble()}</div>
      <button class="primary wide go" aria-disabled=${this.working}>
        ${words.text(this.working ? 'sign-in-working' : 'sign-in-button')}
      </button>
      ${
        canUsePasskeys()
          ? html`<button class="wide" type="button" aria-disabled=${this.working} @click=${this.onPasskey}>
              ${words.text('sign-in-passkey')}
            </button>`
          : nothing
      }
      <a class="button quiet" href=${paths.forgotPassword}>${words.text('sign-in-forgot')}</a>
    </form>`;
  }

  private renderNew(): TemplateResult {
    const { words } = this;
    return html`<p class="row spread">
      ${words.text('sign-in-new')} <a class="button" href=${paths.register}>${words.text('sign-in-register')}</a>
    </p>`;
  }

  private renderTrouble(): unknown {
    const { words, trouble } = this;
    if (trouble === null || trouble === 'name-empty' || trouble === 'password-empty') return nothing;
    return html`<p class="error">
      ${typeof trouble === 'string' ? words.text('sign-in-offline', { why: trouble }) : troubleText(words, trouble)}
    </p>`;
  }

  private renderDemo(): unknown {
    const { words } = this;
    const signIns = this.state.company.demo?.signIns ?? [];
    if (signIns.length === 0) return nothing;
    return html`<section class="demo">
      <h2>${words.text('sign-in-demo')}</h2>
      <ul role="list">
        ${signIns.map(
          ({ accountNumber, password, note }) =>
            html`<li>
              <button type="button" @click=${() => this.fill(accountNumber, password)}>
                ${words.text('sign-in-demo-use', { number: accountNumber })}
              </button>
              <span class="soft small">${note[words.language]}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private fill(name: string, password: string): void {
    this.nameField.value = name;
    this.passwordField.value = password;
    this.trouble = null;
    this.nameField.focus();
  }

  private readonly onShow = (): void => {
    this.shown = !this.shown;
    this.passwordField.focus();
  };

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.working) return;
    const name = this.nameField.value.trim();
    const password = this.passwordField.value;
    this.trouble = name === '' ? 'name-empty' : password === '' ? 'password-empty' : null;
    if (this.trouble) {
      (name === '' ? this.nameField : this.passwordField).focus();
      return;
    }
    await this.enter(() => this.app.store.signIn(name, password));
    if (this.trouble !== null && typeof this.trouble !== 'string') this.passwordField.select();
  }

  private async onPasskey(): Promise<void> {
    if (!this.working) await this.enter(() => askAccount(this.app.store, (actions) => actions.signInWithPasskey()));
  }

  private async enter(ask: () => Promise<SignInAnswer | PasskeyAnswer>): Promise<void> {
    this.working = true;
    this.trouble = null;
    try {
      const answer = await ask();
      // Of what the resident gave up nothing is said.
      if (answer.ok) this.goOn();
      else if (answer.problem !== 'cancelled' && answer.problem !== 'already-there') this.trouble = answer.problem;
    } catch (error) {
      // What is asked of the network answers; only the device's own storage throws.
      reportError(error);
      this.trouble = { code: 'storage_unavailable' };
    } finally {
      this.working = false;
    }
  }

  private goOn(): void {
    if (location.pathname === paths.signIn) this.app.navigate(paths.home);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-screen': SignInScreen;
  }
}
