import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { pressedTroubleText } from '../words/trouble-words.ts';
import { askAccount, type Trouble } from './account-actions.ts';
import { LinkScreen, type OpenedLink } from './link-screen.ts';
import { paths } from './paths.ts';

/** Confirms a new e-mail address by the link that went there. A press of the button does it, so that no mail scanner can. */
@customElement('confirm-email-screen')
export class ConfirmEmailScreen extends LinkScreen<'email'> {
  protected override readonly purposes = ['email'] as const;

  @state() private trouble: Trouble | null = null;
  @state() private working = false;
  /** The address that holds from now on. */
  @state() private confirmed: string | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('link')) return;
    // What came of another letter's link is nothing to this one.
    this.trouble = null;
    this.confirmed = null;
  }

  protected override renderTitle(): TemplateResult {
    const title = this.confirmed === null ? 'confirm-email-title' : 'confirm-email-done-title';
    return html`<h1 tabindex="-1">${this.words.text(title)}</h1>`;
  }

  protected override renderOpened({ view }: OpenedLink<'email'>): TemplateResult {
    const { words, trouble, working, confirmed } = this;
    if (confirmed !== null) {
      return html`<section class="card">
        <p>${words.text('confirm-email-done', { email: confirmed })}</p>
        <a class="button primary wide go" href=${paths.home}>${words.text('confirm-email-on')}</a>
      </section>`;
    }
    return html`<form class="card" @submit=${this.onSubmit}>
      <p>${words.text('confirm-email-lead', { email: view.email })}</p>
      <div role="alert">${trouble && html`<p class="error">${pressedTroubleText(words, trouble)}</p>`}</div>
      <button class="primary wide go" aria-disabled=${working}>
        ${words.text(working ? 'confirm-email-working' : 'confirm-email-do')}
      </button>
    </form>`;
  }

  protected override renderWaysOn(refused: Trouble): TemplateResult {
    const { words } = this;
    const signedIn = this.state.session !== null;
    const used = typeof refused !== 'string' && refused.code === 'link_used';
    return html`<p>${words.text(used ? 'confirm-email-used' : 'confirm-email-anew')}</p>
      ${
        signedIn
          ? html`<a class="button primary" href=${paths.accountSection('email')}>${words.text('account-email')}</a>`
          : html`<a class="button primary" href=${paths.signIn}>${words.text('sign-in-button')}</a>`
      }`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { link } = this;
    if (this.working || !link) return;
    this.trouble = null;
    this.working = true;
    const answer = await askAccount(this.app.store, (actions) => actions.confirmEmail(link.token));
    this.working = false;
    if (answer.ok) {
      this.forgetLink();
      this.confirmed = answer.value.email;
      return;
    }
    const { problem } = answer;
    if (typeof problem !== 'string' && problem.code.startsWith('link_')) this.refuse(problem);
    else this.trouble = problem;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-email-screen': ConfirmEmailScreen;
  }
}
