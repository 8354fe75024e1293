import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { pressedTroubleText } from '../words/trouble-words.ts';
import { askAccount, type Trouble } from './account-actions.ts';
import { LinkScreen, type OpenedLink } from './link-screen.ts';
import { paths } from './paths.ts';

/**
 * Shows the resident's bills at the kiosk whose code was scanned with this phone. They appear there when it is said here, and
 * not by the scanning alone.
 */
@customElement('at-kiosk-screen')
export class AtKioskScreen extends LinkScreen<'kiosk-pairing'> {
  protected override readonly purposes = ['kiosk-pairing'] as const;

  @state() private trouble: Trouble | null = null;
  @state() private working = false;
  /** The name of the kiosk that shows them now. */
  @state() private shownAt: string | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('link')) return;
    // What came of another code is nothing to this one.
    this.trouble = null;
    this.shownAt = null;
    // It is known here by now: whoever looks into the history of the phone later on finds none.
    if (this.link) this.forgetLink();
  }

  protected override renderTitle(): TemplateResult {
    const title = this.shownAt === null ? 'at-kiosk-title' : 'at-kiosk-done-title';
    return html`<h1 tabindex="-1">${this.words.text(title)}</h1>`;
  }

  protected override renderOpened({ view }: OpenedLink<'kiosk-pairing'>): TemplateResult {
    const { words, trouble, working, shownAt } = this;
    if (shownAt !== null) {
      return html`<section class="card">
        <p>${words.text('at-kiosk-done', { kiosk: shownAt })}</p>
        <p>${words.text('at-kiosk-done-end')}</p>
        <a class="button wide" href=${paths.home}>${words.text('at-kiosk-home')}</a>
      </section>`;
    }
    return html`<form class="card" @submit=${this.onSubmit}>
      <p>${words.text('at-kiosk-ask', { kiosk: view.kiosk })}</p>
      <p class="soft">${words.text('at-kiosk-what')}</p>
      <div role="alert">${trouble && html`<p class="error">${pressedTroubleText(words, trouble)}</p>`}</div>
      <button class="primary wide go" aria-disabled=${working}>
        ${words.text(working ? 'at-kiosk-working' : 'at-kiosk-yes')}
      </button>
      <a class="button wide" href=${paths.home}>${words.text('at-kiosk-no')}</a>
    </form>`;
  }

  /** There is no letter here, and a code at a kiosk is gone after a few minutes. */
  protected override refusalText(refused: Trouble): string {
    if (typeof refused !== 'string' && refused.code.startsWith('link_')) return this.words.text('at-kiosk-over');
    return super.refusalText(refused);
  }

  protected override renderWaysOn(): TemplateResult {
    const { words } = this;
    return html`<p>${words.text('at-kiosk-scan')}</p>
      <a class="button" href=${paths.home}>${words.text('at-kiosk-home')}</a>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { link } = this;
    if (this.working || !link) return;
    this.trouble = null;
    this.working = true;
    const answer = await askAccount(this.app.store, (actions) => actions.showAtKiosk(link.token));
    this.working = false;
    // Another code was scanned meanwhile.
    if (this.link !== link) return;
    if (answer.ok) this.shownAt = answer.value.kiosk;
    else if (typeof answer.problem !== 'string' && answer.problem.code.startsWith('link_')) this.refuse(answer.problem);
    else this.trouble = answer.problem;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'at-kiosk-screen': AtKioskScreen;
  }
}
