import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { checkPassword, type PasswordProblem } from '../../shared/password.ts';
import { formField, passwordField } from '../elements/form-field.ts';
import { troubleText } from '../words/trouble-words.ts';
import { askAccount, type Trouble } from './account-actions.ts';
import { LinkScreen, type OpenedLink } from './link-screen.ts';
import { paths } from './paths.ts';
import '../elements/mb-icon.ts';

type Purpose = 'registration' | 'password';
type View = OpenedLink<Purpose>['view'];

/** Chooses a password by a link from a letter: the first one, or a new one. Afterwards this device is signed in. */
@customElement('set-password-screen')
export class SetPasswordScreen extends LinkScreen<Purpose> {
  static override styles = [
    ...LinkScreen.styles,
    css`
      .enough {
        display: flex;
        gap: 0.375rem;
        align-items: center;
      }
      .enough mb-icon {
        color: var(--accent-text);
      }
      .choice {
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.25rem 0.75rem;
        align-items: start;
      }
      .choice input {
        width: 1.5rem;
        height: 1.5rem;
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      .choice #end-others-hint {
        grid-column: 2;
      }
    `,
  ];

  protected override readonly purposes = ['registration', 'password'] as const;

  @state() private trouble: Trouble | null = null;
  /** Why what was typed cannot be taken: said when it is sent, and gone as soon as it is right. */
  @state() private wrong: PasswordProblem | null = null;
  @state() private typed = '';
  @state() private shown = false;
  @state() private working = false;
  /** Who is signed in here, and would not be any more. */
  private other: string | null = null;
  @query('#password') private passwordField!: HTMLInputElement | null;
  @query('#end-others') private endOthers!: HTMLInputElement | null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('link')) {
      // What came of another letter's link is nothing to this one.
      this.trouble = null;
      this.wrong = null;
      this.typed = '';
    }
    // Once it is sent, whoever is signed in here is the one who chose the password.
    if (this.working) return;
    const name = this.state.session?.user.name ?? null;
    const view = this.link?.view;
    this.other = view?.purpose === 'password' && view.name === name ? null : name;
  }

  protected override renderTitle(): TemplateResult {
    const { words, link } = this;
    return html`<h1 tabindex="-1">${words.text('set-password-title')}</h1>
      ${link ? html`<p class="soft">${this.whose(link)}</p>` : nothing}`;
  }

  protected override renderOpened(link: OpenedLink<Purpose>): TemplateResult {
    const { words, trouble, working, wrong } = this;
    const { view } = link;
    return html`${this.renderOther()}
      <form class="card" novalidate @submit=${this.onSubmit} @input=${this.onInput}>
        <input hidden type="text" name="username" autocomplete="username" .value=${view.email ?? ''} />
        ${formField({
          ...passwordField(words, this.shown, this.onShow),
          id: 'password',
          label: words.text('set-password-label'),
          hint: words.text('set-password-hint'),
          error: wrong && troubleText(words, { code: 'password_refused', why: wrong }),
          autocomplete: 'new-password',
        })}
        <div role="status">${this.renderEnough(view)}</div>
        ${view.purpose === 'password' ? this.renderEndOthers() : nothing}
        <div role="alert">${trouble ? html`<p class="error">${troubleText(words, trouble)}</p>` : nothing}</div>
        <button class="primary wide go" aria-disabled=${working}>
          ${words.text(working ? 'set-password-working' : 'set-password-save')}
        </button>
      </form>`;
  }

  protected override renderWaysOn(refused: Trouble): TemplateResult {
    const { words } = this;
    const { session, sync } = this.state;
    const used = typeof refused !== 'string' && refused.code === 'link_used';
    // Many keep the letter and come in by its link every month.
    if (used && session && sync.state !== 'signed-out') {
      return html`<p>${words.text('link-used-in', { name: session.user.name })}</p>
        <div class="stack">
          <a class="button primary" href=${paths.home}>${words.text('not-found-home')}</a>
          <a class="button" href=${paths.forgotPassword}>${words.text('link-request')}</a>
        </div>`;
    }
    return html`<p>${words.text(used ? 'link-used-next' : 'link-which')}</p>
      <div class="stack">
        ${used ? this.renderSignIn() : nothing}
        <a class="button" href=${paths.forgotPassword}>${words.text('link-request')}</a>
        <a class="button" href=${paths.register}>${words.text('link-register')}</a>
        ${used ? nothing : html`<a class="button quiet" href=${paths.signIn}>${words.text('sign-in-button')}</a>`}
      </div>`;
  }

  private renderOther(): unknown {
    const { words, other } = this;
    if (other === null) return nothing;
    const { queued } = this.state.sync;
    return html`<section class="card note">
      <p>${words.text('link-other-user', { name: other })}</p>
      ${queued > 0 ? html`<p>${words.text('sign-in-others', { count: queued })}</p>` : nothing}
    </section>`;
  }

  private renderEnough(view: View): unknown {
    if (this.typed === '' || this.problem(view) !== null) return nothing;
    return html`<p class="enough"><mb-icon name="done"></mb-icon>${this.words.text('set-password-long')}</p>`;
  }

  private renderEndOthers(): TemplateResult {
    const { words } = this;
    return html`<label class="choice">
      <input id="end-others" type="checkbox" checked aria-describedby="end-others-hint" />
      <span>${words.text('set-password-end-others')}</span>
      <span class="soft small" id="end-others-hint">${words.text('set-password-end-others-hint')}</span>
    </label>`;
  }

  private whose({ view }: OpenedLink<Purpose>): string {
    const who =
      view.purpose === 'registration' ? this.words.text('home-account', { number: view.accountNumber }) : view.name;
    return view.email === null ? who : `${who} · ${view.email}`;
  }

  /** By our own rules; whether it is among the common ones only the server knows. */
  private problem(view: View): PasswordProblem | null {
    const accountNumbers = view.purpose === 'registration' ? [view.accountNumber] : [];
    return checkPassword({ password: this.typed, accountNumbers, email: view.email, isCommon: () => false });
  }

  private readonly onShow = (): void => {
    this.shown = !this.shown;
    this.passwordField?.focus();
  };

  private onInput(): void {
    this.typed = this.passwordField?.value ?? '';
    this.wrong = this.wrong && this.link && this.problem(this.link.view);
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { link } = this;
    if (this.working || !link) return;
    this.trouble = null;
    // A password manager may have filled it in without a word.
    this.typed = this.passwordField?.value ?? '';
    this.wrong = this.problem(link.view);
    if (this.wrong) {
      this.passwordField?.focus();
      return;
    }
    this.working = true;
    const { token } = link;
    const sent = { token, password: this.typed, endOthers: this.endOthers?.checked ?? false };
    const answer = await askAccount(this.app.store, (actions) => actions.setPassword(sent));
    if (answer.ok) this.app.navigate(paths.home, { replace: true });
    else this.onRefused(answer.problem);
  }

  private onRefused(problem: Trouble): void {
    this.working = false;
    if (typeof problem !== 'string' && problem.code.startsWith('link_')) {
      this.refuse(problem);
    } else if (typeof problem !== 'string' && problem.code === 'password_refused') {
      this.wrong = problem.why;
      this.passwordField?.focus();
    } else {
      this.trouble = problem;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'set-password-screen': SetPasswordScreen;
  }
}
