import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { LinkView } from '../../shared/account-forms.ts';
import { passwordStyles } from '../elements/form-field.ts';
import { card, controls } from '../styles/controls.ts';
import { field } from '../styles/field.ts';
import { screen } from '../styles/screen.ts';
import { pressedTroubleText } from '../words/trouble-words.ts';
import { askAccount, type Trouble } from './account-actions.ts';
import { entrance } from './entrance-styles.ts';
import { renderHelp } from './help.ts';
import { paths } from './paths.ts';
import { ScreenElement } from './screen-element.ts';
import './language-choice.ts';

type Purpose = LinkView['purpose'];

/** A link that was opened: what it permits, once. */
export interface OpenedLink<P extends Purpose> {
  token: string;
  view: Extract<LinkView, { purpose: P }>;
}

/**
 * A screen that a link in a letter leads to: `/path#token`. The fragment reaches no log and no other site. First it is asked
 * what the link is for, which does not use it up; a link that opens nothing is told of with the ways on.
 */
export abstract class LinkScreen<P extends Purpose> extends ScreenElement {
  static override styles = [controls, card, field, passwordStyles, screen, entrance];

  /** Null while it is asked, and where it opens nothing. */
  @state() protected link: OpenedLink<P> | null = null;
  /** Why it opens nothing. */
  @state() private refused: Trouble | null = null;
  private asked = 0;

  protected abstract readonly purposes: readonly P[];
  protected abstract renderTitle(): TemplateResult;
  protected abstract renderOpened(link: OpenedLink<P>): TemplateResult;
  /** The ways on from a link that opens nothing. */
  protected abstract renderWaysOn(refused: Trouble): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    // Another letter's link may be opened in the same tab: only the fragment changes then.
    addEventListener('hashchange', this.open);
    void this.updateComplete.then(this.open);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.open);
  }

  override render(): TemplateResult {
    const { words, link } = this;
    return html`<div class="screen">
      <header class="title">${this.renderTitle()}</header>
      ${link ? this.renderOpened(link) : this.renderUnopened()}
      <language-choice></language-choice>
      ${renderHelp(words)}
    </div>`;
  }

  private renderUnopened(): TemplateResult {
    const { words, refused } = this;
    if (refused === null) return html`<p role="status">${words.text('link-opening')}</p>`;
    const goesOn = typeof refused !== 'string' && refused.code.startsWith('link_');
    return html`<section class="card">
      <p class="error" role="alert">${this.refusalText(refused)}</p>
      ${
        goesOn
          ? this.renderWaysOn(refused)
          : html`<button class="primary" type="button" @click=${this.open}>${words.text('failed-again')}</button>`
      }
    </section>`;
  }

  protected refusalText(refused: Trouble): string {
    return pressedTroubleText(this.words, refused);
  }

  /** It opens nothing (any more). */
  protected refuse(why: Trouble): void {
    this.link = null;
    this.refused = why;
  }

  protected renderSignIn(): TemplateResult {
    return html`<a class="button primary" href=${paths.signIn}>${this.words.text('sign-in-button')}</a>`;
  }

  /** The link was used up, or taken: it leaves the address bar, and the way back does not lead to it. */
  protected forgetLink(): void {
    history.replaceState(history.state, '', location.pathname);
  }

  private readonly open = async (): Promise<void> => {
    const token = location.hash.slice(1);
    this.link = null;
    this.refused = token === '' ? { code: 'link_unknown' } : null;
    this.asked += 1;
    const { asked } = this;
    if (token === '') return;
    const answer = await askAccount(this.app.store, (actions) => actions.openLink(token));
    if (asked !== this.asked) return;
    if (answer.ok && this.isMine(answer.value)) this.link = { token, view: answer.value };
    else this.refused = answer.ok ? { code: 'link_unknown' } : answer.problem;
  };

  private isMine(view: LinkView): view is OpenedLink<P>['view'] {
    return (this.purposes as readonly Purpose[]).includes(view.purpose);
  }
}
