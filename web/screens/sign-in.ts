import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { longestPassword } from '../../shared/password.ts';
import { card, controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { screen } from '../styles/screen.ts';
import { problemText } from '../words/problem-words.ts';
import type { SignInAnswer } from './app-context.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import '../elements/mb-icon.ts';
import './language-choice.ts';
import './phone-links.ts';

type Trouble = Extract<SignInAnswer, { ok: false }>['problem'] | 'name-empty' | 'password-empty';

/** Account number (or e-mail) and password, and nothing else to understand. */
@customElement('sign-in-screen')
export class SignInScreen extends ScreenElement {
  static override styles = [
    controls,
    card,
    field,
    screen,
    css`
      .screen {
        max-width: 30rem;
        margin-inline: auto;
      }
      form {
        display: grid;
        gap: 1.125rem;
      }
      .password {
        position: relative;
      }
      .password input {
        padding-inline-end: 3.5rem;
      }
      .password button {
        position: absolute;
        inset: 2px 2px 2px auto;
        min-height: 0;
        padding: 0 0.75rem;
        border-color: transparent;
      }
      .go {
        min-height: 3.5rem;
        font-size: 1.125rem;
      }
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
  @query('#name') private nameField!: HTMLInputElement;
  @query('#password') private passwordField!: HTMLInputElement;

  override render(): TemplateResult {
    const { words, state: app } = this;
    const again = app.session !== null;
    return html`<div class="screen">
      <header class="title">
        <h1 tabindex="-1">${words.text('sign-in-title')}</h1>
        <p class="soft">${words.text(again ? 'sign-in-again' : 'sign-in-lead')}</p>
      </header>
      ${
        app.othersQueued > 0
          ? html`<p class="card">${words.text('sign-in-others', { count: app.othersQueued })}</p>`
          : nothing
      }
      ${this.renderForm()} ${this.renderDemo()}
      <language-choice></language-choice>
      <section class="stack">
        <h2>${words.text('sign-in-help')}</h2>
        <phone-links></phone-links>
      </section>
    </div>`;
  }

  private renderForm(): TemplateResult {
    const { words, trouble } = this;
    const { accountNumber } = this.state.company;
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      <div class="field">
        <label for="name">${words.text('sign-in-name')}</label>
        <input
          id="name"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          maxlength="200"
          aria-describedby="name-hint name-error"
          aria-invalid=${trouble === 'name-empty'}
        />
        <p class="soft small" id="name-hint">${words.text('sign-in-name-hint', { example: accountNumber.example })}</p>
        <p class="error" id="name-error">${trouble === 'name-empty' ? words.text('sign-in-name-empty') : nothing}</p>
      </div>
      <div class="field">
        <label for="password">${words.text('sign-in-password')}</label>
        <div class="password">
          <input
            id="password"
            name="password"
            type=${this.shown ? 'text' : 'password'}
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck="false"
            maxlength=${longestPassword}
            aria-describedby="password-error"
            aria-invalid=${trouble === 'password-empty'}
          />
          <button
            type="button"
            aria-label=${words.text(this.shown ? 'sign-in-hide-password' : 'sign-in-show-password')}
            @click=${this.onShow}
          >
            <mb-icon name=${this.shown ? 'hide' : 'show'}></mb-icon>
          </button>
        </div>
        <p class="error" id="password-error">${trouble === 'password-empty' ? words.text('sign-in-password-empty') : nothing}</p>
      </div>
      <div role="alert">${this.renderTrouble()}</div>
      <button class="primary wide go" aria-disabled=${this.working}>
        ${words.text(this.working ? 'sign-in-working' : 'sign-in-button')}
      </button>
    </form>`;
  }

  private renderTrouble(): unknown {
    const { words, trouble } = this;
    if (trouble === null || trouble === 'name-empty' || trouble === 'password-empty') return nothing;
    return html`<p class="error">
      ${typeof trouble === 'string' ? words.text('sign-in-offline', { why: trouble }) : problemText(words, trouble, null)}
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

  private onShow(): void {
    this.shown = !this.shown;
    this.passwordField.focus();
  }

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
    this.working = true;
    try {
      const answer = await this.app.store.signIn(name, password);
      if (!answer.ok) this.trouble = answer.problem;
      else if (location.pathname === paths.signIn) this.app.navigate(paths.home);
    } catch (error) {
      // What is asked of the network answers; only the device's own storage throws.
      reportError(error);
      this.trouble = { code: 'storage_unavailable' };
    } finally {
      this.working = false;
    }
    if (this.trouble !== null && typeof this.trouble !== 'string') this.passwordField.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-screen': SignInScreen;
  }
}
